"""Painting a segment's row: its name, below it how many contacts and templates; a sign where something is wrong."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.dialogs.segments.segment_model import SHOWN, ShownSegment
from desktop.icons import icon

_ROW, _SIGN = 52, 16
Index = QModelIndex | QPersistentModelIndex


class SegmentDelegate(QStyledItemDelegate):
    """Two lines a segment."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same height for every row."""
        return QSize(180, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        shown: ShownSegment = index.data(SHOWN)
        colours, area = QGuiApplication.palette(), option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, area, colours)
        inside = area.adjusted(12, 7, -12, -7)
        if shown.wrong:
            sign = QRect(inside.right() - _SIGN, inside.center().y() - _SIGN // 2, _SIGN, _SIGN)
            icon("triangle-alert", QPalette.ColorRole.BrightText).paint(painter, sign)
            inside.setRight(sign.left() - 8)
        strong, small = QFont(option.font), QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(12)
        _line(painter, inside, strong, shown.title, colours.color(QPalette.ColorRole.Text), Qt.AlignmentFlag.AlignTop)
        muted = colours.color(QPalette.ColorRole.PlaceholderText)
        _line(painter, inside, small, shown.detail, muted, Qt.AlignmentFlag.AlignBottom)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, area: QRect, colours: QPalette) -> None:
    chosen = option.state & QStyle.StateFlag.State_Selected
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.Midlight if chosen else QPalette.ColorRole.Light))
        painter.drawRoundedRect(area, 8, 8)
    if option.state & QStyle.StateFlag.State_HasFocus and chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colours.color(QPalette.ColorRole.Accent))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)


def _line(painter: QPainter, area: QRect, font: QFont, text: str, colour: object, where: Qt.AlignmentFlag) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, where | Qt.AlignmentFlag.AlignLeft, words)
