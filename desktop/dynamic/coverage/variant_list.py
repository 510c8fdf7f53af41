"""The different mails that contacts get: how many each reaches, as a bar, and what sets it apart."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.dynamic.coverage.titles import titles
from desktop.dynamic.coverage.words import counted, number_text
from desktop.theme import roles_of_now
from desktop.widgets import Translated
from templates.dynamic.contact_source import ContactSource, contact_title
from templates.dynamic.coverage.reach import Reach, Variant
from templates.dynamic.variants import Study

VARIANT = Qt.ItemDataRole.UserRole
SHARE, EXAMPLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
MOST = 500  # mails that the list shows
ROW, LEFT = 60, 148
_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class VariantModel(QAbstractListModel):
    """One row a mail, the one that reaches most first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.variants: tuple[Variant, ...] = ()
        self._names: list[str] = []
        self._deciding: frozenset[int] = frozenset()
        self._count = 0
        self._source: ContactSource | None = None

    def show_reach(self, read: Study, reach: Reach, source: ContactSource) -> None:
        """Show what the contacts of ``source`` get."""
        self.beginResetModel()
        self.variants, self._count, self._source = reach.variants[:MOST], reach.count, source
        self._names = titles(read.components)
        differing = (index for index in read.rows if 0 < reach.components[index] < reach.count)
        self._deciding = frozenset(differing)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        """How many are shown."""
        return len(self.variants) if not parent.isValid() else 0

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the mail shows besides what all see; its share, an example, and the whole for screen readers."""
        variant = self.variants[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._shows(variant)
        if role == VARIANT:
            return variant
        if role == SHARE:
            return variant.count / self._count
        if role == EXAMPLE:
            return self._example(variant)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{counted.contacts(variant.count)}: {self._shows(variant)}"
        return None

    def _shows(self, variant: Variant) -> str:
        if variant.empty:
            return self.tr("An empty mail: nothing besides header and footer")
        shown = [self._names[index] for index in sorted(variant.shown & self._deciding)]
        return " · ".join(shown) or self.tr("Only what everybody sees")

    def _example(self, variant: Variant) -> str:
        contact = self._source.contact(variant.example) if self._source is not None else {}
        number = self.tr("contact {number}").format(number=number_text(variant.example + 1))
        return self.tr("for example {name}").format(name=contact_title(contact) or number)


class _VariantDelegate(QStyledItemDelegate):
    """Number and share with a bar on the left, what it shows on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines."""
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one mail."""
        area, roles = QRectF(option.rect).adjusted(4, 2, -4, -2), roles_of_now()
        variant: Variant = index.data(VARIANT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(roles.focus), 1))
            painter.setBrush(QColor(roles.soft))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        inner = area.toRect().adjusted(12, 8, -12, -8)
        share: float = index.data(SHARE)
        line = QRect(inner.left(), inner.top(), LEFT, 20)
        painter.setPen(QColor(roles.text))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), counted.contacts(variant.count))
        percent = f"{number_text(round(share * 100))} %" if share >= 0.01 else f"< {number_text(1)} %"
        painter.setPen(QColor(roles.muted))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), percent)
        _paint_bar(painter, QRectF(inner.left(), inner.top() + 27, LEFT, 8), share, roles.hover, roles.accent)
        text = QRect(inner.left() + LEFT + 24, inner.top(), inner.width() - LEFT - 24, 20)
        painter.setPen(QColor(roles.warning if variant.empty else roles.text))
        _paint_elided(painter, text, str(index.data()))
        painter.setPen(QColor(roles.muted))
        _paint_elided(painter, text.translated(0, 21), str(index.data(EXAMPLE)))
        painter.restore()


def _paint_bar(painter: QPainter, area: QRectF, share: float, ground: str, ink: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, part in ((ground, 1.0), (ink, share)):
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(area.left(), area.top(), max(4.0, area.width() * part), area.height()), 4, 4)


def _paint_elided(painter: QPainter, area: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)


class VariantList(Translated, QListView):
    """The mails; a double click or Enter shows one."""

    wanted = Signal(int)
    """The contact that is an example of a mail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.variants = VariantModel(self)
        self.setModel(self.variants)
        self.setItemDelegate(_VariantDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._activated)
        self.retranslate()

    def show_current(self) -> None:
        """Show the mail that is selected, else the first."""
        place = max(0, self.currentIndex().row())
        if place < len(self.variants.variants):
            self.wanted.emit(self.variants.variants[place].example)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Different mails"))
        self.viewport().update()

    def _activated(self, _index: QModelIndex) -> None:
        self.show_current()
