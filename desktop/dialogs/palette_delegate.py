"""Painting an answer of the command palette."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.palette_model import FOUND, Found

_ROW, _ICON = 36, 18
Index = QModelIndex | QPersistentModelIndex


class PaletteDelegate(QStyledItemDelegate):
    """Icon, title with the letters that were typed, where it is found, and its shortcut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same height for every row."""
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        one: Found = index.data(FOUND)
        if one.entry.icon:
            at = QRect(option.rect.left() + 10, option.rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            one.entry.icon.paint(painter, at, mode=QIcon.Mode.Normal if one.entry.enabled else QIcon.Mode.Disabled)
        _paint_words(painter, option.rect.adjusted(10 + _ICON + 10, 0, -12, 0), one, option.font)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    chosen = option.state & QStyle.StateFlag.State_Selected
    if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
        return
    role = QPalette.ColorRole.Midlight if chosen else QPalette.ColorRole.Light
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QGuiApplication.palette().color(role))
    painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)


def _paint_words(painter: QPainter, area: QRect, one: Found, font: QFont) -> None:
    colours, metrics = QGuiApplication.palette(), QFontMetrics(font)
    group = QPalette.ColorGroup.Active if one.entry.enabled else QPalette.ColorGroup.Disabled
    painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, one.entry.shortcut)
    area.setRight(area.right() - metrics.horizontalAdvance(one.entry.shortcut) - 12)
    painter.setPen(colours.color(group, QPalette.ColorRole.Text))
    area.setLeft(_draw_title(painter, area, one, font) + 12)
    painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
    painter.setFont(font)
    where = metrics.elidedText(one.entry.detail, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, where)


def _draw_title(painter: QPainter, area: QRect, one: Found, font: QFont) -> int:
    """Draw the title, the letters that were typed in bold; return where it ends."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.Bold)
    title = QFontMetrics(strong).elidedText(one.entry.title, Qt.TextElideMode.ElideRight, area.width())
    left = area.left()
    for place, letter in enumerate(title):
        painter.setFont(strong if place in one.letters else font)
        painter.drawText(QRect(left, area.top(), area.width(), area.height()), Qt.AlignmentFlag.AlignVCenter, letter)
        left += painter.fontMetrics().horizontalAdvance(letter)
    return left
