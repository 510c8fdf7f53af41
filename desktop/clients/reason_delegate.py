"""Painting why: the sentence, how often, and below it the evidence, with a sign of how certain it is."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.clients.certainty_sign import SIZE, paint_sign
from desktop.clients.reason_model import REASON, WHERE, Group
from desktop.theme import roles_of_now

_SIGN, _TEXT, _RIGHT = 4, 20, 12  # pixels from the left of a row, and what stays free on its right
_COUNT = 40  # wide enough for × 999
_ABOVE, _BETWEEN, _SPOT_HEIGHT, _SECTION_HEIGHT = 7, 2, 28, 32
_BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class ReasonDelegate(QStyledItemDelegate):
    """Rows as high as their sentence needs."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """High enough for the sentence and the line of its evidence."""
        group: Group | None = index.data(REASON)
        if group is None:
            return QSize(100, _SPOT_HEIGHT if index.parent().isValid() else _SECTION_HEIGHT)
        width = self._view.viewport().width() - 2 * self._view.indentation()
        sentence = _high(_strong(option.font).toString(), str(index.data()), _sentence_width(width, group))
        evidence = _high(_small(option.font).toString(), str(index.data(WHERE)), width - _TEXT - _RIGHT)
        return QSize(width, sentence + evidence + _BETWEEN + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        group: Group | None = index.data(REASON)
        if group is not None:
            _paint_reason(painter, option, index, group)
        elif index.parent().isValid():
            _paint_spot(painter, option, index)
        else:
            _paint_section(painter, option, index)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    state, roles = option.state, roles_of_now()
    chosen = state & QStyle.StateFlag.State_Selected
    if not chosen and not state & QStyle.StateFlag.State_MouseOver:
        return
    ring = bool(chosen and state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(QPen(QColor(roles.focus), 2) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(roles.soft if chosen else roles.hover))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 2, -5, -2), 6, 6)


def _paint_reason(painter: QPainter, option: QStyleOptionViewItem, index: Index, group: Group) -> None:
    area, strong, small = QRect(option.rect), _strong(option.font), _small(option.font)
    left, top, line = area.left() + _TEXT, area.top() + _ABOVE, QFontMetrics(strong).height()
    paint_sign(painter, area.left() + _SIGN, top + line / 2, group.reason.evidence.certainty)
    text, width = str(index.data()), _sentence_width(area.width(), group)
    painter.setPen(_ink(option, QPalette.ColorRole.Text))
    sentence = _laid(strong, text, width)
    sentence.draw(painter, QPointF(left, top))
    painter.setPen(_ink(option, QPalette.ColorRole.PlaceholderText))
    painter.setFont(small)
    if group.count > 1:
        painter.drawText(QRect(area.right() - _RIGHT - _COUNT, top, _COUNT, line), _BESIDE, f"×\u202f{group.count}")
    evidence = _laid(small, str(index.data(WHERE)), area.width() - _TEXT - _RIGHT)
    evidence.draw(painter, QPointF(left, top + round(sentence.boundingRect().height()) + _BETWEEN))


def _paint_section(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    area = option.rect.adjusted(_SIGN, 0, -_RIGHT, 0)
    font = _small(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(_ink(option, QPalette.ColorRole.PlaceholderText))
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
    painter.drawText(area, _BESIDE, str(index.data(WHERE)))


def _paint_spot(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    metrics = QFontMetrics(option.font)
    area = option.rect.adjusted(_SIGN + SIZE, 0, -_RIGHT, 0)
    tag = metrics.elidedText(str(index.data(WHERE)), Qt.TextElideMode.ElideRight, area.width() // 2)
    painter.setPen(_ink(option, QPalette.ColorRole.PlaceholderText))
    painter.drawText(area, _BESIDE, tag)
    area.setRight(area.right() - metrics.horizontalAdvance(tag) - 8)
    painter.setPen(_ink(option, QPalette.ColorRole.Text))
    words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _ink(option: QStyleOptionViewItem, role: QPalette.ColorRole) -> QColor:
    """What cannot be clicked now, because another picture is on its way, is pale."""
    possible = option.state & QStyle.StateFlag.State_Enabled
    return option.palette.color(QPalette.ColorRole.PlaceholderText if not possible else role)


def _sentence_width(width: int, group: Group) -> int:
    return max(80, width - _TEXT - _RIGHT - (_COUNT + 4 if group.count > 1 else 0))


@lru_cache(maxsize=4096)
def _high(font: str, text: str, width: int) -> int:
    """Asked anew for every row whenever one is added, and most of its time goes into breaking lines."""
    made = QFont()
    made.fromString(font)
    return _height(made, text, width)


def _height(font: QFont, text: str, width: int) -> int:
    return round(_laid(font, text, width).boundingRect().height())


def _laid(font: QFont, text: str, width: int) -> QTextLayout:
    """Break lines between words, and inside those that are longer than a line: selectors and sources often are."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(80, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.Medium)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(11, font.pixelSize() - 1))
    return made
