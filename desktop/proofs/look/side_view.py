"""Two pictures or more beside each other; they scroll and grow together."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.errors import explain
from desktop.language import current_language
from desktop.proofs.look.comparison import Compared, level_with, unlevelled
from desktop.proofs.look.raster import Raster
from desktop.proofs.look.sheet_paint import paint_gaps, paint_pieces
from desktop.proofs.look.words import difference_words
from desktop.proofs.look.zoom_area import MARGIN, ZoomArea
from desktop.widgets import GRID
from renderers.proofs.levelling import Levelled

_BETWEEN = 2.0 * GRID
_EMPTY = 320.0  # pixels of width of a picture that is not there
_NAMES = 34  # pixels above the pictures
_FLAGS = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class SideView(ZoomArea):
    """Shows what is compared in columns, level with each other or each from its top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures: tuple[Compared, ...] = ()
        self.is_level = True
        self._levelled = Levelled(0, ())
        self.setViewportMargins(0, _NAMES, 0, 0)
        self._names = _Names(self)
        self.horizontalScrollBar().valueChanged.connect(self._names.update)
        self.zoomed.connect(self._names.update)

    def show_compared(self, pictures: tuple[Compared, ...]) -> None:
        """Show other pictures."""
        self.pictures = pictures
        self.set_level(self.is_level)
        self.verticalScrollBar().setValue(0)

    def set_level(self, level: bool) -> None:
        """Keep what belongs together at the same height, or show the pictures as they are."""
        self.is_level = level
        if self.pictures:
            self._levelled = (level_with(self.pictures) if level else None) or unlevelled(self.pictures)
        self.refit()
        self.zoomed.emit()

    def go_to(self, row: float) -> None:
        """Bring a row of the levelled pictures to sight."""
        self.verticalScrollBar().setValue(round(row * self.scale + MARGIN - self.viewport().height() / 3))

    @property
    def widths(self) -> list[float]:
        """The columns' widths in CSS pixels."""
        return [each.raster.width if isinstance(each.raster, Raster) else _EMPTY for each in self.pictures]

    def extent(self, scale: float) -> QSizeF:
        """All columns; what is between them does not grow."""
        between = _BETWEEN * max(0, len(self.pictures) - 1)
        return QSizeF(sum(self.widths) * scale + between, self._levelled.height * scale)

    def fitting(self, room: QSizeF) -> float:
        """All columns in sight."""
        widths = self.widths
        return (room.width() - _BETWEEN * (len(widths) - 1)) / sum(widths) if widths else 1.0

    def columns(self) -> list[tuple[float, float]]:
        """Where each column begins and how wide it is, in pixels of the screen."""
        left, found = self.origin.x(), []
        for width in self.widths:
            found.append((left, width * self.scale))
            left += width * self.scale + _BETWEEN
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names stay above the columns."""
        super().resizeEvent(event)
        self._names.setGeometry(0, 0, self.width(), _NAMES)

    def paint(self, painter: QPainter, scale: float, origin: QPointF, clip: QRectF) -> None:
        """Draw what is in sight of each column."""
        for each, pieces, (left, width) in zip(self.pictures, self._levelled.columns, self.columns(), strict=True):
            area = QRectF(left, origin.y(), width, self._levelled.height * scale)
            if isinstance(each.raster, Raster):
                if self.is_level:
                    paint_gaps(painter, area, pieces, scale, clip, self.palette())
                paint_pieces(painter, each.raster, pieces, area.topLeft(), scale, clip)
                last = pieces[-1].at + pieces[-1].bottom - pieces[-1].top if pieces else 0
                edge = area if self.is_level else QRectF(left, origin.y(), width, last * scale)
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
                painter.drawRect(edge.adjusted(-0.5, -0.5, 0.5, 0.5))
            else:
                painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
                words = QRectF(left + GRID, MARGIN + 2 * GRID, max(120.0, width - 2 * GRID), 240)
                painter.drawText(words, _FLAGS, explain(each.raster, current_language()))


class _Names(QWidget):
    """What each column is called; it does not scroll down with them."""

    def __init__(self, view: SideView) -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, _event: object) -> None:
        """Write the names over their columns."""
        view, painter = self._view, QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        looked = tuple(each.looked for each in view.pictures)
        for each, (left, width) in zip(view.pictures, view.columns(), strict=True):
            room = QRectF(left, 0, width + _BETWEEN / 2, _NAMES)
            name = each.looked.name_beside(looked)
            if each.found is not None and each.found.is_comparable and len(looked) > 2:
                name = f"{name}  ·  {difference_words(each.found)}"
            painter.drawText(
                room,
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, width),
            )
        painter.fillRect(QRectF(0, _NAMES - 1, self.width(), 1), self.palette().color(QPalette.ColorRole.Mid))
