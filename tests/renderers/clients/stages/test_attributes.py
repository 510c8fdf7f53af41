"""Tests of renderers/clients/stages/attributes.py, by the clients of the shipped data."""

from __future__ import annotations

import pytest

from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.stages.attributes import STAGE, Attributes


def written(body: str, client: str, **settings: object) -> tuple[str, list[str]]:
    """Return the body as the client writes it, and the sentences of the changes."""
    mail = Mail.of(mark(f"<html><head></head><body>{body}</body></html>"), Client("x", client))
    changes = list(STAGE.apply(mail, Attributes.model_validate({"notes": True, **settings})))
    return unmark(mail.html()).partition("<body>")[2].removesuffix("</body></html>"), [str(each) for each in changes]


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    body = '<table dir="rtl"><tbody><tr><td lang="fr"><a href="u">k</a></td></tr></tbody></table>'
    assert written(body, "orange/ios", notes=False) == (body, [])


@pytest.mark.parametrize(
    ("client", "body", "left"),
    [
        ("orange/ios", '<table dir="rtl"></table><p dir="rtl"></p>', '<table></table><p dir="rtl"></p>'),
        ("yahoo/ios", '<p role="x" lang="y"></p><table role="z"></table>', '<p lang="y"></p><table role="z"></table>'),
        ("gmail/ios", "<ol reversed><li>k</li></ol>", "<ol><li>k</li></ol>"),
        ("hey/desktop-webmail", '<img align="left"><p align="left"></p>', '<img><p align="left"></p>'),
        (
            "outlook/macos",
            '<table align="Left"></table><table align="center"></table>',
            '<table></table><table align="center"></table>',
        ),
        ("mail-ru/desktop-webmail", '<p hidden></p><p hidden="hidden"></p>', '<p></p><p hidden="hidden"></p>'),
        (
            "laposte/desktop-webmail",
            '<video src="a"></video><img src="DATA:b">',
            '<video data-src="a"></video><img nosrc="DATA:b">',
        ),
        (
            "gmx/desktop-webmail",
            '<img src="data:image/gif;a"><img src="data:image/png;b">',
            '<img><img src="data:image/png;b">',
        ),
        (
            "gmail/ios",
            '<a href="u" target="_top">k</a><a name="n">l</a>',
            '<a href="u" target="_blank">k</a><a name="n">l</a>',
        ),
    ],
)
def test_what_notes_tell_is_done(client: str, body: str, left: str):
    """On the elements that the note names, and no other."""
    assert written(body, client)[0] == left


def test_each_attribute_is_a_change():
    """Said once; a second time there is nothing left to change."""
    html, changes = written('<a href="u">k</a><ol reversed></ol>', "gmail/ios")
    assert changes == ["The attribute reversed is removed.", "The attribute target is set to _blank."]
    assert written(html, "gmail/ios") == (html, [])


def test_some_notes_hold_for_some_mail_boxes():
    """Gmail's Android app knows required in mail boxes of other houses."""
    assert written("<input required>", "gmail/android", account="other")[0] == '<input required="">'
    assert written("<input required>", "gmail/android", account="google")[0] == "<input>"
    body = '<img src="a.SVG?b#c"><img src="d.png?e.svg">'
    assert written(body, "gmail/ios", account="google")[0] == '<img><img src="d.png?e.svg">'
    assert written(body, "gmail/ios", account="other") == (body, [])
