"""Many at once, or one alone."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator


class Gate:
    """Lets ``width`` jobs through side by side; a job that is suspected of a crash goes through alone."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._places = asyncio.Semaphore(width)
        self._one_alone = asyncio.Lock()

    @contextlib.asynccontextmanager
    async def shared(self) -> AsyncIterator[None]:
        """Take one of the places."""
        async with self._places:
            yield

    @contextlib.asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Take all places; two that ask at once wait for each other instead of sharing them out."""
        async with self._one_alone, contextlib.AsyncExitStack() as places:
            for _ in range(self._width):
                await places.enter_async_context(self._places)
            yield
