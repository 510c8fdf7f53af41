"""Tests of renderers/clients/stages/style_ends.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client
from renderers.clients.stages.style_ends import STAGE, StyleEnds

ON = StyleEnds(tags=True)


def through(html: str, settings: StyleEnds = ON) -> tuple[str, list]:
    """Return the text behind the stage and the changes."""
    text, changes = STAGE.apply(mark(html), settings, Client("x"))
    return unmark(text), list(changes)


@pytest.mark.parametrize(
    "sheet",
    [".a > .b{c:d}", "@media (width < 9px){}", "@media (9px<=width){.a > .b{c:d}}", "/* <b */", "<!-- .a{b:c} -->", ""],
)
def test_ends_that_are_seen_stay(sheet):
    """Only a less-than sign with something behind it and no greater-than sign hides the end."""
    html = f"<style>{sheet}</style><p>x</p>"
    assert through(html) == (html, [])


def test_a_hidden_end_goes():
    """The block goes on to the end tag of the next one."""
    html = "<p>y</p><style>a<b</style><p>x</p><style>c</style>z"
    text, changes = through(html)
    assert text == "<p>y</p><style>a<b><p>x</p><style>c</style>z"
    assert [change.at for change in changes] == [html.index("<style>")]


def test_without_settings_nothing_happens():
    """The default is to see every end."""
    assert through("<style>a<b</style>", StyleEnds()) == ("<style>a<b</style>", [])


@given(st.text(alphabet="<>/* stylea!-{}").map(lambda text: f"<style>{text}</style>"))
def test_no_text_is_too_odd(html):
    """Any text goes through, and only end tags are taken."""
    text, changes = through(html)
    assert bool(changes) == (text != html)
