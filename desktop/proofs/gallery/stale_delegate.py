"""Painting a template that is to be rechecked: its name, how many of its pictures are stale, and why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.proofs.proof_view import elided, sign, sized
from desktop.theme import roles_of_now

REASON = Qt.ItemDataRole.UserRole + 1
_ROW, _LINE = 52, 17


class StaleDelegate(QStyledItemDelegate):
    """Two lines on a card of their own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same height for every row."""
        return QSize(200, _ROW + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        roles = roles_of_now()
        area: QRect = option.rect.adjusted(0, 4, 0, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(roles.line))
        painter.setBrush(QColor(roles.surface))
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 8, 8)
        made = sign("triangle-alert", roles.warning, 18, painter.device().devicePixelRatioF())
        painter.drawPixmap(area.x() + 14, area.center().y() - 8, made)
        words = QRect(area.x() + 46, area.center().y() - _LINE, area.width() - 60, _LINE)
        painter.setFont(sized(painter.font(), 13, QFont.Weight.DemiBold))
        painter.setPen(QColor(roles.text))
        elided(painter, words, str(index.data()))
        painter.setFont(sized(painter.font(), 12))
        painter.setPen(QColor(roles.muted))
        elided(painter, words.translated(0, _LINE + 1), str(index.data(REASON)))
        painter.restore()
