"""The welcome page's picture: a row of mails to come, in the theme's own colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_ROLES = (QPalette.ColorRole.Accent, QPalette.ColorRole.Midlight, QPalette.ColorRole.Light)
_CARDS = 5
_GAP = 16
_HEIGHT = 132

#: Blocks of a mail as (x, y, width, height, index of its colour) in hundredths of the card's width.
_LAYOUTS = (
    ((0, 0, 100, 46, 0), (28, 58, 44, 7, 1), (12, 72, 76, 5, 2), (12, 82, 60, 5, 2), (32, 96, 36, 12, 0)),
    ((36, 12, 28, 28, 1), (20, 52, 60, 7, 0), (12, 66, 76, 5, 2), (12, 76, 70, 5, 2), (12, 92, 76, 22, 1)),
    ((0, 0, 100, 60, 1), (34, 14, 32, 32, 0), (16, 72, 68, 7, 0), (12, 86, 76, 5, 2), (32, 100, 36, 12, 0)),
    ((12, 14, 40, 7, 0), (12, 30, 76, 5, 2), (12, 40, 64, 5, 2), (12, 56, 34, 34, 1), (54, 56, 34, 34, 1)),
    ((0, 0, 100, 40, 0), (12, 52, 22, 22, 1), (39, 52, 22, 22, 1), (66, 52, 22, 22, 1), (12, 84, 76, 5, 2)),
)


class MailRow(QWidget):
    """Decorates; says nothing to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the column, one row high."""
        return QSize(400, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mails; the row cuts them off below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() - _GAP * (_CARDS - 1)) / _CARDS
        for number, layout in enumerate(_LAYOUTS):
            # The middle ones stand higher: a row of things that rise, not a table.
            top = 4 + 10 * abs(number - _CARDS // 2)
            self._paint_card(painter, QRectF(number * (width + _GAP), top, width, 1.5 * width), layout)

    def _paint_card(self, painter: QPainter, card: QRectF, layout: tuple[tuple[int, ...], ...]) -> None:
        colours = self.palette()
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(colours.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        unit = (card.width() - 12) / 100
        for x, y, width, height, colour in layout:
            painter.setBrush(colours.color(_ROLES[colour]))
            spot = QRectF(card.x() + 6 + x * unit, card.y() + 6 + y * unit, width * unit, height * unit)
            painter.drawRoundedRect(spot, 3, 3)
