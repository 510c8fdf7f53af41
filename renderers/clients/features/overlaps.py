"""Features of which one contains the other. Where the table knows one of them only, it contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from renderers.clients.support import UNKNOWN, Cell


class Overlap(NamedTuple):
    """``part`` is used inside ``whole``; ``decided`` says what becomes of it where the table knows only one."""

    whole: str
    part: str
    decided: str


_OWN_CELL = "Each property follows its own cell, the shorthand that of the shorthand."
_VALUE = "A value goes with its property: both must be known."
_RULES_INSIDE = "What stands inside goes with what is around it."

OVERLAPS: tuple[Overlap, ...] = (
    Overlap("css-background", "css-background-image", "The shorthand keeps its colour and loses the picture."),
    *(
        Overlap("css-background", f"css-background-{part}", _OWN_CELL)
        for part in ("clip", "color", "origin", "position", "repeat", "size")
    ),
    *(Overlap("css-background-image", f"css-{kind}-gradient", _VALUE) for kind in ("linear", "radial", "conic")),
    Overlap("css-block-inline-size", "css-inline-size", "inline-size follows the newer cell, which is its own."),
    Overlap("css-column-layout-properties", "css-column-count", _OWN_CELL),
    Overlap("css-border-inline-block", "css-border-inline-block-individual", _OWN_CELL),
    Overlap("css-border-inline-block", "css-border-inline-block-longhand", _OWN_CELL),
    Overlap("css-inset", "css-left-right-top-bottom", _OWN_CELL),
    *(Overlap("css-list-style", f"css-list-style-{part}", _OWN_CELL) for part in ("image", "position", "type")),
    Overlap("css-margin-inline-block", "css-margin-inline-start-end", _OWN_CELL),
    Overlap("css-padding-inline-block", "css-padding-inline-start-end", _OWN_CELL),
    *(
        Overlap("css-text-decoration", f"css-text-decoration-{part}", _OWN_CELL)
        for part in ("color", "line", "style", "thickness")
    ),
    *(Overlap("css-font", f"css-font-{part}", _OWN_CELL) for part in ("size", "stretch", "weight")),
    *(Overlap("css-display", f"css-display-{kind}", _VALUE) for kind in ("flex", "grid", "none")),
    Overlap("css-overflow-wrap", "css-word-wrap", "Two names of one property: each name follows its own cell."),
    *(
        Overlap("css-at-media", f"css-at-media-{query}", _RULES_INSIDE)
        for query in (
            "device-pixel-ratio",
            "hover",
            "orientation",
            "prefers-color-scheme",
            "prefers-reduced-motion",
        )
    ),
    Overlap("html-style", "css-at-media", _RULES_INSIDE),
    Overlap("html-style", "css-selector-class", _RULES_INSIDE),
    Overlap("html-style", "css-selector-type", _RULES_INSIDE),
    Overlap("html-ruby", "html-rt", "Each element follows its own cell."),
    Overlap("html-ruby", "html-rp", "Each element follows its own cell."),
)


def contradictions(column: Mapping[str, Cell]) -> list[Overlap]:
    """Return where a client's column knows of two overlapping features one and not the other."""
    return [each for each in OVERLAPS if _codes(column, each) == {"y", "n"}]


def _codes(column: Mapping[str, Cell], overlap: Overlap) -> set[str]:
    return {column.get(slug, UNKNOWN).code for slug in (overlap.whole, overlap.part)}
