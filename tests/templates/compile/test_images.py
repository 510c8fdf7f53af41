"""The pictures of a mail: found, and mapped to addresses."""

from __future__ import annotations

import pytest

from templates.compile.images import map_images
from templates.compile.pipeline import build


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('<mj-image src="brands/acme/logo.png" />', "brands/acme/logo.png"),
        ("<img src='templates/x/images/a&amp;b.png'>", "templates/x/images/a&b.png"),
        ('<mj-section background-url="templates/x/bg.png">', "templates/x/bg.png"),
        ('<mj-carousel-image thumbnails-src="a/t.png">', "a/t.png"),
        ('<td background="a/b.png">', "a/b.png"),
        ('<!--[if mso]><v:fill src="a/b.png" /><![endif]-->', "a/b.png"),
        ('<td style="background:#fff url(a/b.png) center">', "a/b.png"),
        ("<mj-style>.x { background-image: url( 'a/b.png' ) }</mj-style>", "a/b.png"),
        ('<mj-image src="./a/b.png" />', "a/b.png"),
    ],
)
def test_paths_are_found_and_mapped(text, path):
    """In attributes, styles and sheets, also where only Outlook looks."""
    mapped, images = map_images(text, lambda found: f"https://cdn.example/{found}?v=1&w=2")
    assert images == (path,)
    assert "https://cdn.example/" in mapped
    assert "?v=1&amp;w=2" in mapped


@pytest.mark.parametrize(
    "source",
    [
        "https://e.example/a.png",
        "//e.example/a.png",
        "data:image/png;base64,AAAA",
        "cid:logo",
        "/a.png",
        "#x",
        "",
        "{{ product.image }}",
        "images/{{ id }}.png",
        "[[IMAGE]]",
    ],
)
def test_what_is_no_path_is_left_alone(source):
    """Addresses, references and tags that decide later."""
    text = f'<mj-image src="{source}" data-src="a/b.png" alt="src=c" />'
    assert map_images(text, lambda path: "X" + path) == (text, ())


def test_each_picture_is_named_once_in_order(mail):
    """Build.images holds the paths before mapping, those out of the data too."""
    content = '<mj-image src="b.png"/><mj-image src="{{ hat }}"/><mj-image src="b.png"/>'
    made = build(mail(content), data={"hat": "a.png"}, image_url=lambda path: f"https://cdn.example/{path}")
    assert made.images == ("b.png", "a.png")
    assert made.html.count('src="https://cdn.example/b.png"') == 2
    assert 'src="https://cdn.example/a.png"' in made.mjml


def test_without_a_mapping_the_text_stays(mail):
    """The paths are listed all the same."""
    made = build(mail('<mj-image src="b.png"/>'))
    assert made.images == ("b.png",)
    assert 'src="b.png"' in made.html
