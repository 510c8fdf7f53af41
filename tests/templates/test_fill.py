"""The slots of the texts that we ship."""

from __future__ import annotations

import pytest

from templates.errors import Place, TemplateError
from templates.fill import fill


def test_slots_are_filled_and_nothing_else_is_touched() -> None:
    """Dotted names reach into tables; tags of the template language stay as they are."""
    text = "@{hero.title}: {{ name }} {% if a %}@{cta}{% endif %} @ {x} a@b.example"
    filled = fill(text, {"hero": {"title": "Hello"}, "cta": "Go"}, name="x")
    assert filled == "Hello: {{ name }} {% if a %}Go{% endif %} @ {x} a@b.example"


def test_a_value_is_not_filled_again() -> None:
    """What a value says is text, a slot in it too."""
    assert fill("@{a}", {"a": "@{b}", "b": "no"}, name="x") == "@{b}"


def test_a_slot_without_text_has_its_place() -> None:
    """A missing text names the slot, with file, line and column."""
    with pytest.raises(TemplateError, match=r"@\{b\.c\}") as caught:
        fill("a\n  @{b.c}", {"b": {"d": "x"}}, name="template.mjml")
    assert caught.value.place == Place("template.mjml", 2, 3)
