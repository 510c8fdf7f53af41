"""A long history, a page at a time."""

from __future__ import annotations

from renderers.budget.entries import Filter
from renderers.budget.pages import Sums, page_of, sums_of
from renderers.budget.values import Balance


def test_pages_follow_each_other_from_the_newest(book):
    """Each entry comes once, whatever the filter; sums are of all that it lets through, not of a page."""
    ledger, store = book.ledger, book.store
    for number in range(5):
        ledger.grant("acme", 10 + number, note=f"Order {number}")
    ledger.adjust("acme", -4, note="Miscounted")
    grants = Filter(kinds=frozenset({"grant"}))
    first = page_of(store, "acme", grants, n=2)
    second = page_of(store, "acme", grants, n=2, before=first[-1].number)
    third = page_of(store, "acme", grants, n=2, before=second[-1].number)
    assert [each.note for each in (*first, *second, *third)] == [f"Order {number}" for number in (4, 3, 2, 1, 0)]
    assert sums_of(store, "acme", grants) == Sums(5, Balance(60, 0, 0))
    assert sums_of(store, "acme", Filter(text="miscount")) == Sums(1, Balance(-4, 0, 0))
    assert sums_of(store, "acme", Filter(text="nothing like this")) == Sums(0, Balance(0, 0, 0))
