"""What a person means by a text in a field."""

from __future__ import annotations

from typing import Any

import pytest

from templates.data.editors import MISSING
from templates.data.entered import entered, shown
from templates.dynamic.shape import Kind


@pytest.mark.parametrize(
    ("text", "kind", "before", "value"),
    [
        ("12", "number", MISSING, 12),
        ("12,5", "number", 3, 12.5),
        ("1.50", "number", MISSING, 1.5),
        ("about 12", "number", 3, "about 12"),
        ("Oui", "boolean", MISSING, True),
        ("no", "boolean", True, False),
        ("perhaps", "boolean", MISSING, "perhaps"),
        ("12", "text", MISSING, "12"),
        ("", "text", "Ada", ""),
        ("", "text", MISSING, MISSING),
        ("", "number", 3, MISSING),
        (" ", "url", "https://example.com", MISSING),
        ("2026-11-22", "date", MISSING, "2026-11-22"),
    ],
)
def test_a_text_becomes_a_value_of_its_kind(text: str, kind: Kind, before: Any, value: Any) -> None:
    """What cannot be of that kind is kept as it was typed."""
    assert entered(text, kind, before) == value


@pytest.mark.parametrize(
    ("value", "text"), [("a", "a"), (1.5, "1.5"), (True, "true"), (None, ""), (MISSING, ""), ([1, "é"], '[1, "é"]')]
)
def test_values_are_shown(value: Any, text: str) -> None:
    """Texts as they are, others as JSON."""
    assert shown(value) == text
