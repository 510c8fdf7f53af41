"""A picture that colours are taken from: a spot on it that the mouse or the arrow keys move, and a magnifier."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

STEP, LEAP = 1, 10
_STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_LARGEST = 6.0  # screen pixels that one pixel of a small picture gets
_AROUND = 5  # pixels that the magnifier shows on each side of the middle


class PictureView(QWidget):
    """Shows a picture as large as there is room. ``spot`` is the pixel that is marked."""

    moved = Signal()
    """Another pixel is looked at."""
    taken = Signal()
    """A double click: this pixel it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QImage()
        self.spot = QPoint()
        self._under: QPoint | None = None
        self.setMinimumSize(QSize(480, 300))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_picture(self, picture: QImage) -> None:
        """Show another picture, with its middle marked; what is transparent in it is white, as in mails."""
        opaque = QImage(picture.size(), QImage.Format.Format_RGB32)
        opaque.fill(Qt.GlobalColor.white)
        painter = QPainter(opaque)
        painter.drawImage(0, 0, picture)
        painter.end()
        self.picture, self._under = opaque, None
        self.spot = opaque.rect().center()
        self.update()
        self.moved.emit()

    @property
    def looked_at(self) -> QPoint:
        """The pixel under the mouse; without a mouse the marked one."""
        return self.spot if self._under is None else self._under

    def colour(self, spot: QPoint) -> str:
        """The colour of a pixel as ``#rrggbb``; "" outside of the picture."""
        return self.picture.pixelColor(spot).name() if self.picture.rect().contains(spot) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move by a pixel, with Shift by ten."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.picture.isNull():
            super().keyPressEvent(event)
            return
        far = LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        moved, edge = self.spot + step * far, self.picture.rect()
        self.spot = QPoint(min(max(moved.x(), 0), edge.right()), min(max(moved.y(), 0), edge.bottom()))
        self._look_at(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at the pixel under the mouse."""
        self._look_at(self._pixel(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark it."""
        pixel = self._pixel(event.position())
        if pixel is not None and event.button() is Qt.MouseButton.LeftButton:
            self.spot = pixel
            self._look_at(pixel)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take it."""
        if self._pixel(event.position()) is not None:
            self.taken.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the marked one."""
        self._look_at(None)
        super().leaveEvent(event)

    def place(self, pixel: QPoint) -> QPointF:
        """Where the middle of a pixel is on this widget."""
        area, scale = self._area()
        return QPointF(area.left() + (pixel.x() + 0.5) * scale, area.top() + (pixel.y() + 0.5) * scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, a ring around the spot, and where the keyboard is."""
        painter = QPainter(self)
        colours = QGuiApplication.palette()
        painter.fillRect(self.rect(), colours.color(QPalette.ColorRole.AlternateBase))
        if self.picture.isNull():
            return
        area, scale = self._area()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1)
        painter.drawImage(area, self.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.place(self.spot)
        for width, colour in ((4, Qt.GlobalColor.white), (2, Qt.GlobalColor.black)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(middle, 8, 8)
        strong = self.hasFocus()
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Accent if strong else QPalette.ColorRole.Mid), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _look_at(self, pixel: QPoint | None) -> None:
        self._under = pixel
        self.update()
        self.moved.emit()

    def _area(self) -> tuple[QRectF, float]:
        """Where the picture is drawn, and how many screen pixels one of its has."""
        room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        width, height = max(1, self.picture.width()), max(1, self.picture.height())
        scale = min(room.width() / width, room.height() / height, _LARGEST)
        area = QRectF(0, 0, width * scale, height * scale)
        area.moveCenter(room.center())
        return area, scale

    def _pixel(self, place: QPointF) -> QPoint | None:
        area, scale = self._area()
        pixel = QPoint(int((place.x() - area.left()) // scale), int((place.y() - area.top()) // scale))
        return pixel if self.picture.rect().contains(pixel) else None


class Magnifier(QWidget):
    """The pixels around one, large; the middle one is framed."""

    def __init__(self, view: PictureView) -> None:
        super().__init__()
        self._view = view
        self.setFixedSize(176, 176)
        view.moved.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw 11 by 11 pixels."""
        painter = QPainter(self)
        colours = QGuiApplication.palette()
        painter.fillRect(self.rect(), colours.color(QPalette.ColorRole.AlternateBase))
        side = self.width() // (2 * _AROUND + 1)
        middle = self._view.looked_at
        for row in range(2 * _AROUND + 1):
            for column in range(2 * _AROUND + 1):
                pixel = middle + QPoint(column - _AROUND, row - _AROUND)
                if self._view.picture.rect().contains(pixel):
                    cell = QRect(column * side, row * side, side, side)
                    painter.fillRect(cell, self._view.picture.pixelColor(pixel))
        frame = QRect(_AROUND * side, _AROUND * side, side, side)
        for grown, colour in ((1, Qt.GlobalColor.black), (2, Qt.GlobalColor.white)):
            painter.setPen(QColor(colour))
            painter.drawRect(frame.adjusted(-grown, -grown, grown - 1, grown - 1))
        painter.setPen(colours.color(QPalette.ColorRole.Dark))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
