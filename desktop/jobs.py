"""Long work, off the GUI thread: the only place where threads and asyncio meet Qt.

A job runs in a daemon thread, or as a coroutine on the one loop that also owns the browser. It reports through
signals, which arrive on the GUI thread in the order in which they were sent, and never after it was cancelled.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop.loop_thread import LoopThread
from renderers.render.pool import RenderPool
from templates.errors import Cancelled, EngineError, MailwrightError

JOIN_S = 3.0


class Job(QObject):
    """One piece of work. Its methods ``report`` and ``advance`` and its event ``stop`` are for the work's thread."""

    progressed = Signal(int, int, str)
    """Steps done, steps in all (0: not known), what is being done."""
    reported = Signal(object)
    """A part of the result, as soon as it is there."""
    succeeded = Signal(object)
    failed = Signal(object)
    """A MailwrightError."""
    ended = Signal()
    """Comes last, however the job went; the only one of a job that was cancelled."""

    _sent = Signal(str, object)  # crosses the threads

    def __init__(self, label: str, *, quiet: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self.quiet = quiet
        self.stop = threading.Event()
        self._future: Future[None] | None = None
        # Queued also on this thread: a coroutine may be done before whoever started it had the time to connect.
        self._sent.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; nothing of it is reported from now on but that it ended."""
        self.stop.set()
        if self._future is not None:
            self._future.cancel()

    def advance(self, done: int, total: int, what: str = "") -> bool:
        """Tell how far the work is; False when the user asked to stop."""
        self._tell("progressed", (done, total, what))
        return not self.stop.is_set()

    def report(self, part: object) -> None:
        """Hand over a part of the result."""
        self._tell("reported", part)

    def check(self) -> None:
        """Raise Cancelled when the user asked to stop."""
        if self.stop.is_set():
            raise Cancelled("The work was stopped.")

    def settle(self, work: Callable[[], object]) -> None:
        """Do ``work`` in this thread and send its outcome; never raises."""
        kind, outcome = "succeeded", None
        try:
            outcome = work()
        except MailwrightError as error:
            kind, outcome = "failed", error
        except BaseException as error:  # noqa: BLE001 - a fault of ours: shown by the one handler, on the GUI thread
            kind, outcome = "crashed", error
        self._tell(kind, outcome)

    def watch(self, future: Future[Any]) -> None:
        """Follow a coroutine that runs on the loop."""
        self._future = future
        future.add_done_callback(self._future_done)

    def _future_done(self, future: Future[Any]) -> None:
        if future.cancelled():
            self._tell("failed", Cancelled("The work was stopped."))
        else:
            self.settle(future.result)

    def _tell(self, kind: str, value: object) -> None:
        """Send to the GUI thread. After a window that waited in vain for this work, nobody is left to be told."""
        with contextlib.suppress(RuntimeError):
            self._sent.emit(kind, value)

    def refuse(self) -> None:
        """End without having begun: the application is closing."""
        self.cancel()
        self._tell("failed", Cancelled("The work was stopped."))

    def _receive(self, kind: str, value: Any) -> None:
        """On the GUI thread."""
        if kind == "progressed":
            if not self.stop.is_set():
                self.progressed.emit(*value)
        elif kind == "reported":
            if not self.stop.is_set():
                self.reported.emit(value)
        else:
            self._end(kind, value)

    def _end(self, kind: str, value: Any) -> None:
        if kind == "crashed" and not isinstance(value, asyncio.CancelledError):
            sys.excepthook(type(value), value, value.__traceback__)
            value, kind = EngineError("Something unexpected went wrong: {reason}.", reason=str(value)), "failed"
        if not self.stop.is_set() and not isinstance(value, Cancelled):
            getattr(self, kind).emit(value)
        self.ended.emit()


Work = Callable[[Job], object]
AsyncWork = Callable[[Job, RenderPool], Awaitable[object]]


class Jobs(QObject):
    """Starts jobs and knows which are under way. Lives as long as the application."""

    changed = Signal()

    def __init__(self, make_pool: Callable[[], RenderPool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loop = LoopThread(make_pool)
        self._threads: dict[Job, threading.Thread] = {}
        self.running: list[Job] = []
        self._closing = False

    def run(self, label: str, work: Work, *, quiet: bool = False) -> Job:
        """Do ``work(job)`` in a thread of its own; ``quiet`` work does not show in the status bar.

        The work may raise MailwrightError. It does not start before the caller had the time to connect.
        """
        job = self._new(label, quiet)
        if self._closing:
            job.refuse()
            return job
        thread = threading.Thread(target=job.settle, args=(lambda: work(job),), name=label, daemon=True)
        self._threads[job] = thread
        thread.start()
        return job

    def run_async(self, label: str, work: AsyncWork, *, quiet: bool = False) -> Job:
        """Do ``await work(job, pool)`` on the loop that owns the browser."""
        job = self._new(label, quiet)
        if self._closing:
            job.refuse()
            return job
        job.watch(self._loop.submit(lambda pool: work(job, pool)))
        return job

    def forget_browser(self) -> None:
        """Close the browser; the next picture starts the one that is then in the settings."""
        self._loop.forget_pool()

    def shut_down(self) -> None:
        """Cancel what runs, close the browser, wait for the threads for a few seconds; nothing starts from now on."""
        self._closing = True
        for job in list(self.running):
            job.cancel()
        self._loop.stop(JOIN_S)
        for thread in list(self._threads.values()):
            thread.join(JOIN_S)

    def _new(self, label: str, quiet: bool) -> Job:
        job = Job(label, quiet=quiet, parent=self)
        job.ended.connect(self._clean_up)
        self.running.append(job)
        self.changed.emit()
        return job

    def _clean_up(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self.running:
            self.running.remove(job)
            self._threads.pop(job, None)
            job.deleteLater()
            self.changed.emit()
