"""Accounts as the panel shows them."""

from __future__ import annotations

from desktop.tokens.words import parts_of


def test_what_is_below_counts_as_allocated(agency):
    """The pool's bar holds all tokens of all that are under it, a leaf's only its own."""
    shown = agency.find("agency")
    assert shown.allocated == 50 + 5 + 45 + 7 + 3 + 80 + 20
    assert parts_of(shown) == {"available": 300, "allocated": 210, "reserved": 0, "spent": 10}
    assert agency.find("acme").allocated == 10
    assert agency.find("shoes").allocated == 0


def test_family_and_names(agency):
    """Who is above and below, and what people call them; a stranger keeps its id."""
    assert [each.account.id for each in agency.children("agency")] == ["acme", "north", "old"]
    assert agency.parent_of(agency.find("shoes")).account.id == "acme"
    assert agency.parent_of(agency.find("agency")) is None
    assert (agency.title("north"), agency.title("elsewhere")) == ("North", "elsewhere")
    assert [each.pays for each in agency.accounts] == [True, False, False, False, False]


def test_the_months_number_is_the_strictest_there_is(agency, make_facts):
    """Hard limit before budget before soft limit; without any there is none."""
    assert [each.month_limit for each in agency.accounts] == [None, 40, None, 100, None]
    assert agency.find("acme").is_at_limit
    soft = make_facts({"/agency/": ((1, 0, 0), {"soft_limit": 9, "used": 12})})
    assert soft.find("agency").month_limit == 9
    assert not soft.find("agency").is_at_limit
