"""An area that shows something larger or smaller: wheel, pinch, keys; dragging moves what is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QGestureEvent, QPinchGesture, QWidget

from desktop.widgets import GRID

LEAST, MOST = 0.1, 2.0
STEP = 1.25
MARGIN = 3 * GRID
_PER_NOTCH = 1.2 ** (1 / 120)  # Qt counts 120 for a notch of the wheel


class ZoomArea(QAbstractScrollArea):
    """What is shown is as large as it fits (``zoom`` None) or as somebody chose: 1 is a pixel for a CSS pixel."""

    zoomed = Signal()
    """``scale`` may be another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # one that comes and goes changes the fit
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.zoom: float | None = None
        self._dragged: QPoint | None = None

    # What is shown: for the kinds of areas to say

    def extent(self, scale: float) -> QSizeF:
        """How much room it takes on the screen."""
        raise NotImplementedError

    def fitting(self, room: QSizeF) -> float:
        """How large it is when it fits into a room."""
        raise NotImplementedError

    def paint(self, painter: QPainter, scale: float, origin: QPointF, clip: QRectF) -> None:
        """Draw what is in sight; ``origin`` is where its top left corner lies."""
        raise NotImplementedError

    # The zoom

    @property
    def scale(self) -> float:
        """How many pixels of the screen a CSS pixel has."""
        if self.zoom is not None:
            return self.zoom
        room = QSizeF(self.viewport().size()) - QSizeF(2 * MARGIN, 2 * MARGIN)
        return min(1.0, max(LEAST, self.fitting(room)))

    def set_zoom(self, zoom: float | None, at: QPointF | None = None) -> None:
        """Show it in another size; what is at this place of the screen (else in the middle) stays there."""
        old, place, origin = self.scale, at or QPointF(self.viewport().rect().center()), self.origin
        self.zoom = None if zoom is None else min(MOST, max(LEAST, zoom))
        ratio = self.scale / old
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        y = self.anchor(place.y() - MARGIN)
        goal = QPointF((place.x() - origin.x()) * ratio - place.x() + MARGIN, (down.value() + y) * ratio - y)
        self.refit()
        across.setValue(round(goal.x()))
        down.setValue(round(goal.y()))
        self.zoomed.emit()

    def anchor(self, y: float) -> float:
        """Which place below the margin stays where it is when the size changes."""
        return y

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Make it so many times as large."""
        self.set_zoom(self.scale * factor, at)

    def larger(self) -> None:
        """One step larger."""
        self.zoom_by(STEP)

    def smaller(self) -> None:
        """One step smaller."""
        self.zoom_by(1 / STEP)

    @property
    def origin(self) -> QPointF:
        """Where the top left corner of what is shown lies: in the middle when there is room, else as scrolled."""
        free = self.viewport().width() - self.extent(self.scale).width()
        left = free / 2 if free >= 2 * MARGIN else MARGIN - self.horizontalScrollBar().value()
        return QPointF(left, MARGIN - self.verticalScrollBar().value())

    def refit(self) -> None:
        """What is shown, or the room for it, has another size."""
        extent, room = self.extent(self.scale), self.viewport().size()
        bars = (
            (self.horizontalScrollBar(), extent.width(), room.width()),
            (
                self.verticalScrollBar(),
                extent.height(),
                room.height(),
            ),
        )
        for bar, needed, there in bars:
            bar.setPageStep(there)
            bar.setRange(0, max(0, round(needed + 2 * MARGIN - there)))
        self.hint()
        self.viewport().update()

    def hint(self) -> None:
        """Show by the pointer whether it can be moved."""
        moves = self.horizontalScrollBar().maximum() or self.verticalScrollBar().maximum()
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if moves else Qt.CursorShape.ArrowCursor)

    # What people do

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and what is in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        self.paint(painter, self.scale, self.origin, QRectF(event.rect()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew; what was in sight stays there."""
        before = self.verticalScrollBar()
        share = before.value() / before.maximum() if before.maximum() else 0.0
        super().resizeEvent(event)
        self.refit()
        before.setValue(round(share * before.maximum()))
        self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel changes the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_PER_NOTCH ** event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Two fingers change the size, on a touchpad or on the screen."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom_by(pinch.scaleFactor(), self.viewport().mapFromGlobal(pinch.hotSpot()))
                return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._dragged = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._dragged is not None:
            by, self._dragged = event.position().toPoint() - self._dragged, event.position().toPoint()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        self._dragged = None
        self.hint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sizes, and the ends; the arrows scroll where there is something to scroll."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.larger()
            case Qt.Key.Key_Minus:
                self.smaller()
            case Qt.Key.Key_0:
                self.set_zoom(None)
            case Qt.Key.Key_1 | Qt.Key.Key_2:
                self.set_zoom(1.0 if event.key() == Qt.Key.Key_1 else 2.0)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                bar.setValue(0 if event.key() == Qt.Key.Key_Home else bar.maximum())
            case Qt.Key.Key_Left | Qt.Key.Key_Right if not self.horizontalScrollBar().maximum():
                event.ignore()
            case _:
                super().keyPressEvent(event)
