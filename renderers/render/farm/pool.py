"""A farm as a pool: jobs go to Dask's workers, and come back as pictures or as the pool's own errors."""

from __future__ import annotations

import asyncio
import pickle
import sys
from collections.abc import Callable, Hashable, Mapping
from contextlib import AsyncExitStack
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeGuard

from renderers.clients.profile import Profile
from renderers.engines import BrowserMissingError
from renderers.engines.offers import offers
from renderers.mail_size import check_size
from renderers.render.cast import STAND_IN, Cast, casts_of
from renderers.render.farm import errors
from renderers.render.farm.connection import LOOK_S, connected, offered, offerings
from renderers.render.farm.offering import Offering
from renderers.render.gate import Gate
from renderers.render.images import fake_url
from renderers.render.job import MEDIA_TYPES, PictureFormat, RenderJob, RenderResult
from templates.errors import MailwrightError

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE_S = 10.0
_BEGINNINGS: Mapping[PictureFormat, bytes] = {"jpeg": b"\xff\xd8\xff", "png": b"\x89PNG"}
JOBS_PER_LANE = 2  # one is being taken, the next one is there already: the others wait here and not in the scheduler


class FarmPool:
    """Takes pictures on the workers of the farm at ``scheduler``; use it as an async context manager, like RenderPool.

    Entering raises EngineError: nobody answers there, nobody works there within ``patience_s`` seconds, or in another
    version. ``notices`` say what is odd but no failure. A worker that dies has its jobs done by another one; a mail
    that workers die on is tried once more alone, and fails.
    """

    def __init__(self, scheduler: str, *, patience_s: float = PATIENCE_S) -> None:
        self.scheduler = scheduler
        self.notices: tuple[MailwrightError, ...] = ()
        self._patience_s = patience_s
        self._stack = AsyncExitStack()
        self._broken: dict[str, BrowserMissingError] = {}
        self._given_up: MailwrightError | None = None

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            self._client: Client = await stack.enter_async_context(connected(self.scheduler))
            self._offering, others = await offered(self._client, self.scheduler, self._patience_s)
            self._stack = stack.pop_all()
        self._gate = Gate(self._offering.lanes * JOBS_PER_LANE)
        if others:
            self.notices = (errors.differing(len(others), ", ".join(self._offering.engines.values())),)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    @property
    def offering(self) -> Offering:
        """What the workers have together."""
        return self._offering

    def casts(self, shown: Profile) -> tuple[Cast, ...]:
        """Return which engines may take this profile's picture, the truest first; there is always one."""
        return casts_of(shown, [kind for kind in self._kinds if kind not in self._broken])

    def key(self, job: RenderJob) -> str:
        """Return the cache key of the picture that the workers would take. Reads the job's pictures."""
        return job.key(self._offering.engines[self._kind(job)])

    async def warm(self) -> None:
        """Nothing to do: workers are warm before they are there."""

    async def render(self, job: RenderJob, run: Hashable = None) -> RenderResult:
        """Have the picture of one job taken; what the farm cannot take at once waits here, and runs take turns.

        Raises like RenderPool, and EngineError when the connection is lost, every worker is gone, or workers die on it.
        """
        kind = self._kind(job)
        if kind in self._broken:
            raise self._broken[kind]
        try:
            return await self._taken(job, run)
        except BrowserMissingError as error:
            if kind != STAND_IN:
                self._broken[kind] = error  # it would not start for the next job either
            raise

    async def _taken(self, job: RenderJob, run: Hashable) -> RenderResult:
        from distributed import KilledWorker

        try:
            async with self._gate.shared(run):
                return await self._outcome(job, "picture")
        except KilledWorker:  # workers died under it and its neighbours: who was it?
            async with self._gate.alone():
                try:
                    return await self._outcome(job, "alone")
                except KilledWorker as error:
                    raise errors.killed_workers() from error

    async def _outcome(self, job: RenderJob, name: str) -> RenderResult:
        """Submit one job and wait for its picture. Raises KilledWorker.

        Jobs of the same ``name`` and key are one for Dask: what two people ask for at once is taken once, and fails
        once.
        """
        if self._given_up:
            raise self._given_up
        key, sent = await asyncio.to_thread(self._packed, job)
        future = self._client.submit(_task(), sent, key=f"{name}-{key}", resources={self._offering.resource: 1})
        try:
            outcome = await self._arrived(future)
        finally:
            future.release()  # also ends it where nobody else waits for it
        if isinstance(outcome, MailwrightError):
            raise outcome
        if not _is_picture(outcome, key, job):
            raise errors.wrong_picture()
        return outcome

    async def _arrived(self, future: Future[Any]) -> Any:
        """Wait for a future's result, as long as somebody works on it."""
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        result = asyncio.ensure_future(_result(future))
        try:
            while not (await asyncio.wait([result], timeout=LOOK_S))[0]:
                await self._see_workers()
            return result.result()
        except (KilledWorker, MailwrightError):
            raise
        except (FutureCancelledError, OSError, TimeoutError) as error:
            self._given_up = errors.lost(self.scheduler)
            raise self._given_up from error
        except Exception as error:
            raise errors.unexpected(error) from error
        finally:
            result.cancel()
            await asyncio.gather(result, return_exceptions=True)

    async def _see_workers(self) -> None:
        """Return while somebody is there who could do the work; a worker that crashed needs its moment to come back.

        Raises EngineError when nobody is: the jobs that wait need not wait as long.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + self._patience_s
        while not any(each.resource == self._offering.resource for each in await offerings(self._client.scheduler)):
            if loop.time() > end:
                self._given_up = errors.no_worker(self.scheduler, self._patience_s)
                raise self._given_up
            await asyncio.sleep(LOOK_S)

    @property
    def _kinds(self) -> list[str]:
        """A client itself is true on its own system alone."""
        is_here = self._offering.platform == sys.platform
        return [kind for kind in self._offering.engines if is_here or not offers()[kind].is_client]

    def _kind(self, job: RenderJob) -> str:
        """The engine that the job names, else the profile's, else the one in its place."""
        kind = job.engine or job.profile.engine
        return kind if kind in self._offering.engines else STAND_IN

    def _packed(self, job: RenderJob) -> tuple[str, bytes]:
        """Return the job's key, and the job, pickled, with everything that its worker needs.

        Raises LimitError, StorageError. Of the profile only what a browser sees goes along.
        """
        check_size(job.html)
        images = {name: job.served[fake_url(name)].data for name in job.images}
        seen = replace(job.profile, steps=(), old=(), evidence={})
        return self.key(job), pickle.dumps(replace(job, images=images, profile=seen))


def _is_picture(outcome: object, key: str, job: RenderJob) -> TypeGuard[RenderResult]:
    """Whether it is what was asked for: anything else would be paid for, and kept under this key for good."""
    if not isinstance(outcome, RenderResult) or outcome.key != key or outcome.media_type != MEDIA_TYPES[job.format]:
        return False
    return outcome.picture.startswith(_BEGINNINGS[job.format])


def _task() -> Callable[[bytes], Any]:
    """Return what a worker does with a job. A scheduler unpickles what it passes on and need not have Mailwright.

    So the job is bytes, and the function is an inner one: Dask sends its code, not its name.
    """

    def picture(parcel: bytes) -> Any:
        from renderers.render.farm.studio import take

        return take(parcel)

    return picture


async def _result(future: Future[Any]) -> Any:
    """A future that was cancelled for Dask's reasons must not look like a task of ours that was stopped."""
    from distributed.client import FutureCancelledError

    try:
        return await future.result()
    except FutureCancelledError as error:
        raise ConnectionError(error.reason) from error
