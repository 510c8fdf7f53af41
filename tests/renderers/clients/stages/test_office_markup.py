"""Tests of renderers/clients/stages/office_markup.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.change import Change
from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.stages.office_markup import STAGE, OfficeMarkup
from renderers.clients.vml.names import pixels_per_inch

ALL = {"islands": True, "noscript": True, "prefixes": ("v", "o", "w")}
SETTINGS = (
    "<noscript><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>{}</o:PixelsPerInch>"
    "</o:OfficeDocumentSettings></xml></noscript>"
)


def seen(text: str, settings: dict[str, object]) -> tuple[str, list[Change]]:
    result, changes = STAGE.apply(mark(text), OfficeMarkup.model_validate(settings), Client("x"))
    return unmark(result), list(changes)


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    text = SETTINGS.format(96) + '<v:rect style="width:1px"/>'
    assert seen(text, {}) == (text, [])


@pytest.mark.parametrize("said", ["96", " 120 "])
def test_the_resolution_is_kept_and_nothing_is_shown(said: str):
    """The island goes, the head stays whole, and the stage that needs the resolution finds it."""
    text = f"<html><head>{SETTINGS.format(said)}<style>a{{}}</style></head><body>k</body></html>"
    result, (change,) = seen(text, ALL)
    mail = Mail.of(result, Client("x"))
    assert pixels_per_inch(mail) == int(said)
    assert [each.tag for each in mail.head] == ["meta", "style"]
    assert mail.body.text_content() == "k"
    assert (change.rule, change.at, change.values["inches"]) == (
        "office-markup.islands",
        text.index("<xml>"),
        said.strip(),
    )


@pytest.mark.parametrize(
    "text", ["<p>k</p>", "<xml><o:PixelsPerInch>many</o:PixelsPerInch></xml>", "<meta name=o:PixelsPerInch content=x>"]
)
def test_a_mail_may_ask_for_no_resolution(text: str):
    """None, when nothing or nonsense is said."""
    assert pixels_per_inch(Mail.of(seen(text, ALL)[0], Client("x"))) is None


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml>b", "ab"),
        ("a<w:WordDocument><w:View>x</w:View></w:WordDocument>b", "ab"),
        (
            '<xml><v:background fill="t"><v:fill src="x"/></v:background></xml>',
            '<v:background fill="t"><v:fill src="x"></v:fill></v:background>',
        ),
        ("a<xml>b", "ab"),
        ("<XML >x</XML>b", "b"),
        ("<noscript class='x'><p>a</p></NOSCRIPT>", "<p>a</p>"),
        ("<v:fill src='a/b' />x", "<v:fill src='a/b' ></v:fill>x"),
        ("<v:image src=http://a/b/ />x", "<v:image src=http://a/b/ ></v:image>x"),
        ("<w:anchorlock/>x", "<w:anchorlock></w:anchorlock>x"),
        (
            '<v:rect alt="/>" STYLE = "width:1px">x</v:rect>',
            '<v:rect alt="/>" data-office-style = "width:1px">x</v:rect>',
        ),
        ("<video/><p style='a:b'/><vx:rect/>", "<video/><p style='a:b'/><vx:rect/>"),
        ('<p data-vml="" style="a:b">', '<p data-vml="" data-office-style="a:b">'),
    ],
)
def test_it_becomes_html(text: str, result: str):
    """Islands, noscript, elements that close themselves, and styles that are none of HTML."""
    assert seen(text, ALL)[0] == result
    assert seen(result, ALL)[0] == result


@given(
    st.lists(
        st.sampled_from(
            [
                "<xml>",
                "</xml>",
                "<v:rect",
                "/>",
                ">",
                ' style="',
                '"',
                "'",
                "=",
                "<noscript",
                "x",
                " ",
                "<o:PixelsPerInch>9",
            ]
        )
    ).map("".join)
)
def test_any_text_is_read(text: str):
    """No text raises anything."""
    assert isinstance(seen(text, ALL)[0], str)


@pytest.mark.parametrize(
    "text", ["<xml>", "<v:rect ", '<v:rect a="', "<v:rect style=", "<noscript", "<o:officedocumentsettings><xml>"]
)
def test_hostile_text_is_read_once(text: str):
    """Tens of thousands of tags that nothing closes."""
    assert len(seen(text * 30_000, ALL)[0]) <= len(text) * 60_000
