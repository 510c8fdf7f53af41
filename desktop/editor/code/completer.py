"""The list of proposals beneath the caret."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QCompleter, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.editor.code.editor import CodeEditor
from desktop.editor.code.typing import Keystroke
from desktop.icons import pixmap
from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.component_names import NAMES, component_name
from templates.source.completion import Completion, Kind, Known, Offer, complete
from templates.source.layout import indentation

ITEM = Qt.ItemDataRole.UserRole + 1
ROWS = 9  # to be seen at once
Index = QModelIndex | QPersistentModelIndex

ICONS: dict[Kind, str] = {
    "component": "component",
    "closing": "code",
    "attribute": "tag",
    "value": "check",
    "colour": "palette",
    "variable": "braces",
    "filter": "funnel",
    "statement": "split",
}
KIND_NAMES: dict[Kind, str] = {
    "component": QT_TRANSLATE_NOOP("Completion", "element"),
    "closing": QT_TRANSLATE_NOOP("Completion", "closing tag"),
    "attribute": QT_TRANSLATE_NOOP("Completion", "attribute"),
    "value": QT_TRANSLATE_NOOP("Completion", "value"),
    "colour": QT_TRANSLATE_NOOP("Completion", "colour"),
    "variable": QT_TRANSLATE_NOOP("Completion", "variable"),
    "filter": QT_TRANSLATE_NOOP("Completion", "filter"),
    "statement": QT_TRANSLATE_NOOP("Completion", "statement"),
}


def detail_of(item: Completion) -> str:
    """A word about a proposal: of a component, what people call it."""
    return component_name(item.label) if item.kind == "component" and item.label in NAMES else item.detail


class CompletionModel(QAbstractListModel):
    """One row a proposal."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: Sequence[Completion] = ()

    def set_items(self, items: Sequence[Completion]) -> None:
        """Show others."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one proposal."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return item.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = QCoreApplication.translate("Completion", KIND_NAMES[item.kind])
            return ", ".join(filter(None, (item.label, kind, detail_of(item))))
        return item if role == ITEM else None


class CompletionRow(QStyledItemDelegate):
    """Draws icon, name and detail; a colour as a swatch."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One proposal."""
        item = index.data(ITEM)
        palette, area = option.palette, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, palette.color(QPalette.ColorRole.Midlight))
        text, muted = (palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText))
        self._sign(painter, item, QRect(area.left() + 8, area.top() + (area.height() - 14) // 2, 14, 14), muted)
        painter.setFont(option.font)
        painter.setPen(text)
        room = area.adjusted(30, 0, -10, 0)
        metrics = option.fontMetrics
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(item.label, _MIDDLE, room.width()))
        room.setLeft(room.left() + metrics.horizontalAdvance(item.label) + 16)
        if room.width() > 24:
            painter.setPen(text if chosen else muted)
            detail = metrics.elidedText(detail_of(item), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, detail)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the name and the beginning of the detail."""
        item = index.data(ITEM)
        wide = option.fontMetrics.horizontalAdvance(f"{item.label}    {detail_of(item)[:28]}")
        return QSize(wide + 48, option.fontMetrics.height() + 8)

    def _sign(self, painter: QPainter, item: Completion, area: QRect, colour: QColor) -> None:
        swatch = QColor(item.detail) if item.kind == "colour" else QColor()
        if not swatch.isValid():
            painter.drawPixmap(area, pixmap(ICONS[item.kind], colour, area.width(), 2.0))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour)
        painter.setBrush(swatch)
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 3, 3)
        painter.restore()


_MIDDLE = Qt.TextElideMode.ElideMiddle


def laid_out(source: str, indent: str, step: str) -> str:
    """Return ``source``, whose lines are indented by two spaces a step, as it is written in a line with ``indent``."""
    return re.sub(r"\n((?:  )*)", lambda match: f"\n{indent}{step * (len(match[1]) // 2)}", source)


class Completer(QObject):
    """Proposes what may stand at the caret of a text field, and writes what is chosen."""

    word = re.compile(r"[\w:./#-]*")
    """What is typed on while there is a list."""
    openers = frozenset("<{.| \"'%/")
    """Characters behind which something may be proposed."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.known = Known()
        self.offer: Offer | None = None
        self.model = CompletionModel(self)
        self.list = QCompleter(self.model, self)
        self.list.setWidget(editor)
        self.list.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.setFilterMode(Qt.MatchFlag.MatchContains)
        self.list.setMaxVisibleItems(ROWS)
        self.view = QListView()
        self.view.setObjectName("completion")
        self.list.setPopup(self.view)
        self.view.setItemDelegate(CompletionRow(self.view))
        self.view.setFont(editor.font())
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.chooser = self.view
        self.list.activated.connect(self._activated)
        editor.keyed.connect(self._keyed)
        editor.moved.connect(self._moved)

    @property
    def visible(self) -> bool:
        """Whether there is a list now."""
        return self.view.isVisible()

    def hide(self) -> None:
        """Take the list away."""
        self.offer = None
        self.view.hide()

    def show(self, *, asked: bool = True) -> None:
        """Propose what may stand at the caret."""
        text, caret = self._editor.sync.text, self._editor.caret
        self.offer = None if self._editor.isReadOnly() else self.offer_at(text, caret, asked=asked)
        if self.offer is None:
            self.hide()
            return
        self.model.set_items(self.offer.items)
        self._filter()

    def offer_at(self, text: str, caret: int, *, asked: bool) -> Offer | None:
        """Return what may stand there; None for nothing."""
        return complete(text, caret, self.known, asked=asked)

    def _keyed(self, character: str) -> None:
        text, caret = self._editor.sync.text, self._editor.caret
        word = self.word.fullmatch(character) is not None and character not in self.openers
        if self.visible and self.offer and word:
            self._filter()
        elif character in self.openers or (
            word and not self.word.fullmatch(text[max(0, caret - 2) : caret - 1] or " ")
        ):
            self.show(asked=False)
        elif not word:
            self.hide()

    def _moved(self) -> None:
        """Keep the list to what was typed, also after a key that only takes something away."""
        if self.visible and self.offer:
            text, caret = self._editor.sync.text, self._editor.caret
            typed = text[self.offer.start : caret] if caret >= self.offer.start else "\n"
            if self.word.fullmatch(typed):
                self._filter()
            else:
                self.hide()

    def _filter(self) -> None:
        if self.offer is None:
            return
        typed = self._editor.sync.text[self.offer.start : self._editor.caret]
        if typed != self.list.completionPrefix() or not self.visible:
            self.list.setCompletionPrefix(typed)
        rows = self.list.completionCount()
        if not rows or (rows == 1 and self.list.currentCompletion() == typed):
            self.view.hide()
            return
        self._place()
        self.view.setCurrentIndex(self._best(typed))

    def _best(self, typed: str) -> QModelIndex:
        """Return the first proposal that begins as what was typed does."""
        model = self.list.completionModel()
        rows = range(min(self.list.completionCount(), 200))
        starts = (row for row in rows if str(model.index(row, 0).data()).lower().startswith(typed.lower()))
        return model.index(next(starts, 0), 0)

    def _place(self) -> None:
        editor, popup = self._editor, self.view
        area = editor.cursorRect()
        area.translate(editor.viewport().x() - 30, 4)
        wide = max(popup.sizeHintForColumn(0), 240) + popup.verticalScrollBar().sizeHint().width()
        area.setWidth(min(wide, 440, max(240, editor.width() - 24)))
        area.moveLeft(max(0, min(area.left(), editor.width() - area.width())))
        self.list.complete(area)

    def _activated(self, _label: str) -> None:
        item = self.view.currentIndex().data(ITEM)
        if isinstance(item, Completion) and self.offer is not None:
            self.write(item, self.offer)

    def write(self, item: Completion, offer: Offer) -> None:
        """Put a proposal in the place of what was typed, as a step of its own."""
        editor, text = self._editor, self._editor.sync.text
        indent = indentation(text, offer.start)
        source = laid_out(item.insert, indent, editor.step)
        caret = len(laid_out(item.insert[: item.caret], indent, editor.step)) if item.caret >= 0 else len(source)
        self.offer = None
        editor.sync.new_step()
        editor.stroke(Keystroke(offer.start, editor.caret, source, caret))
        editor.sync.new_step()
        if item.more:
            self.show(asked=False)
