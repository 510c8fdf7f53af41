"""Tests of renderers/clients/vml/fill.py."""

from __future__ import annotations

import pytest

from renderers.clients.vml.fill import fill_css

SRC = "https://x.test/a.png"
FRAME = {"type": "frame", "src": SRC}
TILE = {"type": "tile", "src": SRC}


def css(shape: dict[str, str], fill: dict[str, str], *, pictures: bool = True) -> dict[str, str]:
    return dict(fill_css(shape, fill, pictures=pictures))


@pytest.mark.parametrize(
    ("shape", "fill", "colour"),
    [
        ({}, {}, "#ffffff"),
        ({"fillcolor": "#556270"}, {}, "#556270"),
        ({"fillcolor": "red"}, {"color": "blue"}, "#0000ff"),
        ({"fillcolor": "red"}, {"opacity": "50%"}, "rgba(255,0,0,0.5)"),
        ({"fillcolor": "red", "filled": "t"}, {}, "#ff0000"),
        ({"fillcolor": "red", "filled": "f"}, {}, None),
        ({"fillcolor": "red", "fill": "false"}, {}, None),
        ({"fillcolor": "red"}, {"on": "f"}, None),
        ({"fillcolor": "none"}, {}, None),
        ({"fill": "true"}, FRAME, None),
        ({"fill": "true"}, {**FRAME, "color": "#abc"}, "#aabbcc"),
    ],
)
def test_colours(shape: dict[str, str], fill: dict[str, str], colour: str | None):
    """White where nothing is said; ``v:fill`` wins; behind a picture there is only a colour that was named."""
    assert css(shape, fill).get("background-color") == colour


@pytest.mark.parametrize(
    ("fill", "size", "repeat", "position"),
    [
        # As MJML writes them: cover, contain, plain repetition, lengths, per cents.
        (
            {**FRAME, "size": "1,1", "aspect": "atleast", "origin": "0, -0.5", "position": "0, -0.5"},
            "cover",
            "no-repeat",
            "50% 0%",
        ),
        (
            {**FRAME, "size": "1,1", "aspect": "atmost", "origin": "0.5, 0.5", "position": "0.5, 0.5"},
            "contain",
            "no-repeat",
            "100% 100%",
        ),
        ({**TILE, "origin": "0.5, 0", "position": "0.5, 0"}, "auto", "repeat", "50% 0%"),
        ({**TILE, "size": "100px,50px", "origin": "1, 1", "position": "1, 1"}, "100px 50px", "repeat", "100% 100%"),
        ({**FRAME, "size": "200px", "aspect": "atmost"}, "200px auto", "no-repeat", "50% 50%"),
        ({**TILE, "size": "50%", "aspect": "atmost"}, "50% auto", "repeat", "0% 0%"),
        # As people write them.
        (FRAME, "100% 100%", "no-repeat", "50% 50%"),
        ({**FRAME, "aspect": "atleast"}, "cover", "no-repeat", "50% 50%"),
        (TILE, "auto", "repeat", "0% 0%"),
        (
            {**TILE, "size": "75pt,75pt", "origin": "0,0", "position": "0.5,0"},
            "100px 100px",
            "repeat",
            "calc(50% + 50px) 0%",
        ),
    ],
)
def test_pictures(fill: dict[str, str], size: str, repeat: str, position: str):
    """Frames are stretched unless they keep their proportions, tiles repeated; each counts from its own zero."""
    found = css({}, fill)
    assert found["background-image"] == f'url("{SRC}")'
    assert (found["background-size"], found["background-repeat"], found["background-position"]) == (
        size,
        repeat,
        position,
    )


def test_a_client_without_pictures_shows_the_colour():
    """The colour is what such a client falls back on."""
    assert css({}, {**TILE, "color": "#123"}, pictures=False) == {"background-color": "#112233"}


@pytest.mark.parametrize(
    ("fill", "image"),
    [
        ({"type": "gradient", "color": "red", "color2": "blue"}, "linear-gradient(0deg, #ff0000, #0000ff)"),
        (
            {"type": "gradient", "color": "red", "color2": "blue", "focus": "100%"},
            "linear-gradient(0deg, #0000ff, #ff0000)",
        ),
        (
            {"type": "gradient", "color": "red", "color2": "blue", "angle": "90", "focus": "50%"},
            "linear-gradient(270deg, #ff0000, #0000ff, #ff0000)",
        ),
        (
            {"type": "gradient", "colors": "0 red;32768f white;1 blue"},
            "linear-gradient(0deg, #ff0000 0%, #ffffff 50%, #0000ff 100%)",
        ),
        (
            {"type": "gradientRadial", "color": "red", "color2": "blue", "focusposition": ".5,.5"},
            "radial-gradient(at 50% 50%, #0000ff, #ff0000)",
        ),
    ],
)
def test_gradients(fill: dict[str, str], image: str):
    """From the bottom upwards, turned against the clock, with the focus where it is said."""
    assert css({}, fill)["background-image"] == image
