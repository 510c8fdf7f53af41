"""Colours in OKLCH."""

from __future__ import annotations

from templates.brand.colours.contrast import WHITE, contrast
from templates.brand.colours.oklch import hue_distance, hued, lch, moved, shade


def test_there_and_back() -> None:
    """A colour made from its own coordinates is itself."""
    assert shade(*lch("#1d5b4c")) == "#1d5b4c"


def test_a_colour_moves_just_far_enough_and_keeps_its_hue() -> None:
    """As it is when it is good; else the nearest lightness that is, in the same hue."""
    assert moved("#1d5b4c", lambda colour: contrast(colour, WHITE) >= 4.5, 0.0) == "#1d5b4c"
    seen = moved("#ff9a3c", lambda colour: contrast(colour, WHITE) >= 4.5, 0.0)
    assert 4.5 <= contrast(seen, WHITE) < 4.7
    assert abs(lch(seen)[2] - lch("#ff9a3c")[2]) < 8


def test_inks_have_no_hue() -> None:
    """A grey has none, nor has a near-black with a hint of blue; a navy has."""
    assert not hued("#777777")
    assert not hued("#2b2d42")
    assert hued("#0b3d91")


def test_distance_of_colours() -> None:
    """CIEDE2000: zero for the same colour, large for two hues."""
    assert hue_distance("#1d5b4c", "#1d5b4c") == 0
    assert hue_distance("#1d5b4c", "#c24a1f") > 25
