"""The segments of the workspace that the window shows: what was done to them, undoing it, who is in them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.dynamic.rule_builder.draft import Branch
from desktop.editor.documents import Documents
from desktop.jobs import Job, Work
from desktop.open_brands import OpenBrands
from desktop.segment_documents import follow_in_documents, open_templates
from desktop.segment_facts import Facts, Listed, facts_of, listed
from desktop.segment_steps import SegmentStep, Wanted, exchange, make
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.properties import PropertyType, add_properties
from templates.dynamic.segment import Segment

MOST_STEPS = 100  # that can be taken back: each holds the file's text twice


class OpenSegments(QObject):
    """Belongs to one open workspace. Changes are made one after the other, each on the file as it then is."""

    changed = Signal()
    """``listed`` is another: segments, types of properties, or what is wrong with their files."""
    counted = Signal()
    """``facts`` are others."""
    renamed = Signal(str, str)
    """Old and new id of a segment; comes before ``changed``."""
    stepped = Signal(object)
    """A SegmentStep that was done; an undo is one too."""
    history_changed = Signal()
    failed = Signal(object)

    def __init__(self, opened: OpenBrands, documents: Documents) -> None:
        super().__init__(opened)
        self.setObjectName("segments")
        self._opened, self._documents = opened, documents
        self.listed = Listed()
        self.facts = Facts()
        self.contacts: ContactTable | None = None
        """What is counted; None where there are none."""
        self.drafts: dict[str, str] = {}
        """Texts that are no rules yet, by segment: kept as they were typed, not written to the file."""
        self.rows: dict[str, Branch] = {}
        """What was last in the builder of each segment: rows without a value yet are in no file."""
        self.is_read = False
        self._done: deque[SegmentStep] = deque(maxlen=MOST_STEPS)
        self._undone: list[SegmentStep] = []
        self._waiting: deque[Callable[[], None]] = deque()
        self._job: Job | None = None
        self._counting: Job | None = None

    def segment(self, id_: str) -> Segment | None:
        """Return a segment."""
        return next((one for one in self.listed.segments if one.id == id_), None)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._undone)

    @property
    def undo_label(self) -> str:
        """What would be taken back."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What would be done again."""
        return self._undone[-1].label if self._undone else ""

    @property
    def waits(self) -> bool:
        """Whether another change comes after the one that is under way."""
        return bool(self._waiting)

    @property
    def is_busy(self) -> bool:
        """Whether a change is under way or waits."""
        return self._job is not None or bool(self._waiting)

    @property
    def is_counting(self) -> bool:
        """Whether ``facts`` are about to be others."""
        return self._counting is not None

    def read(self) -> None:
        """Read the files again: what others changed is shown."""
        self._queue(self._read)

    def set_contacts(self, contacts: ContactTable | None) -> None:
        """Count these contacts."""
        self.contacts = contacts
        self.count()

    def change(self, wanted: Wanted) -> None:
        """Change the file; with the same ``merge`` as the change before it is one step with it."""
        self._queue(lambda: self._make(wanted))

    def declare(self, types: Mapping[str, PropertyType]) -> None:
        """Write properties into ``contacts.toml``; rules that ask them are then checked and counted anew."""
        self._queue(lambda: self._declare(types))

    def undo(self) -> None:
        """Take the last step back."""
        self._queue(self._undo)

    def redo(self) -> None:
        """Do the last undone step again."""
        self._queue(self._redo)

    def count(self) -> None:
        """Count anew who is in which segment, and which templates use them; an older count is given up."""
        if self._counting is not None:
            self._counting.cancel()
        workspace, segments, types = self._opened.workspace, self.listed.segments, self.listed.types
        contacts = self.contacts
        job = self._opened.jobs.run(
            self.tr("Counting the segments"),
            lambda job: facts_of(workspace, segments, types, contacts, job.check),
            quiet=True,
        )
        job.succeeded.connect(self._counted)
        job.failed.connect(self.failed)
        job.ended.connect(self._counting_ended)
        self._counting = job

    # One after the other

    def _queue(self, start: Callable[[], None]) -> None:
        self._waiting.append(start)
        self._next()

    def _next(self) -> None:
        while self._job is None and self._waiting:
            self._waiting.popleft()()

    def _run(self, label: str, work: Work, then: object) -> None:
        workspace = self._opened.workspace

        def and_read(job: Job) -> tuple[object, Listed]:
            outcome = work(job)
            return outcome, listed(workspace)

        job = self._opened.jobs.run(label, and_read, quiet=True)
        job.succeeded.connect(then)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        self._job = job

    def _read(self) -> None:
        self._run(self.tr("Reading the segments"), _nothing, self._taken)

    def _make(self, wanted: Wanted) -> None:
        workspace, known, opened = self._opened.workspace, self.listed.text, open_templates(self._documents)
        self._run(self.tr("Writing the segments"), lambda job: make(workspace, wanted, known, opened), self._made)

    def _declare(self, types: Mapping[str, PropertyType]) -> None:
        workspace = self._opened.workspace
        self._run(self.tr("Writing the properties"), lambda job: add_properties(workspace, types), self._taken)

    def _undo(self) -> None:
        if self._done:
            self._exchange(self.tr("Undoing"), self._done[-1].turned(), self._taken_back)

    def _redo(self) -> None:
        if self._undone:
            self._exchange(self.tr("Doing it again"), self._undone[-1].turned(), self._made_again)

    def _exchange(self, label: str, step: SegmentStep, then: object) -> None:
        workspace, opened = self._opened.workspace, open_templates(self._documents)
        self._run(label, lambda job: exchange(workspace, step, opened), then)

    # What the jobs say

    def _ended(self) -> None:
        self._job = None
        self.history_changed.emit()
        self._next()

    def _failed(self, error: object) -> None:
        """Show what is there now: it is why."""
        self.failed.emit(error)
        self.read()

    def _taken(self, outcome: object) -> None:
        if not isinstance(outcome, tuple):
            return
        before, self.listed = self.listed, outcome[1]
        if self.listed != before or not self.is_read:
            self.is_read = True
            self.changed.emit()
            self.count()

    def _made(self, outcome: object) -> None:
        step = self._finished(outcome)
        if step is not None and step.before != step.after:
            self._undone.clear()
            merged = self._done[-1].then(step) if self._done else None
            if merged is not None:
                self._done.pop()
            self._done.append(merged or step)
            self.stepped.emit(step)

    def _taken_back(self, outcome: object) -> None:
        step = self._finished(outcome)
        if step is not None:
            self._done.pop()
            self._undone.append(step)
            self.stepped.emit(step)

    def _made_again(self, outcome: object) -> None:
        step = self._finished(outcome)
        if step is not None:
            self._undone.pop()
            self._done.append(step)
            self.stepped.emit(step)

    def _finished(self, outcome: object) -> SegmentStep | None:
        """Let open documents follow, and show what the files say now."""
        step = outcome[0] if isinstance(outcome, tuple) else None
        if not isinstance(step, SegmentStep):
            return None
        if (ids := step.renamed) is not None:
            left = follow_in_documents(self._documents, self._opened.workspace, step.files, ids, step.label)
            step = replace(step, left=(*step.left, *left))
            old, new = ids
            if old in self.drafts:
                self.drafts[new] = self.drafts.pop(old)
            if old in self.rows:
                self.rows[new] = self.rows.pop(old)
            self.renamed.emit(old, new)
        self._taken(outcome)
        return step

    def _counted(self, facts: object) -> None:
        if isinstance(facts, Facts):
            self.facts = facts
            self.counted.emit()

    def _counting_ended(self) -> None:
        if self.sender() is self._counting:
            self._counting = None


def segments_of(opened: OpenBrands, documents: Documents) -> OpenSegments:
    """Return the segments of an open workspace; made when they are asked for first."""
    found = opened.findChild(OpenSegments, "segments")
    return found if isinstance(found, OpenSegments) else OpenSegments(opened, documents)


def _nothing(job: Job) -> None:
    """Reading comes after every piece of work."""
