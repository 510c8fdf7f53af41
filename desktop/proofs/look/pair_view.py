"""Two pictures in one place: a divider between them, one seen through the other, or what differs marked."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QWidget

from desktop.proofs.look.comparison import Compared, level_with, unlevelled
from desktop.proofs.look.difference_paint import DifferencePaint
from desktop.proofs.look.raster import Raster
from desktop.proofs.look.sheet_paint import paint_gaps, paint_pieces
from desktop.proofs.look.zoom_area import MARGIN, ZoomArea
from renderers.proofs.difference import Difference
from renderers.proofs.levelling import Levelled

Way = Literal["slider", "onion", "difference"]

STEP, LEAP = 0.02, 0.1
_NEAR = 20  # pixels around the divider that take hold of it
_GRIP = 15.0


class PairView(ZoomArea):
    """Shows two pictures, centred: mails are; ``share`` is where the divider is, or how much of the second is seen."""

    share_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setMouseTracking(True)
        self.way: Way = "slider"
        self.share = 0.5
        self.is_level = True
        self.current = -1
        self._pair: tuple[Compared, Compared] | None = None
        self._levelled = Levelled(0, ((), ()))
        self._marks: DifferencePaint | None = None
        self._divides = False

    def show_pair(self, before: Compared, after: Compared) -> None:
        """Show two pictures from their tops; ``after`` was compared with ``before``, and both are there."""
        self._pair, self.current = (before, after), -1
        self._marks = DifferencePaint(after.found) if after.found and after.found.mask else None
        self._level()
        self.verticalScrollBar().setValue(0)

    def set_way(self, way: Way) -> None:
        """Compare in another way."""
        self.way = way
        self._level()

    def set_level(self, level: bool) -> None:
        """Keep what belongs together at the same height, or show the pictures as they are."""
        self.is_level = level
        self._level()

    def set_share(self, share: float) -> None:
        """Move the divider, or show more or less of the second picture."""
        self.share = min(1.0, max(0.0, share))
        self.viewport().update()
        self.share_changed.emit()

    def go(self, number: int) -> None:
        """Bring a difference to sight (the first is 0) and frame it."""
        if self._found is not None and 0 <= number < len(self._found.boxes):
            self.current = number
            self.go_to(self._found.boxes[number].top)
            self.viewport().update()

    def go_to(self, row: float) -> None:
        """Bring a row of the levelled pictures to sight."""
        self.verticalScrollBar().setValue(round(row * self.scale + MARGIN - self.viewport().height() / 3))

    @property
    def _found(self) -> Difference | None:
        return self._pair[1].found if self._pair else None

    @property
    def _rasters(self) -> tuple[Raster, Raster] | None:
        before, after = (each.raster for each in self._pair) if self._pair else (None, None)
        return (before, after) if isinstance(before, Raster) and isinstance(after, Raster) else None

    @property
    def _width(self) -> float:
        """The wider one's."""
        rasters = self._rasters
        return max(each.width for each in rasters) if rasters else 1.0

    def _level(self) -> None:
        if self._pair is not None:
            # What differs is only known where the rows are level.
            level = level_with(self._pair) if self.is_level or self.way == "difference" else None
            self._levelled = level or unlevelled(self._pair)
        self.refit()
        self.zoomed.emit()

    # How it is drawn

    def extent(self, scale: float) -> QSizeF:
        """Both over each other."""
        rasters = self._rasters
        if rasters is None:
            return QSizeF()
        return QSizeF(self._width, self._levelled.height) * scale

    def fitting(self, room: QSizeF) -> float:
        """As wide as the room."""
        return room.width() / self._width

    def paint(self, painter: QPainter, scale: float, origin: QPointF, clip: QRectF) -> None:
        """Draw what is in sight, in the way that was chosen."""
        if self._rasters is None:
            return
        area = QRectF(origin, self.extent(scale))
        if self.way == "slider":
            self._paint_slider(painter, area, clip)
        elif self.way == "onion":
            self._paint_column(painter, 0, area, clip)
            painter.setOpacity(self.share)
            self._paint_column(painter, 1, area, clip, gaps=False)
            painter.setOpacity(1.0)
        else:
            self._paint_column(painter, 0, area, clip)
            self._paint_column(painter, 1, area, clip, gaps=False)
            if self._marks is not None:
                self._marks.paint(painter, area, scale, clip, self.palette(), self.current)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.way == "slider":
            self._paint_divider(painter, area)

    def _paint_column(self, painter: QPainter, which: int, area: QRectF, clip: QRectF, *, gaps: bool = True) -> None:
        rasters = self._rasters
        if rasters is None:
            return
        raster, pieces, scale = rasters[which], self._levelled.columns[which], self.scale
        column = QRectF(area)
        column.setWidth(raster.width * scale)
        column.moveCenter(area.center())
        if gaps:
            paint_gaps(painter, column, pieces, scale, clip, self.palette())
        paint_pieces(painter, raster, pieces, column.topLeft(), scale, clip)

    def _paint_slider(self, painter: QPainter, area: QRectF, clip: QRectF) -> None:
        at = area.left() + self.share * area.width()
        for which, left, right in ((0, area.left(), at), (1, at, area.right())):
            side = QRectF(left, area.top(), right - left, area.height()).intersected(clip)
            painter.save()
            painter.setClipRect(side)
            self._paint_column(painter, which, area, side)
            painter.restore()

    def _paint_divider(self, painter: QPainter, area: QRectF) -> None:
        at = area.left() + self.share * area.width()
        middle = QPointF(at, self.viewport().height() / 2)
        ink, paper = (self.palette().color(role) for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Base))
        painter.fillRect(QRectF(at - 2, max(0.0, area.top()), 4, area.height()), paper)
        painter.fillRect(QRectF(at - 1, max(0.0, area.top()), 2, area.height()), ink)
        painter.setPen(QPen(ink, 2))
        painter.setBrush(paper)
        painter.drawEllipse(middle, _GRIP, _GRIP)
        for step in (-1, 1):
            arrow = QPainterPath(middle + QPointF(step * 4, -5))
            arrow.lineTo(middle + QPointF(step * 9, 0))
            arrow.lineTo(middle + QPointF(step * 4, 5))
            painter.strokePath(arrow, QPen(ink, 2))

    # The divider

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the divider, or of the pictures."""
        self._divides = self._is_near(event)
        if not self._divides:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._divides:
            self.set_share((event.position().x() - self.origin.x()) / (self._width * self.scale))
        elif event.buttons():
            super().mouseMoveEvent(event)
        elif self._is_near(event):
            self.viewport().setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.hint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        self._divides = False
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move the divider; the space bar shows the one or the other."""
        step = LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        if self.way == "difference":
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.set_share(self.share + (step if event.key() == Qt.Key.Key_Right else -step))
        elif event.key() == Qt.Key.Key_Space:
            self.set_share(0.0 if self.share > 0.5 else 1.0)
        else:
            super().keyPressEvent(event)

    def _is_near(self, event: QMouseEvent) -> bool:
        at = self.origin.x() + self.share * self._width * self.scale
        return self.way == "slider" and self._pair is not None and abs(event.position().x() - at) <= _NEAR
