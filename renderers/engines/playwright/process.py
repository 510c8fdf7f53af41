"""A browser that Playwright started, and what to do when it, or a page of it, goes away."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from renderers.engines import PageLostError
from renderers.engines.processes import kill_tree

if TYPE_CHECKING:
    from playwright.async_api import Browser as PlaywrightBrowser

T = TypeVar("T")
Pid = TypeVar("Pid", bound=int | None)

CLOSE_TIMEOUT_S = 3.0


class PlaywrightProcess(Generic[Pid]):
    """One browser; ``pid`` is its main process, None where that cannot be told."""

    def __init__(self, browser: PlaywrightBrowser, pid: Pid) -> None:
        self._browser = browser
        self._gone = asyncio.Event()
        browser.on("disconnected", self._note_end)
        self.pid = pid

    @property
    def alive(self) -> bool:
        """False once the connection is gone."""
        return self._browser.is_connected()

    async def kill(self) -> None:
        """End the process tree and let Playwright notice."""
        if self.pid is not None:
            await asyncio.to_thread(kill_tree, self.pid)
        await self._close_connection()

    async def close(self) -> None:
        """Close, or kill after three seconds without an answer."""
        if not await self._close_connection():
            await self.kill()

    async def _close_connection(self) -> bool:
        from playwright.async_api import Error

        try:
            with contextlib.suppress(Error):
                await asyncio.wait_for(self._browser.close(), CLOSE_TIMEOUT_S)
        except TimeoutError:
            return False
        return True

    def _note_end(self, _browser: PlaywrightBrowser) -> None:
        self._gone.set()


async def unless(work: Coroutine[Any, Any, T], *events: asyncio.Event) -> T:
    """Return what ``work`` returns. Raises PageLostError when it fails, or as soon as one of the events happens.

    Playwright does not answer every command that was under way when a page or browser went away.
    """
    from playwright.async_api import Error

    task = asyncio.create_task(work)
    alarms = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait([task, *alarms], return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise PageLostError("it went away")
        return task.result()
    except Error as error:
        raise PageLostError(error.message) from error
    finally:
        for each in (task, *alarms):
            each.cancel()
        await asyncio.gather(task, *alarms, return_exceptions=True)
