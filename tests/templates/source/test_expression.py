"""Conditions and loops as they are typed."""

from __future__ import annotations

import pytest

from templates.source.expression import is_condition, is_loop


@pytest.mark.parametrize(
    "text", ["a", 'contact.city == "New York"', "a and not (b or c|default(1) > 2)", "x in [1, 2]"]
)
def test_expressions_are_conditions(text):
    """Filters need not be known here."""
    assert is_condition(text)


@pytest.mark.parametrize(
    "text", ["", "  ", "a ==", 'a == "', "a %}", "{{ a }}", "a) or (b", "{# a #}", "(" * 1500, "a" * 3000, "a; b"]
)
def test_what_is_half_typed_or_leaves_its_tag_is_none(text):
    """It would swallow what stands behind it."""
    assert not is_condition(text)
    assert not is_loop(text)


@pytest.mark.parametrize(
    ("text", "fits"), [("x in xs", True), ("k, v in d.items()", True), ("xs", False), ("x in", False)]
)
def test_a_loop_names_its_entries(text, fits):
    """And says where they come from."""
    assert is_loop(text) == fits
