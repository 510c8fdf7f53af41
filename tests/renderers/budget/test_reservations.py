"""Reservations: all or nothing, own tokens before the pool, charged in parts, once by key, late or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from renderers.budget.errors import LeaseEnded, TokensMissing
from templates.errors import InputError, LimitError


@pytest.fixture
def family(book):
    """acme has 10 tokens of its own, paris below it has 5; all pools are open."""
    book.accounts.create("paris", parent="acme")
    book.ledger.allocate("agency", "acme", 15)
    book.ledger.allocate("acme", "paris", 5)
    book.accounts.change("agency", pool_open=True)
    book.accounts.change("acme", pool_open=True)
    return book


def test_a_run_takes_all_its_tokens_or_none(book):
    """The refusal says what is there, and nothing was set aside."""
    book.ledger.allocate("agency", "acme", 5)
    with pytest.raises(TokensMissing, match=r"This takes 8 tokens, and 5 are left in the account acme.*fewer clients"):
        book.ledger.reserve("acme", 8, key="run")
    assert book.balances("acme") == [(5, 0, 0)]
    assert book.kinds("acme") == ["allocate"]
    assert book.ledger.reserve("acme", 5, key="run").remaining == 5
    assert book.balances("acme") == [(0, 5, 0)]


def test_own_tokens_go_first_then_the_pools_above(family):
    """One entry in each account, over two levels."""
    run = family.ledger.reserve("paris", 20, key="run", actor="bob")
    assert [(d.account, d.reserved) for d in run.draws] == [("paris", 5), ("acme", 10), ("agency", 5)]
    assert family.balances("paris", "acme", "agency") == [(0, 5, 0), (0, 10, 0), (980, 5, 0)]
    for account in ("paris", "acme", "agency"):
        last = family.ledger.history(account)[-1]
        assert (last.kind, last.payer, last.actor) == ("reserve", "paris", "bob")
    charged = family.ledger.settle(run, 16)
    assert [(d.account, d.reserved, d.spent) for d in charged.draws] == [
        ("paris", 0, 5), ("acme", 0, 10), ("agency", 4, 1),
    ]  # fmt: skip
    family.ledger.release(run)
    assert family.balances("paris", "acme", "agency") == [(0, 0, 5), (0, 0, 10), (984, 0, 1)]
    assert family.ledger.audit() == []


def test_a_pool_that_is_not_open_is_not_drawn_on(family):
    """Nor is one further up, nor one that is closed; what is missing counts all that could be had."""
    family.accounts.change("acme", pool_open=False)
    with pytest.raises(TokensMissing) as caught:
        family.ledger.reserve("paris", 6, key="run")
    assert caught.value.values["available"] == 5
    family.accounts.change("acme", pool_open=True)
    family.accounts.change("agency", pool_open=False)
    with pytest.raises(TokensMissing) as caught:
        family.ledger.reserve("paris", 16, key="run")
    assert caught.value.values["available"] == 15


def test_a_run_is_found_by_its_own_account_only(book):
    """Whoever may spend from one account cannot charge, renew or end another account's run as his own."""
    run = book.ledger.reserve("agency", 8, key="run")
    taken = replace(run, account="acme")
    for ask in (book.ledger.renew, book.ledger.release, lambda each: book.ledger.settle(each, 1)):
        with pytest.raises(InputError, match="There is no such reservation"):
            ask(taken)
    assert book.balances("agency", "acme") == [(992, 8, 0), (0, 0, 0)]


def test_a_run_is_reserved_once_by_its_key(book):
    """The same key is the same run; with another amount it is refused; in another account it is another one."""
    book.ledger.allocate("agency", "acme", 50)
    first = book.ledger.reserve("acme", 8, key="run")
    again = book.ledger.reserve("acme", 8, key="run")
    assert (again.id, again.draws) == (first.id, first.draws)
    with pytest.raises(InputError, match="The key run stands for another run, of 8 tokens"):
        book.ledger.reserve("acme", 9, key="run")
    assert book.ledger.reserve("agency", 9, key="run").id != first.id
    assert book.balances("acme", "agency") == [(42, 8, 0), (941, 9, 0)]


@pytest.mark.parametrize("how", ["release", "lapse"])
def test_a_run_that_begins_again_pays_only_for_the_rest(book, how):
    """What it charged stays charged."""
    run = book.ledger.reserve("agency", 8, key="run")
    book.ledger.settle(run, 3)
    if how == "release":
        book.ledger.release(run)
    else:
        book.clock.move(seconds=121)
    assert book.balances("agency") == [(997, 0, 3)]
    again = book.ledger.reserve("agency", 8, key="run")
    assert (again.id, again.state, again.remaining, again.spent) == (run.id, "open", 5, 3)
    assert book.balances("agency") == [(992, 5, 3)]
    assert book.ledger.settle(again, 5).state == "settled"
    assert book.ledger.reserve("agency", 8, key="run").state == "settled"
    assert book.balances("agency") == [(992, 0, 8)]
    assert book.ledger.audit() == []


def test_a_run_is_charged_in_parts_that_renew_its_lease(book):
    """Each picture as it arrives; the last one ends the run."""
    run = book.ledger.reserve("agency", 3, key="run", lease_s=60)
    for n in (1, 2, 3):
        book.clock.move(seconds=59)
        run = book.ledger.settle(run, 1, key=f"picture {n}")
        assert run.lease_until == book.clock.now + timedelta(seconds=60)
        assert book.balances("agency") == [(997, 3 - n, n)]
    assert (run.state, run.remaining, run.spent) == ("settled", 0, 3)


def test_a_picture_is_charged_once_by_its_key(book):
    """Whoever asks again, in whatever run of the account; without keys each call is a picture."""
    run = book.ledger.reserve("agency", 5, key="run")
    for _ in range(2):
        assert book.ledger.settle(run, 2, key="p").spent == 2
    other = book.ledger.reserve("agency", 2, key="other")
    assert book.ledger.settle(other, 2, key="p").spent == 0
    for n in (3, 4):
        assert book.ledger.settle(run, 1).spent == n
    assert book.ledger.balance("agency").spent == 4


def test_two_accounts_pay_for_the_same_picture_from_one_pool(book):
    """Also when their names and its key, put together, read the same."""
    book.accounts.change("agency", pool_open=True)
    for account, key in [("a", "b:c"), ("a:b", "c")]:
        book.accounts.create(account, parent="agency")
        run = book.ledger.reserve(account, 1, key="run")
        assert book.ledger.settle(run, 1, key=key).spent == 1
    assert book.ledger.balance("agency").spent == 2


def test_no_more_is_charged_than_was_reserved(book):
    """The sentence says how many may be; nothing is charged by halves."""
    run = book.ledger.reserve("agency", 5, key="run")
    book.ledger.settle(run, 3)
    with pytest.raises(InputError, match="3 pictures were delivered, and this run may charge 2 more"):
        book.ledger.settle(run, 3)
    assert book.balances("agency") == [(995, 2, 3)]


def test_a_run_that_needs_nothing_costs_nothing(book):
    """All pictures were in the cache."""
    run = book.ledger.reserve("agency", 0, key="run")
    assert book.ledger.settle(run, 0).state == "settled"
    assert book.ledger.release(run).spent == 0
    assert book.kinds("agency") == ["grant"]


def test_released_tokens_can_be_spent_again(book):
    """A second release does nothing, and a run that ended well has nothing to release."""
    run = book.ledger.reserve("agency", 5, key="run")
    book.ledger.settle(run, 2)
    for _ in range(2):
        assert book.ledger.release(run).state == "released"
        assert book.balances("agency") == [(998, 0, 2)]
    assert book.kinds("agency") == ["grant", "reserve", "settle", "release"]


def test_a_released_run_charges_nothing_any_more(book):
    """Somebody cancelled: the picture that arrives afterwards is dropped."""
    run = book.ledger.reserve("agency", 5, key="run")
    book.ledger.release(run)
    with pytest.raises(LeaseEnded, match=r"not set aside any more.*Run the preview again"):
        book.ledger.settle(run, 1)
    with pytest.raises(LeaseEnded):
        book.ledger.renew(run)
    assert book.balances("agency") == [(1000, 0, 0)]


def test_a_lease_ends_by_the_clock(book):
    """Not before its time; who died without a word has charged what he charged."""
    run = book.ledger.reserve("agency", 5, key="run", lease_s=60, template="welcome", run="r1")
    book.ledger.settle(run, 2)
    book.clock.move(seconds=59.9)
    assert book.balances("agency") == [(995, 3, 2)]
    book.clock.move(seconds=0.1)
    assert book.balances("agency") == [(998, 0, 2)]
    last = book.ledger.history("agency")[-1]
    assert (last.kind, last.available, last.template, last.run) == ("release", 3, "welcome", "r1")


def test_a_lease_on_the_pool_ends_for_everybody(family):
    """Also when only the pool's own account, or only the run's, is ever looked at again."""
    family.ledger.give_back("paris", "acme", 5)
    family.ledger.give_back("acme", "agency", 15)
    run = family.ledger.reserve("paris", 7, key="run", lease_s=60)
    assert [d.account for d in run.draws] == ["agency"]
    family.clock.move(seconds=61)
    assert family.balances("agency") == [(1000, 0, 0)]
    run = family.ledger.reserve("paris", 7, key="other", lease_s=60)
    family.clock.move(seconds=61)
    with pytest.raises(LeaseEnded):
        family.ledger.renew(run)
    assert family.ledger.audit() == []


def test_a_lease_that_is_renewed_goes_on(book):
    """Sixty seconds from each sign."""
    run = book.ledger.reserve("agency", 5, key="run", lease_s=60)
    for _ in range(3):
        book.clock.move(seconds=59)
        run = book.ledger.renew(run)
    assert book.balances("agency") == [(995, 5, 0)]
    book.clock.move(seconds=60)
    with pytest.raises(LeaseEnded):
        book.ledger.renew(run)


def test_a_late_picture_is_charged_if_there_are_tokens(book):
    """Its token is set aside again and charged at once."""
    run = book.ledger.reserve("agency", 5, key="run", lease_s=60)
    book.clock.move(seconds=61)
    late = book.ledger.settle(run, 2, key="p")
    assert (late.spent, late.remaining) == (2, 0)
    assert book.ledger.settle(run, 2, key="p").spent == 2
    assert book.balances("agency") == [(998, 0, 2)]
    assert book.kinds("agency") == ["grant", "reserve", "release", "reserve", "settle"]
    assert book.ledger.audit() == []


def test_a_late_picture_is_refused_when_the_tokens_are_gone(book):
    """Somebody else reserved them: the picture is dropped, nothing is charged."""
    book.ledger.allocate("agency", "acme", 5)
    run = book.ledger.reserve("acme", 5, key="run", lease_s=60)
    book.clock.move(seconds=61)
    book.ledger.reserve("acme", 4, key="other")
    with pytest.raises(LeaseEnded, match="was not charged") as caught:
        book.ledger.settle(run, 2)
    assert isinstance(caught.value, LimitError)
    assert book.balances("acme") == [(1, 4, 0)]
    assert book.ledger.settle(run, 1).spent == 1


def test_a_late_picture_of_a_closed_account_is_refused(family):
    """It would be paid from the pool above otherwise."""
    run = family.ledger.reserve("paris", 5, key="run", lease_s=60)
    family.accounts.close("paris")
    family.clock.move(seconds=61)
    with pytest.raises(LeaseEnded):
        family.ledger.settle(run, 1)


def test_a_closed_account_ends_what_it_began(family):
    """No new run, but the one under way is charged and released."""
    run = family.ledger.reserve("paris", 3, key="run")
    family.accounts.close("paris")
    with pytest.raises(InputError, match=r"The account paris is closed. Open it again"):
        family.ledger.reserve("paris", 1, key="other")
    assert family.ledger.settle(run, 1).spent == 1
    assert family.ledger.release(run).state == "released"
    assert family.ledger.audit() == []


def test_a_run_needs_a_key_and_a_lease(sqlite_book):
    """Neither without an end nor longer than a month."""
    for key, lease_s in [("", 120.0), ("k", 0), ("k", -1), ("k", float("nan")), ("k", float("inf")), ("k", 1e12)]:
        with pytest.raises(
            InputError, match="A reservation needs a key, and a lease of more than 0 and at most 2592000"
        ):
            sqlite_book.ledger.reserve("agency", 1, key=key, lease_s=lease_s)


def test_a_reservation_of_another_ledger_is_refused(book, tmp_path):
    """It is not there."""
    run = book.ledger.reserve("agency", 1, key="run")
    book.sql("DELETE FROM ledger_reservation WHERE id = :id", id=run.id)
    with pytest.raises(InputError, match=r"There is no such reservation. Reserve first"):
        book.ledger.settle(run, 1)
