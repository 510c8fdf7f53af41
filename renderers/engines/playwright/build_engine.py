"""A browser as ``playwright install`` gives it, driven by what Playwright offers for all its browsers alike.

Its walls are those of the context: no scripts, offline, every request answered or refused by us, and a proxy that
leads nowhere.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Mapping
from typing import Any

from renderers.engines import Capabilities
from renderers.engines.fonts import font_set_id
from renderers.engines.locate import Browser
from renderers.engines.playwright.build_lane import BuildLane
from renderers.engines.playwright.driver import BrowserType, Driver
from renderers.engines.playwright.process import PlaywrightProcess
from renderers.engines.processes import marked

MARK = "MAILWRIGHT_LAUNCH"
NOWHERE = {"server": "http://127.0.0.1:9"}  # the discard port; loopback is not spared

_OPTIONS: Mapping[BrowserType, Mapping[str, Any]] = {
    # A name that is only looked up tells of the reader too, and neither offline nor the proxy is asked for that.
    "firefox": {"firefox_user_prefs": {"network.dns.disablePrefetch": True, "network.prefetch-next": False}},
}


class PlaywrightBuildEngine:
    """Launches one of Playwright's own builds."""

    capabilities = Capabilities()

    def __init__(self, browser: Browser, browser_type: BrowserType) -> None:
        self._browser = browser
        self._type = browser_type
        self._driver = Driver()

    @property
    def identity(self) -> str:
        """Kind, version and fonts."""
        return f"{self._browser.kind} {self._browser.version} fonts {font_set_id()}"

    async def launch(self) -> BuildProcess:
        """Start one more browser. Raises BrowserMissingError."""
        mark = secrets.token_hex(8)
        options = _OPTIONS.get(self._type, {})
        environment = {**os.environ, MARK: mark}
        browser = await self._driver.launch(self._browser, self._type, env=environment, proxy=NOWHERE, **options)
        # Playwright does not tell the id of the process: it is the one of ours that was started with this mark.
        return BuildProcess(browser, await asyncio.to_thread(marked, MARK, mark))

    async def close(self) -> None:
        """Stop Playwright's driver."""
        await self._driver.stop()


class BuildProcess(PlaywrightProcess[int | None]):
    """One running build."""

    async def open_lane(self) -> BuildLane:
        """Return a lane; its page is opened with the first job, which says for what kind of screen."""
        return BuildLane(self._browser, self._gone)
