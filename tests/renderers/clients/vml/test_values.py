"""Tests of renderers/clients/vml/values.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.vml import values


@pytest.mark.parametrize(
    ("text", "pixels"),
    [
        ("10", 10),
        ("10px", 10),
        ("7.5pt", 10),
        (".1in", 9.6),
        ("2.54cm", 96),
        ("25.4mm", 96),
        ("1pc", 16),
        ("-3px", -3),
        (" 4 px ", 4),
        ("", None),
        (None, None),
        ("auto", None),
        ("50%", None),
        ("1e9px", None),
        ("9" * 400, 1e6),
    ],
)
def test_lengths_are_css_pixels(text: str | None, pixels: float | None):
    """Every unit of VML; a bare number is pixels, and none is endless."""
    assert values.length(text) == (None if pixels is None else pytest.approx(pixels))


@pytest.mark.parametrize(
    ("text", "fraction"),
    [("10%", 0.1), ("0.1", 0.1), ("32768f", 0.5), ("-.5", -0.5), ("1", 1), ("", None), (None, None), ("x", None)],
)
def test_fractions(text: str | None, fraction: float | None):
    """Per cents, parts of one and parts of 65,536."""
    assert values.fraction(text) == fraction


@pytest.mark.parametrize("said", ["t", "true", "TRUE", "1", "on", "-1"])
def test_what_is_true(said: str):
    """VML has many words for it."""
    assert values.truth(said, default=False)


@pytest.mark.parametrize("said", ["f", "false", "False", "0", "off", "none"])
def test_what_is_false(said: str):
    """And as many for the opposite; nonsense is neither."""
    assert not values.truth(said, default=True)
    assert values.truth("perhaps", default=True)


@pytest.mark.parametrize(
    ("text", "opacity", "css"),
    [
        ("#ABC", 1, "#aabbcc"),
        ("#aabbcc", 1, "#aabbcc"),
        ("red", 1, "#ff0000"),
        ("#e8e8e8 [3]", 1, "#e8e8e8"),
        ("window", 1, "#ffffff"),
        ("rgb(1,2,3)", 1, "#010203"),
        ("black", 0.5, "rgba(0,0,0,0.5)"),
        ("black", 0, "rgba(0,0,0,0)"),
        ("none", 1, None),
        ("", 1, None),
        (None, 1, None),
        ("red;}", 1, "#ff0000"),
        ("expression(1)", 1, None),
        ("#12345", 1, None),
    ],
)
def test_colours_are_safe_css(text: str | None, opacity: float, css: str | None):
    """A colour comes out as numbers, whatever stood behind it."""
    assert values.colour(text, opacity) == css


def test_an_address_cannot_leave_its_quotes():
    """What would end the value is written so that it does not."""
    assert values.url('http://x.test/a") }\n<\\') == 'url("http://x.test/a%22) }<%5C")'


@given(st.none() | st.text(max_size=30))
def test_nonsense_raises_nothing(text: str | None):
    """Every reader has an answer for every text."""
    values.length(text)
    values.fraction(text)
    values.colour(text)
    assert values.pair(text, values.fraction) is not None
    assert isinstance(values.measure(text), str)
    assert values.truth(text, default=True) in (True, False)
