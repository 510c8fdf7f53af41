"""Painting an answer: the verdict and what it is to, the comment, who gave it and when."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.proofs.approval.answer_model import ABOUT, ANSWER, ORIGIN, Index
from desktop.proofs.approval.words import SIGNS, verdict_text
from desktop.proofs.proof_view import elided, sign, sized
from desktop.theme import Roles, roles_of_now

_EDGE, _ICON, _GAP = 16, 16, 8
_LINE, _SMALL = 18, 16
_MOST_LINES = 4
"""Of a comment; the tip has all of it."""


class AnswerDelegate(QStyledItemDelegate):
    """As high as the comment needs, up to four lines of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """By the comment's lines."""
        width = option.rect.width() or 280
        lines = len(_lines(str(index.data()), QGuiApplication.font(), width - 2 * _EDGE - _ICON - _GAP))
        return QSize(width, 2 * _LINE + lines * _LINE + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        roles, area = roles_of_now(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, area.adjusted(8, 1, -8, -1), option.state, roles)
        area = area.adjusted(_EDGE, 6, -_EDGE, -6)
        verdict = index.data(ANSWER).verdict
        icon, role = SIGNS[verdict]
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(area.x(), area.y() + 1, sign(icon, getattr(roles, role), _ICON, ratio))
        _paint_words(painter, area.adjusted(_ICON + _GAP, 0, 0, 0), index, roles, QColor(getattr(roles, role)))
        painter.restore()


def _paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, roles: Roles) -> None:
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.soft if chosen else roles.hover))
        painter.drawRoundedRect(area, 6, 6)


def _paint_words(painter: QPainter, area: QRect, index: Index, roles: Roles, strong: QColor) -> None:
    font = QGuiApplication.font()
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    said = verdict_text(index.data(ANSWER).verdict)
    line = QRect(area.x(), area.y(), area.width(), _LINE)
    painter.setPen(strong)
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, said)
    line.setLeft(line.left() + QFontMetrics(bold).horizontalAdvance(said) + _GAP)
    painter.setFont(font)
    painter.setPen(QColor(roles.text))
    elided(painter, line, str(index.data(ABOUT)))
    line = QRect(area.x(), area.y() + _LINE, area.width(), _LINE)
    for each in _lines(str(index.data()), font, area.width()):
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, each)
        line.translate(0, _LINE)
    painter.setFont(sized(font, 12))
    painter.setPen(QColor(roles.muted))
    elided(painter, QRect(line.x(), line.y(), line.width(), _SMALL), str(index.data(ORIGIN)))


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """A comment in the lines that it is shown in; the last one says that there are more."""
    found: list[str] = []
    for paragraph in text.splitlines():
        found += _wrapped(paragraph, font, width)
        if len(found) > _MOST_LINES:
            break
    if len(found) > _MOST_LINES:
        found = [*found[: _MOST_LINES - 1], found[_MOST_LINES - 1].rstrip() + "…"]
    return found


def _wrapped(text: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while len(found) <= _MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found
