"""Painting an account's row: its name and what is special about it, its bar, its figures."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import Roles, roles_of_now
from desktop.tokens.account_model import SHOWN, Index
from desktop.tokens.bars import mixed, paint_bar
from desktop.tokens.facts import ShownAccount
from desktop.tokens.words import badges, figures, parts_of

_ROW, _BAR, _PILL = 70, 7, 18


class AccountDelegate(QStyledItemDelegate):
    """Three lines an account."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same height for every row."""
        return QSize(180, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        shown: ShownAccount = index.data(SHOWN)
        roles, area = roles_of_now(), option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, area, roles)
        inside = area.adjusted(10, 9, -12, -9)
        strong, small = QFont(option.font), QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(12)
        head = QRect(inside.left(), inside.top(), inside.width(), _PILL)
        head.setRight(_paint_badges(painter, head, shown, roles, strong))
        muted, text = QColor(roles.muted), QColor(roles.text)
        _line(painter, head, strong, shown.account.name, muted if shown.account.closed else text)
        bar = QRectF(inside.left(), inside.top() + _PILL + 6, inside.width(), _BAR)
        paint_bar(painter, bar, parts_of(shown), roles)
        foot = QRect(inside.left(), inside.bottom() - 15, inside.width(), 16)
        _line(painter, foot, small, figures(shown), muted)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, area: QRect, roles: Roles) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.soft if chosen else roles.hover))
        painter.drawRoundedRect(area, 8, 8)
    if chosen and option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(roles.focus))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)


def _paint_badges(painter: QPainter, area: QRect, shown: ShownAccount, roles: Roles, strong: QFont) -> int:
    """Draw those that fit beside the name, the worst first; return where the name must end."""
    font = QFont(strong)
    font.setPixelSize(11)
    metrics = QFontMetrics(font)
    name = min(QFontMetrics(strong).horizontalAdvance(shown.account.name), area.width() // 2)
    fits, used = [], 0
    for words, look in badges(shown):
        width = metrics.horizontalAdvance(words) + 14
        if name + 8 + used + width > area.width():
            break
        fits.append((words, look, width))
        used += width + 4
    left = area.right() + 1 - used + 4
    end = left - 8 if fits else area.right()
    for words, look, width in fits:
        paint_pill(painter, QRect(left, area.top(), width, _PILL), words, look, font)
        left += width + 4
    return end


def paint_pill(painter: QPainter, area: QRect, words: str, look: str, font: QFont) -> None:
    """Draw a badge; ``look`` is "danger", "warning", "accent" or ""."""
    roles = roles_of_now()
    ink = {"danger": roles.danger, "warning": roles.warning, "accent": roles.on_soft}.get(look, roles.muted)
    share = 0.18 if look == "accent" else 0.12
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(ink, roles.surface, share))
    painter.drawRoundedRect(area, _PILL / 2, _PILL / 2)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)


def _line(painter: QPainter, area: QRect, font: QFont, text: str, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    words = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
