"""Colours of drawings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.logos.drawings import drawn_colours
from templates.brand.reading.page import Page

Parse = Callable[..., Page]
SHAPE = '<path fill="#1d5b4c" stroke="none" style="stop-color:#e2673a"/>'


def test_a_logo_on_the_page_tells_its_colours(page: Parse) -> None:
    """One that is called so, one that leads home, and one that waits in a sprite."""
    for html in (
        f'<footer><svg class="logo">{SHAPE}</svg></footer>',
        f'<header><a href="/"><svg>{SHAPE}</svg></a></header>',
        f'<svg><symbol id="acme-logo">{SHAPE}</symbol></svg>',
    ):
        assert [(one.value, one.source) for one in drawn_colours(page(html))] == [
            ("#1d5b4c", "logo fill"),
            ("#e2673a", "logo fill"),
        ]


def test_icons_of_the_header_say_a_little(page: Parse) -> None:
    """A search icon in the company's colour is better than nothing."""
    (first, _) = drawn_colours(page(f'<header><svg class="search">{SHAPE}</svg></header>'))
    assert first.source == "drawing"
    assert first.score < 0.2


@pytest.mark.parametrize(
    "html",
    [
        f'<article><svg class="logo">{SHAPE}</svg></article>',
        f'<header><a class="facebook"><svg>{SHAPE}</svg></a></header>',
        f'<header><a href="https://other.example/"><svg class="logo">{SHAPE}</svg></a></header>',
        f"<main><svg>{SHAPE}</svg></main>",
    ],
)
def test_other_drawings_say_nothing(page: Parse, html: str) -> None:
    """Those of articles, of networks, of other companies."""
    assert list(drawn_colours(page(html))) == []
