"""Colours of the drawings in a page's header, for pages whose logo itself cannot be had."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from templates.brand.colours.weights import WEIGHTS
from templates.brand.evidence import Candidate
from templates.brand.reading.css import css_colour
from templates.brand.reading.elements import LOGO, standing
from templates.brand.reading.page import Page, tokens

MOST_DRAWINGS, MOST_SHAPES = 60, 60
SOCIAL = re.compile(
    r"facebook|twitter|linkedin|instagram|youtube|pinterest|whatsapp|social|share|flag|payment|partner|badge"
)
STYLED = re.compile(r"(?:fill|stroke|stop-color)\s*:\s*([^;]+)")


def drawn_colours(page: Page) -> Iterator[Candidate]:
    """Fills and strokes of inline drawings that are called a logo, or stand in the header and are no other icon."""
    for index, drawing in enumerate(page.root.iter("svg")):
        if index == MOST_DRAWINGS:
            break
        kind = _kind(page, drawing)
        source = "logo fill" if kind == "logo drawing" else "drawing"
        for colour in _colours(drawing) if kind else ():
            yield Candidate(colour, source, WEIGHTS[kind], f"svg {tokens(drawing).strip()[:60]}")
    for symbol in list(page.root.iter("symbol"))[:MOST_DRAWINGS]:
        if LOGO.search((symbol.get("id") or "").lower()):
            for colour in _colours(symbol):
                yield Candidate(colour, "logo fill", WEIGHTS["logo drawing"], f"symbol#{symbol.get('id')}"[:80])


def _kind(page: Page, drawing: HtmlElement) -> str:
    place = standing(page, drawing)
    if place.elsewhere or place.zone == "content" or SOCIAL.search(f"{place.own} {place.around}"):
        return ""
    if (place.hinted or place.home) and not place.something_else:
        return "logo drawing"
    return "drawing" if place.zone == "header" else ""


def _colours(drawing: HtmlElement) -> list[str]:
    """The colours written in a drawing, each once."""
    found: dict[str, None] = {}
    for shape in list(drawing.iter())[:MOST_SHAPES]:
        if isinstance(shape.tag, str):
            values = [shape.get("fill", ""), shape.get("stroke", ""), shape.get("stop-color", "")]
            values += STYLED.findall(shape.get("style", ""))
            found |= {colour: None for value in values if (colour := css_colour(value))}
    return list(found)
