"""Arrows that go through a list while a field above it keeps the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

_PAGE = 8  # rows
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}


class ListKeys(QObject):
    """Moves the current row of ``view`` for keys that are pressed in the fields."""

    def __init__(self, view: QAbstractItemView, *fields: QWidget) -> None:
        super().__init__(view)
        self._view = view
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Up, Down, PageUp and PageDown; leave the rest to the field."""
        move = _MOVES.get(Qt.Key(event.key())) if isinstance(event, QKeyEvent) else None
        if move is None or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        self.step(move)
        return True

    def step(self, by: int) -> None:
        """Go on by so many of the rows that can be chosen; from the last one on to the first, and back."""
        model, now = self._view.model(), self._view.currentIndex().row()
        rows = [row for row in range(model.rowCount()) if model.index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled]
        if not rows:
            return
        place = (rows.index(now) if now in rows else -1) + by
        place = place % len(rows) if abs(by) == 1 else max(0, min(len(rows) - 1, place))
        self._view.setCurrentIndex(model.index(rows[place], 0))
