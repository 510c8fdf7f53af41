"""No block is ever wider than the window it is read in."""

from __future__ import annotations

import asyncio
import os
from datetime import date
from pathlib import Path

import pytest

from templates.assemble import brand_of, sample_links
from templates.blocks import LANGUAGES, Block, blocks
from templates.compile.pipeline import build
from templates.workspace import Workspace

WIDTHS = (320, 375, 480, 599, 600, 700)
TODAY = date(2026, 11, 22)


def mail(workspace: Workspace, one: Block, language: str) -> str:
    """The HTML of a mail with the brand's head and the block."""
    folder = f"brands/{workspace.settings.brand}"
    head = f'<mj-include path="{folder}/parts/head.mjml" />'
    text = f"<mjml><mj-head>{head}</mj-head><mj-body>{one.source(language)}</mj-body></mjml>"
    brand = brand_of(workspace, workspace.template(f"welcome.{language}"))
    data = one.data(language, today=TODAY, brand=folder)
    return build(text, include=workspace.include, brand=brand, data=data, links=sample_links(brand), today=TODAY).html


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
                await page.set_viewport_size({"width": width, "height": 400})
                metrics = await session.send("Page.getLayoutMetrics")
                found[name, width] = metrics["cssContentSize"]["width"]
        await shell.close()
    return found


@pytest.mark.browser
def test_a_block_is_never_wider_than_the_viewport(twenty: Workspace, browser_path: Path) -> None:
    """Every block in both languages, from 320 to 700 pixels."""
    mails = {f"{one.id}.{each}": mail(twenty, one, each) for one in blocks() for each in LANGUAGES}
    widths = asyncio.run(page_widths(browser_path, mails))
    assert len(widths) == len(mails) * len(WIDTHS)
    assert {(name, width, seen) for (name, width), seen in widths.items() if seen > width} == set()
