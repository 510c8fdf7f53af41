"""The outline of a section, drawn from its source: what a card shows until there is a picture of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from templates.source.parse import parse
from templates.source.tree import Element, SourceTree

Shape = tuple[float, float, float, float, bool]  # left, top, width, height in units of the width; strong or pale

#: Height of each component in units of the card's width, and the bars in it as (left, width, height, strong).
_BARS: dict[str, tuple[tuple[float, float, float, bool], ...]] = {
    "mj-text": ((0.06, 0.88, 0.035, False), (0.06, 0.62, 0.035, False)),
    "mj-image": ((0.0, 1.0, 0.26, False),),
    "mj-button": ((0.3, 0.4, 0.09, True),),
    "mj-divider": ((0.0, 1.0, 0.02, True),),
    "mj-spacer": ((0.0, 1.0, 0.015, False), (0.44, 0.12, 0.14, True), (0.0, 1.0, 0.015, False)),
    "mj-table": ((0.0, 0.94, 0.035, False), (0.0, 0.8, 0.035, False), (0.0, 0.88, 0.035, False)),
    "mj-social": ((0.26, 0.1, 0.1, True), (0.45, 0.1, 0.1, True), (0.64, 0.1, 0.1, True)),
    "mj-include": ((0.0, 1.0, 0.2, False),),
}
_GAP = 0.045


def draw_schematic(painter: QPainter, area: QRectF, source: str, pale: QColor, strong: QColor) -> None:
    """Draw the outline of ``source`` in the middle of ``area``."""
    shapes = _shapes(source)
    height = max((top + tall for _, top, _, tall, _ in shapes), default=0.0)
    scale = min(area.width(), area.height() / height if height else area.width())
    left, above = area.center().x() - scale / 2, area.center().y() - height * scale / 2
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y, width, tall, is_strong in shapes:
        painter.setBrush(strong if is_strong else pale)
        box = QRectF(left + x * scale, above + y * scale, width * scale, max(1.0, tall * scale))
        painter.drawRoundedRect(box, 2, 2)


@lru_cache(maxsize=256)
def is_empty(source: str) -> bool:
    """Whether ``source`` only parts other sections: a picture of it would show nothing."""
    names = {element.name for element in parse(source).walk() if isinstance(element, Element)}
    return names <= {"mj-section", "mj-column", "mj-divider", "mj-spacer"}


@lru_cache(maxsize=256)
def _shapes(source: str) -> tuple[Shape, ...]:
    """Return the shapes of all rows of ``source``, one below the other."""
    tree = parse(source)
    top, shapes = 0.0, []
    for row in _rows(tree):
        columns = [one for one in _columns(row) if one.children] or [row]
        below = top
        for number, column in enumerate(columns):
            width = (1 - _GAP * (len(columns) - 1)) / len(columns)
            made = list(_stacked(tree.components_in(column.children), number * (width + _GAP), top, width))
            shapes += made
            below = max([below, *(y + tall for _, y, _, tall, _ in made)])
        top = below + _GAP
    return tuple(shapes)


def _rows(tree: SourceTree) -> Iterator[Element]:
    for element in tree.components_in(tree.nodes):
        if element.name == "mj-wrapper":
            yield from tree.components_in(element.children)
        else:
            yield element


def _columns(row: Element) -> Sequence[Element]:
    found = [one for one in row.children if isinstance(one, Element)]
    if [one.name for one in found] == ["mj-group"]:
        return _columns(found[0])
    return [one for one in found if one.name == "mj-column"]


def _stacked(elements: Iterator[Element], left: float, top: float, width: float) -> Iterator[Shape]:
    for element in elements:
        bars = _BARS.get(element.name, _BARS["mj-text"])
        side_by_side = element.name == "mj-social"
        for x, wide, tall, strong in bars:
            yield (left + x * width, top, wide * width, tall, strong)
            top += 0.0 if side_by_side else tall + _GAP
        top += _GAP if side_by_side else 0.0
