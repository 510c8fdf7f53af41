"""Painting why: the sentence, how often, and below it the evidence; a dot in the colour of how certain it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.clients.reason_model import REASON, WHERE
from desktop.theme import roles_of_now
from renderers.clients.change import Certainty
from renderers.clients.explanation import Reason

_SIDE, _DOT, _SPOT_HEIGHT = 12, 8, 28
_ABOVE = 8
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
Index = QModelIndex | QPersistentModelIndex


class ReasonDelegate(QStyledItemDelegate):
    """Rows as high as their sentence needs."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """High enough for the sentence and the line of its evidence."""
        if index.data(REASON) is None:
            return QSize(100, _SPOT_HEIGHT)
        width = self._view.viewport().width() - self._view.indentation()
        room = QRect(0, 0, _text_width(width), 10_000)
        sentence = _strong(option.font), str(index.data())
        small = _small(option.font), str(index.data(WHERE))
        heights = [QFontMetrics(font).boundingRect(room, _WRAP, text).height() for font, text in (sentence, small)]
        return QSize(width, sum(heights) + 2 * _ABOVE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        reason: Reason | None = index.data(REASON)
        if reason is None:
            _paint_spot(painter, option, index)
        else:
            _paint_reason(painter, option, index, reason)
        painter.restore()


def certainty_colour(certainty: Certainty) -> QColor:
    """Return the colour that says how certain a rule is."""
    roles = roles_of_now()
    return QColor({"certain": roles.success, "contested": roles.warning, "approximated": roles.accent}[certainty])


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    chosen = option.state & QStyle.StateFlag.State_Selected
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        role = QPalette.ColorRole.Midlight if chosen else QPalette.ColorRole.Light
        painter.setBrush(QGuiApplication.palette().color(role))
        painter.drawRoundedRect(option.rect.adjusted(0, 1, -4, -1), 6, 6)


def _paint_reason(painter: QPainter, option: QStyleOptionViewItem, index: Index, reason: Reason) -> None:
    colours, area = QGuiApplication.palette(), QRect(option.rect)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(certainty_colour(reason.evidence.certainty))
    strong = _strong(option.font)
    middle = area.top() + _ABOVE + QFontMetrics(strong).height() // 2
    painter.drawEllipse(area.left() + 4, middle - _DOT // 2, _DOT, _DOT)
    room = QRect(area.left() + _SIDE + 6, area.top() + _ABOVE, _text_width(area.width()), area.height())
    painter.setFont(strong)
    painter.setPen(colours.color(QPalette.ColorRole.Text))
    drawn = painter.boundingRect(room, _WRAP, str(index.data()))
    painter.drawText(room, _WRAP, str(index.data()))
    if len(reason.spots) > 1:
        _paint_count(painter, area, len(reason.spots), option.font)
    painter.setFont(_small(option.font))
    painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(room.adjusted(0, drawn.height() + 2, 0, 0), _WRAP, str(index.data(WHERE)))


def _paint_count(painter: QPainter, area: QRect, count: int, font: QFont) -> None:
    painter.setFont(_small(font))
    painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
    right = QRect(area.right() - 44, area.top() + _ABOVE, 36, QFontMetrics(font).height())
    painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"×\u202f{count}")


def _paint_spot(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    colours, metrics = QGuiApplication.palette(), QFontMetrics(option.font)
    area = option.rect.adjusted(_SIDE + 6, 0, -_SIDE, 0)
    tag = metrics.elidedText(str(index.data(WHERE)), Qt.TextElideMode.ElideRight, area.width() // 2)
    painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tag)
    area.setRight(area.right() - metrics.horizontalAdvance(tag) - 8)
    painter.setPen(colours.color(QPalette.ColorRole.Text))
    words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _text_width(width: int) -> int:
    return max(80, width - _SIDE - 6 - 48)


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.Medium)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(11, font.pixelSize() - 1))
    return made
