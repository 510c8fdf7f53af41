"""Asks what a wish costs when the ticking rests; an answer to an older wish never arrives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.jobs import Job, Jobs
from desktop.proofs.quote import Asked, Quote, quote
from desktop.proofs.wallet import Wallet
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError
from templates.workspace import Workspace

REST_MS = 200  # of ticking, before the cost is asked for


class CostAsker(QObject):
    """One question at a time; ``answered`` gives a Quote, ``failed`` why there is none."""

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, wallet: Wallet, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._wallet = workspace, jobs, wallet
        self._job: Job | None = None
        self._question: Callable[[], tuple[Asked, PictureCache]] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)

    def ask(self, question: Callable[[], tuple[Asked, PictureCache]]) -> None:
        """Ask soon; ``question`` is called then."""
        self.stop()
        self._question = question
        self._rest.start()

    def stop(self) -> None:
        """Nobody waits for an answer any more."""
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _ask(self) -> None:
        if self._question is None:
            return
        workspace, wallet, (asked, cache) = self._workspace, self._wallet, self._question()

        async def work(job: Job, pool: RenderPool) -> Quote:
            return await quote(workspace, asked, wallet, pool, cache)

        self._job = self._jobs.run_async(self.tr("Counting what it costs"), work, quiet=True)
        self._job.succeeded.connect(self._answered)
        self._job.failed.connect(self._failed)

    def _answered(self, found: object) -> None:
        if isinstance(found, Quote):
            self._job = None
            self.answered.emit(found)

    def _failed(self, error: object) -> None:
        self._job = None
        if isinstance(error, MailwrightError):
            self.failed.emit(error)
