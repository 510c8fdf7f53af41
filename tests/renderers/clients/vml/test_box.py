"""Tests of renderers/clients/vml/box.py."""

from __future__ import annotations

import pytest

from renderers.clients.vml import box


@pytest.mark.parametrize(
    ("style", "fits", "css"),
    [
        ({"width": "200px", "height": "30pt"}, False, {"width": "200px", "height": "40px", "overflow": "hidden"}),
        ({"width": "200px", "height": "40px"}, True, {"width": "200px"}),
        ({"mso-width-percent": "1000"}, True, {"width": "100%"}),
        ({"width": "50px", "mso-width-percent": "500"}, True, {"width": "50%"}),
        ({"width": "50px", "mso-width-percent": "0"}, True, {"width": "50px"}),
        ({"width": "auto"}, False, {}),
    ],
)
def test_sizes(style: dict[str, str], fits: bool, css: dict[str, str]):
    """A share of the page wins over a length; who fits the text has no height; a fixed height cuts the text off."""
    assert dict(box.size_css(style, fits_text=fits)) == css


@pytest.mark.parametrize(
    ("shape", "stroke", "border"),
    [
        ({}, {}, "1px solid #000000"),
        ({"strokecolor": "#1e3650", "strokeweight": "3pt"}, {}, "4px solid #1e3650"),
        ({"stroked": "f"}, {}, None),
        ({"stroke": "false"}, {}, None),
        ({"strokecolor": "none"}, {}, None),
        ({"strokeweight": "0"}, {}, None),
        ({"stroked": "f"}, {"on": "t", "color": "red"}, "1px solid #ff0000"),
        ({}, {"dashstyle": "shortDash", "weight": "2px"}, "2px dashed #000000"),
        ({}, {"dashstyle": "dot"}, "1px dotted #000000"),
    ],
)
def test_strokes(shape: dict[str, str], stroke: dict[str, str], border: str | None):
    """A shape has an outline unless it says otherwise; ``v:stroke`` has the last word."""
    assert dict(box.stroke_css(shape, stroke)).get("border") == border


@pytest.mark.parametrize(
    ("tag", "arc", "style", "radius"),
    [
        ("v:roundrect", "10%", {"width": "200px", "height": "40px"}, "4px"),
        ("v:roundrect", "50%", {"width": "150px", "height": "44px"}, "22px"),
        ("v:roundrect", "8", {"width": "150px", "height": "44px"}, "22px"),
        ("v:roundrect", "6554f", {"height": "40px"}, "4px"),
        ("v:roundrect", "", {"width": "100px", "height": "100px"}, "20px"),
        ("v:roundrect", "0.1", {}, "10%"),
        ("v:oval", "", {}, "50%"),
        ("v:rect", "50%", {"height": "40px"}, None),
    ],
)
def test_rounding(tag: str, arc: str, style: dict[str, str], radius: str | None):
    """A part of the shorter side, a half at most."""
    assert dict(box.radius_css(tag, {"arcsize": arc}, style)).get("border-radius") == radius


@pytest.mark.parametrize(
    ("inset", "padding"),
    [
        (None, "4.8px 9.6px 4.8px 9.6px"),
        ("0,0,0,0", "0 0 0 0"),
        ("1px,2px,3px,4px", "2px 3px 4px 1px"),
        ("7.5pt,,,0", "4.8px 9.6px 0 10px"),
        ("-5px,x", "4.8px 9.6px 4.8px 0"),
    ],
)
def test_insets(inset: str | None, padding: str):
    """Left, top, right, bottom, each with Word's own value where none is said."""
    assert box.inset_css(inset) == [("padding", padding)]


def test_places():
    """The hero of MJML: behind the text, in the middle; Word's word for the place wins over the length."""
    style = {"position": "absolute", "top": "0", "left": "9px", "z-index": "-3", "mso-position-horizontal": "center"}
    assert dict(box.place_css(style)) == {
        "position": "absolute", "top": "0", "left": "50%", "translate": "-50%", "z-index": "-3"
    }  # fmt: skip
    assert box.behind_text(style)
    assert not box.behind_text({**style, "z-index": "1"})
    assert not box.behind_text({"z-index": "-1"})


@pytest.mark.parametrize(
    ("anchor", "css"),
    [
        ("middle", {"align-content": "center"}),
        ("bottom-center", {"align-content": "end", "text-align": "center"}),
        ("top", {}),
        ("", {}),
    ],
)
def test_anchors(anchor: str, css: dict[str, str]):
    """Text stands at the top of its shape unless it is anchored elsewhere."""
    assert dict(box.anchor_css(anchor)) == css


def test_shadows_are_cast_when_they_are_on():
    """A ``v:shadow`` that does not say so casts none."""
    assert box.shadow_css({"on": "t", "offset": "3pt,3pt", "color": "#888"}) == [("box-shadow", "4px 4px #888888")]
    assert box.shadow_css({"offset": "3pt,3pt"}) == []
