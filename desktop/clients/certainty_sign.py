"""How certain a rule is, as a sign that needs no colour: a full dot, half a dot, a ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from desktop.theme import roles_of_now
from renderers.clients.change import Certainty

SIZE = 9
_LINE = 1.5


def certainty_colour(certainty: Certainty) -> QColor:
    """Return the colour that goes with the sign."""
    roles = roles_of_now()
    return QColor({"certain": roles.success, "contested": roles.warning, "approximated": roles.accent}[certainty])


def paint_sign(painter: QPainter, left: float, middle: float, certainty: Certainty) -> None:
    """Draw the sign with its left edge and its middle there."""
    colour = certainty_colour(certainty)
    box = QRectF(QPointF(left, middle - SIZE / 2), QSize(SIZE, SIZE).toSizeF())
    ring = box.adjusted(_LINE / 2, _LINE / 2, -_LINE / 2, -_LINE / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _LINE))
    painter.setBrush(colour if certainty == "certain" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if certainty == "contested":
        painter.setBrush(colour)
        painter.drawPie(ring, 90 * 16, 180 * 16)
    painter.restore()


def sign_icon(certainty: Certainty, ratio: float) -> QIcon:
    """Return the sign as an icon for a screen with so many pixels in one."""
    side = SIZE + 3
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_sign(painter, 1.5, side / 2, certainty)
    painter.end()
    return QIcon(picture)
