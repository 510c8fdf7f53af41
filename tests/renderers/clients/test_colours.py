"""Tests of renderers/clients/colours.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.colours import Colour, dark_colour, first, inverted, read, read_attribute, replace, to_lab

PAIRS = json.loads((Path(__file__).parent / "dark-colour-vectors.json").read_text("utf-8"))["vectors"]


def test_microsofts_dark_colours_come_out_exactly():
    """All pairs of the editor's own test, text and backgrounds."""
    assert len(PAIRS) == 48
    assert [pair["light"] for pair in PAIRS if dark_colour(pair["light"]) != pair["dark"]] == []


def test_what_is_no_colour_stays_in_dark_mode():
    """Keywords have no lightness."""
    assert dark_colour("transparent") == "transparent"


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#abc", (170, 187, 204, 1)),
        ("#AABBCC80", (170, 187, 204, 0.502)),
        ("Red", (255, 0, 0, 1)),
        ("windowtext", (0, 0, 0, 1)),
        ("rgb(1,2,3)", (1, 2, 3, 1)),
        ("rgb(1 2 3 / 50%)", (1, 2, 3, 0.5)),
        ("rgba(10%, 20%, 30%, .5)", (26, 51, 77, 0.5)),
        ("rgb(300, -4, 0)", (255, 0, 0, 1)),
        ("hsl(120deg 100% 25%)", (0, 128, 0, 1)),
        ("hsla(.5turn, 100%, 50%, 1)", (0, 255, 255, 1)),
        ("rgb(none 1 2)", (0, 1, 2, 1)),
        ("hwb(120 10% 10%)", (26, 230, 26, 1)),
        ("oklch(0.7 0.1 200)", (64, 177, 183, 1)),
    ],
)
def test_every_way_of_writing_a_colour_is_read(text: str, colour: tuple[float, ...]):
    """Names, hexadecimal, functions of old and new."""
    assert read(text) == colour


@pytest.mark.parametrize(
    "text",
    ["transparent", "currentColor", "inherit", "#12", "#ggg", "rgb(1,2)", "rgb(a,b,c)", "lab(x)", "url(red)", ""],
)
def test_what_is_no_colour_is_none(text: str):
    """Keywords that stand for another colour are none either."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "css"),
    [
        ("ffffff", "#ffffff"),
        ("#FFF", "#ffffff"),
        ("White", "#ffffff"),
        ("chucknorris", "#c00000"),
        ("f", "#0f0000"),
        ("#123456789", "#124578"),
    ],
)
def test_attributes_hold_nearly_any_colour(text: str, css: str):
    """HTML reads what CSS refuses."""
    colour = read_attribute(text)
    assert colour
    assert colour.css == css


@pytest.mark.parametrize("text", ["", " ", "transparent"])
def test_an_attribute_without_a_colour_is_none(text: str):
    """The two exceptions of HTML."""
    assert read_attribute(text) is None


def test_only_colours_in_a_value_are_replaced():
    """Addresses, strings, variables and longer words stay as they were written."""
    value = 'url(red.png) "red" tan-ish var(--red) 1px solid RED, linear-gradient(90deg, #Fff 0%, rgba(0,0,0,.5))'
    assert replace(value, lambda old: Colour(1, 2, 3, old.alpha)) == (
        'url(red.png) "red" tan-ish var(--red) 1px solid #010203, '
        "linear-gradient(90deg, #010203 0%, rgba(1, 2, 3, 0.5))"
    )


def test_a_colour_that_stays_is_not_written_anew():
    """So that a change is a change."""
    assert replace("1px solid Red", lambda old: old) == "1px solid Red"


def test_a_very_long_value_is_left_alone():
    """No mail has one, and looking takes time."""
    long = "red " * 600
    assert (replace(long, lambda _: Colour(0, 0, 0)), first(long)) == (long, None)


def test_the_first_colour_of_a_value():
    """Behind the address, which holds none."""
    assert first("url(blue.png) no-repeat #fff") == (255, 255, 255, 1)
    assert first("none") is None


def test_a_script_reads_colours_as_functions():
    """With alpha only where something shines through."""
    assert (Colour(1, 2, 3).cssom, Colour(1, 2, 3, 0.5).cssom) == ("rgb(1, 2, 3)", "rgba(1, 2, 3, 0.5)")


@given(st.tuples(*3 * [st.integers(0, 255)]))
def test_inverting_twice_gives_the_first_lightness(channels: tuple[int, int, int]):
    """Greys come back exactly, other colours as far as the screen could show the one between."""
    grey = Colour(*3 * [channels[0]])
    assert abs(inverted(inverted(grey, "#000000"), "#000000").red - grey.red) <= 1
    there = inverted(Colour(*channels), "#000000")
    assert all(0 <= value <= 255 for value in there[:3])


@given(st.text(max_size=60))
def test_any_text_is_a_colour_or_none(text: str):
    """Nothing raises, and what was read can be written and read again."""
    for colour in (read(text), read_attribute(text), first(text)):
        assert colour is None or (again := read(colour.css)) is None or abs(to_lab(again)[0] - to_lab(colour)[0]) < 1
    assert replace(text, lambda old: old) == text
