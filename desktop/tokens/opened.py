"""The tokens of an open workspace: asked for and moved in jobs, because a team's database may be slow or away."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job, Jobs
from desktop.tokens.facts import TokenFacts, read_facts
from renderers.budget.purse import Purse, open_purse
from templates.errors import Cancelled, MailwrightError
from templates.workspace import Workspace

Ask = Callable[[Purse, Job], object]


class OpenTokens(QObject):
    """What was read last, and the verbs' way to the ledger. Nothing is opened before somebody asks."""

    changed = Signal()
    """``facts``, ``error`` or ``is_reading`` is another."""
    acted = Signal()
    """Something was changed; the accounts are being read again."""

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace, self.jobs = workspace, jobs
        self.facts: TokenFacts | None = None
        self.error: MailwrightError | None = None
        self._purse: Purse | None = None
        self._opening = threading.Lock()
        self._reading: Job | None = None
        self._again = self._closed = False

    @property
    def is_reading(self) -> bool:
        """Whether the accounts are being asked for."""
        return self._reading is not None

    def read(self) -> None:
        """Ask for the accounts; while that is under way once more afterwards, because it may be too old."""
        if self._closed:
            return
        if self._reading is not None:
            self._again = True
            return
        self._again = False
        job = self.ask(self.tr("Reading the tokens"), lambda purse, job: read_facts(purse))
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        job.ended.connect(self._ended)
        self._reading = job
        self.changed.emit()

    def ask(self, label: str, work: Ask, *, quiet: bool = True) -> Job:
        """Do ``work(purse, job)`` in a job. It fails with what ``open_purse`` and ``work`` raise."""
        return self.jobs.run(label, lambda job: work(self._opened(), job), quiet=quiet)

    def act(self, label: str, work: Ask) -> Job:
        """Like ``ask`` for something that changes the ledger: the accounts are read again, however it went."""
        job = self.ask(label, work)
        job.succeeded.connect(self._acted)
        job.failed.connect(self.read)
        return job

    def close(self) -> None:
        """Let go of the ledger; its connections are closed off this thread."""
        self._closed = True
        if self._reading is not None:
            self._reading.cancel()
        purse, self._purse = self._purse, None
        if purse is not None:
            self.jobs.run(self.tr("Closing the ledger"), lambda job: purse.close(), quiet=True)

    # In a job's thread

    def _opened(self) -> Purse:
        """The purse; opened the first time, by the settings as they are then."""
        with self._opening:
            if self._closed:
                raise Cancelled("The work was stopped.")
            if self._purse is None:
                self._purse = open_purse(Workspace.open(self.workspace.root))
            return self._purse

    # What the jobs say

    def _take(self, facts: object) -> None:
        if isinstance(facts, TokenFacts):
            self.facts, self.error = facts, None

    def _fail(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self.error = error

    def _ended(self) -> None:
        self._reading = None
        if self._again:
            self.read()
        elif not self._closed:
            self.changed.emit()

    def _acted(self, _outcome: object) -> None:
        self.read()
        self.acted.emit()
