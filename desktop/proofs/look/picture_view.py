"""One picture, in its device or without. In the device it scrolls behind the glass, as it does there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from desktop.proofs.look.device import Device
from desktop.proofs.look.device_paint import paint_device
from desktop.proofs.look.raster import Raster, paint_raster
from desktop.proofs.look.zoom_area import MARGIN, ZoomArea


class PictureView(ZoomArea):
    """Shows a raster; without one it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.raster: Raster | None = None
        self.device: Device | None = None

    def show_picture(self, raster: Raster | None, device: Device | None) -> None:
        """Show another picture from its top; without a device it stands alone."""
        self.raster, self.device = raster, device
        self.refit()
        self.verticalScrollBar().setValue(0)
        self.zoomed.emit()

    def sharpen(self, raster: Raster) -> None:
        """Show the same picture with more pixels."""
        self.raster = raster
        self.viewport().update()

    def set_device(self, device: Device | None) -> None:
        """Put a device around it, or take it away; what is in sight of the picture stays."""
        row = self.verticalScrollBar().value() / self.scale
        self.device = device
        self.refit()
        self.verticalScrollBar().setValue(round(row * self.scale))
        self.zoomed.emit()

    def extent(self, scale: float) -> QSizeF:
        """The picture; or the device, and what of the picture does not fit on its screen."""
        if self.raster is None:
            return QSizeF()
        if self.device is None:
            return QSizeF(self.raster.width, self.raster.height) * scale
        size = self.device.size * scale
        return QSizeF(size.width(), size.height() + 2 * self._above(scale) + self._inner(scale))

    def fitting(self, room: QSizeF) -> float:
        """As wide as the room; a device as a whole."""
        if self.raster is None:
            return 1.0
        if self.device is None:
            return room.width() / self.raster.width
        return min(room.width() / self.device.size.width(), room.height() / self.device.size.height())

    def anchor(self, y: float) -> float:
        """A picture behind glass stays at its top row."""
        return y if self.device is None else 0.0

    def paint(self, painter: QPainter, scale: float, origin: QPointF, clip: QRectF) -> None:
        """Draw the picture, or the device with the picture on its screen."""
        if self.raster is None:
            return
        size = QSizeF(self.raster.width, self.raster.height) * scale
        if self.device is None:
            area = QRectF(origin, size)
            paint_raster(painter, self.raster, (0, self.raster.height), area, clip)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
            painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
            return
        outer = self.outer
        paint_device(painter, self.device, outer, scale)
        screen = self.device.screen_in(outer, scale)
        painter.setClipPath(self.device.glass_in(outer, scale))
        painter.fillRect(screen, _ground(self.raster))
        target = QRectF(QPointF(screen.left(), screen.top() - self._scrolled), size)
        paint_raster(painter, self.raster, (0, self.raster.height), target, screen.intersected(clip))

    @property
    def outer(self) -> QRectF:
        """Where the device is; empty without one."""
        if self.device is None:
            return QRectF()
        top = self.origin + QPointF(0, self._scrolled + self._above(self.scale))
        return QRectF(top, self.device.size * self.scale)

    @property
    def _scrolled(self) -> float:
        """How far the picture is scrolled behind the glass: that comes first, then the device itself moves."""
        return min(float(self.verticalScrollBar().value()), self._inner(self.scale))

    def _inner(self, scale: float) -> float:
        """How far the picture scrolls on the device's screen."""
        if self.raster is None or self.device is None:
            return 0.0
        return max(0.0, self.raster.height - self.device.screen.height()) * scale

    def _above(self, scale: float) -> float:
        """A device that is smaller than the room stands in its middle."""
        if self.device is None:
            return 0.0
        return max(0.0, (self.viewport().height() - 2 * MARGIN - self.device.size.height() * scale) / 2)


def _ground(raster: Raster) -> QColor:
    """What goes on below a picture that is shorter than the screen: the colour in which it ends."""
    start = 3 * raster.whole.width * (raster.whole.height - 1)
    return QColor(*raster.whole.rgb[start : start + 3])
