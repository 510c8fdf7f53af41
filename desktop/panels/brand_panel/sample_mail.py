"""A small piece of a mail in the brand's look, light and dark, drawn while one types."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.panels.brand_panel.font_field import shown_font
from desktop.widgets import Translated
from templates.brand.colours.brand_colours import BrandColours
from templates.brand.colours.palette import Palette

HEIGHT = 164
_BAND = 40
_WIDEST = 420  # pixels of one mail: more is only air


@dataclass(frozen=True)
class Look:
    """What shapes the piece: colours, name, logos on light and on dark, corner radius, font stacks."""

    colours: BrandColours
    name: str = ""
    logo: QImage | None = None
    dark_logo: QImage | None = None
    radius: int = 8
    heading: str = ""
    body: str = ""


class SampleMail(Translated, QWidget):
    """The header with the logo, a band, words, a link and a button: light at the left, dark at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._words: tuple[str, str, str, str] = ("", "", "", "")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_look(self, look: Look) -> None:
        """Draw the piece like this."""
        if look != self._look:
            self._look = look
            self.update()

    @property
    def look(self) -> Look | None:
        """What is drawn."""
        return self._look

    def retranslate(self) -> None:
        """Set every text anew."""
        band, text = self.tr("Welcome"), self.tr("Hello again.")
        self._words = (band, text, self.tr("Read more"), self.tr("Order"))
        self.setToolTip(self.tr("How the brand looks in a mail: light, and dark"))
        self.setAccessibleName(self.tr("Sample of a mail, light and dark"))
        self.update()

    def sizeHint(self) -> QSize:
        """Two pieces side by side."""
        return QSize(256, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        width = min(_WIDEST, (self.width() - 8) // 2)
        light, dark = self._look.colours.palettes
        for place, (palette, logo) in enumerate(((light, self._look.logo), (dark, self._look.dark_logo))):
            box = QRect(place * (width + 8), 0, width, self.height())
            Piece(painter, box, palette, self._look, logo, self._words).paint()


class Piece:
    """One scheme of the piece, drawn into ``box``."""

    def __init__(
        self,
        painter: QPainter,
        box: QRect,
        palette: Palette,
        look: Look,
        logo: QImage | None,
        words: tuple[str, str, str, str],
    ) -> None:
        self.painter, self.box, self.palette = painter, box, palette
        self.look, self.logo, self.words = look, logo, words
        self.heading, self.body = shown_font(look.heading)[0], shown_font(look.body)[0]

    def paint(self) -> None:
        """Draw ground, card, header, band, words, link and button."""
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.box).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self.painter.save()
        self.painter.setClipPath(frame)
        self.painter.fillRect(self.box, QColor(self.palette.page))
        card = self.box.adjusted(8, 8, -8, 0)
        self._rounded(QRectF(card).adjusted(0, 0, 0, 20), self.palette.surface, min(10, self.look.radius))
        self._header(QRect(card.left(), card.top(), card.width(), 30))
        band = QRect(card.left(), card.top() + 30, card.width(), _BAND)
        self.painter.fillRect(band, QColor(self.palette.primary))
        self._write(band.adjusted(10, 0, -10, 0), self.words[0], self.palette.on_primary, self._face(self.heading, 14))
        text = QRect(card.left() + 10, band.bottom() + 5, card.width() - 20, 18)
        self._write(text, self.words[1], self.palette.ink, self._face(self.body, 11))
        link = self._face(self.body, 11)
        link.setUnderline(True)
        self._write(text.translated(0, 18), self.words[2], self.palette.link, link)
        self._button(QRect(card.left() + 10, text.bottom() + 25, card.width() - 20, 26))
        self.painter.restore()
        self.painter.setPen(QPen(QGuiApplication.palette().color(QPalette.ColorRole.Mid), 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(frame)

    def _header(self, area: QRect) -> None:
        if self.logo is None or self.logo.isNull():
            self._write(area.adjusted(10, 0, -10, 0), self.look.name, self.palette.ink, self._face(self.heading, 13))
            return
        room = QSize(min(96, area.width() - 20), 18)
        size = self.logo.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRect(area.left() + 10, area.center().y() - size.height() // 2 + 1, size.width(), size.height())
        self.painter.drawImage(spot, self.logo)

    def _button(self, area: QRect) -> None:
        face = self._face(self.body, 11)
        face.setBold(True)
        width = min(QFontMetrics(face).horizontalAdvance(self.words[3]) + 24, area.width())
        button = QRectF(area.left(), area.top(), width, area.height())
        self._rounded(button, self.palette.action, min(self.look.radius, area.height() / 2))
        self._write(button.toRect(), self.words[3], self.palette.on_action, face, Qt.AlignmentFlag.AlignCenter)

    def _write(
        self,
        area: QRect,
        text: str,
        colour: str,
        font: QFont,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        self.painter.drawText(area, int(side), shown)

    def _rounded(self, area: QRectF, colour: str, radius: float) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawRoundedRect(area, radius, radius)

    @staticmethod
    def _face(font: QFont, pixels: int) -> QFont:
        made = QFont(font)
        made.setPixelSize(pixels)
        made.setBold(pixels > 12)
        return made
