"""Painting a row of the outline: icon, title, words; at its end the conditions, the loops and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.icons import pixmap
from desktop.models.component_names import component_icon
from desktop.models.outline_item import Item
from desktop.models.outline_model import BADGES, ITEM
from desktop.models.outline_words import detail_of

HEIGHT = 30
_ICON, _SMALL, _GAP = 16, 12, 6
_PILL = 18  # height of a badge
_LONGEST_TEST = 96  # pixels of an expression in a badge
_BADGES = {"if": "split", "for": "repeat"}
Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(QStyledItemDelegate):
    """Draws and edits rows; the view draws the ground of the whole line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same height for every row."""
        return QSize(120, HEIGHT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A plain field for the label."""
        field = QLineEdit(parent)
        field.setPlaceholderText(self.tr("Name"))
        field.setAccessibleName(self.tr("Name of the part"))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Beside the icon, over the rest of the row."""
        editor.setGeometry(option.rect.adjusted(_ICON + _GAP, 2, -4, -2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        item: Item = index.data(ITEM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Row(painter, option, item, str(index.data()), index.data(BADGES)).paint()
        painter.restore()


class _Row:
    """One row while it is painted; ``right`` is where the room for words ends."""

    def __init__(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        item: Item,
        title: str,
        badges: Sequence[tuple[str, str]],
    ) -> None:
        """``badges``: for each ``if`` or ``for``, and its words."""
        self.painter, self.item, self.title, self.badges = painter, item, title, badges
        self.area: QRect = option.rect
        self.selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.colours = QGuiApplication.palette()
        self.font = QFont(option.font)
        self.right = self.area.right() - _GAP

    def paint(self) -> None:
        """From the outside in: what is at the end decides how much room the words have."""
        hidden = self.item.count == 0
        if self.item.problems:
            self._mark("triangle-alert", QPalette.ColorRole.BrightText)
        if hidden:
            self._mark("eye-off", QPalette.ColorRole.PlaceholderText)
        for kind, text in reversed(self.badges):
            self._badge(kind, text)
        left = self.area.left()
        tint = QPalette.ColorRole.PlaceholderText
        self._icon(component_icon(self.item.row.part.name), left, _ICON, self.colours.color(tint))
        self._words(left + _ICON + _GAP + 2, hidden)

    def _words(self, left: int, hidden: bool) -> None:
        section = bool(self.item.row.part.label)
        self.font.setWeight(QFont.Weight.DemiBold if section else QFont.Weight.Normal)
        role = QPalette.ColorRole.PlaceholderText if hidden else QPalette.ColorRole.Text
        left += self._text(self.title, left, role)
        if detail := detail_of(self.item.row):
            self.font.setWeight(QFont.Weight.Normal)
            self._text(detail, left + _GAP, QPalette.ColorRole.PlaceholderText)

    def _text(self, text: str, left: int, role: QPalette.ColorRole) -> int:
        """Draw as much of the text as there is room for; return how wide it is."""
        room = self.right - left
        if room < 2 * _GAP:
            return 0
        metrics = QFontMetrics(self.font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.painter.setFont(self.font)
        self.painter.setPen(self.colours.color(role))
        area = QRect(left, self.area.top(), room, self.area.height())
        self.painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return metrics.horizontalAdvance(text)

    def _badge(self, kind: str, text: str) -> None:
        font = QFont(self.font)
        font.setPixelSize(11)
        metrics = QFontMetrics(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, min(_LONGEST_TEST, self.area.width() // 3))
        width = metrics.horizontalAdvance(text) + _SMALL + 3 * 5
        pill = QRect(self.right - width, self.area.center().y() - _PILL // 2 + 1, width, _PILL)
        ground = QPalette.ColorRole.Base if self.selected else QPalette.ColorRole.Light
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colours.color(ground))
        self.painter.drawRoundedRect(pill, _PILL / 2, _PILL / 2)
        ink = self.colours.color(QPalette.ColorRole.Text)
        self._icon(_BADGES[kind], pill.left() + 6, _SMALL, ink)
        self.painter.setFont(font)
        self.painter.setPen(ink)
        self.painter.drawText(pill.adjusted(_SMALL + 9, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        self.right = pill.left() - 4

    def _mark(self, icon: str, role: QPalette.ColorRole) -> None:
        self._icon(icon, self.right - 14, 14, self.colours.color(role))
        self.right -= 14 + _GAP

    def _icon(self, name: str, left: int, size: int, colour: QColor) -> None:
        device = self.painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        drawn = _pixmap(name, colour.name(), size, ratio)
        self.painter.drawPixmap(left, self.area.center().y() - size // 2 + 1, drawn)


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Drawn once: scrolling paints the same few icons again and again."""
    return pixmap(name, QColor(colour), size, ratio)
