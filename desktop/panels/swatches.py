"""Colours and the logo, painted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.widgets import Translated
from templates.brand.colours.brand_colours import BrandColours

_RADIUS = 7.0
_PNG = QByteArray(b"png")


class Swatch(QAbstractButton):
    """A button that is one colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour, self._derived = "#ffffff", False
        self.setFixedSize(32, 32)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_colour(self, colour: str, *, derived: bool = False) -> None:
        """Be this colour; one that is ``derived`` from others has a dashed edge."""
        self.colour, self._derived = colour, derived
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour, and a ring when the keyboard is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        role = QPalette.ColorRole.Accent if ring else QPalette.ColorRole.Dark
        line = Qt.PenStyle.DashLine if self._derived and not ring else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self.palette().color(role), 2 if ring else 1, line))
        painter.setBrush(QColor(self.colour))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._derived:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colour))
            box.adjust(4, 4, -4, -4)
        painter.drawRoundedRect(box, _RADIUS if not self._derived else 4, _RADIUS if not self._derived else 4)


class PaletteStrip(Translated, QWidget):
    """The colours that are derived from the dominant one, side by side: those of light and of dark mails."""

    ROLES = ("primary", "action", "accent", "link", "ink", "muted", "line", "surface")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: list[list[str]] = []
        self.setFixedHeight(36)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_colours(self, colours: BrandColours) -> None:
        """Show the palettes that these colours give."""
        self._colours = [[getattr(each, role) for role in self.ROLES] for each in colours.palettes]
        self.update()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setToolTip(self.tr("The colours that follow from it: light mails above, dark mails below"))
        self.setAccessibleName(self.tr("Derived colours"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw two rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = 4
        width = (self.width() - gap * (len(self.ROLES) - 1)) / len(self.ROLES)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        for row, colours in enumerate(self._colours):
            for column, colour in enumerate(colours):
                painter.setBrush(QColor(colour))
                box = QRectF(column * (width + gap), row * 19, width, 16).adjusted(0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(box, 4, 4)


class LogoPicture(QWidget):
    """The logo on a light ground, as most mails show it."""

    _HEIGHT = 72

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setFixedHeight(self._HEIGHT)

    def show_file(self, path: Path) -> None:
        """Show a PNG of ours; nothing when the file is anything else."""
        self._show(QImageReader(str(path), _PNG))

    def show_png(self, data: bytes) -> None:
        """Show a PNG that we drew, which is not on the disk: a stranger's picture is drawn in a job first."""
        buffer = QBuffer(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._show(QImageReader(buffer, _PNG))
        buffer.deleteLater()

    def _show(self, reader: QImageReader) -> None:
        self._picture = QPixmap.fromImage(_read(reader, QSize(400, 2 * (self._HEIGHT - 24))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the logo in the middle."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(QColor("#ffffff"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if not self._picture.isNull():
            size = self._picture.size().scaled(self.width() - 32, self._HEIGHT - 24, Qt.AspectRatioMode.KeepAspectRatio)
            size = size.boundedTo(self._picture.size() / 2)
            spot = QRect(0, 0, size.width(), size.height())
            spot.moveCenter(self.rect().center())
            painter.drawPixmap(spot, self._picture)


def _read(reader: QImageReader, box: QSize) -> QImage:
    """The picture at most as large as ``box``; an empty one when it is none."""
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if size.isValid() and (size.width() > box.width() or size.height() > box.height()):
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
