"""How long tokens last: the pace, last days, monthly budgets, and whose tokens count."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from renderers.budget.forecast import Forecast, forecast


@pytest.fixture
def spend(book):
    """``spend(account, n)`` now."""

    def spend(account: str, n: int) -> None:
        book.ledger.settle(book.ledger.reserve(account, n, key=uuid4().hex), n)

    return spend


@pytest.fixture
def weekly(book, spend):
    """``weekly(account, n)``: n pictures now and in each of the three weeks that follow; then it is a week later."""

    def weekly(account: str, n: int) -> None:
        for _ in range(4):
            spend(account, n)
            book.clock.move(days=7)

    return weekly


def test_without_spending_there_is_no_forecast(book):
    """Tokens that nobody touches never end, and those that nobody has are no news."""
    assert forecast(book.store, "agency") == forecast(book.store, "acme") == Forecast(0.0, None)


def test_the_first_day_is_no_pace(book, spend):
    """A burst of 70 on the first day counts as 10 a day, as long as a week has not gone by."""
    spend("agency", 70)
    assert forecast(book.store, "agency") == Forecast(10.0, date(2027, 2, 11))
    book.clock.move(days=6)
    assert forecast(book.store, "agency").pace == 10.0
    book.clock.move(days=8)
    assert forecast(book.store, "agency").pace == 5.0


def test_the_pace_is_that_of_the_last_four_weeks(book, weekly):
    """What was spent before does not count any more; after four quiet weeks nothing is foretold."""
    weekly("agency", 70)
    assert forecast(book.store, "agency").pace == 10.0
    book.clock.move(days=14, seconds=1)
    assert forecast(book.store, "agency").pace == 140 / 28 - 70 / 28
    book.clock.move(days=14)
    assert forecast(book.store, "agency") == Forecast(0.0, None)


def test_what_lasts_for_more_than_five_years_has_no_end(book, spend):
    """999 tokens at one a week are 19 years."""
    spend("agency", 1)
    assert forecast(book.store, "agency") == Forecast(pytest.approx(1 / 7), None)


def test_tokens_with_a_last_day_end_on_it(book, weekly):
    """They are used first, and what is left of them does not count on the day after."""
    book.ledger.adjust("agency", -720, note="all but what is spent")
    book.ledger.grant("agency", 1000, note="for the season", expires=date(2026, 12, 31))
    weekly("agency", 70)  # 1,000 are left on 8 December: 280 of those with a last day were spent, and 280 have none
    assert book.ledger.balance("agency").available == 1000
    assert forecast(book.store, "agency") == Forecast(10.0, date(2027, 1, 28))


def test_only_tokens_with_a_last_day(book, spend):
    """The last day itself is the end, by the account's clock."""
    book.accounts.change("agency", zone="Pacific/Auckland")
    book.ledger.adjust("agency", -1000, note="none of the others")
    book.ledger.grant("agency", 1000, note="for the season", expires=date(2026, 12, 31))
    spend("agency", 7)
    assert forecast(book.store, "agency") == Forecast(1.0, date(2026, 12, 31))


def test_an_account_without_tokens_ends_today(book, spend):
    """Who spent all has none for this very day, whatever the pool above holds."""
    book.accounts.change("agency", pool_open=True)
    book.ledger.allocate("agency", "acme", 7)
    spend("acme", 7)
    spend("acme", 70)  # out of the pool: not its own tokens, not its own pace
    assert forecast(book.store, "acme") == Forecast(1.0, date(2026, 11, 10))


def test_an_account_at_the_top_counts_with_all_below(book, spend):
    """It can take back what its sub-accounts have; a sub-account has its own only."""
    book.ledger.allocate("agency", "acme", 500)
    spend("acme", 35)
    spend("agency", 35)
    assert forecast(book.store, "agency") == Forecast(10.0, date(2027, 2, 11))
    assert forecast(book.store, "acme") == Forecast(5.0, date(2027, 2, 11))


def test_what_ran_out_below_is_free_again(book, spend):
    """A run of a sub-account that died does not shorten the agency's forecast."""
    book.ledger.allocate("agency", "acme", 500)
    spend("acme", 70)
    book.ledger.reserve("acme", 430, key="dead", lease_s=60)
    assert forecast(book.store, "agency").until == date(2026, 12, 30)
    book.clock.move(minutes=2)
    assert forecast(book.store, "agency").until == date(2027, 2, 11)


@pytest.mark.parametrize(
    ("budget", "carry_over", "saved", "until"),
    [
        (400, False, 6, None),
        (310, False, 6, None),  # just as much as the longest month takes
        (295, False, 6, date(2026, 12, 30)),
        (305, False, 66, date(2026, 12, 31)),  # what was saved goes back when December begins
        (305, True, 66, None),  # short months save what long ones take, for longer than five years
        (295, True, 66, date(2027, 7, 31)),  # less by 15 or 5 each month, more by 15 in February
        (400, True, 4, date(2026, 11, 30)),  # too few for the night before it comes
    ],
)
def test_a_monthly_budget_comes_in(book, spend, budget, carry_over, saved, until):
    """Who gets more each month than is spent never runs out; who gets less does in the month that it is too little for.

    It is the last noon of November, ten tokens a day are spent, and ``saved`` are left.
    """
    book.clock.to(2026, 11, 30, 12)
    book.accounts.change("acme", monthly=budget, carry_over=carry_over)
    book.ledger.adjust("acme", 70 + saved - book.ledger.balance("acme").available, note="as the month went")
    spend("acme", 70)
    assert forecast(book.store, "acme") == Forecast(10.0, until)
