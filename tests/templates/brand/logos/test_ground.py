"""Logos on light and dark headers."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from templates.brand.colours.contrast import DARK_GROUND, rgb
from templates.brand.logos.ground import brings_ground, for_dark, for_white, plate, seen_on
from templates.brand.logos.negative import negative

DARK_GREEN, ORANGE, CREAM = "#1d5b4c", "#e2673a", "#f4efe4"


def logo(*colours: str, width: int = 200) -> Image.Image:
    """Bars of these colours on nothing; the first has most of them."""
    picture = Image.new("RGBA", (width, 40), (255, 255, 255, 0))
    pen = ImageDraw.Draw(picture)
    bars = [colours[0]] * 6 + list(colours[1:])
    for index, colour in enumerate(bars):
        pen.rectangle((index * 20, 0, index * 20 + 11, 39), fill=colour)
    return picture


def colour_at(picture: Image.Image, x: int, y: int = 20) -> tuple[int, ...]:
    """Red, green and blue of a pixel."""
    return picture.getpixel((x, y))[:3]


def test_a_logo_that_is_seen_stays_as_it_is() -> None:
    """A bright red is fine on both grounds."""
    picture = logo("#e53935")
    assert for_white(picture, "#e53935") is picture
    assert for_dark(picture) is picture


def test_a_dark_logo_gets_its_negative() -> None:
    """The dark colour turns white, bright colours stay, light details turn dark."""
    picture = for_dark(logo(DARK_GREEN, ORANGE, CREAM))
    assert picture.size == (200, 40)
    assert colour_at(picture, 5) == (255, 255, 255)
    assert colour_at(picture, 125) == rgb(ORANGE)
    assert sum(colour_at(picture, 145)) < 300
    assert picture.getpixel((15, 20))[3] == 0


def test_a_logo_of_several_dark_colours_gets_a_plate() -> None:
    """Where no one colour carries the logo, a white plate is the safe way."""
    picture = for_dark(logo("#4a0d66", "#0d2b66", "#0d2b66", "#0d2b66", "#0d2b66"))
    assert picture.size[0] > 200
    assert colour_at(picture, picture.width // 2, 3) == (255, 255, 255)
    assert picture.getpixel((0, 0))[3] == 0
    assert negative(logo("#4a0d66", "#0d2b66", "#0d2b66", "#0d2b66", "#0d2b66")) is None


def test_a_white_logo_gets_a_plate_of_the_companys_colour() -> None:
    """So that it is seen on a white header."""
    picture = for_white(logo("#ffffff"), DARK_GREEN)
    assert colour_at(picture, picture.width // 2, 3) == rgb(DARK_GREEN)
    assert seen_on(logo("#ffffff"), DARK_GROUND, 3)


@pytest.mark.parametrize("primary", ["#ffffff", "#fdf6ee", "#c6ff00"])
def test_a_white_logo_of_a_pale_company_gets_a_dark_plate(primary: str) -> None:
    """A plate that is as pale as the logo would show nothing."""
    assert colour_at(for_white(logo("#ffffff"), primary), 100, 3) == rgb(DARK_GROUND)


def test_a_plate_does_not_swallow_a_part() -> None:
    """White letters beside a mark in the company's colour go on a dark plate."""
    picture = for_white(logo("#ffffff", ORANGE, ORANGE), ORANGE)
    assert colour_at(picture, picture.width // 2, 3) == rgb(DARK_GROUND)


def test_a_badge_brings_its_own_ground() -> None:
    """White on a dark disc can be read anywhere; a flat shape cannot."""
    badge = Image.new("RGBA", (60, 60), (*rgb("#101820"), 255))
    flat = badge.copy()
    ImageDraw.Draw(badge).rectangle((20, 20, 40, 40), fill="#ffffff")
    assert brings_ground(badge)
    assert for_dark(badge) is badge
    assert not brings_ground(flat)
    assert not brings_ground(logo(DARK_GREEN))


def test_a_plate_has_air_and_round_corners() -> None:
    """Padding on every side, transparent corners, the logo in the middle."""
    picture = plate(logo(DARK_GREEN), "#ffffff")
    assert picture.width - 200 == picture.height - 40 >= 8
    assert picture.getpixel((0, 0))[3] == 0
    assert picture.getpixel((picture.width // 2, 1))[3] == 255


def test_an_empty_picture_is_harmless() -> None:
    """Nothing drawn is nothing to see and nothing to swap."""
    nothing = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    assert seen_on(nothing, "#ffffff", 3)
    assert negative(nothing) is None
