"""A launched browser as the pool keeps it: its idle lanes, how much it did, and whether it may go on."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from typing import Any

from renderers.engines import BrowserProcess, Lane


class KeptBrowser:
    """One browser process with lanes that are kept from job to job.

    ``condemned`` is set when a job that broke its deadline has the browser killed: whoever loses a page in it then
    knows that it was a neighbour's doing.
    """

    def __init__(self, process: BrowserProcess, jobs_before_retirement: int) -> None:
        self._process = process
        self._jobs_left = jobs_before_retirement
        self._in_use = 0
        self._idle: list[Lane] = []
        self._chores: set[asyncio.Task[None]] = set()
        self.condemned = False

    @property
    def usable(self) -> bool:
        """Whether a further job may start here; a browser that did its share retires, because it grows."""
        return self._process.alive and self._jobs_left > 0 and not self.condemned

    @property
    def gone(self) -> bool:
        """Whether it ended and nothing is left to wait for."""
        return not (self._process.alive or self._in_use or self._chores)

    @contextlib.asynccontextmanager
    async def lane(self) -> AsyncIterator[Lane]:
        """Lend a lane for one job. After any failure the lane is closed: what it still does is unknown."""
        self._jobs_left -= 1
        self._in_use += 1
        lane: Lane | None = None
        try:
            lane = self._idle.pop() if self._idle else await self._process.open_lane()
            yield lane
            self._idle.append(lane)
        except BaseException:
            if lane is not None:
                self._later(lane.close())
            raise
        finally:
            self._in_use -= 1
            self._leave_if_done()

    async def open_lanes(self, count: int) -> None:
        """Open lanes ahead of the jobs."""
        self._idle += await asyncio.gather(*(self._process.open_lane() for _ in range(count)))

    async def kill(self) -> None:
        """End it at once, with every job that runs in it."""
        self.condemned = True
        await self._process.kill()

    async def close(self) -> None:
        """End it in good order and wait for what is still being tidied up."""
        await self._process.close()
        await asyncio.gather(*self._chores)

    def _leave_if_done(self) -> None:
        if not self.usable and self._in_use == 0:
            self._later(self._process.close())

    def _later(self, chore: Coroutine[Any, Any, None]) -> None:
        """Tidy up without keeping the job's caller waiting."""
        task = asyncio.create_task(chore)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)
