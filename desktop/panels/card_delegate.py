"""Painting a template's card: the picture, its title, its language and kind; a ring around the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.icons import pixmap
from desktop.models.card import Card
from desktop.models.template_model import CARD, kind_name, language_name

MARGIN = 12
RADIUS = 8.0
TEXT = 46  # pixels below the picture
SHAPE = 1.2  # height of a picture to its width: the top of the mail
_STALE = 0.45


class CardDelegate(QStyledItemDelegate):
    """Draws cards of ``width`` pixels."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.width = 200

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every card."""
        return QSize(self.width + 2 * MARGIN, round(self.width * SHAPE) + TEXT + 2 * MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one card."""
        card: Card = index.data(CARD)
        colours = QGuiApplication.palette()  # the view's own has the style sheet's ground in it
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if card.slots and not (card.name or card.missing):
            return
        left = whole.x() + (whole.width() - self.width) // 2
        picture = QRect(left, whole.y() + MARGIN, self.width, round(self.width * SHAPE))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if card.slots > 1:
            _paint_band(painter, whole, card, colours)
        if card.missing:
            self._paint_missing(painter, picture, card, state, colours)
            painter.restore()
            return
        self._paint_picture(painter, picture, card, colours)
        self._paint_frame(painter, QRectF(picture), state, colours)
        text = QRect(picture.x() + 1, picture.bottom() + 10, picture.width() - 2, TEXT)
        self._paint_text(painter, text, str(index.data()), card, colours)
        painter.restore()

    def _paint_picture(self, painter: QPainter, area: QRect, card: Card, colours: QPalette) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(area), RADIUS, RADIUS)
        if card.error is not None:
            self._paint_error(painter, area, colours)
        elif card.image is None:
            paint_placeholder(painter, area, colours)
        else:
            painter.setOpacity(1 if card.fresh else _STALE)
            painter.drawPixmap(area, self._scaled(card.image, area.size(), painter.device().devicePixelRatioF()))
            painter.setOpacity(1)

    def _scaled(self, image: QImage, size: QSize, ratio: float) -> QPixmap:
        """The picture at the card's size, with the card's corners; made once and kept."""
        key = f"{image.cacheKey()}-{size.width()}x{size.height()}@{ratio}"
        made = QPixmap()
        if not QPixmapCache.find(key, made):
            made = QPixmap(size * ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(_cut(image, made.size())))  # a clip path would have jagged corners
            painter.drawRoundedRect(QRectF(made.rect()), RADIUS * ratio, RADIUS * ratio)
            painter.end()
            QPixmapCache.insert(key, made)
        return made

    def _paint_error(self, painter: QPainter, area: QRect, colours: QPalette) -> None:
        danger = colours.color(QPalette.ColorRole.BrightText)
        icon = pixmap("triangle-alert", danger, 24, painter.device().devicePixelRatioF())
        painter.drawPixmap(area.center().x() - 12, area.center().y() - 28, icon)
        painter.setPen(danger)
        painter.drawText(
            area.adjusted(12, area.height() // 2 + 8, -12, 0),
            Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap,
            self.tr("Does not compile"),
        )

    def _paint_missing(
        self, painter: QPainter, area: QRect, card: Card, state: QStyle.StateFlag, colours: QPalette
    ) -> None:
        """The place of a language that is not there, and what a click does about it."""
        hot = bool(state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        colour = colours.color(QPalette.ColorRole.Accent if hot else QPalette.ColorRole.PlaceholderText)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        sign = pixmap("plus", colour, 24, painter.device().devicePixelRatioF())
        painter.drawPixmap(area.center().x() - 12, area.center().y() - 28, sign)
        painter.setPen(colour)
        painter.drawText(
            area.adjusted(8, area.height() // 2 + 4, -8, 0),
            Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap,
            self.tr("Add in {language}").format(language=language_name(card.language)),
        )

    def _paint_frame(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, colours: QPalette) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            role = QPalette.ColorRole.Accent if chosen else QPalette.ColorRole.Dark
            painter.setPen(QPen(colours.color(role), 2))
            painter.drawRoundedRect(area.adjusted(-3, -3, 3, 3), RADIUS + 3, RADIUS + 3)
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Mid), 1))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _paint_text(self, painter: QPainter, area: QRect, title: str, card: Card, colours: QPalette) -> None:
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        line = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        words = [card.language.upper(), kind_name(card.kind), *card.tags]
        below = area.adjusted(0, 20, 0, 0)
        facts = painter.fontMetrics().elidedText(
            "  ·  ".join(word for word in words if word), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, facts)


def _paint_band(painter: QPainter, cell: QRect, card: Card, colours: QPalette) -> None:
    """One ground under the languages of a mail: rounded where the row of them begins and ends."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.color(QPalette.ColorRole.Window))
    first, last = card.slot == 0, card.slot == card.slots - 1
    band = QRectF(cell).adjusted(4 if first else -RADIUS * 2, 4, -4 if last else RADIUS * 2, -4)
    painter.setClipRect(cell)
    painter.drawRoundedRect(band, RADIUS + 2, RADIUS + 2)
    painter.setClipping(False)


def _cut(image: QImage, size: QSize) -> QImage:
    """The top of the picture, exactly ``size``; below a short mail goes on the colour that it ends with."""
    cut = min(image.height(), round(image.width() * size.height() / size.width()))
    top = image.copy(0, 0, image.width(), cut)
    scaled = top.scaledToWidth(size.width(), Qt.TransformationMode.SmoothTransformation)
    whole = QImage(size, QImage.Format.Format_RGB32)
    whole.fill(scaled.pixelColor(1, scaled.height() - 1))
    painter = QPainter(whole)
    painter.drawImage(0, 0, scaled)
    painter.end()
    return whole


def paint_placeholder(painter: QPainter, area: QRect, colours: QPalette) -> None:
    """The outline of a mail: what is coming, without moving."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.color(QPalette.ColorRole.AlternateBase)))
    unit = area.width() / 20
    for x, y, width, height in (
        (7, 2, 6, 1.2),
        (2, 5, 16, 7),
        (2, 13.5, 11, 1.2),
        (2, 15.7, 15, 0.8),
        (2, 17.3, 13, 0.8),
        (7, 19.6, 6, 2),
    ):
        box = QRectF(area.x() + x * unit, area.y() + y * unit, width * unit, height * unit)
        painter.drawRoundedRect(box, 3, 3)
