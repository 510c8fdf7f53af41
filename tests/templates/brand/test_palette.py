"""The roles of a mail's colours, for whatever colour a brand has."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.brand.contrast import contrast, hex_of, luminance
from templates.brand.palette import PAIRS, Palette, failing_pairs, hue_distance, palettes
from templates.errors import InputError

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(hex_of)
DIFFICULT = [
    "#ffffff",
    "#fdf6ee",
    "#f7f5f2",
    "#c6ff00",
    "#ffd100",
    "#00ffff",
    "#777777",
    "#0a0a0a",
    "#000000",
    "#0000ff",
]


@given(COLOURS, st.one_of(st.just(""), COLOURS))
def test_every_pair_can_be_read_whatever_the_brand(primary: str, accent: str) -> None:
    """All pairs of the table keep their WCAG ratio in both schemes, for any two colours."""
    light, dark = palettes(primary, accent)
    assert failing_pairs(light) == []
    assert failing_pairs(dark) == []


@given(COLOURS)
def test_a_lent_accent_is_never_tone_on_tone(primary: str) -> None:
    """Without a known button colour, the button looks different from the brand's bands."""
    for palette in palettes(primary):
        assert hue_distance(palette.action, palette.primary) > 12


@pytest.mark.parametrize("primary", DIFFICULT)
def test_difficult_brands_get_a_button_that_is_found(primary: str) -> None:
    """Near-white, neon, grey and black brands have a button that stands out of the card in both schemes."""
    for palette in palettes(primary):
        assert contrast(palette.action, palette.surface) >= 3
        assert hue_distance(palette.action, palette.primary) > 20


def test_the_sites_own_button_colour_is_kept() -> None:
    """A button colour that can be seen is the action colour as it is; a brand colour that can be read is the link."""
    light, _ = palettes("#1d5b4c", "#c24a1f")
    assert (light.primary, light.action, light.link) == ("#1d5b4c", "#c24a1f", "#1d5b4c")


def test_a_yellow_button_becomes_ink_on_white_and_stays_on_black() -> None:
    """Darkened yellow is mustard, so on white the button takes a deep tone; in dark mode it is the yellow."""
    light, dark = palettes("#14213d", "#ffd100")
    assert luminance(light.action) < 0.05
    assert dark.action == "#ffd100"


def test_white_buttons_are_not_taken_over() -> None:
    """White buttons work on a site's photographs, not on a white card."""
    assert palettes("#d21f3c", "#ffffff") == palettes("#d21f3c")


def test_dark_mode_neither_glares_nor_hides_the_band() -> None:
    """A white brand's band is dimmed in dark mode, a black one's lifted from the ground."""
    assert luminance(palettes("#ffffff")[1].primary) < 0.1
    black = palettes("#000000")[1]
    assert contrast(black.primary, black.page) > 1.2


@given(COLOURS)
def test_the_schemes_are_light_and_dark(primary: str) -> None:
    """Cards are white in one scheme and nearly black in the other, and the page differs from the card."""
    light, dark = palettes(primary)
    assert light.surface == "#ffffff"
    assert luminance(light.page) > 0.8
    assert luminance(dark.surface) < 0.02
    assert light.page != light.surface
    assert dark.page != dark.surface


def test_every_role_is_a_colour() -> None:
    """All fields are ``#rrggbb``."""
    for palette in palettes("#c6ff00"):
        for field in fields(Palette):
            assert hex_of((0, 0, 0))[:1] == getattr(palette, field.name)[:1] == "#"
            assert len(getattr(palette, field.name)) == 7


def test_the_table_finds_a_bad_pair() -> None:
    """A palette that was changed by hand is caught with the pair and its ratio."""
    light, _ = palettes("#1d5b4c")
    (failure,) = [pair for pair in failing_pairs(replace(light, muted="#bbbbbb")) if pair[1] == "surface"]
    assert failure[:2] == ("muted", "surface")
    assert failure[2] < 2
    assert ("muted", "surface", 4.5) in PAIRS


def test_what_is_no_colour_is_refused() -> None:
    """Neither as primary nor as accent."""
    with pytest.raises(InputError):
        palettes("green")
    with pytest.raises(InputError):
        palettes("#123456", "orange")


def test_distance_of_colours() -> None:
    """CIEDE2000: zero for the same colour, large for two hues."""
    assert hue_distance("#1d5b4c", "#1d5b4c") == 0
    assert hue_distance("#1d5b4c", "#c24a1f") > 25
