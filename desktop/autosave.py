"""Unsaved work of an open document, written to its recovery file while somebody types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from desktop.document import OpenDocument
from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from templates.errors import MailwrightError
from templates.recovery import RecoveryFile, Unsaved

REST_MS = 500  # after the last change
MOST_MS = 1200  # while typing goes on; with the time that a slow disk takes, a crash costs less than two seconds


class AutoSave(QObject):
    """Keeps the recovery file of one document in step. Texts are encoded and written in a job; the newest wins."""

    def __init__(self, document: OpenDocument, jobs: Jobs) -> None:
        """Lives as long as its document."""
        super().__init__(document)
        self.file = RecoveryFile(document.workspace.root, document.name)
        self._document, self._jobs = document, jobs
        self._number = 0
        self._job: Job | None = None
        self._again = False
        self._there = False  # whether there is, or soon will be, a file
        self._warned = False
        self._waiting = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        if document.editable:
            for signal in (document.edited, document.side_changed, document.saved_changed):
                signal.connect(self._changed)

    def write_now(self) -> Job:
        """Write at once; the job tells when it is done."""
        self._timer.stop()
        self._waiting.invalidate()
        return self._write()

    def close(self) -> None:
        """The document is closed: everything is saved, or the user gave it up."""
        self._timer.stop()
        self._remove()

    def _changed(self, _what: object = None) -> None:
        if not self._waiting.isValid():
            self._waiting.start()
        left = MOST_MS - self._waiting.elapsed()
        self._timer.start(max(0, min(REST_MS, left)))

    def _step(self) -> None:
        """Bring the file in step with the document, one job after the other."""
        self._waiting.invalidate()
        if self._job is not None:
            self._again = True
        elif self._document.is_clean:
            self._remove()
        else:
            self._write()

    def _write(self) -> Job:
        document, file = self._document, self.file
        unsaved = Unsaved(document.text, {name: document.side(name) for name in document.files.changed_sides()})
        base = document.files.text_on_disk
        self._number += 1
        number = self._number
        self._there = True
        return self._run(lambda job: file.write(number, unsaved, base))

    def _remove(self) -> None:
        if not self._there:
            return
        file = self.file
        self._number += 1
        number = self._number
        self._there = False
        self._run(lambda job: file.remove(number))

    def _run(self, work: Callable[[Job], None]) -> Job:
        job = self._jobs.run(self.tr("Keeping unsaved work"), work, quiet=True)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        self._job = job
        return job

    def _ended(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._step()

    def _failed(self, error: MailwrightError) -> None:
        """Say it once: a full disk would be told of every second."""
        if not self._warned:
            self._warned = True
            self._document.notified.emit("warning", explain(error, current_language()))
