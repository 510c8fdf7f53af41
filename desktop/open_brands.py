"""The brands of the workspace that the window shows: which one is shown, what was done to them, and undoing it."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.brand_steps import Step, Work, updating
from desktop.jobs import Job, Jobs
from templates.brand.store import StoredBrand, load_brand
from templates.brands.library import BrandEntry, brand_entries, shown_default
from templates.errors import MailwrightError
from templates.workspace import Workspace

MOST_STEPS = 50  # that can be taken back: each holds the files that it changed in memory


class OpenBrands(QObject):
    """The brands' side of an open workspace. ``brand`` is the one that is shown, None until it is read."""

    brands_listed = Signal()
    """``entries`` and ``shown`` may be others now."""
    brand_read = Signal(object)
    brand_updated = Signal(object)
    """The names of the parts that were kept because they were edited by hand."""
    brands_changed = Signal(object)
    """A Step that was done."""
    step_undone = Signal(object)
    """Why something could not be taken back, a MailwrightError each."""
    work_ended = Signal()
    """Work on brands is over, well or not: what was closed for it can be opened again."""
    history_changed = Signal()
    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace, self.jobs = workspace, jobs
        self.brand: StoredBrand | None = None
        self.entries: tuple[BrandEntry, ...] = ()
        self.shown = ""
        """The folder name of the brand that is shown, as it was read last; "" for none."""
        self._wanted = ""
        self._history: deque[Step] = deque(maxlen=MOST_STEPS)
        self._working = 0
        self._reading: Job | None = None

    @property
    def brand_slug(self) -> str:
        """The folder name of the brand that the panel shows; "" when the workspace has none. Looks at the disk."""
        return self._wanted if self._wanted in self.workspace.brands() else shown_default(self.workspace)

    @property
    def can_undo(self) -> bool:
        """Whether something that was done to a brand can be taken back: not while something else is being done."""
        return bool(self._history) and not self._working

    @property
    def undo_touches_templates(self) -> bool:
        """Whether taking the last step back changes files of templates."""
        return bool(self._history) and self._history[-1].touches_templates

    def show_brand(self, slug: str) -> None:
        """Show another brand of the workspace."""
        self._wanted = slug
        self.read_brands()

    def update_brand(self, changes: Mapping[str, Any]) -> None:
        """Change the shown brand's values and make what follows from them; every template follows at its next build."""
        self._run(self.tr("Updating the brand"), updating(self.brand_slug, changes), self._brand_changed)

    def change_brands(self, label: str, work: Work, *, quiet: bool = False) -> Job:
        """Do something to brands that can be taken back; ``quiet`` work shows its progress elsewhere."""
        return self._run(label, work, self._stepped, quiet=quiet)

    def undo_brand(self) -> None:
        """Take the last step back; one that cannot be taken back now can be tried again."""
        if not self.can_undo:
            return
        step, workspace = self._history[-1], self.workspace

        def work(job: Job) -> tuple[Workspace, Step, tuple[MailwrightError, ...]]:
            left = tuple(step.undo(job, workspace))
            return Workspace.open(workspace.root), step, left

        job = self.jobs.run(self.tr("Undoing the update"), work)
        job.succeeded.connect(self._undone)
        self._follow(job)

    def read_brands(self) -> None:
        """List the brands and read the one that is shown; an older reading is given up."""
        if self._reading is not None:
            self._reading.cancel()
        workspace, slug = self.workspace, self.brand_slug

        def work(job: Job) -> StoredBrand | None:
            job.report((slug, tuple(brand_entries(workspace))))
            return load_brand(workspace.brand_folder(slug)) if slug else None

        job = self.jobs.run(self.tr("Reading the brand"), work, quiet=True)
        job.reported.connect(self._entries_read)
        job.succeeded.connect(self._brand_loaded)
        job.failed.connect(self._brand_unreadable)
        job.ended.connect(self._reading_ended)
        self._reading = job

    def make_pictures(self) -> None:
        """Make every thumbnail anew."""
        raise NotImplementedError

    def _run(self, label: str, work: Work, then: object, *, quiet: bool = False) -> Job:
        workspace = self.workspace

        def opened(job: Job) -> tuple[Workspace, Step]:
            step = work(job, workspace)
            return Workspace.open(workspace.root), step  # its settings may be others now

        job = self.jobs.run(label, opened, quiet=quiet)
        job.succeeded.connect(then)
        self._follow(job)
        return job

    def _follow(self, job: Job) -> None:
        self._working += 1
        self.history_changed.emit()
        job.failed.connect(self.failed)
        job.ended.connect(self._work_over)
        job.ended.connect(self.work_ended)

    # What the jobs say

    def _work_over(self) -> None:
        self._working -= 1
        self.history_changed.emit()

    def _reading_ended(self) -> None:
        if self.sender() is self._reading:
            self._reading = None

    def _entries_read(self, listed: object) -> None:
        if isinstance(listed, tuple):
            self.shown, self.entries = listed
            self.brands_listed.emit()

    def _brand_loaded(self, brand: object) -> None:
        self.brand = brand if isinstance(brand, StoredBrand) else None
        self.brand_read.emit(self.brand)

    def _brand_unreadable(self, error: object) -> None:
        """Show no other brand's values in its place: they would be written into it."""
        self._brand_loaded(None)
        self.failed.emit(error)

    def _brand_changed(self, outcome: object) -> None:
        if isinstance(outcome, tuple):
            step = self._taken(outcome)
            self.brand_updated.emit(list(step.kept))
            self.make_pictures()

    def _stepped(self, outcome: object) -> None:
        if isinstance(outcome, tuple):
            self.brands_changed.emit(self._taken(outcome))

    def _taken(self, outcome: tuple[Workspace, Step]) -> Step:
        self.workspace, step = outcome
        self._history.append(step)
        self.show_brand(step.shows)
        return step

    def _undone(self, outcome: object) -> None:
        if isinstance(outcome, tuple):
            self.workspace, step, left = outcome
            if step in self._history:  # not where so much was done meanwhile that it was forgotten
                self._history.remove(step)
            self.show_brand(step.back)
            self.step_undone.emit(left)
