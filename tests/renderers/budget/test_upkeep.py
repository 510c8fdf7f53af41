"""What happens by itself, and a clock that is set back: nothing is lost, and no lease grows longer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest


@pytest.mark.parametrize("payer", ["agency", "acme"])
def test_a_clock_that_goes_back_an_hour_lengthens_no_lease(book, payer):
    """Neither on own tokens nor on the pool, whichever of the two accounts is looked at first."""
    book.accounts.change("agency", pool_open=True)
    run = book.ledger.reserve(payer, 5, key="run", lease_s=600)
    book.clock.move(hours=-1)
    assert book.balances("agency") == [(995, 5, 0)]
    book.clock.move(seconds=599)
    assert book.balances("agency") == [(995, 5, 0)]
    book.clock.move(seconds=1)
    assert book.balances("agency") == [(1000, 0, 0)]
    assert book.ledger.settle(run, 1).spent == 1
    assert book.ledger.audit() == []


def test_a_lease_that_was_renewed_before_the_clock_went_back_is_no_longer_either(book):
    """The account's last entry is older than the hour."""
    run = book.ledger.reserve("agency", 5, key="run", lease_s=7200)
    book.clock.move(hours=1.5)
    book.ledger.renew(run)
    book.clock.move(hours=-1)
    assert book.balances("agency") == [(995, 5, 0)]
    book.clock.move(hours=2)
    assert book.balances("agency") == [(1000, 0, 0)]


def test_everything_goes_on_after_the_clock_went_back(book):
    """Entries keep their order by number; nothing has to wait for the hour to be over."""
    run = book.ledger.reserve("agency", 5, key="run")
    book.ledger.settle(run, 1)
    book.clock.move(hours=-1)
    run = book.ledger.settle(run, 1)
    assert run.lease_until == book.clock.now + timedelta(seconds=120)
    book.ledger.renew(run)
    book.ledger.allocate("agency", "acme", 5)
    book.ledger.release(run)
    assert book.balances("agency", "acme") == [(993, 0, 2), (5, 0, 0)]
    assert book.ledger.audit() == []


def test_a_run_may_lapse_twice_at_the_same_moment(book):
    """The clock went back to where it began, and the run with it."""
    for _ in range(2):
        book.ledger.reserve("agency", 5, key="run", lease_s=60)
        book.clock.move(seconds=60)
        assert book.balances("agency") == [(1000, 0, 0)]
        book.clock.move(seconds=-60)
    assert book.kinds("agency") == ["grant", *["reserve", "release"] * 2]


def test_tokens_that_expired_stay_expired_when_the_clock_goes_back(book):
    """The entry is there, and is not written twice."""
    book.ledger.grant("agency", 5, note="offer", expires=date(2026, 11, 10))
    book.clock.to(2026, 11, 11, 0, 10)
    assert book.balances("agency") == [(1000, 0, 0)]
    book.clock.move(hours=-1)
    assert book.balances("agency") == [(1000, 0, 0)]
    book.clock.move(hours=2)
    assert book.balances("agency") == [(1000, 0, 0)]
    assert book.kinds("agency") == ["grant", "grant", "expire"]


def test_many_runs_on_one_pool_end_together(book):
    """Of several accounts, some with tokens of their own; each is freed once."""
    book.accounts.change("agency", pool_open=True)
    book.ledger.allocate("agency", "acme", 3)
    for name in ("bolt", "calm"):
        book.accounts.create(name, parent="agency")
    for name in ("acme", "bolt", "calm"):
        book.ledger.reserve(name, 5, key="run", lease_s=60)
    assert book.balances("agency") == [(985, 12, 0)]
    book.clock.move(seconds=61)
    assert book.balances("agency", "acme", "bolt") == [(997, 0, 0), (3, 0, 0), (0, 0, 0)]
    assert book.kinds("agency").count("release") == 3
    assert book.ledger.audit() == []


def test_a_lease_of_the_databases_own_clock_ends(database_url):
    """Not by this computer's, and to the moment: a thousandth of a second is enough."""
    from renderers.budget.accounts import Accounts
    from renderers.budget.ledger import Ledger

    with Ledger(database_url) as ledger:
        Accounts(ledger.store).begin("own", name="Own", zone="UTC", tokens=10)
        ledger.reserve("own", 4, key="run", lease_s=0.001)
        while ledger.balance("own").reserved:
            pass
        assert ledger.balance("own") == (10, 0, 0)
        assert abs((ledger.store.now() - ledger.history("own")[-1].at).total_seconds()) < 60
