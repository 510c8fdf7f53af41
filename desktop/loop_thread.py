"""One daemon thread that owns an asyncio loop and, from the first picture on, the browser."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextlib import AsyncExitStack

from renderers.render.pool import RenderPool

Work = Callable[[RenderPool], Awaitable[object]]


class LoopThread:
    """Runs coroutines that need the render pool; starts its thread with the first one."""

    def __init__(self, make_pool: Callable[[], RenderPool]) -> None:
        self._make_pool = make_pool
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ready = threading.Event()
        self._pool: RenderPool | None = None
        self._working: set[asyncio.Task[object]] = set()
        self._stack = AsyncExitStack()

    def submit(self, work: Work) -> Future[object]:
        """Start ``work(pool)`` on the loop."""
        return asyncio.run_coroutine_threadsafe(self._with_pool(work), self._started())

    def forget_pool(self) -> None:
        """Close the browser soon; without waiting."""
        if self._loop is not None:
            asyncio.run_coroutine_threadsafe(self._close_pool(), self._loop)

    def stop(self, timeout_s: float) -> None:
        """Cancel what runs, close the browser and end the thread; waits at most ``timeout_s`` seconds."""
        if self._thread is None or self._loop is None:
            return
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(timeout_s)
        self._thread = self._loop = None
        self._ready.clear()

    def _started(self) -> asyncio.AbstractEventLoop:
        if self._thread is None:
            self._thread = threading.Thread(target=asyncio.run, args=(self._main(),), name="loop", daemon=True)
            self._thread.start()
            self._ready.wait()
        if self._loop is None:
            raise RuntimeError("the loop did not start")
        return self._loop

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._end = asyncio.Event()
        self._opening = asyncio.Lock()
        self._ready.set()
        await self._end.wait()
        working = set(self._working)
        for task in working:
            if not task.cancelling():  # a second time would break off what it tidies up: tokens that it frees
                task.cancel()
        await asyncio.gather(*working, return_exceptions=True)
        await self._close_pool()  # which ends the tasks of its own

    async def _with_pool(self, work: Work) -> object:
        task = asyncio.current_task()
        if task is None or self._end.is_set():
            raise asyncio.CancelledError
        self._working.add(task)
        try:
            async with self._opening:
                if self._pool is None:
                    self._pool = await self._stack.enter_async_context(self._make_pool())
            return await work(self._pool)
        finally:
            self._working.discard(task)

    async def _close_pool(self) -> None:
        async with self._opening:
            self._pool = None
            await self._stack.aclose()
            self._stack = AsyncExitStack()
