"""Shapes behind the text: what lies above them, and what would be above them in a browser only."""

from __future__ import annotations

from renderers.clients.css.sheet import parse_declarations
from renderers.clients.html.tree import Element
from renderers.clients.vml.tree import style

_SHADED = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")


def covering(element: Element) -> Element | None:
    """Return the table or cell around the element whose background covers what lies behind the text, if any."""
    return next((each for each in element.iterancestors(*_SHADED) if _coloured(each)), None)


def lift(element: Element) -> None:
    """Keep the backgrounds of blocks around it below the element: Word shades paragraphs and cells, not blocks."""
    for each in _coloured_blocks(element)[:1]:
        style(each, [("position", "relative"), ("z-index", "0")])


def uncover(element: Element) -> None:
    """Take the backgrounds of blocks around it away, which would cover the page's."""
    for each in _coloured_blocks(element):
        style(each, [("background-color", "transparent")])


def _coloured_blocks(element: Element) -> list[Element]:
    return [each for each in element.iterancestors() if each.tag not in (*_SHADED, "body", "html") and _coloured(each)]


def _coloured(element: Element) -> bool:
    if element.get("bgcolor"):
        return True
    declared = parse_declarations(element.get("style") or "")
    return any(
        each.name in ("background", "background-color") and each.value.lower() not in ("", "none", "transparent")
        for each in declared
    )
