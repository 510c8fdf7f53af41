"""Aligning two sequences: what is matched is equal and in order, and nothing that could stay is given up."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from templates import alignment
from templates.alignment import matches

items = st.lists(st.sampled_from("abcdefgh"), max_size=30)


@given(items, items)
def test_matches_are_equal_items_in_order(old: list[str], new: list[str]) -> None:
    """Places rise on both sides, and each pair is the same item."""
    found = matches(old, new)
    assert all(old[one] == new[other] for one, other in found)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(found))


@given(items, items)
def test_without_anchors_as_much_as_possible_stays(old: list[str], new: list[str]) -> None:
    """The shortest script keeps a longest common subsequence."""
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            best[i + 1][j + 1] = best[i][j] + 1 if one == other else max(best[i][j + 1], best[i + 1][j])
    assert len(alignment._shortest(old, new)) == best[-1][-1]


@given(items)
def test_a_sequence_matches_itself_completely(old: list[str]) -> None:
    """Every item stays."""
    assert matches(old, old) == [(place, place) for place in range(len(old))]


def test_unique_lines_hold_their_surroundings() -> None:
    """A section put before another keeps that one's closing tags with it."""
    old = ["<a>", "one", "</a>"]
    new = ["<a>", "two", "</a>", "<a>", "one", "</a>"]
    assert matches(old, new)[-2:] == [(1, 4), (2, 5)]


def test_a_stretch_that_takes_too_many_steps_counts_as_replaced() -> None:
    """Two texts without anything in common do not cost a second."""
    old, new = ["a", "b"] * 3000, ["c", "d"] * 3000
    assert matches([*old, "same"], [*new, "same"]) == [(6000, 6000)]
