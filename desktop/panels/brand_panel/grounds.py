"""The two grounds that a logo stands on in mails, painted as a light and a dark checker."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from desktop.panels.brand_panel.colours import DARK_CHECKER, LIGHT_CHECKER

_SQUARE = 6


def paint_grounds(
    painter: QPainter, area: QRect, light: QImage | None, dark: QImage | None = None, *, upright: bool = False
) -> None:
    """Draw a logo on light and, beside it or (``upright``) below it, on dark. ``dark`` is another picture for there."""
    if upright:
        half = QSize(area.width(), area.height() // 2)
        second = QRect(area.left(), area.top() + half.height(), area.width(), area.height() - half.height())
    else:
        half = QSize(area.width() // 2, area.height())
        second = QRect(area.left() + half.width(), area.top(), area.width() - half.width(), area.height())
    paint_ground(painter, QRect(area.topLeft(), half), light, LIGHT_CHECKER)
    paint_ground(painter, second, light if dark is None else dark, DARK_CHECKER)


def paint_ground(painter: QPainter, area: QRect, picture: QImage | None, ground: tuple[str, str]) -> None:
    """Draw a checker with a picture in its middle, never larger than the picture is."""
    painter.fillRect(area, QColor(ground[0]))
    squares = QBrush(QColor(ground[1]))
    for row in range(0, area.height(), _SQUARE):
        for column in range(_SQUARE * (row // _SQUARE % 2), area.width(), 2 * _SQUARE):
            spot = QRect(area.left() + column, area.top() + row, _SQUARE, _SQUARE)
            painter.fillRect(spot.intersected(area), squares)
    if picture is not None and not picture.isNull():
        room = QSize(area.width() - 16, area.height() - (8 if area.height() < 40 else 24))
        size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        size = size.boundedTo(picture.size())
        spot = QRect(0, 0, size.width(), size.height())
        spot.moveCenter(area.center())
        painter.drawImage(spot, picture)
