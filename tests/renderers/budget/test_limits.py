"""Limits of a month refuse before anything is set aside; levels are told once a month."""

from __future__ import annotations

import pytest

from renderers.budget.errors import LeaseEnded, TokensMissing
from renderers.budget.standing import standings


def spend(book, account, n, key):
    """A run of ``n`` pictures, one after the other."""
    run = book.ledger.reserve(account, n, key=key)
    for number in range(n):
        book.ledger.settle(run, 1, key=f"{key}:{number}")


def levels(book, account):
    return [(each.month, each.level, each.used, each.of) for each in reversed(book.accounts.alerts(account))]


def test_a_hard_limit_refuses_with_what_is_left(book):
    """What is charged and what is set aside both count; what is released is free again."""
    book.accounts.change("agency", hard_limit=10)
    spend(book, "agency", 6, "a")
    run = book.ledger.reserve("agency", 3, key="b")
    with pytest.raises(TokensMissing, match=r"takes 2 tokens, and the account agency may use 1 more this month.*raise"):
        book.ledger.reserve("agency", 2, key="c")
    book.ledger.release(run)
    assert book.ledger.reserve("agency", 4, key="c").remaining == 4


def test_a_hard_limit_holds_for_the_pool_too(book):
    """The account's own tokens and those of the one above are the same spending."""
    book.accounts.change("agency", pool_open=True)
    book.accounts.change("acme", hard_limit=10)
    book.ledger.allocate("agency", "acme", 4)
    spend(book, "acme", 8, "a")
    with pytest.raises(TokensMissing) as caught:
        book.ledger.reserve("acme", 3, key="b")
    assert caught.value.values == {"wanted": 3, "available": 2, "account": "acme"}
    assert book.balances("agency") == [(992, 0, 4)]


def test_a_hard_limit_begins_anew_with_the_month(book):
    """In the account's zone; pictures of last month do not count."""
    book.accounts.change("agency", hard_limit=5, zone="Europe/Paris")
    spend(book, "agency", 5, "a")
    book.clock.to(2026, 11, 30, 22, 59)
    with pytest.raises(TokensMissing):
        book.ledger.reserve("agency", 1, key="b")
    book.clock.to(2026, 11, 30, 23, 0)
    assert book.ledger.reserve("agency", 5, key="b").remaining == 5


def test_a_hard_limit_of_nothing_stops_an_account(book):
    """A limit that was lowered below what was used leaves nothing, not less."""
    spend(book, "agency", 5, "a")
    for limit in (0, 3):
        book.accounts.change("agency", hard_limit=limit)
        with pytest.raises(TokensMissing, match="may use 0 more"):
            book.ledger.reserve("agency", 1, key="b")
    assert book.ledger.reserve("agency", 0, key="none").remaining == 0


def test_a_late_picture_beyond_the_hard_limit_is_dropped(book):
    """Its place was taken by another run."""
    book.accounts.change("agency", hard_limit=5)
    run = book.ledger.reserve("agency", 5, key="a", lease_s=60)
    book.clock.move(seconds=61)
    spend(book, "agency", 5, "b")
    with pytest.raises(LeaseEnded):
        book.ledger.settle(run, 1)


@pytest.mark.parametrize("parts", [3, 1])
def test_each_level_is_told_once_a_month(book, parts):
    """Whether a run is charged picture by picture or all at once at its end."""
    book.accounts.change("agency", hard_limit=10)
    spend(book, "agency", 7, "a")
    assert levels(book, "agency") == []
    run = book.ledger.reserve("agency", 3, key="b")
    for _ in range(parts):
        book.ledger.settle(run, 3 // parts)
    before = levels(book, "agency")
    assert [level for _, level, _, _ in before] == [80, 100]
    book.clock.move(hours=1)
    book.accounts.change("agency", hard_limit=20)
    spend(book, "agency", 8, "c")
    assert levels(book, "agency") == before
    book.clock.to(2026, 12, 2)
    spend(book, "agency", 16, "d")
    assert [(month, level) for month, level, _, _ in levels(book, "agency")][len(before) :] == [("2026-12", 80)]


def test_a_late_picture_reaches_a_level_too(book):
    """It is charged in the same breath as it is set aside."""
    book.accounts.change("agency", hard_limit=1)
    run = book.ledger.reserve("agency", 1, key="a", lease_s=60)
    book.clock.move(seconds=61)
    book.ledger.settle(run, 1)
    assert levels(book, "agency") == [("2026-11", 80, 1, 1), ("2026-11", 100, 1, 1)]


def test_levels_are_of_the_budget_or_the_soft_limit(book):
    """Without a hard limit; the soft one refuses nothing."""
    book.accounts.change("acme", monthly=10, alert_levels=[50])
    spend(book, "acme", 5, "a")
    assert levels(book, "acme") == [("2026-11", 50, 5, 10)]
    book.accounts.change("agency", soft_limit=4, alert_levels=[100])
    spend(book, "agency", 5, "a")
    assert levels(book, "agency") == [("2026-11", 100, 5, 4)]


def test_the_pool_is_told_when_others_empty_it(book):
    """Its owner has to buy more: the levels are of all that it ever got."""
    book.ledger.adjust("agency", -990, note="small")
    book.accounts.change("agency", pool_open=True)
    spend(book, "acme", 8, "a")
    assert levels(book, "agency") == [("2026-11", 80, 8, 10)]
    assert levels(book, "acme") == []


def test_without_levels_nothing_is_told(book):
    """An empty list."""
    book.accounts.change("agency", hard_limit=2, alert_levels=[])
    spend(book, "agency", 2, "a")
    assert levels(book, "agency") == []


def test_a_pools_limit_holds_for_what_others_draw_from_it(book):
    """An agency that opens its pool still decides how much of it a month may take; the next month begins anew."""
    book.accounts.change("agency", pool_open=True, hard_limit=10)
    assert book.ledger.affordable("acme") == 10
    first = book.ledger.reserve("acme", 8, key="first")
    book.ledger.settle(first, 8)
    assert book.ledger.affordable("acme") == 2
    with pytest.raises(TokensMissing, match="and 2 are left"):
        book.ledger.reserve("acme", 3, key="second")
    with pytest.raises(TokensMissing, match="may use 2 more"):
        book.ledger.reserve("agency", 3, key="own")
    accounts = book.accounts.tree()
    used = {name: each.used for name, each in standings(book.store, accounts).items()}
    assert (used["agency"], used["acme"]) == (8, 8)
    book.clock.to(2027, 1, 2)
    assert book.ledger.affordable("acme") == 10
