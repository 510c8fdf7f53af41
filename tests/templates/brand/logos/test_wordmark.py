"""A logo for a company that shows none."""

from __future__ import annotations

import pytest

from templates.brand.colours.contrast import rgb
from templates.brand.logos.raster import open_picture
from templates.brand.logos.wordmark import initials, lines_of, monogram, wordmark, writable


def test_a_name_is_set_in_its_colour() -> None:
    """Transparent around, the brand's colour within, trimmed on all sides."""
    picture = wordmark("Acme", "#1d5b4c")
    colours = {pixel for count, pixel in picture.getcolors(1_000_000) if pixel[3] == 255}
    assert {pixel[:3] for pixel in colours} == {rgb("#1d5b4c")}
    assert picture.getchannel("A").getbbox() == (0, 0, *picture.size)


def test_a_long_name_takes_two_lines() -> None:
    """Of about the same length, so that letters stay large; one long word stays in one."""
    long = "Établissements Bertrand & Filles"
    assert (lines_of("Acme"), lines_of(long), lines_of("Donaudampfschifffahrtsgesellschaft")) == (1, 2, 1)
    assert wordmark(long, "#000000").width / wordmark(long, "#000000").height < 8


def test_a_mark_stands_before_the_name() -> None:
    """The company's own icon makes it a logo."""
    mark = monogram("Acme", "#c24a1f")
    picture = wordmark("Acme", "#1d5b4c", mark)
    assert picture.width > wordmark("Acme", "#1d5b4c").width
    assert picture.getpixel((picture.height // 2, 8))[:3] == rgb("#c24a1f")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Acme", "A"),
        ("Acme Rockets", "AR"),
        ("The Acme of Rockets", "AR"),
        ("La Compagnie du Thé", "CD"),
        ("élan", "É"),
        ("3M", "3"),
        ("日本", "•"),
        ("", "•"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    """One or two capitals, articles left out; a dot when there is nothing to write."""
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("name", "written"), [("Пикабу", "Пикабу"), ("日本 Nippon", "Nippon"), ("Ωmega", "Ωmega"), ("e\u0301lan", "élan")]
)
def test_only_letters_that_the_font_has_are_set(name: str, written: str) -> None:
    """No empty boxes for scripts that the shipped font does not know."""
    assert writable(name) == written
    assert wordmark(name, "#000000").width > 0


@pytest.mark.parametrize("colour", ["#ffffff", "#000000", "#c6ff00", "#1d5b4c"])
def test_a_monogram_can_be_read(colour: str) -> None:
    """The letters are black or white, whichever the ground needs."""
    picture = monogram("Acme", colour)
    assert picture.width == picture.height
    assert len([count for count, pixel in picture.getcolors(100_000) if count > 800 and pixel[3] == 255]) == 2


def test_drawn_logos_are_pictures() -> None:
    """What is drawn here can be decoded like any other picture."""
    from templates.brand.logos.raster import png_bytes

    assert open_picture(png_bytes(wordmark("Acme", "#123456"))).mode == "RGBA"
