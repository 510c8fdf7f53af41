"""Tables in VML text boxes: Word leaves out the left padding of the cell that holds one, and adds it on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from renderers.clients.css.sheet import parse_declarations
from renderers.clients.html.tree import Element
from renderers.clients.vml.tree import style
from renderers.clients.vml.values import length, pixels


def padded_tables(textboxes: Iterable[Element]) -> Iterator[tuple[Element, Element]]:
    """Yield each table that stands in a cell with left padding inside one of the text boxes, and that cell."""
    walked = set[Element]()
    for textbox in textboxes:
        if textbox not in walked:
            yield from _padded_tables(textbox, walked)


def _padded_tables(textbox: Element, walked: set[Element]) -> Iterator[tuple[Element, Element]]:
    # One walk that carries the innermost cell along: looking upwards from each table would take its depth each time.
    waiting: list[tuple[Element, Element | None]] = [(textbox, None)]
    while waiting:
        element, cell = waiting.pop()
        if element.tag == "v:textbox":
            walked.add(element)
            cell = None
        elif element.tag == "table" and cell is not None:
            yield element, cell
            cell = None
        elif element.tag in ("td", "th"):
            cell = element if side_paddings(element)[0] > 0 else None
        waiting.extend((child, cell) for child in reversed(element))


def shift(table: Element, cell: Element) -> None:
    """Put the table where Word does: as wide as it is, but at the cell's left edge.

    Where the cell holds nothing else, its paddings say it; beside a heading or a paragraph, which keep them, the table
    moves alone.
    """
    left, right = side_paddings(cell)
    if _alone(table, cell):
        style(cell, [("padding-left", "0"), ("padding-right", pixels(left + right))])
    else:
        style(table, [("position", "relative"), ("left", f"-{pixels(left)}")])


def _alone(table: Element, cell: Element) -> bool:
    """Whether nothing but blocks around it stands between the cell and the table."""
    inner = table
    while inner is not cell:
        around = inner.getparent()
        if around is None or (around.text or "").strip() or (inner.tail or "").strip():
            return False
        if any(isinstance(each.tag, str) and each is not inner for each in around):
            return False
        inner = around
    return True


def side_paddings(cell: Element) -> tuple[float, float]:
    """Return the left and the right padding that the ``style`` of a cell sets, in pixels."""
    left = right = 0.0
    for each in parse_declarations(cell.get("style") or ""):
        sides = [length(side) or 0.0 for side in each.value.split()]
        if each.name == "padding" and 1 <= len(sides) <= 4:
            right = sides[min(1, len(sides) - 1)]
            left = sides[3] if len(sides) == 4 else right
        elif each.name == "padding-left" and sides:
            left = sides[0]
        elif each.name == "padding-right" and sides:
            right = sides[0]
    return left, right
