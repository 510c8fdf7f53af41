"""Pictures for one run: from the cache, from a job that is under way already, or from the pool."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from renderers.render.cache import PictureCache
from renderers.render.job import RenderJob, RenderResult
from renderers.render.pool import RenderPool


class Pictures:
    """Takes no picture twice: two jobs with the same key share one, also while it is being taken."""

    def __init__(self, pool: RenderPool, cache: PictureCache | None) -> None:
        self._pool = pool
        self._cache = cache
        self._under_way: dict[str, asyncio.Task[RenderResult]] = {}

    async def picture(self, job: RenderJob) -> RenderResult:
        """Return the job's picture; ``cached`` says that it was not taken for this call. Raises like the pool."""
        key = await asyncio.to_thread(self._pool.key, job)
        if key in self._under_way:
            return replace(await self._under_way[key], cached=True)
        task = asyncio.create_task(self._from_cache_or_pool(key, job))
        self._under_way[key] = task
        try:
            return await task
        finally:
            del self._under_way[key]

    async def _from_cache_or_pool(self, key: str, job: RenderJob) -> RenderResult:
        known = await asyncio.to_thread(self._cache.get, key) if self._cache else None
        if known:
            return known
        result = await self._pool.render(job)
        if self._cache:
            await asyncio.to_thread(self._cache.put, result)
        return result
