"""What the form is made of, worked out beside the window: what the template uses, and the fields of a data set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.document import OpenDocument
from desktop.editor.data.reading import Known, question_of, read_known
from desktop.jobs import Job, Jobs
from templates.data.form import Form, form_of, missing_in
from templates.errors import MailwrightError

_QUICK = 200_000  # characters whose form is made at once
_REST_MS = 400  # of the template's text, before it is asked what it uses now


@dataclass(frozen=True)
class Formed:
    """The form of ``data``, or why there is none; ``missing``: how much is needed and not there."""

    known: Known
    data: Mapping[str, Any]
    form: Form | MailwrightError
    missing: int = 0


def formed(known: Known, data: Mapping[str, Any]) -> Formed:
    """Make the form. For any thread."""
    try:
        form = form_of(known.shapes, data)
    except MailwrightError as error:
        return Formed(known, data, error)
    return Formed(known, data, form, len(missing_in(form)))


class FormFeed(QObject):
    """Belongs to a panel; what comes too late is dropped."""

    known_changed = Signal()
    """The template uses something else."""
    ready = Signal(object)
    """A Formed."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.known = Known()
        self.is_new = False
        """Whether nothing is known of the document yet."""
        self._jobs = jobs
        self._document: OpenDocument | None = None
        self._job: Job | None = None
        self._wanted: tuple[Known, Mapping[str, Any]] = (self.known, {})
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._read)

    def follow(self, document: OpenDocument | None) -> None:
        """Work for another document."""
        self._rest.stop()
        self._document, self.known, self.is_new = document, Known(), document is not None
        self._read()

    def ask_again(self) -> None:
        """The template or its data is different: look again when that rests."""
        self._rest.start()

    def make(self, data: Mapping[str, Any], size: int) -> None:
        """Make the form of a data set whose text has so many characters."""
        known = self.known
        self._wanted = (known, data)
        if size <= _QUICK:
            self.ready.emit(formed(known, data))
        else:
            job = self._jobs.run(self.tr("Reading the data"), lambda job: formed(known, data), quiet=True)
            job.succeeded.connect(self._take_formed)

    def _take_formed(self, made: object) -> None:
        known, data = self._wanted
        if isinstance(made, Formed) and made.known is known and made.data is data:
            self.ready.emit(made)

    def _read(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self._document is None:
            return
        question = question_of(self._document)
        words = self.tr("Reading what the template uses")
        self._job = self._jobs.run(words, lambda job: read_known(question), quiet=True)
        self._job.succeeded.connect(self._take_known)
        self._job.failed.connect(self._failed)

    def _take_known(self, known: object) -> None:
        if isinstance(known, Known) and self.sender() is self._job and (self.is_new or known != self.known):
            self.known, self.is_new = known, False
            self.known_changed.emit()

    def _failed(self) -> None:
        """A template that cannot be read now keeps the fields it had; the canvas says what is wrong with it."""
        if self.sender() is self._job and self.is_new:
            self.is_new = False
            self.known_changed.emit()
