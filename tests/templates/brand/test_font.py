"""Fonts and corner radius."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.css import page_styles
from templates.brand.font import DEFAULT, find_font, find_radius
from templates.brand.site import Site


@pytest.mark.parametrize(
    ("css", "heading", "body"),
    [
        ("body{font-family:Inter,sans-serif}", "Inter, Helvetica, Arial, sans-serif", None),
        ("body{font:16px/1.5 'Open Sans', Arial}", "'Open Sans', Arial, Helvetica, sans-serif", None),
        (
            'body{font-family:Arial} h1,h2{font-family:"Playfair Display",serif}',
            "'Playfair Display', Georgia, 'Times New Roman', serif",
            "Arial, Helvetica, sans-serif",
        ),
        (":root{--f:Lato} html{font-family:var(--f)}", "Lato, Helvetica, Arial, sans-serif", None),
        ("body{font-family:-apple-system,BlinkMacSystemFont,sans-serif}", "Helvetica, Arial, sans-serif", None),
        ("body{font-family:FontAwesome}", DEFAULT, None),
        ("body{font-family:inherit}", DEFAULT, None),
        ('body{font-family:x"><script>,Arial}', "x, Helvetica, Arial, sans-serif", None),
        ("", DEFAULT, None),
    ],
)
def test_stacks_end_in_what_readers_have(site: Callable[..., Site], css: str, heading: str, body: str | None) -> None:
    """The site's face first, then faces of the same kind, then the generic one; nothing that breaks an attribute."""
    one = site(f"<style>{css}</style><p>x</p>")
    font = find_font(one.page, page_styles(one))
    assert font.heading == heading
    assert font.body == (body or heading)


def test_a_web_fonts_sheet_is_noted(site: Callable[..., Site]) -> None:
    """The address of the fonts' style sheet goes along."""
    one = site('<link href="https://fonts.googleapis.com/css2?family=Lato" rel="stylesheet"><p>x</p>')
    assert find_font(one.page, page_styles(one)).url == "https://fonts.googleapis.com/css2?family=Lato"


@pytest.mark.parametrize(
    ("css", "radius"),
    [
        (".btn{border-radius:3px}", 4),
        (".btn{border-radius:0}", 0),
        (".button{border-radius:.5rem}", 8),
        (".btn{border-radius:999px}", 12),
        (".btn{border-radius:50% 4px}", 8),
        ("p{border-radius:4px}", 8),
    ],
)
def test_the_radius_is_one_of_four(site: Callable[..., Site], css: str, radius: int) -> None:
    """Buttons decide; pills become the largest, and nothing said is the middle."""
    assert find_radius(page_styles(site(f"<style>{css}</style><p>x</p>"))) == radius
