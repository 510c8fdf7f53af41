"""A launched browser as the pool keeps it: its idle lanes, how much it did, and whether it may go on."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Coroutine
from typing import Any

from renderers.engines import BrowserProcess, Lane, PageLostError
from renderers.engines.memory import tree_bytes

MOST_BYTES = 800_000_000
WEIGH_EVERY_S = 1.0  # weighing takes a thread 4 to 8 ms
LANE_CLOSE_TIMEOUT_S = 3.0


class KeptBrowser:
    """One browser process with lanes that are kept from job to job.

    ``condemned`` is set when a job that broke its deadline has the browser killed: whoever loses a page in it then
    knows that it was a neighbour's doing. ``was_used`` is set with the first job. From ``most_bytes`` of memory on,
    counted between jobs, it takes no new ones.
    """

    def __init__(self, process: BrowserProcess, jobs_before_retirement: int, most_bytes: int = MOST_BYTES) -> None:
        self._process = process
        self._jobs_left = jobs_before_retirement
        self._most_bytes = most_bytes
        self._weighed_at = time.monotonic()
        self._too_large = False
        self._in_use = 0
        self._idle: list[Lane] = []
        self._chores: set[asyncio.Task[None]] = set()
        self._has_left = False
        self.was_used = False
        self.condemned = False

    @property
    def usable(self) -> bool:
        """Whether a further job may start here; a browser that did its share retires, because it grows."""
        return self._process.alive and self._jobs_left > 0 and not (self._too_large or self.condemned)

    @property
    def gone(self) -> bool:
        """Whether it ended and nothing is left to wait for."""
        return self._has_left and not (self._in_use or self._chores)

    @contextlib.asynccontextmanager
    async def lane(self) -> AsyncIterator[Lane]:
        """Lend a lane for one job. After any failure the lane is closed: what it still does is unknown."""
        self._jobs_left -= 1
        self.was_used = True
        self._in_use += 1
        lane: Lane | None = None
        try:
            lane = self._idle.pop() if self._idle else await self._opened()
            yield lane
            self._idle.append(lane)
        except BaseException:
            if lane is not None:
                self._later(self._let_go(lane))
            raise
        finally:
            self._in_use -= 1
            self.leave_if_done()
            self._weigh_if_due()

    async def open_lanes(self, count: int) -> None:
        """Open lanes ahead of the jobs."""
        self._idle += await asyncio.gather(*(self._process.open_lane() for _ in range(count)))

    def retire(self) -> None:
        """Take no further job: a page was lost here, and other pages, or the whole browser, may be gone unnoticed."""
        self._jobs_left = 0

    async def kill(self) -> None:
        """End it at once, with every job that runs in it."""
        self.condemned = True
        await self._process.kill()

    async def close(self) -> None:
        """End it in good order and wait for what is still being tidied up."""
        await self._process.close()
        await asyncio.gather(*self._chores)

    async def _opened(self) -> Lane:
        """Open a lane; one that nobody wants any more before it is open is closed then, or it would stay for good."""
        opening = asyncio.create_task(self._process.open_lane())
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            self._later(self._let_go_of(opening))
            raise

    async def _let_go_of(self, opening: asyncio.Task[Lane]) -> None:
        with contextlib.suppress(PageLostError):
            await self._let_go(await opening)

    async def _let_go(self, lane: Lane) -> None:
        """Close a lane; a page that does not let itself be closed goes on working at its neighbours' cost."""
        try:
            async with asyncio.timeout(LANE_CLOSE_TIMEOUT_S):
                await lane.close()
        except TimeoutError:
            await self.kill()

    def _weigh_if_due(self) -> None:
        pid = self._process.pid
        if pid is not None and self.usable and time.monotonic() - self._weighed_at >= WEIGH_EVERY_S:
            self._weighed_at = time.monotonic()
            self._later(self._weigh(pid))

    async def _weigh(self, pid: int) -> None:
        size = await asyncio.to_thread(tree_bytes, pid)
        if size is not None and size > self._most_bytes:
            self._too_large = True
            self.leave_if_done()

    def leave_if_done(self) -> None:
        """End it once nothing runs here and nothing may start; one that ended by itself left its connections open."""
        if not (self.usable or self._in_use or self._has_left):
            self._has_left = True
            self._later(self._process.close())

    def _later(self, chore: Coroutine[Any, Any, None]) -> None:
        """Tidy up without keeping the job's caller waiting."""
        task = asyncio.create_task(chore)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)
