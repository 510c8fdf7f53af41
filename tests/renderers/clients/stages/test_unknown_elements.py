"""Tests of renderers/clients/stages/unknown_elements.py, by the clients of the shipped data."""

from __future__ import annotations

import pytest

from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.stages.unknown_elements import STAGE, UnknownElements


def written(body: str, client: str, **settings: object) -> tuple[str, list[str]]:
    """Return the body as the client writes it, and what was changed where."""
    mail = Mail.of(mark(f"<html><head></head><body>{body}</body></html>"), Client("x", client))
    changes = list(STAGE.apply(mail, UnknownElements.model_validate({"notes": True, **settings})))
    html = unmark(mail.html()).partition("<body>")[2].removesuffix("</body></html>")
    return html, [each.element for each in changes]


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    body = "<nav>k</nav>"
    assert written(body, "orange/ios", notes=False) == (body, [])


@pytest.mark.parametrize(
    ("client", "left"),
    [
        ("outlook/outlook-com", "a b<time>c</time>d<i>e</i>"),
        ("hey/desktop-webmail", "a <mark>b</mark><time>c</time><details>d<i>e</i></details>"),
        ("apple-mail/ios", "<nav>a <mark>b</mark><time>c</time></nav><details><summary>d</summary><i>e</i></details>"),
    ],
)
def test_tags_that_a_client_does_not_know_go(client: str, left: str):
    """What they hold stays where it was, and is shown also where it was folded away."""
    body = "<nav>a <mark>b</mark><time>c</time></nav><details><summary>d</summary><i>e</i></details>"
    assert written(body, client)[0] == left


def test_some_elements_are_known_in_some_mail_boxes():
    """Gmail's Android app shows meters in mail boxes of other houses; each one that goes is a change."""
    body = '<meter class="m" value="1">half</meter>'
    assert written(body, "gmail/android", account="other") == (body, [])
    assert written(body, "gmail/android", account="google") == ("half", ["meter.m"])
