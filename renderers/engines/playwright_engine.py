"""Chromium through Playwright: kept pages, each walled in, each with a DevTools session for the picture."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from renderers.engines import Capabilities, PageLostError
from renderers.engines.fonts import font_set_id
from renderers.engines.locate import Browser, locate
from renderers.engines.offers import NAMES, Offer
from renderers.engines.playwright.driver import Driver
from renderers.engines.playwright.process import PlaywrightProcess, unless
from renderers.render.capture import capture
from renderers.render.isolation import BROWSER_ARGUMENTS, CONTEXT_OPTIONS, Guard
from renderers.render.job import Picture, RenderJob

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, CDPSession, Page

T = TypeVar("T")


class PlaywrightEngine:
    """Launches the Chromium found by ``locate``. Raises BrowserMissingError when there is none."""

    capabilities = Capabilities()

    def __init__(self, browser: Browser | None = None, *, more_arguments: Sequence[str] = ()) -> None:
        self._browser = browser or locate()
        self._arguments = (*BROWSER_ARGUMENTS, *more_arguments)
        self._driver = Driver()

    @property
    def identity(self) -> str:
        """Kind, version and fonts."""
        return f"{self._browser.kind} {self._browser.version} fonts {font_set_id()}"

    async def launch(self) -> ChromiumProcess:
        """Start one more browser; about 0.1 s, and 0.3 s more the first time."""
        browser = await self._driver.launch(self._browser, "chromium", args=self._arguments)
        devtools = await browser.new_browser_cdp_session()
        processes = await devtools.send("SystemInfo.getProcessInfo")
        pid = next(process["id"] for process in processes["processInfo"] if process["type"] == "browser")
        return ChromiumProcess(browser, pid)

    async def close(self) -> None:
        """Stop Playwright's driver."""
        await self._driver.stop()


class ChromiumProcess(PlaywrightProcess[int]):
    """One Chromium."""

    async def open_lane(self) -> ChromiumLane:
        """Open a context with one page in it, every wall up."""
        return await unless(self._opened_lane(), self._gone)

    async def _opened_lane(self) -> ChromiumLane:
        context = await self._browser.new_context(**CONTEXT_OPTIONS)
        guard = Guard()
        await context.route("**/*", guard.answer)
        page = await context.new_page()
        return ChromiumLane(context, page, await context.new_cdp_session(page), guard, self._gone)

    async def in_context(self, options: Mapping[str, Any], work: Callable[[BrowserContext], Awaitable[T]]) -> T:
        """Return what ``work`` makes of a new context, which lives as long as the browser. Raises PageLostError."""

        async def done() -> T:
            return await work(await self._browser.new_context(**options))

        return await unless(done(), self._gone)


class ChromiumLane:
    """A kept page."""

    def __init__(
        self, context: BrowserContext, page: Page, devtools: CDPSession, guard: Guard, browser_gone: asyncio.Event
    ) -> None:
        self._context = context
        self._page = page
        self._devtools = devtools
        self._guard = guard
        self._browser_gone = browser_gone
        self._crashed = asyncio.Event()
        page.on("crash", self._note_crash)

    async def render(self, job: RenderJob) -> Picture:
        """Show the job's mail as a new document and take its picture."""
        shot = capture(self._page, self._devtools, job, self._guard.admit)
        return await unless(shot, self._crashed, self._browser_gone)

    def _note_crash(self, _page: Page) -> None:
        self._crashed.set()

    async def close(self) -> None:
        """Close page and context."""
        from playwright.async_api import Error

        with contextlib.suppress(Error, PageLostError):
            await unless(self._context.close(), self._browser_gone)


OFFER = Offer("chromium", NAMES["chromium"], find=locate, make=PlaywrightEngine)
