"""Many at once and fair between runs, or one alone."""

from __future__ import annotations

import asyncio
import contextlib
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Hashable

_ALONE = object()


class Gate:
    """Lets ``width`` jobs through side by side; a job that is suspected of a crash goes through alone.

    Whoever waits is let in by turns: one job of each run, then the next one of each, so that a small run does not wait
    until a large one is done. The jobs of one run keep their order.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._free = width
        self._one_alone = asyncio.Lock()
        self._waiting: OrderedDict[Hashable, deque[asyncio.Future[None]]] = OrderedDict()

    @contextlib.asynccontextmanager
    async def shared(self, run: Hashable = None) -> AsyncIterator[None]:
        """Take one of the places when it is the turn of ``run``."""
        await self._enter(run)
        try:
            yield
        finally:
            self._leave()

    @contextlib.asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Take all places, before anybody else; two that ask at once wait for each other instead of sharing them."""
        async with self._one_alone, contextlib.AsyncExitStack() as places:
            for _ in range(self._width):
                await places.enter_async_context(self.shared(_ALONE))
            yield

    async def _enter(self, run: Hashable) -> None:
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(run, deque()).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():  # let in and stopped in the same moment
                self._leave()
            raise

    def _leave(self) -> None:
        """Hand the place on, or keep it free: there is never a free place while somebody waits."""
        while self._waiting:
            turn = self._next()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

    def _next(self) -> asyncio.Future[None]:
        """Take the first one of the run whose turn it is; the run then stands at the end of the row."""
        run = _ALONE if _ALONE in self._waiting else next(iter(self._waiting))
        row = self._waiting.pop(run)
        turn = row.popleft()
        if row:
            self._waiting[run] = row
        return turn
