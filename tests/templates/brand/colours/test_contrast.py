"""Colours as text, and contrast."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.brand.colours.contrast import chromatic, contrast, hex_of, label_on, luminance, parse_hex, rgb
from templates.errors import InputError

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(hex_of)


def test_known_ratios() -> None:
    """Black on white is 21:1, a colour on itself 1:1, and WCAG's grey sits at its border."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#123456", "#123456") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert luminance("#808080") == pytest.approx(0.216, abs=0.001)


@given(COLOURS)
def test_one_label_colour_can_always_be_read(colour: str) -> None:
    """White or black has 4.5:1 on every colour there is."""
    assert contrast(label_on(colour), colour) >= 4.5


@given(COLOURS)
def test_a_colour_survives_its_numbers(colour: str) -> None:
    """Text to numbers and back."""
    assert hex_of(rgb(colour)) == colour == parse_hex(colour.upper().removeprefix("#"))


def test_short_colours_are_doubled() -> None:
    """``#fc0`` is ``#ffcc00``."""
    assert parse_hex(" #Fc0 ") == "#ffcc00"


@pytest.mark.parametrize("text", ["", "red", "#12345", "#12345g", "rgb(1,2,3)"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    """The message shows how a colour is written."""
    with pytest.raises(InputError, match="six hexadecimal digits"):
        parse_hex(text)


def test_greys_have_no_hue() -> None:
    """A difference of a few units between the channels is not a colour."""
    assert not chromatic("#f7f5f2")
    assert chromatic("#1d5b4c")
