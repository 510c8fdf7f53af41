"""Attributes as rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.reading.attribute_rules import page_rules
from templates.brand.reading.page import Page

Parse = Callable[..., Page]


@pytest.mark.parametrize(
    ("html", "selector", "body"),
    [
        (
            '<a class="btn Primary" id="x" style="background:#1d5b4c">x</a>',
            "a#x.btn.Primary",
            "background:#1d5b4c",
        ),
        ('<body class="home" bgcolor="#1d5b4c">x</body>', "body", "background-color:#1d5b4c"),
        ('<body link="#1d5b4c">x</body>', "a", "color:#1d5b4c"),
        ('<body text="#1d5b4c">x</body>', "body", "color:#1d5b4c"),
        ('<a style="color:#1d5b4c">one link</a>', "a[style]", "color:#1d5b4c"),
        ('<button style="background:#1d5b4c">x</button>', "button", "background:#1d5b4c"),
    ],
)
def test_attributes_become_rules_of_their_element(page: Parse, html: str, selector: str, body: str) -> None:
    """Named by tag, identity and classes; one link or heading does not speak for all of them."""
    assert [(rule.selector, rule.body) for rule in page_rules(page(html))] == [(selector, body)]


@pytest.mark.parametrize(
    "html",
    [
        '<div class="cookie-banner"><p><button style="background:#1d5b4c">x</button></p></div>',
        '<div id="tawk-widget"><button style="background:#1d5b4c">x</button></div>',
        '<div style="position:fixed; bottom:0; color:red"><button style="background:#1d5b4c">x</button></div>',
        '<p style="margin:0">x</p>',
    ],
)
def test_other_peoples_parts_have_no_rules(page: Parse, html: str) -> None:
    """Cookie banners, chats, and what is fixed to the window's foot; nor has what says no colour."""
    assert list(page_rules(page(html))) == []
