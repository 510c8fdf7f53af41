"""A list of states of a template: its versions in time, or its versions for a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

STATE = Qt.ItemDataRole.UserRole
_NONE = QModelIndex()


@dataclass(frozen=True)
class State:
    """One row. ``name`` is what a person gave it and may change (None: it has none and gets none)."""

    id: str
    title: str
    detail: str
    name: str | None = None
    counts: tuple[int, int] | None = None  # lines added and removed; None as long as they are not known


class StateModel(QAbstractListModel):
    """The rows, as one list and accessible."""

    renamed = Signal(str, str)
    """The id of a row and the name that it shall have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.states: tuple[State, ...] = ()

    def set_states(self, states: Sequence[State]) -> None:
        """Show other rows; those with an id that was there before keep their counts until new ones come."""
        known = {state.id: state.counts for state in self.states}
        self.beginResetModel()
        self.states = tuple(replace(one, counts=one.counts or known.get(one.id)) for one in states)
        self.endResetModel()

    def set_counts(self, state_id: str, counts: tuple[int, int]) -> None:
        """Say how many lines were added and removed."""
        for row, state in enumerate(self.states):
            if state.id == state_id:
                self.states = (*self.states[:row], replace(state, counts=counts), *self.states[row + 1 :])
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.states)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row shows, and what a screen reader says."""
        if not index.isValid():
            return None
        state = self.states[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(state)
        return {
            Qt.ItemDataRole.DisplayRole: state.title,
            Qt.ItemDataRole.EditRole: state.name or "",
            STATE: state,
        }.get(Qt.ItemDataRole(role) if role < STATE else STATE)

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Ask for another name; the row changes when it has it."""
        state = self.states[index.row()]
        if role != Qt.ItemDataRole.EditRole or state.name is None:
            return False
        if str(value).strip() != state.name:
            self.renamed.emit(state.id, str(value).strip())
        return True

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Rows with a name can be renamed in place."""
        there = super().flags(index)
        if index.isValid() and self.states[index.row()].name is not None:
            return there | Qt.ItemFlag.ItemIsEditable
        return there

    def _spoken(self, state: State) -> str:
        said = f"{state.title}, {state.detail}"
        if state.counts is None:
            return said
        added, removed = state.counts
        changes = self.tr("{added} lines added, {removed} removed").format(added=added, removed=removed)
        return f"{said}, {changes}"
