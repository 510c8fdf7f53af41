"""A statement as a PDF, printed by the browser that takes the pictures. The page runs no script and loads nothing."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.blocking import wait_for
from renderers.budget.statement import Statement
from renderers.budget.statement.page import page_of
from renderers.engines import PageLostError
from renderers.render.isolation import CONTEXT_OPTIONS
from templates.errors import EngineError, LimitError
from templates.files import write_bytes

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Request, Route

ADDRESS = "http://statement.invalid/"  # .invalid never resolves (RFC 2606)
SECONDS = 120.0
"""For one print; a page of entries takes a fraction of a second."""
MOST_TAGGED = 300
"""Entries up to which the file says what is a heading and what a cell, for screen readers: 4 kB for each entry."""
POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'"


def write_pdf(statement: Statement, path: Path, language: str, *, cancel: threading.Event | None = None) -> None:
    """Print a statement on A4; call it from any thread that may wait. Setting ``cancel`` ends it with Cancelled.

    Raises BrowserMissingError (the CSV file needs none), EngineError, LimitError, StorageError.
    """
    page, tagged = page_of(statement, language), len(statement.entries) <= MOST_TAGGED
    write_bytes(path, wait_for(lambda: _printed(page, tagged=tagged), cancel))


async def _printed(html: str, *, tagged: bool) -> bytes:
    from renderers.engines.playwright_engine import PlaywrightEngine

    engine = await asyncio.to_thread(PlaywrightEngine)
    try:
        process = await engine.launch()
        try:
            async with asyncio.timeout(SECONDS):
                return await process.in_context(CONTEXT_OPTIONS, lambda context: _print(context, html, tagged=tagged))
        finally:
            await process.close()
    except TimeoutError:
        raise LimitError(
            "Printing the statement took longer than {seconds} seconds.",
            advice="The CSV file holds the same.",
            seconds=f"{SECONDS:g}",
        ) from None
    except PageLostError as error:
        raise EngineError(
            "The browser could not print the statement.", advice="Try again; the CSV file holds the same."
        ) from error
    finally:
        await engine.close()


async def _print(context: BrowserContext, html: str, *, tagged: bool) -> bytes:
    async def answer(route: Route, request: Request) -> None:
        from playwright.async_api import Error

        with contextlib.suppress(Error):  # the page may be gone by now: nobody waits for the answer
            if request.url == ADDRESS:
                headers = {"content-security-policy": POLICY}
                await route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=headers)
            else:
                await route.abort()

    await context.route("**/*", answer)
    page = await context.new_page()
    await page.goto(ADDRESS)
    return await page.pdf(prefer_css_page_size=True, print_background=True, tagged=tagged)
