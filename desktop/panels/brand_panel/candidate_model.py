"""The candidates of one field as a model: what a strip shows and a screen reader says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from desktop.panels.brand_panel.plain_tip import plain_tip
from desktop.panels.brand_panel.source_words import source_words, sureness_words
from templates.brand.evidence import Candidate
from templates.brand.sureness import sureness

CANDIDATE = Qt.ItemDataRole.UserRole
CHOSEN = CANDIDATE + 1
PICTURE = CANDIDATE + 2
_NONE = QModelIndex()
_LONGEST = 300  # characters of an address that a tool tip shows


class CandidateModel(QAbstractListModel):
    """Best first, as the extraction ranked them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.candidates: tuple[Candidate, ...] = ()
        self._value = ""
        self._pictures: Mapping[str, QImage] = {}

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show these instead."""
        if tuple(candidates) != self.candidates:
            self.beginResetModel()
            self.candidates = tuple(candidates)
            self.endResetModel()

    def show_value(self, value: str) -> bool:
        """Mark the candidate that has this value; tell whether that was another one before."""
        changed = bool(self.candidates) and value.casefold() != self._value
        self._value = value.casefold()
        if changed:
            self._all_changed()
        return changed

    def show_pictures(self, pictures: Mapping[str, QImage]) -> None:
        """Show these pictures, by the candidates' values."""
        self._pictures = pictures
        self._all_changed()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """One row a candidate."""
        return 0 if parent.isValid() else len(self.candidates)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The value, its evidence, and how it is spoken."""
        if not index.isValid():
            return None
        candidate = self.candidates[index.row()]
        readers: dict[int, Callable[[Candidate], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda one: one.value,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            CANDIDATE: lambda one: one,
            CHOSEN: self._is_chosen,
            PICTURE: lambda one: self._pictures.get(one.value),
        }
        return readers[role](candidate) if role in readers else None

    def row_of(self, value: str) -> int:
        """The row of a value; -1 when no candidate has it."""
        rows = (row for row, one in enumerate(self.candidates) if one.value.casefold() == value.casefold())
        return next(rows, -1)

    def _is_chosen(self, candidate: Candidate) -> bool:
        return bool(self._value) and candidate.value.casefold() == self._value

    def _all_changed(self) -> None:
        if self.candidates:
            self.dataChanged.emit(self.index(0), self.index(len(self.candidates) - 1))

    def _tip(self, candidate: Candidate) -> str:
        value = candidate.value if len(candidate.value) <= _LONGEST else f"{candidate.value[:_LONGEST]}…"
        sure = f"{source_words(candidate.source)} – {sureness_words(sureness(candidate))} ({candidate.score:.0%})"
        return plain_tip("\n".join(line for line in (value, sure, candidate.locator[:_LONGEST]) if line))

    def _spoken(self, candidate: Candidate) -> str:
        parts = [candidate.value[:_LONGEST], source_words(candidate.source), sureness_words(sureness(candidate))]
        if self._is_chosen(candidate):
            parts.append(self.tr("in use"))
        return ", ".join(parts)
