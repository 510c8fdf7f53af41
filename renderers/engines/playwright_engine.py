"""Chromium through Playwright: kept pages, each walled in, each with a DevTools session for the picture."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from renderers.engines import BrowserMissingError, Capabilities, PageLostError
from renderers.engines.fonts import font_set_id
from renderers.engines.locate import VARIABLE, Browser, locate
from renderers.engines.offers import NAMES, Offer
from renderers.engines.processes import kill_tree
from renderers.render.capture import capture
from renderers.render.isolation import BROWSER_ARGUMENTS, CONTEXT_OPTIONS, Guard
from renderers.render.job import Picture, RenderJob

if TYPE_CHECKING:
    from playwright.async_api import Browser as PlaywrightBrowser
    from playwright.async_api import BrowserContext, CDPSession, Page, Playwright

T = TypeVar("T")

CLOSE_TIMEOUT_S = 3.0
LAUNCH_TIMEOUT_S = 30.0


class PlaywrightEngine:
    """Launches the Chromium found by ``locate``. Raises BrowserMissingError when there is none."""

    capabilities = Capabilities(dark=True, scripts_off=True, intercept=True, scale=True, min_width=200)

    def __init__(self, browser: Browser | None = None, *, more_arguments: Sequence[str] = ()) -> None:
        self._browser = browser or locate()
        self._arguments = (*BROWSER_ARGUMENTS, *more_arguments)
        self._playwright: Playwright | None = None
        self._starting = asyncio.Lock()

    @property
    def identity(self) -> str:
        """Kind, version and fonts."""
        return f"{self._browser.kind} {self._browser.version} fonts {font_set_id()}"

    async def launch(self) -> ChromiumProcess:
        """Start one more browser; about 0.1 s, and 0.3 s more the first time."""
        from playwright.async_api import Error

        playwright = await self._driver()
        try:
            browser = await playwright.chromium.launch(
                executable_path=self._browser.path,
                args=self._arguments,
                # A root user (a container) cannot have the sandbox; nobody else goes without it.
                chromium_sandbox=not _is_root(),
                # Ctrl+C ends the run in our order; Playwright's own handler would end its driver under us.
                handle_sigint=False,
                timeout=LAUNCH_TIMEOUT_S * 1000,
            )
        except Error as error:
            raise _launch_failure(self._browser, error.message) from error
        devtools = await browser.new_browser_cdp_session()
        processes = await devtools.send("SystemInfo.getProcessInfo")
        pid = next(process["id"] for process in processes["processInfo"] if process["type"] == "browser")
        return ChromiumProcess(browser, pid)

    async def _driver(self) -> Playwright:
        from playwright.async_api import async_playwright

        async with self._starting:
            if self._playwright is None:
                self._playwright = await async_playwright().start()
        return self._playwright

    async def close(self) -> None:
        """Stop Playwright's driver."""
        if self._playwright is not None:
            playwright, self._playwright = self._playwright, None
            await playwright.stop()


class ChromiumProcess:
    """One Chromium; ``pid`` is its main process."""

    def __init__(self, browser: PlaywrightBrowser, pid: int) -> None:
        self._browser = browser
        self._gone = asyncio.Event()
        browser.on("disconnected", self._note_end)
        self.pid = pid

    @property
    def alive(self) -> bool:
        """False once the connection is gone."""
        return self._browser.is_connected()

    async def open_lane(self) -> ChromiumLane:
        """Open a context with one page in it, every wall up."""
        return await _unless(self._opened_lane(), self._gone)

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

        return await _unless(done(), self._gone)

    def _note_end(self, _browser: PlaywrightBrowser) -> None:
        self._gone.set()

    async def kill(self) -> None:
        """End the process tree and let Playwright notice."""
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
        shot = capture(self._page, self._devtools, job, self._guard.admit(job))
        return await _unless(shot, self._crashed, self._browser_gone)

    def _note_crash(self, _page: Page) -> None:
        self._crashed.set()

    async def close(self) -> None:
        """Close page and context."""
        from playwright.async_api import Error

        with contextlib.suppress(Error, PageLostError):
            await _unless(self._context.close(), self._browser_gone)


async def _unless(work: Coroutine[Any, Any, T], *events: asyncio.Event) -> T:
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


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _launch_failure(browser: Browser, message: str) -> BrowserMissingError:
    if "sandboxing failed" in message:
        return BrowserMissingError(
            "This system does not let {path} protect itself with its sandbox.",
            advice="Install Google Chrome or Microsoft Edge from its own package, or name one in {variable}.",
            path=str(browser.path),
            variable=VARIABLE,
        )
    # Playwright's first line only says that it went away; what the program said or how it ended comes in its log.
    said = re.search(r"\[err\] (.+)", message) or re.search(r"exitCode=\w+", message) or re.search(r".+", message)
    return BrowserMissingError(
        "The browser {path} does not start: {reason}.",
        advice="Reinstall it, or name another one in {variable}.",
        path=str(browser.path),
        reason=said[said.lastindex or 0].strip().rstrip(".") if said else "no reason was given",
        variable=VARIABLE,
    )


OFFER = Offer("chromium", NAMES["chromium"], find=locate, make=PlaywrightEngine)
