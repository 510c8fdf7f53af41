"""Tags that are being typed: told from finished ones, and finished."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.source.jinja import scan
from templates.source.unfinished import finished, is_finished


@pytest.mark.parametrize(
    "value", ["", "a { b", "{{ x }}", "{{ x }}px", "{% if a == 'b' %}c{% endif %}", "{# x #}", "100%}"]
)
def test_finished_values_are_said_at_once(value):
    """They stay as they are."""
    assert is_finished(value)
    assert finished(value) == value


@pytest.mark.parametrize(
    ("value", "then"),
    [
        ("{{", "{{ }}"),
        ("{{ na", "{{ na }}"),
        ("{{ na }", "{{ na }}"),
        ("Dear {{ name", "Dear {{ name }}"),
        ("{% if x", "{% if x %}"),
        ("{# note", "{# note #}"),
    ],
)
def test_an_unfinished_tag_gets_its_end(value, then):
    """When the field is left."""
    assert not is_finished(value)
    assert finished(value) == then


def test_a_brace_at_the_end_waits():
    """Left there, it is a brace."""
    assert not is_finished("a {")
    assert finished("a {") == "a {"


def test_an_open_quote_in_a_tag_is_unfinished():
    """In a mail it would go on to the next quote."""
    assert not is_finished("{{ a['b }}")


@given(st.text(alphabet="{}%#' \"ab", max_size=20))
def test_nothing_is_left_open(value):
    """Whatever was typed."""
    assert not any(tag.kind == "unclosed" for tag in scan(finished(value)))
