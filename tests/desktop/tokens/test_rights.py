"""What cannot be done says why before anybody tries."""

from __future__ import annotations

import pytest

from desktop.tokens.rights import can_move, why_not

VERBS = ("give", "take", "take_all", "buy", "correct", "new", "rename", "settings", "roles", "close", "reopen")


def able(facts, id_: str) -> set[str]:
    return {verb for verb in VERBS if not why_not(verb, facts.find(id_), facts)}


def test_an_owner_does_everything_that_makes_sense(agency):
    """The pool has nobody above to move tokens with, an empty account has none to give, a closed one rests."""
    moves = {"give", "take", "take_all"}
    assert able(agency, "agency") == set(VERBS) - moves
    assert able(agency, "acme") == set(VERBS)
    assert able(agency, "north") == set(VERBS) - {"take", "take_all"}
    assert able(agency, "old") == set(VERBS) - moves - {"buy", "new"}
    assert why_not("take", agency.find("north"), agency) == "North has no free tokens."


@pytest.mark.parametrize(
    ("role", "in_pool", "in_sub"),
    [
        ("viewer", set(), set()),
        ("member", set(), set()),
        ("manager", {"new", "rename"}, set(VERBS) - {"buy", "correct", "roles"}),
    ],
)
def test_roles_below_owner(make_facts, role, in_pool, in_sub):
    """A manager allocates inside and buys nothing; who only looks or spends changes nothing."""
    rows = {"/agency/": ((9, 0, 0), {"role": role}), "/agency/acme/": ((9, 0, 0), {"role": role})}
    facts = make_facts(rows)
    assert (able(facts, "agency"), able(facts, "acme")) == (in_pool, in_sub)


def test_the_reason_names_both_roles(make_facts):
    """Whom to ask is clear: which role, where, and which one is there."""
    facts = make_facts({"/agency/": ((9, 0, 0), {"role": "member"})})
    said = why_not("buy", facts.find("agency"), facts)
    assert said == "It takes the role “owner” in Agency; yours is “member”."


def test_who_owns_a_sub_account_alone_moves_nothing_with_the_one_above(make_facts):
    """The account above is out of sight, and decides."""
    facts = make_facts({"/agency/acme/": ((9, 0, 0), {})}, payer="acme")
    assert able(facts, "acme") == {"buy", "correct", "new", "rename", "roles"}
    assert "may not see" in why_not("give", facts.find("acme"), facts)


def test_tokens_move_one_level_at_a_time(agency):
    """Up and down between neighbours; not between siblings, not past a level, not from nothing, not to the closed."""
    able_pairs = [("agency", "acme"), ("acme", "agency"), ("acme", "shoes"), ("shoes", "acme"), ("agency", "north")]
    pairs = [(one.account.id, other.account.id) for one in agency.accounts for other in agency.accounts]
    assert {pair for pair in pairs if can_move(agency, *pair)} == set(able_pairs)
    assert not can_move(agency, "agency", "elsewhere")
