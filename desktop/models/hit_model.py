"""The places that a search found in the templates, each to be replaced or left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from templates.find_replace import Hit

HIT = Qt.ItemDataRole.UserRole + 1
NAME, LINE, TEXT = range(3)
Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractTableModel):
    """One row a place: template, line, text. The first column is ticked for what is to be replaced."""

    ticked = Signal()
    """Other rows are ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()
        self._off: set[int] = set()

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show these, all of them ticked."""
        self.beginResetModel()
        self._hits, self._off = hits, set()
        self.endResetModel()
        self.ticked.emit()

    @property
    def chosen(self) -> list[Hit]:
        """The hits that are ticked."""
        return [hit for row, hit in enumerate(self._hits) if row not in self._off]

    def tick_all(self, on: bool) -> None:
        """Tick every row, or none."""
        self._off = set() if on else set(range(len(self._hits)))
        if self._hits:
            self.dataChanged.emit(self.index(0, NAME), self.index(len(self._hits) - 1, NAME))
        self.ticked.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many places there are."""
        return 0 if parent.isValid() else len(self._hits)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """Template, line, text."""
        return 0 if parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one place."""
        if not index.isValid() or index.row() >= len(self._hits):
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (hit.template, str(hit.line), f"{hit.before}{hit.found}{hit.after}".strip())[index.column()]
            case Qt.ItemDataRole.CheckStateRole if index.column() == NAME:
                return Qt.CheckState.Unchecked if index.row() in self._off else Qt.CheckState.Checked
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == TEXT:
                return self.tr("{found} becomes {replacement}").format(found=hit.found, replacement=hit.replacement)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == LINE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if role == HIT:
                return hit
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a place, or leave it as it is."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != NAME:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._off.discard(index.row())
        else:
            self._off.add(index.row())
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Template"), self.tr("Line"), self.tr("Before and after"))[section]
