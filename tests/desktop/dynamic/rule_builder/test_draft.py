"""A rule while it is being built."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.dynamic.rule_builder import draft as edits
from desktop.dynamic.rule_builder.draft import Branch, draft_of, rule_of
from templates.dynamic.rule import tree
from templates.dynamic.rule.normal import normal
from templates.dynamic.rule.tree import EVERYBODY, Group, Not, Other, Rule

A, B, C = (tree.Test(f"contact.{name}", "is", ("x",)) for name in "abc")
leaves: st.SearchStrategy[Rule] = st.sampled_from([A, B, C, Other("contact.a ~ contact.b")])
rules: st.SearchStrategy[Rule] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(Not),
        st.builds(Group, st.sampled_from(["all", "any"]), st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


def everything(test: tree.Test) -> bool:
    return True


def leaves_of(draft: Branch) -> list[tree.Test | Other]:
    found: list[tree.Test | Other] = []
    for part in draft.parts:
        found += leaves_of(part) if isinstance(part, Branch) else [part]
    return found


def paths(draft: Branch, at: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    found = []
    for place, part in enumerate(draft.parts):
        found.append((*at, place))
        found += paths(part, (*at, place)) if isinstance(part, Branch) else []
    return found


@given(rules)
def test_a_rule_comes_back_as_it_was(rule):
    """What the builder shows means what the rule means."""
    assert normal(rule_of(draft_of(rule), everything)) == normal(rule)


def test_none_of_is_not_any():
    """The builder's third kind of group is the negation of “any of”."""
    assert draft_of(Not(Group("any", (A, B)))) == Branch("none", (A, B))
    assert rule_of(Branch("none", (A, B)), everything) == Not(Group("any", (A, B)))


def test_rows_that_are_not_finished_do_not_count():
    """Neither they nor the groups that hold nothing else."""
    draft = Branch("all", (A, Branch("any", (edits.NEW,)), edits.NEW))
    assert rule_of(draft, lambda test: bool(test.path)) == A
    assert rule_of(Branch("none", (edits.NEW,)), lambda test: bool(test.path)) == EVERYBODY


@given(rules, st.data())
def test_moving_loses_nothing_and_goes_back(rule, data):
    """A part that moves is where the path says; the other rows keep their order; the way back undoes it."""
    draft = draft_of(rule)
    path = data.draw(st.sampled_from(paths(draft)))
    part = edits.part_at(draft, path)
    for there, back in ((edits.move_up, edits.move_down), (edits.move_down, edits.move_up)):
        moved, to = there(draft, path)
        assert edits.part_at(moved, to) == part
        assert sorted(map(repr, leaves_of(moved))) == sorted(map(repr, leaves_of(draft)))
        assert back(moved, to) == (draft, path) or to == path


@pytest.mark.parametrize(
    ("path", "verb", "after"),
    [
        ((0,), edits.move_down, Branch("all", (Branch("any", (A, B)), C))),
        ((1, 0), edits.move_up, Branch("all", (A, B, Branch("any"), C))),
        ((1, 0), edits.move_down, Branch("all", (A, Branch("any"), B, C))),
        ((2,), edits.move_up, Branch("all", (A, Branch("any", (B, C))))),
        ((0,), edits.move_up, Branch("all", (A, Branch("any", (B,)), C))),
        ((2,), edits.move_down, Branch("all", (A, Branch("any", (B,)), C))),
    ],
)
def test_moving_goes_into_groups_and_out_of_them(path, verb, after):
    """Up and down follow what is seen; at the ends nothing moves."""
    assert verb(Branch("all", (A, Branch("any", (B,)), C)), path)[0] == after


def test_a_group_is_made_and_dissolved():
    """Around a row, and away again."""
    draft = Branch("all", (A, B))
    made, path = edits.enclose(draft, (1,))
    assert (made, path) == (Branch("all", (A, Branch("any", (B,)))), (1, 0))
    assert edits.dissolve(made, (1,)) == draft


def test_a_draft_is_measured():
    """Its rows, long lists of values for several, and its groups inside each other."""
    assert edits.measure(Branch("all", (tree.Test("contact.a", "in", ("x",) * 500),))) == (101, 1)
    assert edits.measure(Branch("all")) == (0, 1)
    assert edits.measure(Branch("all", (A, Branch("any", (B, Branch("none", (C,))))))) == (3, 3)
