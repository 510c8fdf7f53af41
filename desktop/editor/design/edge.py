"""The right edge of the mail on the stage: pulled, it makes the device wider or narrower."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from desktop.panels.canvas import Canvas
from desktop.widgets import Translated

NARROWEST, WIDEST = 240, 1200  # CSS pixels
_BREADTH = 12


class StageEdge(Translated, QWidget):
    """Lies along the right edge of the canvas's view. For the keyboard there are the widths of the menu."""

    pulled = Signal(int)
    """The width that is wanted now, in CSS pixels."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._canvas = canvas
        self._start: tuple[int, int] | None = None  # x on the screen and width, when the pull began
        self.setCursor(Qt.CursorShape.SplitHCursor)
        canvas.moved.connect(self.follow)
        self.retranslate()

    def follow(self) -> None:
        """Lie where the edge is now."""
        view = self._canvas.view
        corner = view.mapTo(self._canvas, QPoint(view.width(), 0))
        self.setGeometry(corner.x() + 1, corner.y(), _BREADTH, view.height())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small grip in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        aimed = self.underMouse() or self._start is not None
        painter.setBrush(self.palette().color(QPalette.ColorRole.Accent if aimed else QPalette.ColorRole.Dark))
        grip = QRectF(0, 0, 4, min(40, self.height()))
        grip.moveCenter(QRectF(self.rect()).center())
        painter.drawRoundedRect(grip, 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pull."""
        self._start = (round(event.globalPosition().x()), self._canvas.device_width)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ask for another width. The mail stays in the middle, so it grows on both sides."""
        if self._start is not None:
            x, width = self._start
            wanted = width + 2 * (event.globalPosition().x() - x) / self._canvas.zoom
            self.pulled.emit(min(WIDEST, max(NARROWEST, round(wanted))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The width stays."""
        self._start = None
        self.update()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setToolTip(self.tr("Drag to change the width"))
