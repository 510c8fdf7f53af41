"""Tests of renderers/clients/stages/characters.py."""

from __future__ import annotations

from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client
from renderers.clients.stages.characters import STAGE, Characters

QUOTES = Characters(written={"\u2019": "'", "\u2026": "..."})


def test_characters_are_written_otherwise_everywhere():
    """In text, attributes and sheets; each is told once, at its first place."""
    html = '<p title="l\u2019a">b\u2026 c\u2019d</p>'
    text, changes = STAGE.apply(mark(html), QUOTES, Client("x"))
    assert unmark(text) == "<p title=\"l'a\">b... c'd</p>"
    assert [(change.at, change.values["count"]) for change in changes] == [
        (html.index("\u2019"), 2),
        (html.index("\u2026"), 1),
    ]


def test_without_settings_nothing_happens():
    """The default is to write nothing otherwise."""
    assert STAGE.apply("\u2019", Characters(), Client("x")) == ("\u2019", [])
