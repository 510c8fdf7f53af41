"""Windows keep their size, so a mail gets one of the size that it needs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from renderers.clients.profile import profile
from renderers.engines import PageLostError, webkit_engine
from renderers.engines.locate import Browser
from renderers.engines.playwright.build_engine import PlaywrightBuildEngine
from renderers.engines.webkit_engine import IDLE_WINDOWS, WebKitGtkEngine, WebKitGtkProcess, webkit
from renderers.render.job import Picture, RenderJob


class Window:
    """Shows nothing; a mail "crash" ends it."""

    opened: list[Window]

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.is_open = True

    @classmethod
    async def open(cls, _program: object, size: tuple[int, int]) -> Window:
        """Open one more."""
        cls.opened.append(cls(size))
        return cls.opened[-1]

    async def show(self, job: RenderJob) -> Picture:
        """Take an empty picture."""
        await asyncio.sleep(0)
        if job.html == "crash":
            raise PageLostError("it went away")
        return Picture(b"", *self.size, self.size[0])

    async def close(self) -> None:
        """Close."""
        self.is_open = False


def job(width: int, html: str = "") -> RenderJob:
    """A mail in a window of this width."""
    return RenderJob(html, {}, replace(profile("plain-mobile"), width=width))


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[WebKitGtkProcess], Awaitable[object]]], list[Window]]:
    """Play a scene with a browser; return the windows that were opened."""
    Window.opened = []
    monkeypatch.setattr(webkit_engine.Page, "opened", Window.open)

    def play(scene: Callable[[WebKitGtkProcess], Awaitable[object]]) -> list[Window]:
        asyncio.run(scene(WebKitGtkProcess(None)))
        return Window.opened

    return play


def test_a_window_is_used_again(play):
    """By any lane, for a mail of its size."""

    async def scene(process: WebKitGtkProcess) -> None:
        for width in (390, 900, 390, 900):
            await (await process.open_lane()).render(job(width))

    assert [window.size[0] for window in play(scene)] == [390, 900]


def test_two_at_once_have_windows_of_their_own(play):
    """Also when they are of one size."""

    async def scene(process: WebKitGtkProcess) -> None:
        lanes = [await process.open_lane() for _ in range(2)]
        await asyncio.gather(*(lane.render(job(390)) for lane in lanes))

    assert len(play(scene)) == 2


def test_few_windows_wait(play):
    """The one that has waited longest is closed for a new one."""

    async def scene(process: WebKitGtkProcess) -> None:
        lane = await process.open_lane()
        for width in range(300, 300 + IDLE_WINDOWS + 1):
            await lane.render(job(width))

    assert [window.is_open for window in play(scene)] == [False, *[True] * IDLE_WINDOWS]


def test_the_window_of_a_job_that_failed_is_closed(play):
    """With its lane: what it still does is not known."""

    async def scene(process: WebKitGtkProcess) -> None:
        lane = await process.open_lane()
        with pytest.raises(PageLostError):
            await lane.render(job(390, "crash"))
        await lane.close()
        await (await process.open_lane()).render(job(390))

    assert [window.is_open for window in play(scene)] == [False, True]


def test_each_kind_of_build_has_its_engine(monkeypatch):
    """Playwright's own is driven by Playwright."""
    for kind, engine in (("webkit", PlaywrightBuildEngine), ("webkitgtk", WebKitGtkEngine)):
        found = Browser(Path("browser"), kind, "1.2")
        monkeypatch.setattr(webkit_engine, "locate_webkit", lambda found=found: found)
        made = webkit()
        assert isinstance(made, engine)
        assert made.identity.startswith(f"{kind} 1.2 fonts ")
