"""What the measuring script says, checked: it reports of a hostile page, so that nothing of it is taken as it is."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from templates.brand.reading.css import css_colour
from templates.brand.witness import Box, SeenColour

MARK = "data-mailwright-seen"
LONGEST_ANSWER = 12_000_000
SIDE = 20_000  # no box is larger or farther away

Kind = Literal["svg", "img", "object", "mask", "background"]
ColourKind = Literal["header", "button", "link", "text", "background", "heading"]


@dataclass(frozen=True)
class Finding:
    """A drawing on the first screen. ``mark`` names its element in the rendered HTML, ``url`` its picture or "".

    ``whole`` is False for what may show a piece of its picture only.
    """

    mark: int
    kind: Kind
    url: str
    whole: bool
    box: Box


@dataclass(frozen=True)
class SeenPaint:
    """A computed colour and the element that has it."""

    colour: SeenColour
    mark: int
    radius: float | None = None


@dataclass(frozen=True)
class Findings:
    """Everything that was measured; ``photos`` are the addresses of pictures that fill a good part of the screen."""

    drawings: tuple[Finding, ...] = ()
    paints: tuple[SeenPaint, ...] = ()
    photos: tuple[str, ...] = ()
    fonts: Mapping[str, str] = field(default_factory=dict)
    html: str = ""


def read_findings(answer: object) -> Findings:
    """Read the script's answer; whatever is not of the expected form is left out. Raises ValueError for no JSON."""
    if not isinstance(answer, str) or len(answer) > LONGEST_ANSWER:
        raise ValueError("the measuring script gave no answer")
    said = json.loads(answer)  # an object as look.js makes it; what it holds is the page's
    if not isinstance(said, dict):
        raise ValueError("the measuring script gave another answer")
    return Findings(
        drawings=tuple(drawing for row in _rows(said, "logos") if (drawing := _drawing(row)) is not None),
        paints=tuple(paint for row in _rows(said, "colours") if (paint := _paint(row)) is not None),
        photos=tuple(_text(url, 2000) for url in said.get("photos", ())[:50]),
        fonts={name: _text(said.get("fonts", {}).get(name), 500) for name in ("heading", "body")},
        html=_text(said.get("html"), LONGEST_ANSWER),
    )


def _rows(said: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    return [row for row in said.get(name, ())[:500] if isinstance(row, dict)]


def _drawing(row: Mapping[str, Any]) -> Finding | None:
    box, mark = _box(row.get("box")), row.get("mark")
    if box is None or not isinstance(mark, int) or row.get("kind") not in get_args(Kind):
        return None
    url = _text(row.get("url"), 100_000)
    return Finding(mark, row["kind"], url, row.get("whole") is True, box)


def _paint(row: Mapping[str, Any]) -> SeenPaint | None:
    box, mark = _box(row.get("box")), row.get("mark")
    value = css_colour(_text(row.get("value"), 80))
    if box is None or not value or not isinstance(mark, int) or row.get("kind") not in get_args(ColourKind):
        return None
    radius = row.get("radius", -1.0)
    seen = SeenColour(value, row["kind"], _share(box), box, _text(row.get("locator"), 120))
    return SeenPaint(seen, mark, float(radius) if _is_size(radius) and radius >= 0 else None)


def _share(box: Box) -> float:
    """The part of the first screen that a box covers."""
    from renderers.witness.walls import HEIGHT, WIDTH

    width = min(box[0] + box[2], WIDTH) - max(box[0], 0)
    height = min(box[1] + box[3], HEIGHT) - max(box[1], 0)
    return round(max(width, 0) * max(height, 0) / (WIDTH * HEIGHT), 4)


def _box(value: object) -> Box | None:
    if not isinstance(value, list) or len(value) != 4 or not all(_is_size(side) for side in value):
        return None
    left, top, width, height = (round(side) for side in value)
    return (left, top, width, height)


def _is_size(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value) and abs(value) <= SIDE


def _text(value: object, longest: int) -> str:
    """Text of one line at most so long; "" for what is no text. No half of a surrogate pair passes."""
    if not isinstance(value, str):
        return ""
    return re.sub(r"[\x00-\x08\x0e-\x1f\x7f]", "", value[:longest]).encode("utf-8", "ignore").decode()
