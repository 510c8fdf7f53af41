"""Which pictures cover most of an audience."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.proofs.audience_cover import Covered, cover, reaching
from renderers.proofs.proof import Shot


def shot(profile: str, template: str = "welcome") -> Shot:
    """One of a client."""
    return Shot(template, "default", "", profile)


def test_the_picture_of_most_comes_first():
    """Clients that get the same picture count together; among equals the order of the run counts."""
    groups = {"one": (shot("a"),), "two": (shot("b"), shot("c")), "three": (shot("d"),), "four": (shot("e"),)}
    covered = cover(groups, {"a": 0.3, "b": 0.2, "c": 0.2, "d": 0.0, "e": 0.0})
    assert [each.key for each in covered] == ["two", "one", "three", "four"]
    assert covered[0] == Covered("two", ("b", "c"), 0.4, 0.4)
    assert [each.key for each in reaching(covered, 40)] == ["two"]
    assert [each.key for each in reaching(covered, 95)] == ["two", "one"]
    assert reaching([], 90) == []


def test_a_client_in_several_templates_has_its_share_once():
    """Half of its pictures are half of it."""
    covered = cover({"one": (shot("a"),), "two": (shot("a", "sale"),)}, {"a": 0.8})
    assert [each.total for each in covered] == pytest.approx([0.4, 0.8])


@given(
    st.dictionaries(st.text("xyz", max_size=3), st.lists(st.sampled_from("abcdef").map(shot), min_size=1), max_size=6),
    st.lists(st.floats(0, 1), min_size=6, max_size=6),
)
def test_totals_grow_and_end_below_one(groups, weights):
    """Each picture adds what it says, the first at least as much as any other, and all together no more than all."""
    whole = max(1.0, sum(weights))
    covered = cover(groups, {name: weight / whole for name, weight in zip("abcdef", weights, strict=True)})
    totals = [each.total for each in covered]
    assert {each.key for each in covered} == set(groups)
    assert totals == sorted(totals)
    assert all(0 <= total <= 1 for total in totals)
    assert all(covered[0].share >= each.share for each in covered)
