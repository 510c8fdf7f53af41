"""The pools of all engines behind one door: a job goes to the engine that its profile names, or to one in its place."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Hashable, Mapping
from types import TracebackType
from typing import Self

from renderers.clients.profile import Profile
from renderers.engines import BrowserMissingError, Engine
from renderers.engines.offers import NAMES, Offer, offers
from renderers.render.browsers import MOST_BYTES
from renderers.render.cast import STAND_IN, Cast, casts_of
from renderers.render.engine_pool import JOBS_PER_BROWSER, PICTURE_TIMEOUT_S, EnginePool
from renderers.render.gate import Gate
from renderers.render.job import RenderJob, RenderResult

MAX_LANES = 4  # eight were slower than four


class RenderPool:
    """Takes pictures; use it as an async context manager.

    Without ``engine`` it takes those found on this computer: entering raises BrowserMissingError when there is no
    Chromium, the others may be missing. A given engine takes every picture. A browser starts with its first picture,
    Chromium also with ``warm``. With ``gives_way`` browsers leave the processor to the window beside them, and
    one picture fewer is taken at once.
    """

    def __init__(
        self,
        engine: Engine | None = None,
        *,
        lanes: int | None = None,
        timeout_s: float = PICTURE_TIMEOUT_S,
        jobs_per_browser: int = JOBS_PER_BROWSER,
        bytes_per_browser: int = MOST_BYTES,
        gives_way: bool = False,
    ) -> None:
        self._given = engine
        at_once = (os.cpu_count() or 1) + (0 if gives_way else 1)
        self._lanes = lanes or max(2, min(MAX_LANES, at_once))
        self._timeout_s = timeout_s
        self._jobs_per_browser = jobs_per_browser
        self._bytes_per_browser = bytes_per_browser
        self._gives_way = gives_way
        self._places = Gate(self._lanes)  # of all engines: more would only take the processor from each other
        self._pools: dict[str, EnginePool] = {}
        self._broken: dict[str, BrowserMissingError] = {}

    async def __aenter__(self) -> Self:
        self._pools = {}
        if self._given is not None:
            self._pools = dict.fromkeys(NAMES, self._pool(self._given, self._lanes))
        else:
            # All at once: each is a program that is asked for its version.
            found = await asyncio.gather(*(asyncio.to_thread(_made, offer) for offer in offers().values()))
            for offer, engine in zip(offers().values(), found, strict=True):
                if engine:
                    self._pools[offer.kind] = self._pool(engine, offer.lanes or self._lanes)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*(pool.close() for pool in dict.fromkeys(self._pools.values())))

    @property
    def identities(self) -> Mapping[str, str]:
        """By kind, the engines that are here: whatever of them shapes pictures (``Engine.identity``)."""
        return {kind: pool.identity for kind, pool in self._pools.items()}

    @property
    def lanes(self) -> int:
        """How many pictures an engine takes at once."""
        return self._lanes

    def casts(self, shown: Profile) -> tuple[Cast, ...]:
        """Return which engines may take this profile's picture, the truest first; there is always one."""
        there = {kind: pool.capabilities for kind, pool in self._pools.items() if kind not in self._broken}
        return casts_of(shown, there, there)

    def key(self, job: RenderJob) -> str:
        """Return the cache key of the picture that this pool would take. Reads the job's pictures."""
        return self._pools[self._kind(job)].key(job)

    async def warm(self) -> None:
        """Start Chromium and open every lane, so that the first picture comes at once."""
        await self._pools[STAND_IN].warm()

    async def render(self, job: RenderJob, run: Hashable = None) -> RenderResult:
        """Take the picture of one job; at most ``lanes`` run at once in each engine, the others wait.

        ``run`` says whose job it is: runs take turns, so that a small one does not wait for the whole of a large one.
        Raises LimitError (too large, or not done after ``timeout_s`` seconds), EngineError (the browser crashed twice
        on it), BrowserMissingError, StorageError (a picture of the mail cannot be read), Cancelled (it was closed).
        """
        kind = self._kind(job)
        if kind in self._broken:
            raise self._broken[kind]
        try:
            return await self._pools[kind].render(job, run)
        except BrowserMissingError as error:
            if kind != STAND_IN:
                self._broken[kind] = error  # it would not start for the next job either
            raise

    def _kind(self, job: RenderJob) -> str:
        """The engine that the job names, else the profile's, else the one in its place; never a client itself."""
        kind = job.engine or job.profile.engine
        return kind if kind in self._pools else STAND_IN

    def _pool(self, engine: Engine, lanes: int) -> EnginePool:
        return EnginePool(
            engine,
            lanes=lanes,
            timeout_s=self._timeout_s,
            jobs_per_browser=self._jobs_per_browser,
            bytes_per_browser=self._bytes_per_browser,
            gives_way=self._gives_way,
            places=self._places,
        )


def _made(offer: Offer) -> Engine | None:
    """Return the engine where it is installed. Raises BrowserMissingError for the one that everything needs."""
    try:
        return offer.make()
    except BrowserMissingError:
        if offer.kind == STAND_IN:
            raise
        return None
