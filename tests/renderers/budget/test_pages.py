"""A long history, a page at a time."""

from __future__ import annotations

from renderers.budget.accounts import Accounts
from renderers.budget.entries import Filter
from renderers.budget.ledger import Ledger
from renderers.budget.pages import Sums, page_of, sums_of
from renderers.budget.store import Store


def test_pages_follow_each_other_from_the_newest(tmp_path):
    """Each entry comes once, whatever the filter; sums are of all that it lets through, not of a page."""
    store = Store(f"sqlite:///{tmp_path / 'ledger.db'}")
    ledger = Ledger(store)
    Accounts(store).create("agency")
    for number in range(5):
        ledger.grant("agency", 10 + number, note=f"Order {number}")
    ledger.adjust("agency", -4, note="Miscounted")
    grants = Filter(kinds=frozenset({"grant"}))
    first = page_of(store, "agency", grants, n=2)
    second = page_of(store, "agency", grants, n=2, before=first[-1].number)
    third = page_of(store, "agency", grants, n=2, before=second[-1].number)
    assert [each.note for each in (*first, *second, *third)] == [f"Order {number}" for number in (4, 3, 2, 1, 0)]
    assert sums_of(store, "agency", grants) == Sums(5, (60, 0, 0))
    assert sums_of(store, "agency", Filter(text="miscount")) == Sums(1, (-4, 0, 0))
    assert sums_of(store, "agency", Filter(text="nothing like this")) == Sums(0, (0, 0, 0))
    store.close()
