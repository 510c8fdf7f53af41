"""Tests of renderers/clients/dark/shades.py."""

from __future__ import annotations

from itertools import pairwise

import pytest

from renderers.clients.colours import Colour, lightness, read
from renderers.clients.dark.shades import How, Shades


def of(how: How, text: str, darkest: str = "#000000") -> str:
    colour = read(text)
    assert colour
    return Shades(background=how, darkest=darkest).of("background", colour).css


def test_inverting_turns_black_and_white_round():
    """White becomes the darkest colour there is."""
    assert [of("inverted", text) for text in ("black", "white")] == ["#ffffff", "#000000"]
    assert [of("inverted", text, "#333333") for text in ("black", "white")] == ["#ffffff", "#333333"]


def test_darkening_leaves_the_dark_half():
    """A dark band stays as it is, a white page gets the client's own colour."""
    assert [of("darkened", text, "#1f1f1f") for text in ("#101012", "#1d5b4c", "white")] == [
        "#101012",
        "#1d5b4c",
        "#1f1f1f",
    ]
    assert lightness(of("darkened", "#ffd600", "#1f1f1f")) < 50


def test_lightening_leaves_the_light_half():
    """White text stays white."""
    assert [of("lightened", text) for text in ("#ffffff", "#cccccc", "#000000")] == ["#ffffff", "#cccccc", "#ffffff"]


@pytest.mark.parametrize("how", ["inverted", "darkened", "lightened"])
def test_lighter_and_darker_do_not_jump_in_the_middle(how: How):
    """Neighbours stay neighbours around half lightness."""
    values = [lightness(of(how, f"#{grey:02x}{grey:02x}{grey:02x}")) for grey in range(110, 130)]
    assert max(abs(one - other) for one, other in pairwise(values)) < 1.5


def test_alpha_is_kept():
    """What lets something through still does."""
    assert Shades(text="inverted").of("text", Colour(0, 0, 0, 0.4)) == (255, 255, 255, 0.4)


def test_a_part_without_a_rule_stays():
    """Each part has its own."""
    assert Shades(text="inverted").of("border", Colour(0, 0, 0)) == (0, 0, 0, 1)
