"""Where tokens went: whose run it was counts, not whose tokens it drew."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from renderers.budget.errors import NotAllowed
from renderers.budget.spending import spending
from templates.errors import InputError


@pytest.fixture
def spend(book):
    """``spend(account, n, template, client, actor)``: a run whose pictures are all delivered."""

    def spend(account: str, n: int, template: str = "", client: str = "", actor: str = "") -> None:
        made = book.ledger.reserve(account, n, key=uuid4().hex, template=template, actor=actor)
        book.ledger.settle(made, n, client=client)

    return spend


@pytest.fixture
def busy(book, spend):
    """The agency pays for two pictures of its own, and acme for three of its own and two of the agency's pool."""
    book.ledger.allocate("agency", "acme", 3)
    book.accounts.change("agency", pool_open=True)
    spend("acme", 5, "welcome.en", "gmail-web", "ann")
    book.clock.move(hours=1)
    spend("agency", 2, "offer.fr", "outlook-com", "bob")
    return book


def test_spending_is_told_by_template_client_and_person(busy):
    """Each way of counting comes to the same sum, the largest share first."""
    assert spending(busy.store, "agency", "template") == [("welcome.en", 5), ("offer.fr", 2)]
    assert spending(busy.store, "agency", "client") == [("gmail-web", 5), ("outlook-com", 2)]
    assert spending(busy.store, "agency", "person") == [("ann", 5), ("bob", 2)]


def test_an_agency_sees_which_account_used_how_much_of_its_pool_too(busy):
    """A sub-account's draws on the pool are the sub-account's, and no other's spending is in its own."""
    assert spending(busy.store, "agency", "account") == [("acme", 5), ("agency", 2)]
    assert spending(busy.store, "acme", "account") == [("acme", 5)]


def test_an_account_of_a_like_name_is_not_below(busy, spend):
    """Whose id begins with another's is a stranger."""
    busy.accounts.create("acme-paris", parent="agency")
    spend("acme-paris", 4)
    assert spending(busy.store, "acme", "account") == [("acme", 5)]
    assert spending(busy.store, "agency", "account") == [("acme", 5), ("acme-paris", 4), ("agency", 2)]


def test_a_span_of_time_has_its_begin_and_not_its_end(busy):
    """Two spans that meet count each picture once."""
    border = datetime(2026, 11, 10, 13, tzinfo=UTC)
    assert spending(busy.store, "agency", "account", until=border) == [("acme", 5)]
    assert spending(busy.store, "agency", "account", since=border) == [("agency", 2)]


def test_what_nobody_named_is_told_without_a_name(book, spend):
    """Names that tie are in the order of the alphabet, none before all."""
    for client in ("b", "", "a"):
        spend("agency", 1, client=client)
    assert spending(book.store, "agency", "client") == [("", 1), ("a", 1), ("b", 1)]


def test_what_was_only_set_aside_is_not_spent(book):
    """A run that was given back cost nothing."""
    made = book.ledger.reserve("agency", 9, key="run")
    assert spending(book.store, "agency", "account") == []
    book.ledger.release(made)
    assert spending(book.store, "agency", "account") == []


def test_only_who_may_see_the_account_sees_its_spending(busy):
    """In a team a login without a role is refused; on one machine everybody is owner."""
    with pytest.raises(InputError, match="There is no account nobody"):
        spending(busy.store, "nobody", "account")
    if busy.store.is_shared:
        busy.sql("DELETE FROM account_member")
        with pytest.raises(NotAllowed, match="viewer"):
            spending(busy.store, "agency", "account")
