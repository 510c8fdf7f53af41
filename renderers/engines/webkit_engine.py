"""WebKit: Playwright's build where it is installed, else WebKitGTK's small browser on a screen that nobody sees.

A mail's scripts are off in three ways: in the page itself, by the policy, and because nothing may be loaded.
"""

from __future__ import annotations

from renderers.engines import Capabilities, Engine
from renderers.engines.fonts import font_set_id
from renderers.engines.inspector import program
from renderers.engines.inspector.locate import locate_webkit
from renderers.engines.inspector.page import Page, Size
from renderers.engines.locate import Browser
from renderers.engines.offers import NAMES, Offer
from renderers.engines.playwright.build_engine import PlaywrightBuildEngine
from renderers.render.job import Picture, RenderJob

IDLE_WINDOWS = 2  # about 80 MB each; another one takes 0.2 s


class WebKitGtkEngine:
    """Launches WebKitGTK's MiniBrowser (Linux). It shows one pixel per CSS pixel, whatever the profile's scale."""

    capabilities = Capabilities(dark=True, scripts_off=True, intercept=True, scale=False, min_width=240)

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    @property
    def identity(self) -> str:
        """Kind, version and fonts."""
        return f"{self._browser.kind} {self._browser.version} fonts {font_set_id()}"

    async def launch(self) -> WebKitGtkProcess:
        """Start one more browser with a screen of its own. Raises BrowserMissingError."""
        return WebKitGtkProcess(await program.start(self._browser.path))

    async def close(self) -> None:
        """Nothing is shared."""


class WebKitGtkProcess:
    """One browser and its screen, and the windows that wait for the next mail of their size."""

    def __init__(self, started: program.Program) -> None:
        self._program = started
        self._idle: list[Page] = []

    @property
    def pid(self) -> int:
        """Its main process; screen and pages descend from it."""
        return self._program.pid

    @property
    def alive(self) -> bool:
        """False once it ended."""
        return self._program.alive

    async def open_lane(self) -> WebKitGtkLane:
        """Return a lane; its window comes with the job, which says how large."""
        return WebKitGtkLane(self)

    async def page(self, size: Size) -> Page:
        """Take an idle window of this size or open one, because windows keep their size. Raises PageLostError."""
        fitting = next((page for page in self._idle if page.size == size), None)
        if fitting is not None:
            self._idle.remove(fitting)
            return fitting
        if len(self._idle) >= IDLE_WINDOWS:
            await self._idle.pop(0).close()
        return await Page.opened(self._program, size)

    def keep(self, page: Page) -> None:
        """Take back a window after its job."""
        self._idle.append(page)

    async def kill(self) -> None:
        """End the process tree."""
        await self._program.kill()

    async def close(self) -> None:
        """Kill: there is nothing to keep."""
        await self._program.kill()


class WebKitGtkLane:
    """A place for one job at a time."""

    def __init__(self, owner: WebKitGtkProcess) -> None:
        self._process = owner
        self._page: Page | None = None

    async def render(self, job: RenderJob) -> Picture:
        """Show the job's mail as a new document and take its picture."""
        self._page = await self._process.page((job.profile.width, job.profile.height))
        picture = await self._page.show(job)
        self._process.keep(self._page)
        self._page = None
        return picture

    async def close(self) -> None:
        """Close the window of a job that was broken off."""
        page, self._page = self._page, None
        if page is not None:
            await page.close()


def webkit() -> Engine:
    """Return an engine for the WebKit found by ``locate_webkit``. Raises BrowserMissingError when there is none."""
    browser = locate_webkit()
    return PlaywrightBuildEngine(browser, "webkit") if browser.kind == "webkit" else WebKitGtkEngine(browser)


OFFER = Offer("webkit", NAMES["webkit"], find=locate_webkit, make=webkit, lanes=2)
