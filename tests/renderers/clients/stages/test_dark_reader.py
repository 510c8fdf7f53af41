"""Tests of renderers/clients/stages/dark_reader.py."""

from __future__ import annotations

from renderers.clients.pipeline import client_html
from renderers.clients.stages.dark_reader import STAGE

THUNDERBIRD = {
    "attributes": ["bgcolor", "color"],
    "body_attributes": ["bgcolor", "text", "link", "vlink"],
    "styles": True,
    "rules": True,
}


def test_attributes_go_except_from_buttons(through):
    """The body loses its colours of text and links too, another element keeps them."""
    html, changes = through(
        STAGE,
        '<body text="red" link="red"><table bgcolor="red" text="red"></table><button color="red">k</button></body>',
        "dark",
        **THUNDERBIRD,
    )
    assert '<body><table text="red"></table><button color="red">k</button></body>' in html
    assert [(each.rule, each.element, each.values["count"]) for each in changes] == [
        ("dark-reader.attributes", "body", 2)
    ]


def test_colours_of_styles_go_where_they_clash(through):
    """White on dark blue stays, dark on white goes; the body's own always goes."""
    html, changes = through(
        STAGE,
        '<body style="background-color:#123;margin:0"><p style="color:#222;background:#fff">a</p>'
        '<b style="color:#fff;background:#123">b</b><button style="color:#222">c</button></body>',
        "dark",
        **THUNDERBIRD,
    )
    assert '<body style="margin:0"><p>a</p><b style="color:#fff;background:#123">b</b>' in html
    assert '<button style="color:#222">' in html
    assert [(each.rule, each.values["count"]) for each in changes] == [("dark-reader.styles", 2)]


def test_style_blocks_are_read_up_to_the_first_rule_with_rules(through):
    """There the client stops, and no later block is looked at. Its own sheets are none of the mail's."""
    html, changes = through(
        STAGE,
        '<style data-client="">u{color:#000}</style>'
        "<style>a{color:#000}@font-face{src:url(a)}b{color:#000}@media print{}i{color:#000}</style>"
        "<style>p{color:#000}</style>",
        "dark",
        **THUNDERBIRD,
    )
    assert html.count("color:#000") == 3
    assert "i { color:#000; }" in html
    assert [each.rule for each in changes] == ["dark-reader.rules"]


def test_a_rule_keeps_what_is_nested_in_it(through):
    """Only its own declarations are looked at."""
    html, _ = through(STAGE, "<style>a{color:#000;top:0;b{color:#000}}</style>", "dark", **THUNDERBIRD)
    assert "a { top:0; b { color:#000; } }" in html


def test_light_mails_stay_and_so_do_clean_ones(through):
    """Nothing is written anew."""
    mail = '<html><head><style>a{top:0}</style></head><body style="color:#000">k</body></html>'
    assert through(STAGE, mail, "light", **THUNDERBIRD) == (mail, [])
    assert through(STAGE, mail, "dark") == (mail, [])


def test_thunderbird_shows_a_dark_page_and_no_clashing_colour():
    """Measured: page #18181b, text #eeeef0, inline colours out of the document."""
    shown = client_html('<p style="color:#000;background-color:#fff">k</p>', "thunderbird-linux", mode="dark")
    assert "#18181b" in shown.html
    assert "<p>k</p>" in shown.html
    assert {each.rule for each in shown.changes} >= {"dark-reader.styles", "dark-page.page"}
