"""How blocks and modules are drawn: cards with a picture, a name and perhaps a note, and headings between them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.editor.schematic import draw_schematic
from desktop.models.block_model import HEADING, NOTE, PICTURE, SOURCE

PADDING = 4  # pixels around a card
SHAPE = 0.67  # height of a card's picture to its width
NAME, NOTE_HEIGHT = 22, 16  # pixels below the picture
_HEADING = 34
_RADIUS = 7.0
Index = QModelIndex | QPersistentModelIndex


class PartDelegate(QStyledItemDelegate):
    """Draws cards of ``width`` pixels, with room for a second line when ``notes``."""

    def __init__(self, parent: QWidget, *, notes: bool = False) -> None:
        super().__init__(parent)
        self.width = 112
        self.row_width = 240
        self._notes = notes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings have a row of their own."""
        if index.data(HEADING):
            return QSize(self.row_width, _HEADING)
        return QSize(self.width + 2 * PADDING, self._picture_height + self._text_height + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        colours = QGuiApplication.palette()  # the view's own has the style sheet's ground in it
        if index.data(HEADING):
            self._paint_heading(painter, option, index, colours)
        else:
            self._paint_card(painter, option, index, colours)
        painter.restore()

    def name_area(self, whole: QRect) -> QRect:
        """Where the name of a card stands."""
        return QRect(whole.x() + PADDING, whole.y() + PADDING + self._picture_height + 3, self.width, NAME)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Edit the name where it stands."""
        editor.setGeometry(self.name_area(self._rect(option)).adjusted(-2, -3, 2, 6))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for the name."""
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(self.tr("Name"))
        editor.setObjectName("name-field")
        return editor

    @property
    def _picture_height(self) -> int:
        return round(self.width * SHAPE)

    @property
    def _text_height(self) -> int:
        return NAME + (NOTE_HEIGHT if self._notes else 0)

    @staticmethod
    def _rect(option: Any) -> QRect:
        return QRect(option.rect)  # PySide's stubs do not know the fields of its option

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: QPalette) -> None:
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        area = self._rect(option).adjusted(PADDING, 0, -PADDING, -6)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, str(index.data()))

    def _paint_card(self, painter: QPainter, option: Any, index: Index, colours: QPalette) -> None:
        whole = self._rect(option)
        picture = QRectF(whole.x() + PADDING, whole.y() + PADDING, self.width, self._picture_height)
        self._paint_picture(painter, picture, index, colours)
        self._paint_frame(painter, picture, option.state, colours)
        name = self.name_area(whole)
        self._paint_line(painter, name, str(index.data()), colours.color(QPalette.ColorRole.Text), 12)
        if self._notes:
            muted = colours.color(QPalette.ColorRole.PlaceholderText)
            self._paint_line(painter, name.translated(0, NOTE_HEIGHT), str(index.data(NOTE) or ""), muted, 11)

    def _paint_picture(self, painter: QPainter, area: QRectF, index: Index, colours: QPalette) -> None:
        image = index.data(PICTURE)
        paper = colours.color(QPalette.ColorRole.Base)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(image.pixelColor(0, image.height() - 1) if isinstance(image, QImage) else paper)
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        inside = area.adjusted(5, 5, -5, -5)
        if isinstance(image, QImage):
            scale = min(0.5, inside.width() / image.width(), inside.height() / image.height())
            box = QRectF(0, 0, image.width() * scale, image.height() * scale)
            box.moveCenter(inside.center())
            painter.drawImage(box, image)
        else:
            pale, strong = colours.color(QPalette.ColorRole.Mid), colours.color(QPalette.ColorRole.Dark)
            draw_schematic(painter, inside.adjusted(10, 6, -10, -6), str(index.data(SOURCE) or ""), pale, strong)

    def _paint_frame(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, colours: QPalette) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        role = QPalette.ColorRole.Accent if chosen else QPalette.ColorRole.Mid
        if hovered and not chosen:
            role = QPalette.ColorRole.Dark
        width = 2.0 if chosen else 1.0
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.color(role), width))
        inset = width / 2
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)

    def _paint_line(self, painter: QPainter, area: QRect, text: str, colour: QColor, pixels: int) -> None:
        font = QFont(painter.font())
        font.setPixelSize(pixels)
        painter.setFont(font)
        painter.setPen(colour)
        line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 4)
        painter.drawText(area.adjusted(2, 0, -2, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
