"""No starter is ever wider than the window it is read in."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from templates.assemble import assemble
from templates.starters import DATA_SETS
from templates.workspace import Workspace

WIDTHS = (320, 375, 414, 480, 520, 560, 599, 600, 640, 700)


async def page_widths(browser: Path, mails: dict[str, str]) -> dict[tuple[str, int], int]:
    """The width of each mail's page in a window of each width; attributes size the pictures, which are left out."""
    from playwright.async_api import async_playwright

    found = {}
    async with async_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
        shell = await playwright.chromium.launch(executable_path=browser, args=arguments)
        context = await shell.new_context(java_script_enabled=False, offline=True)
        page = await context.new_page()
        session = await context.new_cdp_session(page)
        for name, html in mails.items():
            await page.set_content(html, wait_until="domcontentloaded")
            for width in WIDTHS:
                await page.set_viewport_size({"width": width, "height": 800})
                metrics = await session.send("Page.getLayoutMetrics")
                found[name, width] = metrics["cssContentSize"]["width"]
        await shell.close()
    return found


@pytest.mark.browser
@pytest.mark.parametrize("data", DATA_SETS)
def test_the_page_is_never_wider_than_the_viewport(twenty: Workspace, browser_path: Path, data: str) -> None:
    """From 320 to 700 pixels, in both languages, with long names and fifty items as well."""
    mails = {folder.name: assemble(twenty, folder.name, data=data).html for folder in twenty.templates()}
    widths = asyncio.run(page_widths(browser_path, mails))
    too_wide = {(name, width, seen) for (name, width), seen in widths.items() if seen > width}
    assert len(widths) == len(mails) * len(WIDTHS)
    assert not too_wide
