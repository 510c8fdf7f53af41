"""Painting a place that was found: its line, with what goes struck through and what comes beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.hit_model import HIT
from templates.find_replace import Hit

_BREAK = "⏎"
_GAP = 4  # pixels between what goes and what comes


class HitDelegate(QStyledItemDelegate):
    """Draws one line: before, found, replacement, after."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one place."""
        hit: Hit = index.data(HIT)
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        painter.save()
        area = QRect(option.rect).adjusted(6, 0, -6, 0)
        painter.setClipRect(area)
        # What is found stays in sight: of what stands before it only the end has room.
        before, room = _plain(hit.before).lstrip(), area.width() // 3
        before = painter.fontMetrics().elidedText(before, Qt.TextElideMode.ElideLeft, room)
        for text, role, struck in (
            (before, QPalette.ColorRole.PlaceholderText, False),
            (_plain(hit.found), QPalette.ColorRole.BrightText, True),
            (_plain(hit.replacement), QPalette.ColorRole.Accent, False),
            (_plain(hit.after), QPalette.ColorRole.PlaceholderText, False),
        ):
            area.setLeft(area.left() + self._draw(painter, area, text, role, struck=struck) + _GAP * struck)
        painter.restore()

    def _draw(self, painter: QPainter, area: QRect, text: str, role: QPalette.ColorRole, *, struck: bool) -> int:
        """Draw one part and return how wide it is."""
        font = QFont(painter.font())
        font.setStrikeOut(struck)
        font.setWeight(QFont.Weight.DemiBold if role is QPalette.ColorRole.Accent else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QGuiApplication.palette().color(role))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        return painter.fontMetrics().horizontalAdvance(text)


def _plain(text: str) -> str:
    """On one line."""
    return text.replace("\r\n", _BREAK).replace("\n", _BREAK).replace("\r", "").replace("\t", " ")
