"""What a shape is filled with (``v:fill``, ``fillcolor``, ``filled``) as CSS backgrounds."""

from __future__ import annotations

from collections.abc import Mapping

from renderers.clients.vml.values import colour, fraction, length, measure, pair, parts, pixels, truth, url

Css = list[tuple[str, str]]

_PICTURES = ("tile", "frame", "pattern")
_GRADIENTS = ("gradient", "gradientradial", "gradientcenter", "gradienttitle", "gradientunscaled")


def fill_css(shape: Mapping[str, str], fill: Mapping[str, str], *, pictures: bool, default: bool = True) -> Css:
    """Return the background of a shape; ``fill`` are the attributes of its ``v:fill``, which win.

    ``pictures``: the client shows them; ``default``: a shape that says nothing is filled (with white).
    """
    said = shape.get("filled", shape.get("fill"))
    if not truth(fill.get("on", said), default=default or bool(fill)):
        return []
    kind = (fill.get("type") or "solid").strip().lower()
    opacity = fraction(fill.get("opacity"))
    named = fill.get("color") or shape.get("fillcolor")
    own = colour(named, 1 if opacity is None else opacity)
    if kind in _GRADIENTS:
        return _gradient(kind, own or "#ffffff", fill)
    if kind in _PICTURES and fill.get("src"):
        behind = [("background-color", own)] if own else []
        return [*behind, *_picture(kind, fill)] if pictures else behind
    if named is None:
        own = colour("white", 1 if opacity is None else opacity)
    return [("background-color", own)] if own else []


def has_picture(fill: Mapping[str, str]) -> bool:
    """Return whether the fill is a picture."""
    return (fill.get("type") or "").strip().lower() in _PICTURES and bool(fill.get("src"))


def _picture(kind: str, fill: Mapping[str, str]) -> Css:
    return [
        ("background-image", url(fill["src"])),
        ("background-repeat", "no-repeat" if kind == "frame" else "repeat"),
        ("background-size", _size(kind, fill)),
        ("background-position", _position(kind, fill)),
    ]


def _size(kind: str, fill: Mapping[str, str]) -> str:
    """``size`` is part of the shape (``1,1``) or a length; ``aspect`` keeps the picture's proportions."""
    aspect = (fill.get("aspect") or "ignore").strip().lower()
    sizes = [_extent(each) for each in parts(fill.get("size"))[:2]]
    if aspect in ("atleast", "atmost"):
        whole = not sizes or sizes[0] in ("", "100%")
        return f"{sizes[0]} auto" if not whole else "cover" if aspect == "atleast" else "contain"
    if sizes and sizes[0]:
        return " ".join((*(each or "auto" for each in sizes), "auto")[:2])
    return "100% 100%" if kind == "frame" else "auto"


def _extent(text: str) -> str:
    """A bare number up to 1 is a part of the shape."""
    part = fraction(text)
    if part is not None and not text.endswith("%") and abs(part) <= 1:
        return f"{part * 100:g}%"
    return measure(text)


def _position(kind: str, fill: Mapping[str, str]) -> str:
    """``origin`` is the point of the picture that lies on ``position`` of the shape.

    A frame counts both from its middle, a tile from the corner. Where they differ the picture's size is needed to place
    it; where that is not known, ``position`` alone counts.
    """
    middle = 0.5 if kind == "frame" else 0.0
    origin, position = pair(fill.get("origin"), fraction), pair(fill.get("position") or fill.get("origin"), fraction)
    sizes = [length(each) if each[-1:].isalpha() else None for each in [*parts(fill.get("size")), "", ""][:2]]
    placed = []
    for at, of, size in zip(position, origin, sizes, strict=True):
        share = f"{round((at + middle) * 100, 2):g}%"
        apart = (at - of) * size if size and fill.get("origin") else 0
        placed.append(f"calc({share} + {pixels(apart)})" if apart else share)
    return " ".join(placed)


def _gradient(kind: str, first: str, fill: Mapping[str, str]) -> Css:
    stops = _stops(fill.get("colors")) or _two_stops(first, colour(fill.get("color2")) or "#ffffff", fill.get("focus"))
    if kind == "gradient" or kind == "gradientunscaled":
        # An angle turns against the clock, and without one the first colour lies at the bottom.
        angle = -(length(fill.get("angle")) or 0) % 360
        return [("background-image", f"linear-gradient({angle:g}deg, {', '.join(stops)})")]
    x, y = pair(fill.get("focusposition"), fraction)
    return [("background-image", f"radial-gradient(at {x * 100:g}% {y * 100:g}%, {', '.join(reversed(stops))})")]


def _two_stops(first: str, second: str, focus: str | None) -> list[str]:
    """``focus``: 100 % turns them round, 50 % puts the second colour into the middle, -50 % the first."""
    match fraction(focus if not focus or focus.endswith(("%", "f")) else f"{focus}%") or 0.0:
        case 1.0 | -1.0:
            return [second, first]
        case 0.5:
            return [first, second, first]
        case -0.5:
            return [second, first, second]
    return [first, second]


def _stops(text: str | None) -> list[str]:
    """``0 #f00;32768f white;1 #00f`` as CSS."""
    found = []
    for each in (text or "").split(";")[:32]:
        place, _, name = each.strip().partition(" ")
        share, value = fraction(place), colour(name)
        if share is not None and value:
            found.append(f"{value} {round(share * 100, 2):g}%")
    return found if len(found) > 1 else []
