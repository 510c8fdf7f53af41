"""The roles of a mail's colours, for whatever colour a brand has."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.brand.colours.contrast import contrast, hex_of, luminance
from templates.brand.colours.oklch import hue_distance, lch
from templates.brand.colours.palette import PAIRS, Palette, failing_pairs, palettes
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


def test_five_hundred_brands_in_whatever_colours() -> None:
    """All pairs pass, whichever roles are given, and a role that was asked for keeps its hue."""
    chance = random.Random(4)
    for number in range(500):
        primary, *given = (f"#{chance.randrange(1 << 24):06x}" for _ in range(6))
        asked = {role: colour for role, colour in zip(ROLES, given, strict=True) if number and chance.random() < 0.5}
        light, dark = palettes(primary, asked.pop("accent", ""), **asked)
        assert failing_pairs(light) == failing_pairs(dark) == [], (primary, asked)
        for role in asked.keys() & {"link", "text"}:
            assert_same_hue(asked[role], light.link if role == "link" else light.ink)


ROLES = ("accent", "button", "link", "background", "text")


def assert_same_hue(asked: str, used: str) -> None:
    """Within what nobody sees; near-greys have no hue to keep."""
    (_, chroma, hue), (_, seen, other) = lch(asked), lch(used)
    if min(chroma, seen) > 0.05:
        assert min(abs(hue - other), 360 - abs(hue - other)) < 12, (asked, used)


@pytest.mark.parametrize(
    ("colour", "button", "label"),
    [
        ("#0b3d91", "#ffffff", "#0b3d91"),
        ("#ffd100", "#2f2505", "#ffffff"),
        ("#ff8a00", "#000000", "#ff8a00"),
    ],
)
def test_a_button_on_a_band_is_never_tone_on_tone(colour: str, button: str, label: str) -> None:
    """Where the buttons have the brand's own colour, the one on a band is paper, or ink on a pale band."""
    light, dark = palettes(colour, button=colour)
    assert (light.band_action, light.on_band_action) == (button, label)
    assert contrast(dark.band_action, dark.primary) >= 3


def test_a_button_that_stands_out_from_the_band_stays() -> None:
    """An orange one on navy."""
    light, _ = palettes("#14213d", button="#f28c28")
    assert (light.band_action, light.on_band_action) == (light.action, light.on_action)


def test_an_ink_button_glows_in_the_dark() -> None:
    """In the brand's own colour where that is light, else as paper; never as a dull grey-blue."""
    assert palettes("#ffd100", button="#14213d")[1].action == "#ffd100"
    assert luminance(palettes("#0b3d91", button="#14213d")[1].action) > 0.7


def test_links_of_a_yellow_brand_speak_with_its_buttons() -> None:
    """Darkened until it can be read on white, yellow is mustard; in the dark it can be read as it is."""
    light, dark = palettes("#ffd100", button="#14213d")
    assert light.link == "#14213d"
    assert dark.link == "#ffd100"


def test_what_was_asked_for_is_kept_where_it_can_be_read() -> None:
    """Each role as it is; the accent no longer decides the buttons where a button is known."""
    light, dark = palettes("#1d5b4c", "#e2673a", button="#174a3e", link="#0b5fff", background="#fbf7f0", text="#14213d")
    assert (light.accent, light.action, light.link) == ("#e2673a", "#174a3e", "#0b5fff")
    assert (light.page, light.ink) == ("#fbf7f0", "#14213d")
    assert lch(dark.link)[2] == pytest.approx(lch("#0b5fff")[2], abs=12)
    assert luminance(dark.page) < 0.02


def test_a_loud_or_dark_background_becomes_a_quiet_one() -> None:
    """A page around a white card is light and quiet; the hue is what stays of an orange or a black one."""
    for asked in ("#ff7a00", "#101010", "#00ffff"):
        light, _ = palettes("#1d5b4c", background=asked)
        assert luminance(light.page) > 0.7
        assert failing_pairs(light) == []
    assert palettes("#1d5b4c", background="#ffffff")[0].page == "#ffffff"


def test_a_black_link_is_paper_in_the_dark() -> None:
    """Raised just until it can be read it would be a grey like quiet text."""
    light, dark = palettes("#1d5b4c", link="#111111")
    assert light.link == "#111111"
    assert luminance(dark.link) > luminance(dark.muted)


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
