"""Tests of renderers/clients/stages/dark_colours.py."""

from __future__ import annotations

import pytest

from renderers.clients.pipeline import client_html
from renderers.clients.stages.dark_colours import STAGE

FULL = {"text": "inverted", "background": "inverted", "border": "inverted", "gradient": "inverted"}
MAIL = (
    "<html><head><style>b { color:#000; }</style></head><body>"
    '<p style="color:#000"><b style="color:#000;background:white">k</b></p>'
    '<table bgcolor="#fff"></table><img src="a.png" alt=""></body></html>'
)


def test_colours_change_wherever_they_stand(through):
    """Styles, attributes and style blocks; pictures stay."""
    html, _ = through(STAGE, MAIL, "dark", **FULL)
    assert '<p style="color:#ffffff"><b style="color:#ffffff;background:#000000">' in html
    assert '<table bgcolor="#000000">' in html
    assert "b { color:#ffffff; }" in html
    assert '<img src="a.png" alt="">' in html


def test_each_colour_is_told_once_at_its_first_place(through):
    """With the number of its places."""
    _, changes = through(STAGE, MAIL, "dark", **FULL)
    assert [(each.rule, each.element, each.values["count"]) for each in changes] == [
        ("dark-colours.text", "p", 3),
        ("dark-colours.background", "b", 2),
    ]
    assert str(changes[0]) == "Text in #000000 becomes #ffffff (3×)."
    assert changes[0].at == MAIL.index("<p")


def test_borders_are_told_as_such(through):
    """They have a rule of their own."""
    _, changes = through(STAGE, '<p style="border:1px solid #000">k</p>', "dark", **FULL)
    assert [each.rule for each in changes] == ["dark-colours.border"]


def test_inverting_twice_does_not_give_the_light_mail_back(through):
    """The root says that it is done."""
    once, _ = through(STAGE, MAIL, "dark", **FULL)
    assert through(STAGE, once, "dark", **FULL) == (once, [])


@pytest.mark.parametrize(("mode", "settings"), [("light", FULL), ("dark", {}), ("dark", {"darkest": "#333"})])
def test_nothing_changes_in_light_or_without_a_rule(through, mode, settings):
    """Every default means that the client does nothing of this."""
    assert through(STAGE, MAIL, mode, **settings) == (MAIL, [])


@pytest.mark.parametrize(
    ("profile", "text", "background"),
    [
        ("gmail-ios", "#000000", "#ffffff"),
        ("outlook-windows-96", "#000000", "#ffffff"),
        ("windows-mail", "#000000", "#ffffff"),
        ("gmail-android", "#fff", "#000"),
        ("outlook-com", "#333333", "#ffffff"),
        ("outlook-ios", "#333333", "#ffffff"),
        ("gmail-web", "#fff", "#000"),
        ("apple-mail-iphone", "#fff", "#000"),
        ("yahoo-web", "#fff", "#000"),
    ],
)
def test_white_on_black_in_each_class_of_clients(profile, text, background):
    """Full inversion makes it black on white, partial leaves it, others do nothing."""
    html = client_html('<p style="color:#fff;background-color:#000">k</p>', profile, mode="dark").html
    assert f"color:{text};background-color:{background}" in html


@pytest.mark.parametrize("profile", ["gmail-ios", "gmail-android", "outlook-com", "outlook-mac", "outlook-windows-96"])
def test_black_on_white_is_dark_in_every_client_that_changes_colours(profile):
    """Whatever the shades are."""
    html = client_html('<p style="color:#000;background-color:#fff">k</p>', profile, mode="dark").html
    assert "color:#ffffff;background-color:#" in html
    assert "background-color:#fff;" not in html


def test_outlook_keeps_the_authors_dark_rules():
    """Rules that select by Outlook's marks are the way to choose one's own colours there."""
    html = client_html(
        "<html><head><style>[data-ogsc] .a{color:#010203 !important}</style></head><body>"
        '<p style="color:#000"><b class="a">k</b></p></body></html>',
        "outlook-com",
        mode="dark",
    ).html
    assert "#010203" in html
    assert 'data-ogsc="rgb(0, 0, 0)"' in html
