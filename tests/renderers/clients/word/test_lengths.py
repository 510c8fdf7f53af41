"""Lengths in pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.word.lengths import font_pixels, number, pixels, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10px", 10),
        ("12pt", 16),
        ("1in", 96),
        ("2.54cm", 96),
        ("6pc", 96),
        ("1.5em", 30),
        ("2ex", 20),
        ("0", 0),
        ("-3PX", -3),
    ],
)
def test_a_length_is_told_in_pixels(text: str, expected: float):
    """By the font size where it depends on it."""
    assert pixels(text, 20) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["", "auto", "50%", "3", "1rem", "10 px", "calc(1px)", "1" * 99 + "px"])
def test_what_is_no_length_is_none(text: str):
    """Percentages depend on what is around; a bare number is no length."""
    assert pixels(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("150%", 30), ("2em", 40), ("larger", 24), ("medium", 16), ("9pt", 12), ("bold", None)]
)
def test_a_font_size_is_one_of_the_text_around(text: str, expected: float | None):
    """Named sizes are what browsers make of them."""
    assert font_pixels(text, 20) == (pytest.approx(expected) if expected is not None else None)


@given(st.text(max_size=50))
def test_any_text_is_read(text: str):
    """What has a value has a unit, too; it may be empty."""
    found = number(text)
    assert found is None or isinstance(found[0], float)
    assert font_pixels(text, 16) is None or isinstance(font_pixels(text, 16), float | int)


def test_pixels_are_written_short():
    """Two decimals at most."""
    assert [written(value) for value in (480, 26.666667, 0.5)] == ["480px", "26.67px", "0.5px"]
