"""Tests of renderers/clients/stages/client_styles.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image

from renderers.clients.change import Change
from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.pipeline import client_html
from renderers.clients.stages.client_styles import STAGE, ClientStyles


def styled(html: str, **settings: object) -> tuple[str, list[Change]]:
    mail = Mail.of(mark(html), Client("x"))
    changes = list(STAGE.apply(mail, ClientStyles.model_validate(settings)))
    return unmark(mail.html()), changes


def body(*elements: str) -> str:
    return f"<html><head><style>i{{top:0}}</style></head><body>{''.join(elements)}</body></html>"


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    html = body('<p style="width:1px;padding:2px;font-size:3px">k</p>')
    assert styled(html) == (html, [])


def test_the_clients_sheets_stand_in_front_of_the_mails():
    """So the mail's rules of the same weight win; the page's are the weakest."""
    html, changes = styled(body(), sheet="td{top:1px}", page="body{margin:0}")
    assert html.startswith(
        '<html><head><style data-client="">body{margin:0}</style><style data-client="">td{top:1px}</style><style>i'
    )
    assert [each.rule for each in changes] == ["client-styles.sheet", "client-styles.page"]
    assert str(changes[0]) == "The client adds styles of its own: td{top:1px}"


@pytest.mark.parametrize(
    ("style", "gets"),
    [
        ("width:1px;padding:2px", True),
        ("height:1px;padding-left:2px", True),
        ("max-width:1px;padding:2px", False),
        ("width:1px;margin:2px", False),
    ],
)
def test_a_size_beside_a_padding_brings_border_box(style: str, gets: bool):
    """Inline, and with importance, so that the mail cannot take it back."""
    html, changes = styled(body(f'<p style="{style}">k</p>'), box_sizing="border-box")
    assert (f'style="{style};box-sizing:border-box !important"' in html) is gets
    assert [each.element for each in changes] == ["p"] * gets


@pytest.mark.parametrize("style", ["font-size:20px", "font:20px serif"])
def test_a_font_size_brings_an_enlargement(style: str):
    """As it is written beside each inline font size."""
    html, changes = styled(body(f'<p style="{style}">k</p><p style="top:0">l</p>'), text_size_adjust="125%")
    assert f'style="{style};-webkit-text-size-adjust:125%"' in html
    assert [each.values for each in changes] == [{"value": "125%"}]


def test_a_second_time_changes_nothing():
    """Sheets and declarations that are there are recognised."""
    everything = {"sheet": "td{top:1px}", "page": "i{top:2px}", "box_sizing": "border-box", "text_size_adjust": "125%"}
    html, _ = styled(body('<p style="width:1px;padding:2px;font-size:3px">k</p>'), **everything)
    assert styled(html, **everything) == (html, [])


@pytest.mark.parametrize(
    ("profile_id", "css"),
    [
        ("orange-web", "table { margin: 0 }"),
        ("orange-web", "td { vertical-align: top }"),
        ("sfr-web", "div.read-content-block *:not(.userSignature *)"),
        ("laposte-web", "table { width: inherit }"),
        ("laposte-ios", "width: auto !important"),
    ],
)
def test_the_known_defaults_of_french_webmails(profile_id: str, css: str):
    """Reported by their rules."""
    assert css in client_html(body("<p>k</p>"), profile_id).html


@pytest.mark.parametrize("profile_id", ["orange-ios", "sfr-android"])
def test_what_is_reported_of_a_webmail_only_is_not_in_its_app(profile_id: str):
    """The apps show mails without these rules."""
    html = client_html(body("<p>k</p>"), profile_id).html
    assert "vertical-align" not in html
    assert "userSignature" not in html


@pytest.mark.browser
def test_sfr_centres_what_the_mail_put_left(look: Callable[..., Image.Image]):
    """Its rule gives every element ``margin:auto``: a box of 100 pixels moves to the middle of the page."""
    html = body('<div style="width:100px;height:50px;background-color:#ff0000">.</div>')
    plain = look(html, "plain-desktop")
    shown = look(client_html(html, "sfr-web").html, "plain-desktop")
    assert plain.getpixel((20, 30))[:3] == (255, 0, 0)
    assert shown.getpixel((20, 30))[:3] == (255, 255, 255)
    assert shown.getpixel((shown.width // 2, 30))[:3] == (255, 0, 0)
