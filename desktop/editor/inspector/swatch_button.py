"""A button that is a colour, or none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton


class SwatchButton(QAbstractButton):
    """A button in a colour; struck through where there is none."""

    def __init__(self, size: int = 30) -> None:
        super().__init__()
        self.colour: QColor | None = None
        self.setFixedSize(size, size)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_colour(self, colour: QColor | None) -> None:
        """Be this colour."""
        if colour != self.colour:
            self.colour = colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour, and a ring when the keyboard is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus() or self.isChecked()
        role = QPalette.ColorRole.Accent if ring else QPalette.ColorRole.Dark
        painter.setPen(QPen(self.palette().color(role), 2 if ring else 1))
        painter.setBrush(self.colour or QColor("#ffffff"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 6, 6)
        if self.colour is None or self.colour.alpha() == 0:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.BrightText), 1.5))
            painter.drawLine(
                box.bottomLeft() + QRectF(4, -4, 0, 0).topLeft(), box.topRight() - QRectF(4, -4, 0, 0).topLeft()
            )
