"""Drawings inside a page's HTML."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.logos.raster import checked_logo
from templates.brand.logos.svg_inline import svg_document, svg_reference
from templates.brand.reading.css import page_styles
from templates.brand.site import Site

Make = Callable[..., Site]
BARS = '<path d="M0 0h30v20H0zM40 0h30v20H40z"/>'


def taken_out(one: Site, index: int = 0) -> bytes:
    """The page's drawing as a document."""
    data = svg_document(one, svg_reference(one.page, one.page.select("svg")[index]), page_styles(one))
    assert data is not None
    return data


def colour_of(data: bytes) -> tuple[int, int, int]:
    """The colour of the first pixel that is drawn."""
    picture = checked_logo(data)
    red, green, blue, _ = picture.getpixel((picture.width // 20, picture.height // 2))
    return red, green, blue


@pytest.mark.parametrize(
    ("html", "index", "reference"),
    [
        (f'<svg id="logo">{BARS}</svg>', 0, "inline-svg:svg#logo"),
        (f'<svg class="icon"></svg><svg class="logo big">{BARS}</svg>', 1, "inline-svg:svg.logo.big"),
        (f'<p><svg></svg></p><a class="home"><svg>{BARS}</svg></a>', 1, "inline-svg:a.home svg"),
        (f'<svg class="w-[3px]">{BARS}</svg>', 0, 'inline-svg:svg[class~="w-[3px]"]'),
        (
            "<div><svg></svg></div><div><svg></svg></div>",
            1,
            "inline-svg:body > div:nth-of-type(2) > svg:nth-of-type(1)",
        ),
    ],
)
def test_a_drawing_is_named_by_a_selector(site: Make, html: str, index: int, reference: str) -> None:
    """The shortest selector whose first match it is; a path when nothing is special about it."""
    one = site(html)
    found = svg_reference(one.page, one.page.select("svg")[index])
    assert found == reference
    assert one.page.select(found.removeprefix("inline-svg:"))[0] is one.page.select("svg")[index]


def test_svgs_own_spelling_comes_back(site: Make) -> None:
    """HTML lower-cases viewBox and linearGradient; the document has them as SVG wants them."""
    one = site(
        '<svg viewBox="0 0 70 20"><defs><linearGradient id="g" gradientUnits="userSpaceOnUse" x2="70">'
        '<stop stop-color="#ff0000"/>'
        '</linearGradient></defs><path fill="url(#g)" d="M0 0h30v20H0zM40 0h30v20H40z"/></svg>'
    )
    data = taken_out(one)
    assert b"viewBox" in data
    assert b"linearGradient" in data
    assert colour_of(data) == (255, 0, 0)


@pytest.mark.parametrize(
    ("css", "attribute"),
    [
        (".brand{color:#ff0000}", 'class="brand"'),
        ("header .brand{color:var(--c)} :root{--c:#ff0000}", 'class="brand"'),
        ("#top{color:#ff0000}", 'id="top"'),
        ("a{color:#ff0000}", ""),
        ("", 'style="color:#ff0000"'),
    ],
)
def test_the_current_colour_is_the_ancestors(site: Make, css: str, attribute: str) -> None:
    """``currentColor`` is what the rules or a style attribute give to the nearest ancestor."""
    one = site(
        f"<style>{css}</style><header><a {attribute}>"
        f'<svg viewBox="0 0 70 20" fill="currentColor">{BARS}</svg></a></header>'
    )
    assert colour_of(taken_out(one)) == (255, 0, 0)


def test_the_sheets_fill_comes_along(site: Make) -> None:
    """Classes inside the drawing keep the paint that the page's sheet gives them."""
    one = site(
        "<style>.logo .ink,.x{fill:#ff0000}</style>"
        f'<svg class="logo" viewBox="0 0 70 20"><g class="ink">{BARS}</g></svg>'
    )
    assert colour_of(taken_out(one)) == (255, 0, 0)


def test_a_fill_that_only_the_site_knows_is_drawn(site: Make) -> None:
    """``fill="none"`` on the whole drawing means that a class fills it; black is better than nothing."""
    assert colour_of(taken_out(site(f'<svg class="u" fill="none" viewBox="0 0 70 20">{BARS}</svg>'))) == (0, 0, 0)


def test_symbols_are_taken_in(site: Make) -> None:
    """A ``<use>`` of a symbol elsewhere on the page brings its drawing and its viewBox."""
    one = site(
        f'<svg><symbol id="s" viewBox="0 0 70 20"><g fill="#ff0000">{BARS}</g></symbol></svg>'
        '<svg class="logo"><use xlink:href="#s"/></svg>'
    )
    assert colour_of(taken_out(one, 1)) == (255, 0, 0)


def test_sprite_files_are_taken_in(site: Make) -> None:
    """A ``<use>`` of another file brings the part that it names."""
    symbol = f'<symbol id="s" viewBox="0 0 70 20"><g fill="#ff0000">{BARS}</g></symbol>'
    sprite = f'<svg xmlns="http://www.w3.org/2000/svg">{symbol}</svg>'
    one = site('<svg class="logo"><use href="sprite.svg#s"></use></svg>', sprite_svg=sprite.encode())
    assert colour_of(taken_out(one)) == (255, 0, 0)


@pytest.mark.parametrize("href", ["#missing", "gone.svg#x", "broken.svg#x", ""])
def test_a_use_that_leads_nowhere_is_let_be(site: Make, href: str) -> None:
    """What cannot be found leaves the rest of the drawing."""
    one = site(f'<svg viewBox="0 0 70 20">{BARS}<use href="{href}"/></svg>', broken_svg=b"<svg")
    assert colour_of(taken_out(one)) == (0, 0, 0)


def test_a_reference_to_nothing_is_nothing(site: Make) -> None:
    """A selector that matches no drawing gives no document."""
    one = site("<p>x</p>")
    assert svg_document(one, "inline-svg:svg.gone", page_styles(one)) is None
    assert svg_document(one, "inline-svg:p", page_styles(one)) is None
