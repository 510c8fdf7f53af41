"""A shape's outline, size and place as CSS."""

from __future__ import annotations

from collections.abc import Mapping

from renderers.clients.vml.fill import Css
from renderers.clients.vml.values import colour, fraction, length, measure, pair, pixels, truth

_INSET = (9.6, 4.8, 9.6, 4.8)
"""Left, top, right, bottom of a text box that says nothing: 0.1 and 0.05 inches."""


def size_css(style: Mapping[str, str], *, fits_text: bool) -> Css:
    """Return width and height; Word's shares of the page win. A shape that fits its text has no height of its own."""
    width = _share(style.get("mso-width-percent")) or measure(style.get("width"))
    height = _share(style.get("mso-height-percent")) or measure(style.get("height"))
    found = [("width", width)] if width else []
    return found if fits_text or not height else [*found, ("height", height), ("overflow", "hidden")]


def _share(text: str | None) -> str:
    """Thousandths as a percentage; 0 means that there is none."""
    thousandths = length(text)
    return f"{thousandths / 10:g}%" if thousandths else ""


def stroke_css(shape: Mapping[str, str], stroke: Mapping[str, str], *, default: bool = True) -> Css:
    """Return the outline: black and three quarters of a point wide where nothing is said."""
    said = shape.get("stroked", shape.get("stroke"))
    if not truth(stroke.get("on", said), default=default):
        return []
    named = stroke.get("color") or shape.get("strokecolor")
    own = colour(named or "black", 1.0 if (part := fraction(stroke.get("opacity"))) is None else part)
    weight = length(stroke.get("weight") or shape.get("strokeweight"))
    if own is None or weight == 0:
        return []
    dash = (stroke.get("dashstyle") or "solid").strip().lower()
    line = "solid" if dash == "solid" else "dashed" if "dash" in dash else "dotted"
    return [("border", f"{pixels(1 if weight is None else weight)} {line} {own}")]


def radius_css(tag: str, shape: Mapping[str, str], style: Mapping[str, str]) -> Css:
    """Return the rounding: ``arcsize`` is a part of the shorter side, a fifth where nothing is said."""
    if tag == "v:oval":
        return [("border-radius", "50%")]
    if tag != "v:roundrect":
        return []
    arc = fraction(shape.get("arcsize"))
    part = min(max(0.2 if arc is None else arc, 0), 0.5)
    sides = [side for side in (length(style.get("width")), length(style.get("height"))) if side]
    return [("border-radius", pixels(part * min(sides)) if sides else f"{part * 100:g}%")]


def place_css(style: Mapping[str, str]) -> Css:
    """Return where a shape stands that is not in the line (``position``), its layer and its rotation."""
    found: Css = []
    position = style.get("position", "").lower()
    if position in ("absolute", "relative"):
        left = measure(style.get("left")) or measure(style.get("margin-left"))
        top = measure(style.get("top")) or measure(style.get("margin-top"))
        found = [("position", position), ("left", left), ("top", top), ("z-index", _layer(style))]
    if position == "absolute":
        found += _aligned(style.get("mso-position-horizontal", "").lower())
    turn = length(style.get("rotation")) or 0
    return [each for each in (*found, ("transform", f"rotate({turn:g}deg)" if turn else "")) if each[1]]


def _aligned(horizontal: str) -> Css:
    """Word's own words for a place win over ``left``."""
    match horizontal:
        case "center":
            return [("left", "50%"), ("translate", "-50%")]
        case "right":
            return [("left", "auto"), ("right", "0")]
        case "left":
            return [("left", "0")]
    return []


def _layer(style: Mapping[str, str]) -> str:
    layer = length(style.get("z-index"))
    return "" if layer is None else f"{max(min(int(layer), 2**31 - 1), -(2**31)):d}"


def behind_text(style: Mapping[str, str]) -> bool:
    """Return whether the shape lies behind the text around it."""
    return style.get("position", "").lower() == "absolute" and _layer(style).startswith("-")


def shadow_css(shadow: Mapping[str, str]) -> Css:
    """Return the shadow of a ``v:shadow``."""
    if not truth(shadow.get("on"), default=False):
        return []
    part = fraction(shadow.get("opacity"))
    own = colour(shadow.get("color") or "#808080", 1 if part is None else part)
    x, y = pair(shadow.get("offset") or "2pt,2pt", length)
    return [("box-shadow", f"{pixels(x)} {pixels(y)} {own}")] if own else []


def inset_css(inset: str | None) -> Css:
    """Return a text box's ``inset`` (left, top, right, bottom; any may be missing) as padding."""
    said = [length(each) for each in (inset or "").split(",")][:4]
    sides = [_INSET[index] if each is None else max(each, 0) for index, each in enumerate([*said, *[None] * 4][:4])]
    left, top, right, bottom = map(pixels, sides)
    return [("padding", f"{top} {right} {bottom} {left}")]


def anchor_css(anchor: str) -> Css:
    """Return where in the shape its text stands: ``middle``, ``bottom-center`` …; at the top where nothing is said."""
    vertical, _, horizontal = anchor.lower().partition("-")
    align = {"middle": "center", "bottom": "end"}.get(vertical)
    found = [("align-content", align)] if align else []
    return [*found, ("text-align", "center")] if horizontal.startswith("center") else found
