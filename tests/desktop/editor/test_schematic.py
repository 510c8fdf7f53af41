"""The outline of a block says what is in it before there is a picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.editor.schematic import draw_schematic, is_empty
from templates.blocks import Block, blocks

AREA = QRectF(10, 10, 100, 60)


def drawn(source: str) -> QImage:
    image = QImage(QSize(120, 80), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_schematic(painter, AREA, source, QColor("gray"), QColor("black"))
    painter.end()
    return image


def touched(image: QImage) -> list[tuple[int, int]]:
    white = QColor(Qt.GlobalColor.white)
    return [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != white]


@pytest.mark.parametrize("one", blocks(), ids=lambda one: one.id)
def test_each_block_has_an_outline_in_its_card(qapp, one: Block):
    """Something is drawn for every block, and nothing outside of the card."""
    pixels = touched(drawn(one.mjml))
    assert pixels
    assert all(AREA.adjusted(-1, -1, 1, 1).contains(x, y) for x, y in pixels)


def test_columns_lie_side_by_side(qapp):
    """Three columns are three shapes in a row, one column is one."""
    column = "<mj-column><mj-image /></mj-column>"
    rows = [drawn(f"<mj-section>{column * count}</mj-section>") for count in (1, 3)]
    gaps = [row.pixelColor(10 + 33, 40) == QColor(Qt.GlobalColor.white) for row in rows]
    assert gaps == [False, True]


@pytest.mark.parametrize("source", ["", "words", "<mj-section", "<mj-unknown>", "{% if %}"])
def test_any_source_can_be_outlined(qapp, source: str):
    """A module may be damaged; its card is then as good as empty."""
    drawn(source)


def test_what_only_parts_others_is_empty():
    """Of a line and a space no picture is worth taking."""
    assert [one.id for one in blocks() if is_empty(one.mjml)] == ["divider", "spacer"]
