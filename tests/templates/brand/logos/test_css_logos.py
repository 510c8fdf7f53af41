"""Logos that style sheets paint."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.logo import find_logos
from templates.brand.logos.css_logos import address_in, mask_colour, painted_logos
from templates.brand.logos.logo_file import choose_logo
from templates.brand.logos.raster import open_picture, pixel_counts
from templates.brand.reading.css import page_styles
from templates.brand.site import Site

Make = Callable[..., Site]
AT = "https://www.acme.example/"


def painted(one: Site) -> list[str]:
    """References of the painted logos, shortened."""
    return [found.value.removeprefix(AT) for found, _ in painted_logos(one.page, page_styles(one), "Acme")]


@pytest.mark.parametrize(
    "html",
    [
        '<style>.logo{background:url("a.png") no-repeat}</style><header><a class="logo" href="/">Acme</a></header>',
        "<style>#brand i{background-image:url(a.png)}</style><header><a id=brand href='/'><i></i></a></header>",
        "<style>.home::before{content:url('a.png')}</style><header><a class=home href='./'></a></header>",
        "<style>:root{--logo:url(a.png)}.l{background:var(--logo)}</style><nav><a class='logo l' href='/'></a></nav>",
        "<style>.l{-webkit-mask:url(a.png) center}</style><nav><a class='brand l' href='/'></a></nav>",
        "<style>.sign{background:url(a.png)}</style><div class=sign><span class=sr-only>Acme</span></div>",
        "<header><a class=logo href='/' style='background-image:url(a.png)'></a></header>",
    ],
)
def test_what_is_painted_on_a_logos_place_is_found(site: Make, html: str) -> None:
    """By class, by id, in a pseudo-element, through a variable, as a mask and in a style attribute."""
    assert painted(site(html)) == ["a.png"]


@pytest.mark.parametrize(
    "html",
    [
        "<style>.logo{background:url(a.png)}</style><article><i class=logo></i></article>",
        "<style>.logo{background:url(a.png)}</style><p>no such element</p>",
        "<style>.logo{background:url(icons.png) -20px -40px}</style><header><a class=logo href='/'></a></header>",
        "<style>.logo{background:url(hero.jpg)}</style><header><a class=logo href='/'></a></header>",
        "<style>.logo{background:#fff}</style><header><a class=logo href='/'></a></header>",
        "<style>.logo:hover{background:url(a.png)}</style><header><a class=logo href='/'></a></header>",
        "<style>.partner{background:url(a.png)}</style><header><a class=partner href='https://b.example/'></a></header>",
    ],
)
def test_other_painted_pictures_are_none(site: Make, html: str) -> None:
    """Articles, rules of other pages, pieces of sprites, grounds, plain colours, hover states, links elsewhere."""
    assert painted(site(html)) == []


def test_a_mask_is_drawn_in_the_colour_behind_it(site: Make, picture: Callable[..., bytes]) -> None:
    """The file of a mask is black; people see the ground that shines through."""
    sheet = ".logo{mask-image:url(a.png);background-color:#c1121f}"
    html = f"<style>{sheet}</style><header><a class=logo href='/'></a></header>"
    one = site(html, a_png=picture(colour="#000000"))
    styles = page_styles(one)
    assert mask_colour(styles, AT + "a.png", one.page.base) == "#c1121f"
    choice = choose_logo(one, styles, find_logos(one, styles, "Acme").wide, "wide")
    assert choice.file is not None
    drawn = pixel_counts(open_picture(choice.file.data))
    assert {pixel[:3] for pixel in drawn if pixel[3] == 255} == {(0xC1, 0x12, 0x1F)}


def test_a_picture_that_is_no_mask_keeps_its_colour(site: Make) -> None:
    """Only rules with a mask paint through one."""
    one = site("<style>.logo{background:#c1121f url(a.png)}</style>")
    assert mask_colour(page_styles(one), AT + "a.png", one.page.base) == ""


@pytest.mark.parametrize(
    ("value", "address"),
    [("url(a.png)", "a.png"), ("url( 'a b.png' ) top", "a b.png"), ('#fff url("a).png")', "a).png"), ("none", "")],
)
def test_the_address_in_a_value(value: str, address: str) -> None:
    """Quoted, with brackets inside, bare, or none."""
    assert address_in(value) == address
