"""Firefox: any that is installed on this computer; hidden pages in processes of their own. Else Playwright's build.

A mail's scripts are off in three ways: in the page itself, by the policy, and because nothing may be loaded.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import itertools
from typing import Any

from renderers.engines import Capabilities, Engine, PageLostError
from renderers.engines.fonts import font_set_id
from renderers.engines.gecko import program
from renderers.engines.gecko.locate import locate_firefox
from renderers.engines.locate import Browser
from renderers.engines.offers import NAMES, Offer
from renderers.engines.playwright.build_engine import PlaywrightBuildEngine
from renderers.render.images import ORIGIN
from renderers.render.isolation import POLICY, with_policy
from renderers.render.job import Picture, RenderJob

PAGES = (program.FOLDER / "pages.js").read_text("utf-8")


class FirefoxEngine:
    """Launches a Firefox of this computer."""

    capabilities = Capabilities()

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    @property
    def identity(self) -> str:
        """Kind, version and fonts."""
        return f"{self._browser.kind} {self._browser.version} fonts {font_set_id()}"

    async def launch(self) -> FirefoxProcess:
        """Start one more Firefox; about 1.5 s."""
        return FirefoxProcess(await program.start(self._browser.path, {}, [PAGES]))

    async def close(self) -> None:
        """Nothing is shared."""


class FirefoxProcess(program.GeckoProcess):
    """One Firefox and its pages."""

    def __init__(self, started: program.Program) -> None:
        super().__init__(started)
        self._numbers = itertools.count(1)

    async def open_lane(self) -> FirefoxLane:
        """Open a hidden page."""
        number = next(self._numbers)
        await self._program.session.run("return mailwright.open(...arguments);", number)
        return FirefoxLane(self._program, number)


class FirefoxLane:
    """A kept page; ``number`` names it inside Firefox."""

    def __init__(self, owner: program.Program, number: int) -> None:
        self._program = owner
        self._number = number
        self._documents = itertools.count(1)

    async def render(self, job: RenderJob) -> Picture:
        """Show the job's mail as a new document and take its picture."""
        address = f"{ORIGIN}?document={self._number}.{next(self._documents)}"
        return await self._program.picture(self._number, await asyncio.to_thread(_order, job, address))

    async def close(self) -> None:
        """Close the page; with its browser it is closed already."""
        with contextlib.suppress(PageLostError):
            await self._program.session.run("return mailwright.close(...arguments);", self._number)


def _order(job: RenderJob, address: str) -> dict[str, Any]:
    html = base64.b64encode(with_policy(job.html).encode()).decode()
    return {**program.order_of(job), "address": address, "html": html, "policy": POLICY}


def firefox() -> Engine:
    """Return an engine for the Firefox found by ``locate_firefox``. Raises BrowserMissingError when there is none."""
    browser = locate_firefox()
    # That one is made to be driven by Playwright, and by nothing else.
    return PlaywrightBuildEngine(browser, "firefox") if browser.kind == "playwright-firefox" else FirefoxEngine(browser)


OFFER = Offer("firefox", NAMES["firefox"], find=locate_firefox, make=firefox)
