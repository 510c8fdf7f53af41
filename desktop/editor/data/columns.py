"""Small rows beside and below each other, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.widgets import GRID

WIDTH = 220  # pixels of a column, at least
MOST = 4


class Columns(QWidget):
    """Reading goes from left to right, then down, as the Tab key does."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: list[tuple[QWidget, bool]] = []
        self._count = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(6)

    def place(self, cells: Sequence[tuple[QWidget, bool]]) -> None:
        """Show these widgets, each with whether it takes a whole line."""
        self._cells = list(cells)
        self._count = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        count = max(1, min(MOST, (self.width() + 3 * GRID) // (WIDTH + 3 * GRID)))
        if count == self._count:
            return
        self._count = count
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < count else 0)
        line, at = 0, 0
        for widget, wide in self._cells:
            if at and (wide or at == count):
                line, at = line + 1, 0
            self._grid.addWidget(widget, line, at, 1, count if wide else 1, Qt.AlignmentFlag.AlignTop)
            line, at = (line + 1, 0) if wide else (line, at + 1)
