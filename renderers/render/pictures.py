"""Pictures for one run: out of those that are kept, from a job that is under way already, or from the pool."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from weakref import WeakKeyDictionary, WeakValueDictionary

from renderers.render.cache import Kept
from renderers.render.job import RenderJob, RenderResult
from renderers.render.picture_pool import PicturePool

Charge = Callable[[str], Awaitable[None]]
"""Pays for a new picture, by its key, before anybody gets it. What it raises drops the picture."""


_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, WeakValueDictionary[str, asyncio.Lock]] = WeakKeyDictionary()
"""By the picture's key; a lock goes when nobody waits at it any more."""


class Pictures:
    """Takes no picture twice: two jobs with the same key share one, also while it is being taken.

    Another run that wants it at the same time waits, and finds it kept.
    """

    def __init__(self, pool: PicturePool, kept: Kept | None) -> None:
        self._pool = pool
        self._kept = kept
        self._under_way: dict[str, asyncio.Task[RenderResult]] = {}
        self._ending: set[asyncio.Task[None]] = set()

    async def is_known(self, job: RenderJob) -> bool:
        """Say whether the job's picture is there already; it is not read."""
        return self._kept is not None and await asyncio.to_thread(self._kept.has, await self.key(job))

    async def key(self, job: RenderJob) -> str:
        """Return what the same picture has in common: the key of the cache."""
        return await asyncio.to_thread(self._pool.key, job)

    async def picture(self, job: RenderJob, charge: Charge | None = None) -> RenderResult:
        """Return the job's picture; ``cached`` says that it was not taken for this call. Raises like the pool.

        A picture that is taken is first paid for and kept; both are done even if the caller does not wait for it.
        """
        key = await self.key(job)
        if key in self._under_way:
            return replace(await self._under_way[key], cached=True)
        task = asyncio.create_task(self._from_cache_or_pool(key, job, charge))
        self._under_way[key] = task
        try:
            return await task
        finally:
            del self._under_way[key]

    async def settled(self) -> None:
        """Wait until every picture that was taken is paid for and kept."""
        if self._ending:
            await asyncio.wait(self._ending)  # not gather: whoever is stopped here would stop a payment half way

    async def _from_cache_or_pool(self, key: str, job: RenderJob, charge: Charge | None) -> RenderResult:
        async with _turn(key):
            known = await asyncio.to_thread(self._kept.get, key) if self._kept else None
            if known:
                return known
            result = await self._pool.render(job, run=self)
            ending = asyncio.create_task(self._keep(result, charge))
            self._ending.add(ending)
            ending.add_done_callback(self._ended)
            await asyncio.shield(ending)
            return result

    def _ended(self, ending: asyncio.Task[None]) -> None:
        self._ending.discard(ending)
        if not ending.cancelled():
            ending.exception()  # whoever waits is told; a run that was stopped does not want to know

    async def _keep(self, result: RenderResult, charge: Charge | None) -> None:
        if charge:
            await charge(result.key)
        if self._kept:
            await asyncio.to_thread(self._kept.put, result)


def _turn(key: str) -> asyncio.Lock:
    """What whoever wants this picture holds, one after the other."""
    here = _turns.setdefault(asyncio.get_running_loop(), WeakValueDictionary())
    return here.setdefault(key, asyncio.Lock())
