"""What a page paints."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.colours.painted import ground, is_header, kebab, painted_colours
from templates.brand.reading.css import Rule, page_styles
from templates.brand.site import Site

Make = Callable[..., Site]


def votes(one: Site) -> list[tuple[str, str]]:
    """Value and source of everything that is painted in a hue."""
    styles = page_styles(one)
    found = painted_colours(styles.rules, styles, white_logo=False)
    return [(vote.value, vote.source) for vote in found if vote.value]


@pytest.mark.parametrize(
    ("css", "source"),
    [
        (".btn-primary{background:#1d5b4c}", "buttons"),
        ("button{background-color:#1d5b4c}", "buttons"),
        (".hero .cta{background-image:linear-gradient(#1d5b4c, #000)}", "buttons"),
        (".site-header{background:#1d5b4c}", "header"),
        (".css-1x2y3z-MainNavBar{background:#1d5b4c}", "header"),
        ("#main-header{background:#1d5b4c}", "header"),
        ("header .header__inner{background:#1d5b4c}", "header"),
        ("a,a:visited{color:#1d5b4c}", "links"),
        ("a:hover{color:#1d5b4c}", "links"),
        ("h1,h2{color:#1d5b4c}", "headings"),
        ("::selection{background:#1d5b4c}", "selection"),
        (":root{accent-color:#1d5b4c}", "controls"),
        ("body{background:#fff1e5}", "page"),
        (".x1{background:#1d5b4c;color:#fff} .x2{background:#1d5b4c;color:white}", "filled shapes"),
    ],
)
def test_each_kind_of_thing_has_its_vote(site: Make, css: str, source: str) -> None:
    """By what the selector is called, whatever the writing."""
    assert {name for _, name in votes(site(f"<style>{css}</style>"))} == {source}


@pytest.mark.parametrize(
    "css",
    [
        ".btn:hover{background:#1d5b4c}",
        ".btn-danger,.btn-facebook,.btn-red,.btn-close{background:#1d5b4c}",
        ".card-header,.modal-header,.entry .header{background:#1d5b4c}",
        ".header-link,.header .search-button{background:#1d5b4c}",
        "#onetrust-banner-sdk .btn-primary,.cookie-banner button{background:#1d5b4c}",
        ".error{background:#1d5b4c;color:#fff} .alert{background:#1d5b4c;color:#fff}",
        ".once{background:#1d5b4c;color:#fff}",
        "body{background:#f7f7f7}",
        "a:visited{color:#660099}",
    ],
)
def test_what_is_not_the_companys(site: Make, css: str) -> None:
    """States, warnings, networks, parts, other people's widgets, and what is seen once."""
    assert votes(site(f"<style>{css}</style>")) == []


def test_a_white_logos_header_counts_more(site: Make) -> None:
    """Its ground is the colour that goes with the logo."""
    one = site("<style>.site-header{background:#1d5b4c}</style>")
    styles = page_styles(one)
    plain, white = (next(painted_colours(styles.rules, styles, white_logo=w)).score for w in (False, True))
    assert white > plain


def test_grounds_are_read_in_every_notation(site: Make) -> None:
    """Shorthand, gradient, variable; nothing for a picture."""
    styles = page_styles(site("<style>:root{--x:#1d5b4c}</style>"))
    for value in ("#1d5b4c url(x.png)", "linear-gradient(90deg, rgb(29,91,76), red)", "var(--x)"):
        assert ground(Rule("p", f"background:{value}", ""), styles) == "#1d5b4c"
    assert ground(Rule("p", "background:url(x.png)", ""), styles) == ""


def test_humps_become_hyphens() -> None:
    """Tools that name classes write them in humps."""
    assert kebab(".MainNavBar > A") == ".main-nav-bar > a"
    assert is_header(kebab(".SiteHeader"))
    assert not is_header(kebab(".StoryCardHeader"))
