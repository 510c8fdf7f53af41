"""Asynchronous work for callers that wait: the command line. Ctrl+C ends it in good order."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from renderers.clients.profile import Mode
from renderers.mails import Builder, build_template
from renderers.plan import Plan
from renderers.preview import PROFILES
from renderers.proofs.proof import EVERYBODY, Progress, Proof
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.taking import take_and_keep
from renderers.render.cache import PictureCache
from renderers.wish import Wish
from templates.errors import Cancelled
from templates.workspace import Workspace

if TYPE_CHECKING:
    from renderers.budget.purse import Purse

T = TypeVar("T")

_GLANCE_S = 0.1  # how often the waiting thread looks for Ctrl+C, which some systems do not deliver to a waiting lock


def run_preview(
    workspace: Workspace,
    templates: Sequence[str],
    *,
    profiles: Sequence[str] = PROFILES,
    modes: Sequence[Mode] = (),
    data: Sequence[str] = ("default",),
    segments: Sequence[str] = (EVERYBODY,),
    contact: Mapping[str, Any] | None = None,
    on_plan: Callable[[Plan], None] | None = None,
    on_proof: Callable[[Proof], None] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    cache: PictureCache | None = None,
    build: Builder = build_template,
    purse: Purse | None = None,
    keep: bool = False,
) -> list[Proof]:
    """Do what ``preview`` does and wait for it; the callbacks are called in another thread.

    ``keep`` saves the run with the workspace, each picture as it comes. Raises like ``preview``, StorageError when it
    cannot be kept, and Cancelled after Ctrl+C: by then the browser is gone, and what was done by then was handed to
    ``on_proof``.
    """

    async def work() -> list[Proof]:
        shots = Wish(tuple(templates), tuple(profiles), tuple(modes), tuple(data), tuple(segments)).shots
        account = purse.account if purse else ""
        keeper = await asyncio.to_thread(RunKeeper.begin, workspace, shots, account=account) if keep else None
        proofs = await take_and_keep(
            workspace,
            shots,
            keeper,
            contact=contact,
            on_plan=on_plan,
            on_proof=on_proof,
            on_progress=on_progress,
            cache=cache,
            build=build,
            purse=purse,
        )
        if keeper and keeper.fault:
            raise keeper.fault
        return proofs

    return wait_for(work)


def wait_for(work: Callable[[], Coroutine[Any, Any, T]], stop: threading.Event | None = None) -> T:
    """Run a coroutine in a thread with a loop of its own, and wait for it.

    Raises Cancelled after Ctrl+C, or once ``stop`` is set.
    """
    runner = _Runner(work)
    runner.start()
    try:
        runner.wait(stop)
    except KeyboardInterrupt:
        runner.cancel()
        runner.wait()
        raise Cancelled("The work was stopped.", advice="What was finished by then is kept.") from None
    return runner.outcome()


class _Runner(threading.Thread, Generic[T]):
    """A thread with a loop that runs one coroutine."""

    def __init__(self, work: Callable[[], Coroutine[Any, Any, T]]) -> None:
        super().__init__(name="preview", daemon=True)
        self._work = work
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[T] | None = None
        self._stopped = False
        self._error: BaseException | None = None
        self._result: list[T] = []
        self._done = threading.Event()

    def run(self) -> None:
        try:
            self._result.append(asyncio.run(self._main()))
        except BaseException as error:  # noqa: BLE001 - raised again by outcome(), in the thread that waits
            self._error = error
        finally:
            self._done.set()

    async def _main(self) -> T:
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.ensure_future(self._work())
        if self._stopped:  # before there was a task to cancel
            self._task.cancel()
        return await self._task

    def wait(self, stop: threading.Event | None = None) -> None:
        # Not join: a Ctrl+C inside it makes Python 3.11 take a running thread for a finished one.
        while not self._done.wait(_GLANCE_S):
            if stop is not None and stop.is_set() and not self._stopped:
                self.cancel()

    def cancel(self) -> None:
        self._stopped = True
        if self._loop and self._task and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._task.cancel)

    def outcome(self) -> T:
        if isinstance(self._error, asyncio.CancelledError) and self._stopped:
            raise Cancelled("The work was stopped.", advice="What was finished by then is kept.") from None
        if self._error:
            raise self._error
        return self._result[0]
