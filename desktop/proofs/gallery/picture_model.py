"""The pictures that are shown, as an item model: filtered and in groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.editor.history.when import spoken
from desktop.proofs.gallery.arranging import By, Filter, Section, arranged
from desktop.proofs.gallery.picture_row import PictureRow, Place
from desktop.proofs.gallery.words import stale_meaning, verdict_words
from desktop.proofs.shot_model import SHOWN
from renderers.proofs.runs.standing import Standing

Index = QModelIndex | QPersistentModelIndex


class PictureModel(QAbstractListModel):
    """One row a picture; ``sections`` says how they belong together."""

    arranged = Signal()
    """Others are shown, or in another order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: list[Section] = []
        self.rows: list[PictureRow] = []
        self.filter = Filter()
        self.by: By = "none"
        self._all: dict[Place, PictureRow] = {}
        self._shown_at: dict[Place, int] = {}

    def show_rows(self, rows: Iterable[PictureRow]) -> None:
        """Show other pictures."""
        self._all = {row.place: row for row in rows}
        self._arrange()

    def set_filter(self, wanted: Filter) -> None:
        """Show those that pass."""
        if wanted != self.filter:
            self.filter = wanted
            self._arrange()

    def set_grouping(self, by: By) -> None:
        """Put them into other groups."""
        if by != self.by:
            self.by = by
            self._arrange()

    @property
    def all(self) -> list[PictureRow]:
        """Every picture, those included that the filter holds back."""
        return list(self._all.values())

    def row_at(self, place: Place) -> int | None:
        """Where a picture is shown; None where it is not."""
        return self._shown_at.get(place)

    def mark_standing(self, run: str, stood: Sequence[Standing]) -> None:
        """It is known now how the pictures of a run stand."""
        mine = [row for row in self._all.values() if row.kept.run.id == run]
        by_place = sorted(mine, key=lambda row: row.kept.saved.place)
        pairs = zip(by_place, stood, strict=False)  # a run that is under way may have grown since
        self._mark({row.place: replace(row, standing=standing) for row, standing in pairs})

    def mark_changed(self, found: Mapping[Place, bool]) -> None:
        """It is known now which pictures look different from those of the run before."""
        known = {place: self._all[place] for place in found if place in self._all}
        self._mark({place: replace(row, changed=found[place]) for place, row in known.items()})

    def retranslate(self) -> None:
        """Other words for the same pictures; headings are words too."""
        self._arrange()

    # As Qt asks for it

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many pictures are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one picture."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == SHOWN:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.client
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (*self._named(row), *self._said(row))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (" · ".join(filter(None, self._named(row))), *self._said(row))))
        return None

    def _named(self, row: PictureRow) -> tuple[str, ...]:
        return row.client, row.mode, row.title, row.shot.data_set, row.segment, spoken(row.kept.run.created)

    def _said(self, row: PictureRow) -> list[str]:
        changed = self.tr("Changed since the run before") if row.changed else ""
        gone = self.tr("The picture's file is not there any more. Render it again.") if row.is_gone else ""
        given_up = self.tr("Not taken") if row.given_up else ""
        truth = f"{row.truth}. {row.truth.meaning}" if row.kept.is_taken else ""
        return [row.why, gone, given_up, changed, stale_meaning(row.standing), verdict_words(row.verdict), truth]

    # Inside

    def _mark(self, rows: Mapping[Place, PictureRow]) -> None:
        """Put new facts on the cards; where the filter asks for them, others may be shown."""
        self._all |= rows
        wanted = self.filter
        if wanted.changed or wanted.stale:
            self._arrange()
            return
        shown = {self._shown_at[place]: row for place, row in rows.items() if place in self._shown_at}
        for at, row in shown.items():
            self.rows[at] = row
        for first, last in _stretches(sorted(shown)):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _arrange(self) -> None:
        self.beginResetModel()
        self.sections = arranged(self._all.values(), self.filter, self.by)
        self.rows = [row for section in self.sections for row in section.rows]
        self._shown_at = {row.place: at for at, row in enumerate(self.rows)}
        self.endResetModel()
        self.arranged.emit()


def _stretches(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each stretch of neighbours among ascending numbers."""
    for _, stretch in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        found = [number for _, number in stretch]
        yield found[0], found[-1]
