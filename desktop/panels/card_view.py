"""The view of the gallery: cards in rows, and the keys that do something with them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.panels.card_delegate import MARGIN, CardDelegate

SMALLEST, LARGEST, USUAL = 120, 320, 184  # pixels of a card's width


class CardView(QListView):
    """Cards in rows that use the whole width."""

    wanted = Signal(str)
    """The id of the action that a key stands for here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self._delegate = CardDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # a bar that comes and goes reflows
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(40)
        self._wanted = USUAL
        self._together = 1

    def set_card_width(self, width: int) -> None:
        """Make the cards about ``width`` pixels wide."""
        self._wanted = width
        self._fit()

    def set_together(self, count: int) -> None:
        """Break no row inside ``count`` neighbours."""
        self._together = count
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Share the width among the cards of a row."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt passes a QResizeEvent
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the gallery for the gallery: elsewhere in the window they mean other things."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _action(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename, delete, undo; everything else moves the selection."""
        if action := _action(event):
            self.wanted.emit(action)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        room = self.viewport().width() - 2
        if room <= 0:
            return
        columns = room // (self._wanted + 2 * MARGIN)
        columns = max(self._together, columns // self._together * self._together)
        cell = room // columns
        width = min(LARGEST, cell - 2 * MARGIN)
        self._delegate.width = width
        height = self._delegate.sizeHint(None, QModelIndex()).height()  # type: ignore[arg-type]  # one size for all: no option is looked at
        if self.gridSize() != QSize(cell, height):
            self.setGridSize(QSize(cell, height))
            self.scrollTo(self.currentIndex())  # the selected card stays in sight when the rows change


def _action(event: QKeyEvent) -> str:
    if event.matches(QKeySequence.StandardKey.Undo):
        return "template.undo_delete"
    if event.matches(QKeySequence.StandardKey.Delete):
        return "template.delete"
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    return "template.rename" if plain and event.key() == Qt.Key.Key_F2 else ""
