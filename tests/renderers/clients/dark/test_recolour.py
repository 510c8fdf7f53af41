"""Tests of renderers/clients/dark/recolour.py."""

from __future__ import annotations

import pytest

from renderers.clients.css.sheet import parse_sheet, write_sheet
from renderers.clients.dark.recolour import Swap, coloured, recolour_attribute, recolour_rules, recolour_style
from renderers.clients.dark.shades import Shades
from renderers.clients.html.tree import parse

ALL = Shades("inverted", "inverted", "inverted", "inverted")


@pytest.mark.parametrize(
    ("style", "dark"),
    [
        ("color:#000", "color:#ffffff"),
        ("COLOR : black !important", "color:#ffffff !important"),
        ("background:url(a.png) no-repeat white", "background:url(a.png) no-repeat #000000"),
        ("border-top:1px solid #fff", "border-top:1px solid #000000"),
        ("background-image:linear-gradient(#000,#fff)", "background-image:linear-gradient(#ffffff,#000000)"),
        ("margin:0;color:inherit;font:12px black", "margin:0;color:inherit;font:12px black"),
    ],
)
def test_colours_of_a_style_change(style: str, dark: str):
    """What is no colour stays as it was written."""
    assert recolour_style(style, ALL).text == dark


def test_a_style_says_what_was_swapped():
    """Old and new, by the part it colours."""
    assert recolour_style("color:#000;background:#fff", Shades(text="inverted")).swaps == (
        Swap("text", "#000000", "#ffffff"),
    )


def test_gradients_have_a_rule_of_their_own():
    """Outlook changes a background's colour and leaves gradients."""
    outlook = Shades(background="inverted")
    assert recolour_style("background:linear-gradient(#000,#fff)", outlook).swaps == ()


def test_rules_for_dark_mode_stay():
    """Those of the media query and those that select by the client's marks are the author's answer."""
    sheet = parse_sheet(
        "b{color:#000}@media (max-width:9px){b{color:#000}}@media (prefers-color-scheme:dark){b{color:#000}}"
        "[data-ogsc] b{color:#000}@import url(a.css);"
    )
    swaps: list[Swap] = []
    text = write_sheet(recolour_rules(sheet, ALL, ("[data-ogs",), swaps))
    assert text.splitlines() == [
        "b { color:#ffffff; }",
        "@media (max-width:9px) { b { color:#ffffff; } }",
        "@media (prefers-color-scheme:dark) { b { color:#000; } }",
        "[data-ogsc] b { color:#000; }",
        "@import url(a.css);",
    ]
    assert len(swaps) == 2


def test_rules_without_colours_are_the_same_rules():
    """Nothing is written anew that did not change."""
    sheet = parse_sheet("b{margin:0}@media print{i{top:0}}")
    assert recolour_rules(sheet, ALL, (), []) == sheet


def test_attributes_of_html_hold_colours_too():
    """A rule's colour is that of a line."""
    root, _ = parse(
        '<body text="red" link="blue"><table bgcolor="white" bordercolor="red"><hr color="red"><font color=a>'
    )
    assert [(element.tag, name, part) for element, name, part in coloured(root)] == [
        ("body", "text", "text"),
        ("body", "link", "text"),
        ("hr", "color", "border"),
        ("font", "color", "text"),
        ("table", "bgcolor", "background"),
        ("table", "bordercolor", "border"),
    ]


def test_an_attribute_changes_or_stays():
    """None means that it stays."""
    assert recolour_attribute("white", "background", ALL) == Swap("background", "#ffffff", "#000000")
    assert recolour_attribute("white", "background", Shades()) is None
    assert recolour_attribute("", "background", ALL) is None
