"""Playwright's driver: one process beside ours, started with the first browser, that speaks to all of them."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from typing import TYPE_CHECKING, Any, Literal

from renderers.engines import BrowserMissingError
from renderers.engines.locate import VARIABLE, Browser

if TYPE_CHECKING:
    from playwright.async_api import Browser as PlaywrightBrowser
    from playwright.async_api import Playwright

LAUNCH_TIMEOUT_S = 30.0

BrowserType = Literal["chromium", "firefox", "webkit"]
"""As Playwright names them."""


class Driver:
    """Starts browsers; the driver itself starts with the first one."""

    def __init__(self) -> None:
        self._playwright: Playwright | None = None
        self._starting = asyncio.Lock()

    async def launch(self, browser: Browser, browser_type: BrowserType, **options: Any) -> PlaywrightBrowser:
        """Start one more browser; ``options`` are Playwright's. Raises BrowserMissingError."""
        from playwright.async_api import Error

        kinds = await self._started()
        try:
            started: PlaywrightBrowser = await getattr(kinds, browser_type).launch(
                executable_path=browser.path,
                # A root user (a container) cannot have Chromium's sandbox; nobody else goes without it.
                chromium_sandbox=not _is_root(),
                # Ctrl+C ends the run in our order; Playwright's own handler would end its driver under us.
                handle_sigint=False,
                timeout=LAUNCH_TIMEOUT_S * 1000,
                **options,
            )
        except Error as error:
            raise launch_failure(browser, browser_type, error.message) from error
        return started

    async def _started(self) -> Playwright:
        from playwright.async_api import async_playwright

        async with self._starting:
            if self._playwright is None:
                self._playwright = await async_playwright().start()
        return self._playwright

    async def stop(self) -> None:
        """Stop it, where it was started."""
        if self._playwright is not None:
            playwright, self._playwright = self._playwright, None
            await playwright.stop()


def launch_failure(browser: Browser, browser_type: BrowserType, message: str) -> BrowserMissingError:
    """Return the error for what Playwright said when a browser did not start."""
    if "sandboxing failed" in message:
        return BrowserMissingError(
            "This system does not let {path} protect itself with its sandbox.",
            advice="Install Google Chrome or Microsoft Edge from its own package, or name one in {variable}.",
            path=str(browser.path),
            variable=VARIABLE,
        )
    if browser_type == "chromium":
        return BrowserMissingError(
            "The browser {path} does not start: {reason}.",
            advice="Reinstall it, or name another one in {variable}.",
            path=str(browser.path),
            reason=_reason(message) or "no reason was given",
            variable=VARIABLE,
        )
    command = f'"{sys.executable}" -m playwright install --with-deps {browser_type}'  # mostly it lacks a library
    return BrowserMissingError(
        "The browser {path} does not start: {reason}.",
        advice="Run: {command}",
        path=str(browser.path),
        reason=_reason(message) or "no reason was given",
        command=command,
    )


def _reason(message: str) -> str:
    # Playwright's first line only says that it went away; what the program said or how it ended comes in its log.
    said = re.search(r"\[err\] (.+)", message) or re.search(r"exitCode=\w+", message) or re.search(r".+", message)
    return said[said.lastindex or 0].strip().rstrip(".") if said else ""


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
