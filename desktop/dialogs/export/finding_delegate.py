"""Painting a finding: its severity, the sentence, and below it what to do and where it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.dialogs.export.finding_model import ADVICE, FOUND, WHERE
from desktop.icons import pixmap
from desktop.models.problem import SEVERITY_ICONS, Severity, severity_colour

_GAP, _ICON, _EDGE = 10, 16, 12
Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Draws two lines a row: the sentence, and below it what to do and where; what has no room is in the tip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same height for every row."""
        return QSize(200, 2 * QFontMetrics(QGuiApplication.font()).height() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        colours, area = QGuiApplication.palette(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, option.state, colours)
        area = area.adjusted(_EDGE, 8, -_EDGE, -8)
        severity: Severity = "error" if index.data(FOUND).refused else "warning"
        icon = pixmap(SEVERITY_ICONS[severity], severity_colour(severity, colours), _ICON, 2.0)
        painter.drawPixmap(area.left(), area.top() + 1, icon)
        self._words(painter, area.adjusted(_ICON + _GAP, 0, 0, 0), index, colours)
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, colours: QPalette) -> None:
        role = None
        if state & QStyle.StateFlag.State_Selected:
            role = QPalette.ColorRole.Midlight
        elif state & QStyle.StateFlag.State_MouseOver:
            role = QPalette.ColorRole.Light
        if role is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(role))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 6, 6)

    @staticmethod
    def _words(painter: QPainter, area: QRect, index: Index, colours: QPalette) -> None:
        painter.setFont(QGuiApplication.font())
        metrics = painter.fontMetrics()
        muted, text = (colours.color(role) for role in (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text))
        where = metrics.elidedText(str(index.data(WHERE)), Qt.TextElideMode.ElideMiddle, area.width() // 2)
        painter.setPen(muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, where)
        room = area.width() - metrics.horizontalAdvance(where) - 2 * _GAP
        advice = metrics.elidedText(str(index.data(ADVICE)), Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, advice)
        sentence = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(text)
        painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, sentence)
