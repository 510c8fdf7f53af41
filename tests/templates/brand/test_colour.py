"""The company's colour and its buttons' colour."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.colour import find_accents, find_colours
from templates.brand.css import page_styles
from templates.brand.decoys import is_decoy
from templates.brand.evidence import Candidate
from templates.brand.logo_colour import logo_colours
from templates.brand.site import Site

Make = Callable[..., Site]
LOGO = (Candidate("#1d5b4c", "logo fill", 0.5),)


def colours(one: Site, logo: tuple[Candidate, ...] = (), *, logo_seen: bool = False) -> list[str]:
    """The ranked colours of a site."""
    return [found.value for found in find_colours(one.page, page_styles(one), logo, logo_seen=logo_seen)]


@pytest.mark.parametrize(
    "html",
    [
        '<meta name="theme-color" content="#1d5b4c">',
        '<link rel="mask-icon" href="x.svg" color="#1d5b4c">',
        '<meta name="msapplication-TileColor" content="#1d5b4c">',
        "<style>:root{--brand-color:#1d5b4c}</style>",
        "<style>:root{--color-primary:var(--x);--x:#1d5b4c}</style>",
        "<style>.button-primary{background:#1d5b4c}</style>",
        "<style>a{color:#1d5b4c}</style>",
    ],
)
def test_each_source_is_heard(site: Make, html: str) -> None:
    """Theme colour, mask icon, tile, custom properties, buttons and links."""
    assert colours(site(html)) == ["#1d5b4c"]


@pytest.mark.parametrize(
    "html",
    [
        '<meta name="theme-color" content="#ffffff">',
        '<meta name="theme-color" content="#123456" media="(prefers-color-scheme: dark)">',
        '<meta name="msapplication-TileColor" content="#da532c">',
        '<link rel="mask-icon" href="x.svg" color="#5bbad5">',
        "<style>.btn{background:#0d6efd}</style>",
        "<style>.btn-facebook{background:#1877f2} .share-button{background:#3b5998}</style>",
        "<style>:root{--wp--preset--color--primary:#cf2e2e;--bs-primary:#123456}</style>",
        "<style>.btn:hover{background:#123456} .btn-danger{background:#d00000}</style>",
        "<style>p{color:#a83279} .x{background:#a83279} .y{border-color:#a83279}</style>",
    ],
)
def test_decoys_are_not_the_brand(site: Make, html: str) -> None:
    """Generators', frameworks' and networks' colours, hover states, and mere frequency."""
    assert colours(site(html)) == []


def test_the_logo_can_confirm_a_decoy(site: Make) -> None:
    """A company may really have Bootstrap's blue."""
    html = '<meta name="theme-color" content="#0d6efd">'
    assert colours(site(html), (Candidate("#0d6efd", "logo fill", 0.5),)) == ["#0d6efd"]


def test_agreeing_sources_win_and_near_colours_are_one(site: Make) -> None:
    """Two sources a hair apart outvote one; the declared spelling leads the pixels'."""
    html = '<meta name="theme-color" content="#1d5b4c"><style>:root{--primary:#c24a1f}</style>'
    found = find_colours(site(html).page, page_styles(site(html)), (Candidate("#1f5d4e", "logo pixels", 0.4),))
    assert [one.value for one in found] == ["#1d5b4c", "#c24a1f"]
    assert found[0].source == "theme-color, logo pixels"


def test_a_black_company_stays_black(site: Make) -> None:
    """When the logo has no colour, a link's blue is not the brand."""
    assert colours(site("<style>a{color:#1155cc}</style>"), (Candidate("#111111", "logo fill", 0.65),))[0] == "#111111"


def test_a_white_logo_takes_its_headers_colour(site: Make) -> None:
    """A white logo stands on a coloured header, even on a very dark one."""
    html = "<style>.site-header{background:#14213d} .btn{background:#fca311}</style>"
    assert colours(site(html), (), logo_seen=True)[0] == "#14213d"


def test_buttons_have_their_own_field(site: Make) -> None:
    """The accent is the buttons' colour; secondary, social and pale buttons do not count."""
    one = site(
        "<style>.btn-primary,.cta{background:#c24a1f linear-gradient(red,blue)} .btn-secondary{background:#00aa00}"
        ".btn-ghost{background:#ff00ff} button{background:#eeeeee} :root{--accent:#c24b20}</style>"
    )
    assert [found.value for found in find_accents(page_styles(one))] == ["#c24a1f"]


def test_a_logos_colours_are_its_fills(picture: Callable[..., bytes]) -> None:
    """A drawing tells its colours exactly, most important first; white does not count."""
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path fill="#1d5b4c" d="M0 0h70v50H0z"/>'
        b'<path style="fill:#e2673a" d="M70 0h20v50H70z"/><path fill="#fff" d="M90 0h10v50H90z"/></svg>'
    )
    found = logo_colours(svg, "logo.svg")
    assert [one.value for one in found] == ["#1d5b4c", "#e2673a"]
    assert found[0].source == "logo fill"
    assert logo_colours(picture(colour="#204080"), "logo.png")[0].source == "logo pixels"
    assert logo_colours(b"no picture", "x") == ()


def test_an_unfilled_inline_drawing_is_not_black() -> None:
    """Inline drawings without a fill get it from the site's sheet, so their black says nothing."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path d="M0 0h70v50H0z"/></svg>'
    assert logo_colours(svg, "inline-svg:svg") == ()
    assert [one.value for one in logo_colours(svg, "logo.svg")] == ["#000000"]


def test_decoys_depend_on_the_source() -> None:
    """A tile generator's colour is a decoy in a tile, not on a button."""
    assert is_decoy("#da532c", "tile")
    assert not is_decoy("#da532c", "buttons")
    assert is_decoy("#1877f2", "buttons")
