"""Fonts and corner radius."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.reading.css import page_styles
from templates.brand.site import Site
from templates.brand.texts.font import DEFAULT, find_font, find_fonts, find_radius


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
        (":root{--f:Lato} html{font-family:var(--f)}", "Lato, 'Trebuchet MS', Helvetica, Arial, sans-serif", None),
        ("body{font-family:'IBM Plex Mono',monospace}", "'IBM Plex Mono', 'Courier New', Courier, monospace", None),
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


def test_each_stack_says_where_it_was_seen(site: Callable[..., Site]) -> None:
    """The rule that browsers take first, confirmed by the web font; then earlier rules, properties, other web fonts."""
    one = site(
        '<link href="https://fonts.googleapis.com/css2?family=Inter:wght@400;700&family=Bitter&family=Material+Icons">'
        "<style>body{font-family:Arial} :root{--body-font:Lora} body{font-family:Inter}</style><p>x</p>"
    )
    found = find_fonts(one.page, page_styles(one))["font_body"]
    first = [candidate.value.partition(",")[0] for candidate in found]
    assert first[0] == "Inter"
    assert set(first) == {"Inter", "Arial", "Lora", "Bitter"}
    assert found[0].source == "style sheet, web font"
    assert found[0].locator == "style body"


def test_a_face_that_is_only_loaded_is_offered_not_used(site: Callable[..., Site]) -> None:
    """Nobody knows what it is for."""
    one = site('<link href="https://fonts.googleapis.com/css?family=Pacifico|Lato"><p>x</p>')
    assert find_font(one.page, page_styles(one)).body == DEFAULT
    assert len(find_fonts(one.page, page_styles(one))["font_heading"]) == 2


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
