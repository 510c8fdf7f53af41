"""Tests of renderers/clients/stages/dark_originals.py."""

from __future__ import annotations

from renderers.clients.stages.dark_originals import STAGE

OUTLOOK = {
    "text": "data-ogsc",
    "background": "data-ogsb",
    "text_attribute": "data-ogac",
    "background_attribute": "data-ogab",
}


def test_colours_of_styles_are_noted_as_scripts_read_them(through):
    """Names stay names, all else is rgb(); the change counts them and stands at the first."""
    html, changes = through(
        STAGE, '<p style="color:#666;background:White">k</p><b style="top:0">l</b>', "dark", **OUTLOOK
    )
    assert '<p style="color:#666;background:White" data-ogsc="rgb(102, 102, 102)" data-ogsb="white">' in html
    assert '<b style="top:0">' in html
    assert [(each.rule, each.element, each.values["count"]) for each in changes] == [("dark-originals.text", "p", 2)]


def test_attributes_are_noted_with_an_empty_note_for_the_style(through):
    """As Microsoft's editor does; a rule's colour and a body's are no such attributes."""
    html, _ = through(STAGE, '<table bgcolor="white"><td><font color="red">k</font></table>', "dark", **OUTLOOK)
    assert '<table bgcolor="white" data-ogab="white" data-ogsb="">' in html
    assert '<font color="red" data-ogac="red" data-ogsc="">' in html


def test_what_is_noted_is_kept(through):
    """A second look finds the changed colour and must not take it for the original."""
    once, _ = through(STAGE, '<p style="color:#000" data-ogsc="red">k</p>', "dark", **OUTLOOK)
    assert 'data-ogsc="red"' in once


def test_what_had_no_colour_is_not_marked(through):
    """Neither the client's frame nor a plain element: a mail's [data-ogsc] .x needs a coloured element of the mail."""
    mail = '<html><head></head><body><div data-client="frame"><div>a</div></div></body></html>'
    assert through(STAGE, mail, "dark", **OUTLOOK) == (mail, [])


def test_nothing_is_noted_in_light(through):
    """The attributes are dark mode's."""
    mail = '<html><head></head><body><p style="color:#000">k</p></body></html>'
    assert through(STAGE, mail, "light", **OUTLOOK) == (mail, [])
