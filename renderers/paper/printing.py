"""HTML as a PDF, printed by the browser that takes the pictures. The page runs no script and loads nothing."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from renderers.render.isolation import CONTEXT_OPTIONS

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Request, Route

ADDRESS = "http://paper.invalid/"  # .invalid never resolves (RFC 2606)
POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; form-action 'none'; "
    "base-uri 'none'"
)


async def printed(html: str, *, tagged: bool, seconds: float) -> bytes:
    """Return the PDF of a page; ``tagged`` files say what is a heading and what a cell, for screen readers.

    The page's own CSS says how large the paper is. Raises BrowserMissingError, PageLostError (the browser went away),
    TimeoutError once it took longer than ``seconds``.
    """
    from renderers.engines.playwright_engine import PlaywrightEngine

    engine = await asyncio.to_thread(PlaywrightEngine)
    try:
        process = await engine.launch()
        try:
            async with asyncio.timeout(seconds):
                return await process.in_context(CONTEXT_OPTIONS, lambda context: _print(context, html, tagged=tagged))
        finally:
            await process.close()
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
