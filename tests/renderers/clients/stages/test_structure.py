"""Tests of renderers/clients/stages/structure.py."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from renderers.clients.change import Change
from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.pipeline import client_html
from renderers.clients.profile import profiles
from renderers.clients.stages.structure import STAGE, Structure

MAIL = (
    '<!DOCTYPE html><html lang="fr"><head><title>t</title><meta name="color-scheme" content="dark">'
    '<style>b{color:red}</style></head><body class="c" id="i" data-x="1" style="margin:0">'
    "text<style>i{top:0}</style>after<b>k</b></body></html>"
)
FRAME = '<meta charset="utf-8" data-client="frame">'


def framed(html: str = MAIL, **settings: object) -> tuple[str, list[Change]]:
    mail = Mail.of(mark(html), Client("x"))
    changes = list(STAGE.apply(mail, Structure.model_validate(settings)))
    return unmark(mail.html()), changes


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    assert framed() == (MAIL, [])


def test_the_clients_page_has_no_head_of_the_mail():
    """Title, metas and the attributes of html go: they must not steer the browser. Style elements stay."""
    html, changes = framed(page="own")
    assert html.startswith(f"<!DOCTYPE html><html><head>{FRAME}<style>b{{color:red}}</style></head><body")
    assert [(each.rule, each.element) for each in changes] == [("structure.page", "head")]


def test_the_body_becomes_a_div_with_its_supported_attributes():
    """The others are lost, and the page's own body has none; the change knows its place in the source."""
    html, changes = framed(body="div", body_attributes=["class", "style"])
    assert '<body><div class="c" style="margin:0">text<style>' in html
    assert [(str(each), each.at) for each in changes] == [
        ("The body becomes a div.", MAIL.index("<body")),
        ("The body's attributes id, data-x are lost.", MAIL.index("<body")),
    ]


def test_a_body_that_is_gone_leaves_its_content():
    """Its attributes are lost with it."""
    assert "<body>text<style>i{top:0}</style>after<b>k</b></body>" in framed(body="gone")[0]


def test_wrappers_stand_around_the_message_in_order():
    """The first is the outermost; identity and classes are as written."""
    html, _ = framed(body="div", wrappers=["div#message.a.b", "section[lang=x]"])
    expected = (
        '<body><div data-client="frame" id="message" class="a b"><section data-client="frame" lang="x"><div>text'
        "<style>i{top:0}</style>after<b>k</b></div></section></div></body>"
    )
    assert expected in html


@pytest.mark.parametrize(("html", "marked"), [(MAIL, True), (MAIL.removeprefix("<!DOCTYPE html>"), False)])
def test_a_doctype_leaves_an_element_beside_the_bodys_div(html: str, marked: bool):
    """``u + .body`` finds the message, but only of a mail that has a doctype."""
    framed_html, _ = framed(html, body="div", body_attributes=["class"], wrappers=["div"], doctype_mark="u")
    assert ('<u></u><div class="c">' in framed_html) is marked


@pytest.mark.parametrize(
    ("where", "kept", "text"),
    [
        ("head", "<style>b{color:red}</style>", "textafter<b>"),
        ("none", "</title>", "textafter<b>"),
        ("comment", "<!--<style>b{color:red}</style>-->", "text<!--<style>i{top:0}</style>-->after<b>"),
    ],
)
def test_style_elements_survive_where_the_client_lets_them(where: str, kept: str, text: str):
    """In the head only, nowhere, or as comments; the text around them stays."""
    html, changes = framed(styles=where)
    assert kept in html
    assert text in html
    assert html.count("<style") - html.count("<!--<style") == (1 if where == "head" else 0)
    assert [each.rule for each in changes] == ["structure.styles"] * (1 if where == "head" else 2)


def test_a_style_in_the_head_is_no_block_after_it_is_commented_out():
    """Stages behind must not work on it."""
    mail = Mail.of(mark(MAIL), Client("x"))
    list(STAGE.apply(mail, Structure(styles="comment")))
    assert mail.blocks == []


def test_the_content_of_the_head_may_stand_in_front_of_the_message():
    """As in Thunderbird, where ``meta ~ * .a`` finds what is in the message."""
    html, _ = framed(head_in_body=True, wrappers=["div.moz-text-html"])
    assert f'<html lang="fr"><head>{FRAME}</head><body class="c"' in html
    assert '<title>t</title><meta name="color-scheme"' in html.partition("<body")[2]
    assert '</style><div data-client="frame" class="moz-text-html">text<style>' in html


def test_text_in_front_of_a_message_without_wrapper_stays_behind_the_head():
    """The head's content is the first of the body."""
    assert "<style>b{color:red}</style>text<style>" in framed(head_in_body=True)[0]


def test_a_doctype_without_effect_is_dropped():
    """The page is laid out in quirks mode; without a doctype there is nothing to say."""
    html, changes = framed(doctype="none")
    assert html.startswith("<html")
    assert [each.rule for each in changes] == ["structure.doctype"]
    assert framed(html, doctype="none") == (html, [])


def test_a_second_time_changes_nothing():
    """The frame is recognised, whatever was asked for."""
    everything = {
        "page": "own",
        "doctype": "html",
        "styles": "comment",
        "body": "div",
        "wrappers": ["div.a"],
        "doctype_mark": "u",
    }
    html, _ = framed(**everything)
    assert framed(html, **everything) == (html, [])


@pytest.mark.parametrize(
    "html",
    [
        "",
        "text",
        "<frameset><frame></frameset>",
        "<style>",
        "<body><body class=b>x",
        "<head><style>a</style></head>" * 3,
    ],
)
def test_odd_mails_get_a_whole_document(html: str):
    """No body, several bodies, nothing at all: the output is html, head and body."""
    framed_html, _ = framed(html, page="own", doctype="html", body="div", wrappers=["div.a"], styles="head")
    assert framed_html.startswith(f"<!DOCTYPE html><html><head>{FRAME}")
    assert framed_html.endswith("</div></div></body></html>")


@pytest.mark.parametrize(
    ("profile_id", "wrapper"),
    [
        ("gmail-web", 'class="a3s aiL msg'),
        ("outlook-com", 'class="rps_'),
        ("outlook-new-windows", 'class="rps_'),
        ("outlook-mac", 'id="converted-body"'),
        ("outlook-android", 'id="converted-body"'),
        ("yahoo-web", 'id="yiv'),
        ("aol-ios", 'id="yiv'),
        ("orange-web", 'id="message"'),
        ("sfr-web", 'id="read-content-block" class="read-content-block"'),
        ("open-xchange-web", 'class="mail-detail-content"'),
        ("samsung-android", 'id="MessageViewBody"'),
        ("superhuman-mac", 'class="ShadowHTML'),
        ("thunderbird-linux", 'class="moz-text-html"'),
        ("onet-web", 'id="ReadMailMainWrapper"'),
    ],
)
def test_a_mail_finds_the_clients_wrapper(profile_id: str, wrapper: str):
    """Mails name these wrappers to reach one client."""
    assert f'<div data-client="frame" {wrapper}' in client_html(MAIL, profile_id).html


def test_the_frame_of_every_client_is_a_whole_document():
    """With a head, a body and the message's text, in every client."""
    for shown in profiles():
        html = client_html(MAIL, shown.id).html
        assert "<head" in html
        assert "<body" in html
        assert "text" in html
        assert "<b" in html


@pytest.mark.parametrize(
    "profile_id", ["gmail-android-ganga", "gmail-ios-ganga", "gmail-mobile-web", "gmx-web", "web-de-web"]
)
def test_clients_without_style_elements_show_none_of_the_mails(profile_id: str):
    """Not from the head and not from the body."""
    html = client_html(MAIL, profile_id).html
    assert "color:red" not in html
    assert "top:0" not in html


@pytest.mark.parametrize("wrong", ["", "#a", "div a", "div[x]", "<div>", "div..a"])
def test_a_wrapper_that_is_no_element_is_refused(wrong: str):
    """A profile of the user's own is told so, instead of failing on the first mail."""
    with pytest.raises(ValidationError):
        Structure.model_validate({"wrappers": [wrong]})
