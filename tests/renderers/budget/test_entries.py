"""Filters of the history: each field narrows it, and what a person types is text, never a pattern."""

from __future__ import annotations

from datetime import timedelta

import pytest

from renderers.budget.entries import Filter


@pytest.fixture
def told(book):
    """Runs of two people for two templates, a day apart, with notes that are hard to search for."""
    for n, (actor, template, client) in enumerate([("ann", "welcome", "gmail"), ("bob", "promo", "outlook")]):
        run = book.ledger.reserve("agency", 1, key=str(n), actor=actor, template=template, run=f"run-{n}")
        book.ledger.settle(run, 1, client=client)
        book.clock.move(days=1)
    for note in ("100% sure", "under_score", "O'Hara", "back\\slash", "ÉTÉ"):
        book.ledger.adjust("agency", 1, note=note)
    return book


def test_each_field_narrows_the_history(told):
    """Kinds, person, template, client and time; together they narrow further."""

    def kinds(**fields):
        return [each.kind for each in told.ledger.history("agency", Filter(**fields))]

    assert kinds(kinds=frozenset({"grant"})) == ["grant"]
    assert kinds(kinds=frozenset({"reserve", "settle"})) == ["reserve", "settle"] * 2
    assert kinds(actor="bob") == ["reserve", "settle"]
    assert kinds(template="welcome") == ["reserve", "settle"]
    assert kinds(client="gmail") == ["settle"]
    assert kinds(actor="bob", client="gmail") == []
    first = told.clock.now - timedelta(days=1)
    assert kinds(since=first, until=told.clock.now) == ["reserve", "settle"]
    assert kinds(until=first) == ["grant", "reserve", "settle"]
    assert kinds(since=told.clock.now) == ["adjust"] * 5


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("%", ["100% sure"]),
        ("_", ["under_score"]),
        ("'", ["O'Hara"]),
        ("\\", ["back\\slash"]),
        ("SURE", ["100% sure"]),
        ("run-1", ["", ""]),
        ("nothing such", []),
        ("' OR '1'='1", []),
    ],
)
def test_a_text_is_searched_as_it_is(told, text, notes):
    """Wildcards and quotes stand for themselves; upper and lower case are alike."""
    assert [each.note for each in told.ledger.history("agency", Filter(text=text))] == notes
