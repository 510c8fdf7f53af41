"""What is done with the templates of an open workspace, as jobs; and what of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job
from desktop.models.card import cards_of
from desktop.open_workspace import OpenWorkspace
from templates.errors import MailwrightError
from templates.trash import Trashed, delete, restore, trash
from templates.workspace import Workspace

Work = Callable[[Workspace], Sequence[str]]


@dataclass(frozen=True)
class _Deleted:
    """What one deletion moved to the trash, and what it could not."""

    gone: tuple[Trashed, ...]
    problem: MailwrightError | None


class TemplateLibrary(QObject):
    """Belongs to one open workspace and goes with it."""

    shown = Signal(list)
    """The templates are listed anew; these names are what was just made ([]: none)."""
    deleted = Signal(list)
    """These templates are in the trash now."""
    restored = Signal(list)
    failed = Signal(object)
    trash_changed = Signal()

    def __init__(self, opened: OpenWorkspace) -> None:
        super().__init__(opened)
        self._opened = opened
        self._trash: list[tuple[Trashed, ...]] = []
        self._new: list[str] = []
        job = opened.jobs.run(self.tr("Reading the trash"), lambda job: trash(opened.workspace), quiet=True)
        job.succeeded.connect(self._trash_read)

    @property
    def can_restore(self) -> bool:
        """Whether a deletion can be taken back."""
        return bool(self._trash)

    def make(self, label: str, work: Work) -> None:
        """Do ``work``, which returns the names of what it made; list the templates anew and show these."""
        self._run(label, lambda job: list(work(self._opened.workspace)), self._made)

    def delete(self, names: Sequence[str]) -> None:
        """Move templates to the trash."""
        workspace = self._opened.workspace

        def work(job: Job) -> _Deleted:
            gone: list[Trashed] = []
            try:
                for name in names:
                    gone.append(delete(workspace, name))  # noqa: PERF401 - those before a failure are gone all the same
            except MailwrightError as error:
                return _Deleted(tuple(gone), error)
            return _Deleted(tuple(gone), None)

        self._run(self.tr("Deleting"), work, self._were_deleted)

    def restore(self) -> None:
        """Take the last deletion back."""
        if not self._trash:
            return
        last, workspace = self._trash.pop(), self._opened.workspace
        self.trash_changed.emit()
        self._run(
            self.tr("Taking templates back"),
            lambda job: [restore(workspace, one).name for one in last],
            self._were_restored,
        )

    def list_anew(self, new: Sequence[str] = ()) -> None:
        """Read which templates there are, without touching anything else of the workspace."""
        self._new = list(new)
        workspace, jobs = self._opened.workspace, self._opened.jobs
        job = jobs.run(self.tr("Reading the workspace"), lambda job: cards_of(workspace), quiet=True)
        job.succeeded.connect(self._listed)
        job.failed.connect(self._opened.failed)

    def _run(self, label: str, work: Callable[[Job], object], then: Callable[[object], None]) -> None:
        job = self._opened.jobs.run(label, work, quiet=True)
        job.succeeded.connect(then)
        job.failed.connect(self.failed)

    def _made(self, names: object) -> None:
        if isinstance(names, list):
            self.list_anew(names)

    def _listed(self, cards: object) -> None:
        if isinstance(cards, list):
            self._opened.model.set_cards(cards)
            self.shown.emit(self._new)
            self._opened.make_pictures()

    def _were_deleted(self, outcome: object) -> None:
        if not isinstance(outcome, _Deleted):
            return
        if outcome.gone:
            self._trash.append(outcome.gone)
            self.trash_changed.emit()
            self.deleted.emit([one.name for one in outcome.gone])
            self.list_anew()
        if outcome.problem is not None:
            self.failed.emit(outcome.problem)

    def _were_restored(self, names: object) -> None:
        if isinstance(names, list):
            self.restored.emit(names)
            self.list_anew(names)

    def _trash_read(self, found: object) -> None:
        """What was deleted before the workspace was opened, each by itself."""
        if isinstance(found, list):
            self._trash = [(one,) for one in found] + self._trash
            self.trash_changed.emit()
