"""Monthly budgets: given once a month, brought back to the amount or carried over, by the account's own calendar."""

from __future__ import annotations

from datetime import date

import pytest

from templates.errors import InputError


def test_a_budget_is_given_at_once_and_each_month(book):
    """What is left at the end of a month goes back first: the account is brought to its budget."""
    book.accounts.change("acme", monthly=100)
    assert book.balances("acme", "agency") == [(100, 0, 0), (900, 0, 0)]
    book.ledger.settle(book.ledger.reserve("acme", 30, key="run"), 30)
    book.clock.to(2026, 12, 1)
    assert book.balances("acme", "agency") == [(100, 0, 30), (870, 0, 0)]
    last = book.ledger.history("acme")[-1]
    assert (last.kind, last.available, last.actor, last.note) == ("allocate", 30, "mailwright", "2026-12: 100")
    assert book.ledger.audit() == []


def test_what_is_beyond_the_budget_goes_back(book):
    """Tokens that somebody moved there by hand, too."""
    book.accounts.change("acme", monthly=100)
    book.ledger.allocate("agency", "acme", 50)
    book.clock.to(2026, 12, 1)
    assert book.balances("acme", "agency") == [(100, 0, 0), (900, 0, 0)]
    assert book.ledger.history("acme")[-1].kind == "return"


def test_a_budget_may_be_carried_over(book):
    """What is left stays; months in which nobody looked are made up for."""
    book.accounts.change("acme", monthly=100, carry_over=True)
    book.clock.to(2027, 2, 15)
    assert book.balances("acme", "agency") == [(400, 0, 0), (600, 0, 0)]
    assert [e.run for e in book.ledger.history("acme") if e.kind == "allocate"] == [
        "2026-11", "2026-12", "2027-01", "2027-02",
    ]  # fmt: skip


def test_months_that_nobody_looked_at_are_not_added_up_without_carrying_over(book):
    """One budget, however many months went by."""
    book.accounts.change("acme", monthly=100)
    book.clock.to(2027, 2, 15)
    assert book.balances("acme", "agency") == [(100, 0, 0), (900, 0, 0)]


def test_a_parent_that_is_short_gives_what_it_has(book):
    """Nothing is promised that is not there, and the month counts as given."""
    book.accounts.change("acme", monthly=1500)
    assert book.balances("acme", "agency") == [(1000, 0, 0), (0, 0, 0)]
    book.ledger.grant("agency", 800, note="order 2")
    assert book.balances("acme") == [(1000, 0, 0)]
    book.clock.to(2026, 12, 1)
    assert book.balances("acme", "agency") == [(1500, 0, 0), (300, 0, 0)]


def test_a_month_begins_in_the_accounts_zone(book):
    """In Auckland thirteen hours before it does in London."""
    book.accounts.change("acme", monthly=100, zone="Pacific/Auckland")
    book.ledger.adjust("acme", -100, note="gone")
    book.clock.to(2026, 11, 30, 10, 59, 59)
    assert book.balances("acme") == [(0, 0, 0)]
    book.clock.move(seconds=1)
    assert book.balances("acme") == [(100, 0, 0)]


def test_a_clock_that_goes_back_over_the_months_border_gives_nothing_twice(book):
    """Forward, back and forward again; carried over or not."""
    book.accounts.create("bolt", parent="agency", monthly=50, carry_over=True)
    book.accounts.change("acme", monthly=100)
    book.clock.to(2026, 12, 1, 0, 30)
    assert book.balances("acme", "bolt", "agency") == [(100, 0, 0), (100, 0, 0), (800, 0, 0)]
    for _ in range(2):
        book.clock.move(hours=-1)
        book.ledger.settle(book.ledger.reserve("acme", 10, key=str(book.clock.now)), 0)
        assert book.balances("bolt", "agency") == [(100, 0, 0), (800, 0, 0)]
        book.clock.move(hours=1)
        book.ledger.reserve("bolt", 0, key=str(book.clock.now))
        assert book.balances("bolt", "agency") == [(100, 0, 0), (800, 0, 0)]
    assert sum(book.ledger.balance("acme")) == 100
    assert book.ledger.audit() == []


def test_budgets_come_down_over_two_levels_in_one_go(book):
    """Whoever looks first at the lower account: the upper one gets its own before it gives."""
    book.accounts.change("acme", monthly=100)
    book.accounts.create("paris", parent="acme", monthly=80)
    assert book.balances("paris") == [(80, 0, 0)]
    book.ledger.settle(book.ledger.reserve("paris", 80, key="run"), 80)
    book.ledger.adjust("acme", -20, note="gone")
    book.clock.to(2026, 12, 1)
    assert book.balances("paris", "acme", "agency") == [(80, 0, 80), (20, 0, 0), (800, 0, 0)]


def test_a_budget_is_never_paid_in_tokens_that_ended_the_night_before(book):
    """An offer until the last day of November gives nothing in December, whoever looks first."""
    book.ledger.grant("agency", 60, note="offer", expires=date(2026, 11, 30))
    book.accounts.create("bolt", parent="agency")
    book.accounts.change("bolt", monthly=60, carry_over=True)
    book.ledger.settle(book.ledger.reserve("bolt", 60, key="run"), 60)
    book.ledger.grant("agency", 60, note="offer", expires=date(2026, 11, 30))
    book.clock.to(2026, 12, 1)
    assert book.balances("bolt") == [(60, 0, 60)]
    assert book.kinds("bolt")[-1] == "allocate"


def test_a_budget_that_was_taken_away_is_not_owed(book):
    """Nor is that of a closed account: what begins anew begins now."""
    book.accounts.change("acme", monthly=100, carry_over=True)
    book.accounts.change("acme", monthly=None)
    book.clock.to(2027, 3, 1)
    book.accounts.change("acme", monthly=100)
    assert book.balances("acme") == [(200, 0, 0)]
    book.accounts.close("acme")
    book.clock.to(2027, 6, 1)
    assert book.balances("acme") == [(0, 0, 0)]
    book.accounts.reopen("acme")
    assert book.balances("acme") == [(100, 0, 0)]


def test_the_first_account_has_nobody_to_get_a_budget_from(book):
    """Neither when it is made nor later."""
    for ask in (
        lambda: book.accounts.change("agency", monthly=5),
        lambda: book.accounts.create("other", monthly=5),
    ):
        with pytest.raises(InputError, match=r"no account above that could give it tokens each month. Buy tokens"):
            ask()
    assert [each.id for each in book.accounts.tree()] == ["agency", "acme"]
