"""Ticked segments as conditions, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.dynamic.conditions.choice import Choice, choice_of, choice_text
from templates.dynamic.rule.parse import parse_rule

IDS = st.lists(st.sampled_from(["loyalty", "a_b", "12345", 'q"uote', "né"]), min_size=1, max_size=4, unique=True)


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        (Choice("any", ("a",)), "segment.a"),
        (Choice("any", ("a", "b")), "segment.a or segment.b"),
        (Choice("all", ("a", "b")), "segment.a and segment.b"),
        (Choice("none", ("a",)), "not segment.a"),
        (Choice("none", ("a", "b")), "not (segment.a or segment.b)"),
        (Choice("any", ("12345",)), 'segment["12345"]'),
        (Choice("none", ()), ""),
    ],
)
def test_a_choice_is_written(choice: Choice, text: str) -> None:
    """As the shortest condition that says it."""
    assert choice_text(choice) == text


@given(st.sampled_from(["any", "all", "none"]), IDS)
def test_what_is_written_is_read_back(kind, ids) -> None:
    """Of one segment any and all are the same."""
    read = choice_of(parse_rule(choice_text(Choice(kind, tuple(ids)))))
    assert read == Choice("any" if len(ids) == 1 and kind == "all" else kind, tuple(ids))


@pytest.mark.parametrize("text", ["a", "segment.a and b", "segment.a or not segment.b", "not (segment.a or b)", "true"])
def test_more_than_segments_is_no_choice(text: str) -> None:
    """It is shown as a rule."""
    assert choice_of(parse_rule(text)) is None


def test_none_of_several_may_be_written_one_by_one() -> None:
    """As people write it."""
    assert choice_of(parse_rule("not segment.a and not segment.b")) == Choice("none", ("a", "b"))
