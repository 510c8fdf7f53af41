"""A list of names of which some are ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon

KEY = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Tick:
    """One row: what it stands for, what is shown, and what its tip says."""

    key: str
    text: str
    tip: str = ""
    icon: QIcon | None = None


class TickModel(QAbstractListModel):
    """Rows that can be ticked."""

    ticked = Signal()
    """Other rows are ticked."""

    def __init__(self, rows: Sequence[Tick], chosen: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._on = set(chosen)

    @property
    def chosen(self) -> list[str]:
        """The keys of the rows that are ticked, in their order."""
        return [row.key for row in self._rows if row.key in self._on]

    def tick(self, keys: Sequence[str], on: bool) -> None:
        """Tick these rows, or take their ticks away."""
        self._on = self._on | set(keys) if on else self._on - set(keys)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticked.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be ticked."""
        if not index.isValid():
            return super().flags(index)
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.key in self._on else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or None
            case Qt.ItemDataRole.DecorationRole:
                return row.icon
            case _ if role == KEY:
                return row.key
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a row."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick([self._rows[index.row()].key], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
