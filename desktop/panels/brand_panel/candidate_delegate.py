"""Painting a candidate: a colour, a logo on light and on dark, or a text, each with its source and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QImage, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.icons import pixmap
from desktop.panels.brand_panel.candidate_model import CANDIDATE, CHOSEN, PICTURE
from desktop.panels.brand_panel.grounds import paint_grounds
from desktop.panels.brand_panel.source_words import main_source
from templates.brand.evidence import Candidate
from templates.brand.sureness import sureness

GAP = 6
SMALL = 11  # pixels of the source's letters
_WIDEST = 190
_BARS = {"chosen": 3, "sure": 3, "likely": 2, "guess": 1}


@dataclass
class Cell:
    """What one candidate is painted with."""

    painter: QPainter
    box: QRect
    candidate: Candidate
    colours: QPalette
    font: QFont
    picture: QImage | None = None

    def write(self, area: QRect, text: str, role: QPalette.ColorRole, font: QFont) -> None:
        """One line, cut with … where it is too long."""
        self.painter.setFont(font)
        self.painter.setPen(self.colours.color(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        self.painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def write_source(self, area: QRect) -> None:
        """Where it was found, in small letters, with the bars before it."""
        bars = _BARS[sureness(self.candidate)]
        for number in range(3):
            height = 4 + 2 * number
            role = QPalette.ColorRole.PlaceholderText if number < bars else QPalette.ColorRole.Dark
            spot = QRect(area.left() + 4 * number, area.center().y() + 4 - height, 3, height)
            self.painter.fillRect(spot, self.colours.color(role))
        words = area.adjusted(16, 0, 0, 0)
        self.write(words, main_source(self.candidate.source), QPalette.ColorRole.PlaceholderText, small(self.font))


def small(font: QFont) -> QFont:
    """The font in small letters."""
    made = QFont(font)
    made.setPixelSize(SMALL)
    return made


class CandidateDelegate(QStyledItemDelegate):
    """Draws the frame around a candidate; subclasses draw what is in it."""

    SIZE = QSize(76, 62)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The tile and the gap after it."""
        return self.SIZE + QSize(GAP, 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one candidate."""
        box: QRect = option.rect.adjusted(0, 0, -GAP, 0)
        state: QStyle.StateFlag = option.state
        colours = QGuiApplication.palette()
        cell = Cell(painter, box, index.data(CANDIDATE), colours, option.font, index.data(PICTURE))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        under = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = QPalette.ColorRole.Light if under else QPalette.ColorRole.Base
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(ground))
        painter.drawRoundedRect(QRectF(box), 8, 8)
        painter.save()
        self.paint_inside(cell)
        painter.restore()
        chosen = bool(index.data(CHOSEN))
        _paint_frame(painter, box, colours, chosen, bool(state & QStyle.StateFlag.State_HasFocus))
        if chosen:
            _paint_badge(painter, box, colours)
        painter.restore()

    def paint_inside(self, cell: Cell) -> None:
        """Draw the candidate itself."""
        raise NotImplementedError


class ColourDelegate(CandidateDelegate):
    """A swatch with its hex."""

    def paint_inside(self, cell: Cell) -> None:
        """The colour above, the words below."""
        box = cell.box
        cell.painter.setClipPath(_top_of(box, 24))
        cell.painter.fillRect(QRect(box.left(), box.top(), box.width(), 24), QColor(cell.candidate.value))
        cell.painter.setClipping(False)
        cell.painter.setPen(QPen(cell.colours.color(QPalette.ColorRole.Mid), 1))
        cell.painter.drawLine(box.left(), box.top() + 24, box.right(), box.top() + 24)
        words = QRect(box.left() + 7, box.top() + 26, box.width() - 12, 17)
        cell.write(words, cell.candidate.value, QPalette.ColorRole.Text, small(cell.font))
        cell.write_source(words.translated(0, 16))


class LogoDelegate(CandidateDelegate):
    """The picture on light and on dark ground; an icon where it was not loaded yet."""

    SIZE = QSize(104, 84)

    def paint_inside(self, cell: Cell) -> None:
        """The two grounds above, the source below."""
        box = cell.box
        shown = QRect(box.left(), box.top(), box.width(), 62)
        cell.painter.setClipPath(_top_of(box, 62))
        if cell.picture is None:
            cell.painter.fillRect(shown, cell.colours.color(QPalette.ColorRole.AlternateBase))
            grey = cell.colours.color(QPalette.ColorRole.PlaceholderText)
            icon = pixmap("image", grey, 18, cell.painter.device().devicePixelRatioF())
            cell.painter.drawPixmap(QPointF(shown.center().x() - 8, shown.center().y() - 8), icon)
        else:
            paint_grounds(cell.painter, shown, cell.picture, upright=True)
        cell.painter.setClipping(False)
        cell.write_source(QRect(box.left() + 7, box.top() + 63, box.width() - 12, 20))


class TextDelegate(CandidateDelegate):
    """Two lines: the value, and where it was found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the longer line, within limits."""
        candidate: Candidate = index.data(CANDIDATE)
        value = QFontMetrics(option.font).horizontalAdvance(short(candidate.value))
        source = QFontMetrics(small(option.font)).horizontalAdvance(main_source(candidate.source)) + 16
        badge = 14 if index.data(CHOSEN) else 0
        return QSize(min(_WIDEST, max(value, source) + 20 + badge) + GAP, 44)

    def paint_inside(self, cell: Cell) -> None:
        """Write both lines."""
        line = QRect(cell.box.left() + 9, cell.box.top() + 4, cell.box.width() - 16, 19)
        cell.write(line, short(cell.candidate.value), QPalette.ColorRole.Text, cell.font)
        cell.write_source(line.translated(0, 18))


DELEGATES: dict[str, type[CandidateDelegate]] = {"colour": ColourDelegate, "logo": LogoDelegate, "text": TextDelegate}


def short(value: str) -> str:
    """An address without what every address begins with."""
    return value.removeprefix("https://").removeprefix("http://").removeprefix("www.")


def delegate_for(kind: str, parent: QWidget) -> CandidateDelegate:
    """The delegate of a kind of value: "colour", "logo" or "text"."""
    return DELEGATES[kind](parent)


def _paint_frame(painter: QPainter, box: QRect, colours: QPalette, chosen: bool, focused: bool) -> None:
    role = QPalette.ColorRole.Accent if chosen or focused else QPalette.ColorRole.Mid
    width = 2 if chosen or focused else 1
    painter.setPen(QPen(colours.color(role), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), 7.5, 7.5)
    if chosen and focused:  # a second ring: the chosen one has the first anyway
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Base), 1))
        painter.drawRoundedRect(QRectF(box).adjusted(2.5, 2.5, -2.5, -2.5), 5.5, 5.5)


def _paint_badge(painter: QPainter, box: QRect, colours: QPalette) -> None:
    spot = QRectF(box.right() - 17, box.top() + 4, 14, 14)
    painter.setPen(QPen(colours.color(QPalette.ColorRole.Base), 1.5))
    painter.setBrush(colours.color(QPalette.ColorRole.Accent))
    painter.drawEllipse(spot)
    tick = pixmap("check", colours.color(QPalette.ColorRole.HighlightedText), 10, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(spot.left() + 2, spot.top() + 2), tick)


def _top_of(box: QRect, height: int) -> QPainterPath:
    """The upper part of a tile, with its round corners."""
    whole, part = QPainterPath(), QPainterPath()
    whole.addRoundedRect(QRectF(box), 8, 8)
    part.addRect(QRectF(box.left(), box.top(), box.width(), height))
    return whole.intersected(part)
