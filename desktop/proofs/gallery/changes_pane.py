"""What a recheck found: every picture that looks different, before and after; what stayed is summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.history.empty_state import EmptyState
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.proofs.gallery.card_pictures import CardPictures, Wanted
from desktop.proofs.gallery.facts import TemplateTitle
from desktop.proofs.gallery.grid_view import Group, GroupedView
from desktop.proofs.gallery.pair_delegate import PairDelegate, PairRow
from desktop.proofs.gallery.words import counted, share_words, stale_words
from desktop.proofs.look.looked import Looked
from desktop.proofs.shot_model import SHOWN
from desktop.widgets import GRID, IconButton, Translated, label, styled
from renderers.proofs.difference import difference
from renderers.proofs.runs.recheck import Rechecked
from renderers.proofs.small import SmallPictures
from templates.errors import StorageError

Index = QModelIndex | QPersistentModelIndex
_USUAL = 380  # pixels of a pair


class PairModel(QAbstractListModel):
    """One row a picture that changed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[PairRow] = []

    def show_rows(self, rows: list[PairRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def score(self, place: int, score: float) -> None:
        """It is known now how much differs."""
        self.rows[place] = self.rows[place].scored(score)
        self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one pair."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == SHOWN:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            title = row.called.said(current_language())
            words = (row.looked.client, row.looked.mode, title, stale_words(row.change.why), share_words(row.score))
            return ", ".join(filter(None, words))
        return None


class ChangesPane(Translated, QWidget):
    """The outcome of a recheck."""

    opened = Signal(object)
    """A PairRow that somebody wants to compare at full size."""
    left = Signal()

    def __init__(self, jobs: Jobs, files: SmallPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "stage")
        self._jobs = jobs
        self._job: Job | None = None
        self._outcome: tuple[Rechecked, ...] = ()
        self.model, self.pictures = PairModel(self), CardPictures(jobs, files, self)
        self.delegate = PairDelegate(self.pictures, self)
        self.is_open = False
        """Whether there is an outcome that somebody looks at."""
        self.back = IconButton("arrow-left")
        self.back.clicked.connect(self.left)
        self.view, self.said, self.same = GroupedView(self.delegate), label("muted", wrap=True), EmptyState()
        self.view.set_card_width(_USUAL)
        self.view.setModel(self.model)
        self.view.seen.connect(self._want)
        self.view.activated.connect(self._activated)
        self.pictures.arrived.connect(self._arrived)
        self._pages = QStackedWidget()
        for page in (self.same, self.view):
            self._pages.addWidget(page)
        head = styled(QWidget(), "bar")
        around = QHBoxLayout(head)
        around.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        around.setSpacing(GRID)
        around.addWidget(self.back)
        around.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        self.retranslate()

    def show_outcome(self, outcome: Sequence[Rechecked], called: Mapping[str, TemplateTitle]) -> None:
        """Show what changed; how much of each picture is found out by and by."""
        self.stop()
        self.is_open = True
        self._outcome = tuple(outcome)
        rows: list[PairRow] = []
        groups: list[Group] = []
        for each in outcome:
            title = called.get(each.template, TemplateTitle(each.template))
            if each.changed:
                groups.append(Group(title.said(current_language()), len(rows), len(each.changed)))
                rows += [PairRow(change, title, Looked.of_kept(change.after)) for change in each.changed]
        self.model.show_rows(rows)
        self.view.set_groups(groups)
        self._pages.setCurrentWidget(self.view if rows else self.same)
        self.retranslate()
        self._measure(rows)

    def stop(self) -> None:
        """Nobody looks any more."""
        self.is_open = False
        self.pictures.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def retranslate(self) -> None:
        """Set every text anew."""
        self.view.setAccessibleName(self.tr("Pictures that changed"))
        self.back.name(self.tr("Back to the pictures (Esc)"))
        self.same.say(
            "circle-check",
            self.tr("Nothing looks different"),
            self.tr("What was stale was taken anew, and every picture is the same as before."),
        )
        self.said.setText(self._summary())

    def _summary(self) -> str:
        """Such as “Look different: 3 pictures of 2 templates. Taken anew, and the same as before: 14 pictures.”"""
        changed = [each for each in self._outcome if each.changed]
        taken = sum(len(each.changes) for each in self._outcome)
        different = sum(len(each.changed) for each in changed)
        current = sum(each.after is None for each in self._outcome)
        said = []
        if different:
            both = counted.pictures(different), counted.templates(len(changed))
            said.append(
                self.tr("Look different: {pictures} of {templates}.").format(pictures=both[0], templates=both[1])
            )
        if taken > different:
            same = counted.pictures(taken - different)
            said.append(self.tr("Taken anew, and the same as before: {pictures}.").format(pictures=same))
        if current:
            said.append(self.tr("Nothing was stale: {templates}.").format(templates=counted.templates(current)))
        return " ".join(said)

    def _measure(self, rows: list[PairRow]) -> None:
        changes = [row.change for row in rows]

        def work(job: Job) -> None:
            for place, change in enumerate(changes):
                if job.stop.is_set() or change.before.picture is None or change.after.picture is None:
                    continue
                try:
                    found = difference(change.before.picture.read_bytes(), change.after.picture.read_bytes())
                except (StorageError, OSError):
                    continue
                job.report((place, found.score))

        if changes:
            self._job = self._jobs.run(self.tr("Comparing the pictures"), work, quiet=True)
            self._job.reported.connect(self._measured)

    def _measured(self, found: object) -> None:
        if isinstance(found, tuple):
            self.model.score(*found)

    def _want(self) -> None:
        seen = [self.model.rows[row].change for row in self.view.rows_between(*self.view.sight)]
        both = [kept for change in seen for kept in (change.before, change.after)]
        wanted = [Wanted(kept.saved.key, kept.picture) for kept in both if kept.picture is not None]
        size = QSize(self.delegate.picture_width(), self.delegate.picture_height())
        self.pictures.want(wanted, size, self.view.devicePixelRatioF())

    def _arrived(self) -> None:
        self.view.redraw(self.view.rows_between(*self.view.sight))

    def _activated(self, index: QModelIndex) -> None:
        row = index.data(SHOWN)
        if isinstance(row, PairRow):
            self.opened.emit(row)
