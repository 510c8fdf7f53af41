"""Wide logos for dark grounds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.logo import Logos, find_logos
from templates.brand.logos.logo_file import choose_logo
from templates.brand.reading.css import page_styles
from templates.brand.site import Site

Make = Callable[..., Site]
AT = "https://www.acme.example/"
HEADER = '<header><a href="/"><img class="logo" src="acme.png" alt="Acme"></a></header>'


def found(one: Site) -> Logos:
    """The slots of a site."""
    return find_logos(one, page_styles(one), "Acme")


@pytest.mark.parametrize(
    "html",
    [
        '<header><a href="/"><picture><source media="(prefers-color-scheme: dark)" srcset="d.png">'
        '<img class="logo" src="acme.png"></picture></a></header>',
        '<header><a href="/"><img class="dark:hidden" src="acme.png" alt="Acme">'
        '<img class="hidden dark:block" src="d.png" alt="Acme"></a></header>',
        '<header><a href="/"><img class="logo" src="acme.png" data-logo-dark="d.png"></a></header>',
        HEADER
        + '<style>footer{background:#101820}</style><footer><img class="footer-logo" src="d.png" alt="Acme"></footer>',
        HEADER + '<footer class="bg-gray-900"><img class="logo" src="d.png" alt="Acme"></footer>',
        HEADER + '<footer style="background:#000"><img class="logo" src="d.png" alt="Acme"></footer>',
        HEADER + '<footer><img class="logo logo--white" src="d.png" alt="Acme"></footer>',
    ],
)
def test_the_dark_logo_is_what_the_page_says_is_one(site: Make, html: str) -> None:
    """By media, by class, by attribute, by the ground it stands on, by its name; the wide one stays the light one."""
    logos = found(site(html))
    assert logos.dark[0].value == AT + "d.png"
    assert logos.wide[0].value == AT + "acme.png"
    assert logos.dark[0].locator


@pytest.mark.parametrize("name", ["acme-white.png", "acme_negative.svg", "logo.inverse.png", "logo-blanc@2x.png"])
def test_a_files_name_tells_that_it_is_white(site: Make, name: str) -> None:
    """The words that designers write on negatives."""
    logos = found(site(HEADER + f'<footer><img class="logo" src="{name}" alt="Acme"></footer>'))
    assert [one.value for one in logos.dark] == [AT + name]


@pytest.mark.parametrize("name", ["acme-whitehall.png", "acme-footer.png", "acme-color.png"])
def test_other_names_say_nothing(site: Make, name: str) -> None:
    """A word inside another, and a place, are no colour."""
    assert found(site(HEADER + f'<footer><img class="logo" src="{name}" alt="Acme"></footer>')).dark == ()


def test_the_wide_logo_itself_is_no_second_one(site: Make) -> None:
    """What the dark header shows is the wide logo already."""
    html = '<header style="background:#000"><a href="/"><img class="logo" src="acme-white.png"></a></header>'
    assert found(site(html)).dark == ()


def test_a_logo_for_dark_grounds_must_be_seen_there(site: Make, picture: Callable[..., bytes]) -> None:
    """A name may lie; the picture does not."""
    html = HEADER + '<footer><img class="logo" src="acme-white.png"><img class="logo" src="white-acme.png"></footer>'
    files = {"acme-white_png": picture(colour="#202020"), "white-acme_png": picture(colour="#fafafa")}
    one = site(html, **files)
    assert choose_logo(one, page_styles(one), found(one).dark, "dark").reference == AT + "white-acme.png"
