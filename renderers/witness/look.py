"""One look at one page: show it, let its scripts come to rest, stop them, then measure and take pictures."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from renderers.witness.findings import MARK, Finding, Findings, read_findings
from renderers.witness.page_gate import PageGate
from renderers.witness.walls import HEIGHT, WIDTH
from templates.files import read_text

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

LOAD_S = 4.0  # after that what is there is looked at
QUIET_S = 0.15  # without a request, after which a page that has loaded is at rest
STUCK_S = 1.5  # the same for one that has not
GLANCE_S = 0.05
MEASURE_MS = 3000
LIMITS = {
    "mark": MARK,
    "text": 2000,
    "url": 100_000,
    "logos": 120,
    "colours": 240,
    "photos": 20,
    "elements": 20_000,
    "depth": 4000,
    "html": 4_000_000,
}
CUT_WIDTH = 480  # pixels that a cut-out has at least: twice what a mail shows
SCRIPT = Path(__file__).with_name("look.js")


class Look:
    """An open page: ``show`` it first, then ask."""

    def __init__(self, page: Page, devtools: CDPSession, gate: PageGate) -> None:
        self._page = page
        self._devtools = devtools
        self._gate = gate
        self._world = 0

    async def show(self) -> None:
        """Load the page and let it come to rest; a script that never ends is ended, all others are switched off."""
        from playwright.async_api import Error

        loaded = asyncio.Event()
        self._page.once("load", lambda _page: loaded.set())
        with contextlib.suppress(Error):  # a page that is not done in time is looked at as it is
            await self._page.goto(self._gate.address, wait_until="commit", timeout=LOAD_S * 1000)
        await self._rest(loaded)
        await self._devtools.send("Runtime.terminateExecution")
        await self._devtools.send("Emulation.setScriptExecutionDisabled", {"value": True})

    async def _rest(self, loaded: asyncio.Event) -> None:
        """Wait until nothing was asked for a moment: scripts that build a page fetch its pieces.

        A page that wants to leave, or whose script spins, never says that it is loaded: it gets a longer moment.
        """
        quiet = 0.0
        for _ in range(round(LOAD_S / GLANCE_S)):
            await asyncio.sleep(GLANCE_S)
            quiet = 0.0 if self._gate.pending else quiet + GLANCE_S
            if quiet >= (QUIET_S if loaded.is_set() else STUCK_S):
                return

    async def findings(self) -> Findings:
        """Measure what is shown. Raises ValueError when the page does not let itself be measured."""
        tree = await self._devtools.send("Page.getFrameTree")
        frame = {"frameId": tree["frameTree"]["frame"]["id"], "worldName": "mailwright"}
        self._world = (await self._devtools.send("Page.createIsolatedWorld", frame))["executionContextId"]
        await self._said(read_text(SCRIPT))
        return read_findings(await self._said(f"mailwright.look({json.dumps(LIMITS)})"))

    async def first_screen(self) -> bytes:
        """The picture of the page's top, as PNG."""
        return await self._shot([0, 0, WIDTH, HEIGHT], 1.0)

    async def cut_out(self, finding: Finding) -> bytes:
        """The picture of one drawing alone on nothing, as PNG."""
        nothing = {"color": {"r": 0, "g": 0, "b": 0, "a": 0}}
        await self._devtools.send("Emulation.setDefaultBackgroundColorOverride", nothing)
        await self._said(f"mailwright.isolate({finding.mark})")
        left, top, width, height = finding.box
        scale = min(4.0, max(2.0, CUT_WIDTH / width))
        picture = await self._shot([left, top, width, height], scale)
        await self._said(f"mailwright.hide({finding.mark})")
        return picture

    async def _said(self, expression: str) -> Any:
        """What an expression gives in our own world; None when it fails or takes too long."""
        asked = {"expression": expression, "contextId": self._world, "returnByValue": True, "timeout": MEASURE_MS}
        return (await self._devtools.send("Runtime.evaluate", asked))["result"].get("value")

    async def _shot(self, box: list[int], scale: float) -> bytes:
        clip = dict(zip(("x", "y", "width", "height"), box, strict=True))
        options = {"format": "png", "captureBeyondViewport": True, "clip": {**clip, "scale": scale}}
        shot = await self._devtools.send("Page.captureScreenshot", options)
        return base64.b64decode(shot["data"])
