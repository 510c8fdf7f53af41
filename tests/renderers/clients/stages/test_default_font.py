"""Tests of renderers/clients/stages/default_font.py."""

from __future__ import annotations

import pytest

from renderers.clients.stages.default_font import STAGE

SANS = {"generic": "sans-serif"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("font-family:Helvetica Neue", "font-family:Helvetica Neue, sans-serif"),
        ("font-family:'My Font', Arial!important", "font-family:'My Font', Arial, sans-serif!important"),
        ("font:bold 12px/1.5 Georgia", "font:bold 12px/1.5 Georgia, sans-serif"),
    ],
)
def test_a_list_without_a_generic_family_ends_with_the_clients(through, before, after):
    """In attributes and in style blocks, inside @-rules too; the change is told once a place."""
    html, changes = through(
        STAGE, f'<style>p{{{before}}}@media screen{{b{{{before}}}}}</style><p style="{before}">x', **SANS
    )
    assert html.replace(" !", "!").replace(": ", ":").count(after) == 3
    assert [change.element for change in changes] == ["p", "style"]


@pytest.mark.parametrize(
    "value",
    ["Arial, serif", "MONOSPACE", "inherit", "var(--font)", "'A', ui-rounded", "system-ui"],
)
def test_a_list_that_is_complete_stays(through, value):
    """It says itself what comes last."""
    html, changes = through(STAGE, f'<p style="font-family:{value}">x', **SANS)
    assert f"font-family:{value}" in html
    assert changes == []


def test_a_web_fonts_own_name_stays(through):
    """It is a name there and no list."""
    html, changes = through(STAGE, "<style>@font-face{font-family:X;src:url(x)}</style>", **SANS)
    assert "{font-family:X;" in html
    assert changes == []


def test_without_a_setting_nothing_happens(through):
    """The engine's own default shows."""
    assert through(STAGE, '<p style="font-family:X">x')[1] == []


def test_twice_is_once(through):
    """A list that was ended is complete."""
    once, _ = through(STAGE, "<style>p{font-family:X}</style><p style='font-family:Y'>x", **SANS)
    assert through(STAGE, once, **SANS) == (once, [])
