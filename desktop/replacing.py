"""Find and replace across the templates of an open workspace: searching, replacing, taking it back; all as jobs.

A template that is open in the editor is searched as it is there and changed through its document, so that the change
is one step of its undo; all others are changed on disk, under their lock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from desktop.document import OpenDocument
from desktop.editor.documents import Documents
from desktop.jobs import Job, Work
from desktop.open_workspace import OpenWorkspace
from templates.errors import MailwrightError
from templates.find_replace import Found, Hit, Query, Replaced, edits_back, edits_of, put_back, replace, search
from templates.source.text_edit import TextEdit


@dataclass(frozen=True)
class Outcome:
    """What a replacement (or its undo) changed, and what it had to leave, each with the reason."""

    changed: tuple[Replaced, ...]
    skipped: tuple[MailwrightError, ...]
    undone: bool = False


@dataclass
class _Change:
    """A replacement, or its undo, under way. A job fills it; it is read when the job has ended."""

    undone: bool = False
    changed: list[Replaced] = field(default_factory=list)
    skipped: list[MailwrightError] = field(default_factory=list)

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Note why a template is left as it is, and go on."""
        try:
            yield
        except MailwrightError as error:
            self.skipped.append(error)


class Replacing(QObject):
    """Belongs to one open workspace and goes with it, and so does what can be taken back."""

    found = Signal(object)
    """A Found."""
    replaced = Signal(object)
    """An Outcome."""
    failed = Signal(object)
    stopped = Signal()
    """A search was given up."""
    busy_changed = Signal(bool)

    def __init__(self, opened: OpenWorkspace, documents: Documents) -> None:
        super().__init__(opened)
        self._opened, self._documents = opened, documents
        self._history: list[tuple[Replaced, ...]] = []
        self._job: Job | None = None
        self._now: _Change | None = None

    @property
    def can_undo(self) -> bool:
        """Whether a replacement can be taken back."""
        return bool(self._history)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._job is not None

    def search(self, query: Query, names: Sequence[str]) -> None:
        """Look for ``query`` in these templates; a search that is still under way is given up."""
        self.stop()
        workspace, open_texts = self._opened.workspace, self._open_texts(names)

        def work(job: Job) -> Found:
            texts = []
            for done, name in enumerate(names):
                job.check()
                job.advance(done, len(names))
                texts.append((name, open_texts[name] if name in open_texts else workspace.template(name).text()))
            return search(query, texts, stop=job.stop.is_set)

        self._start(self.tr("Searching the templates"), work).succeeded.connect(self.found)

    def replace(self, hits: Sequence[Hit]) -> None:
        """Replace these places, and remember how it was."""
        by_name: dict[str, list[Hit]] = {}
        for hit in hits:
            by_name.setdefault(hit.template, []).append(hit)
        workspace, now = self._opened.workspace, _Change()
        self._edit_open(by_name, now)
        closed = {name: some for name, some in by_name.items() if not self._documents.find(name)}

        def work(job: Job) -> None:
            for done, (name, some) in enumerate(closed.items()):
                if not job.advance(done, len(closed)):
                    break
                with now.refusals():
                    now.changed.append(replace(workspace, name, some))

        self._change(self.tr("Replacing"), work, now)

    def undo(self) -> None:
        """Take the last replacement back, in every template that was not changed since."""
        if not self._history:
            return
        last, workspace, now = self._history.pop(), self._opened.workspace, _Change(undone=True)
        self._undo_open(last, now)
        closed = [done for done in last if not self._documents.find(done.template)]

        def work(job: Job) -> None:
            for number, done in enumerate(closed):
                job.advance(number, len(closed))
                with now.refusals():
                    put_back(workspace, done)
                    now.changed.append(done)

        self._change(self.tr("Undoing the replacement"), work, now)

    def stop(self) -> None:
        """Give up what is under way; what was replaced by then stays replaced, and can be taken back."""
        if self._job is not None:
            self._job.cancel()

    def _start(self, label: str, work: Work) -> Job:
        job = self._opened.jobs.run(label, work)
        job.failed.connect(self.failed)
        job.ended.connect(self._ended)
        self._job = job
        self.busy_changed.emit(True)
        return job

    def _change(self, label: str, work: Work, change: _Change) -> None:
        """Do what changes templates. However it ends, what was changed by then is what happened."""
        self._now = change
        self._start(label, work)

    def _ended(self) -> None:
        job = self.sender()
        if job is not self._job or not isinstance(job, Job):
            return
        self._job = None
        now, self._now = self._now, None
        if now is not None:
            if now.changed and not now.undone:
                self._history.append(tuple(now.changed))
            self.replaced.emit(Outcome(tuple(now.changed), tuple(now.skipped), now.undone))
        elif job.stop.is_set():
            self.stopped.emit()
        self.busy_changed.emit(False)

    # Templates that are open

    def _open_texts(self, names: Sequence[str]) -> dict[str, str]:
        found = {name: self._documents.find(name) for name in names}
        return {name: opened.document.text for name, opened in found.items() if opened is not None}

    def _edit_open(self, by_name: dict[str, list[Hit]], now: _Change) -> None:
        for name, hits in by_name.items():
            opened = self._documents.find(name)
            if opened is not None:
                with now.refusals():
                    before = opened.document.text
                    edits = edits_of(name, before, hits)
                    if _edit(opened.document, self.tr("Replace across templates"), edits):
                        now.changed.append(Replaced(name, before, opened.document.text))

    def _undo_open(self, last: Sequence[Replaced], now: _Change) -> None:
        for done in last:
            opened = self._documents.find(done.template)
            if opened is not None:
                with now.refusals():
                    edits = edits_back(done, opened.document.text)
                    if _edit(opened.document, self.tr("Undo the replacement"), edits):
                        now.changed.append(done)


def _edit(document: OpenDocument, label: str, edits: Sequence[TextEdit]) -> bool:
    """One step of the document; what was saved before is saved again."""
    was_clean = document.is_clean
    done = document.edit(label, edits, origin="replace")
    if done and was_clean:
        document.save()
    return done
