"""A kept page of one of Playwright's builds, and the picture that it takes."""

from __future__ import annotations

import asyncio
import contextlib
import io
from typing import TYPE_CHECKING, Literal

from PIL import Image

from renderers.engines import PageLostError
from renderers.engines.playwright.process import unless
from renderers.render.capture import JPEG_QUALITY
from renderers.render.isolation import CONTEXT_OPTIONS, Guard
from renderers.render.job import Picture, PictureFormat, RenderJob

if TYPE_CHECKING:
    from playwright.async_api import Browser as PlaywrightBrowser
    from playwright.async_api import BrowserContext, FloatRect, Page

MOST_PIXELS = 80_000_000  # of a picture at the screen's own density, while it is taken: 320 MB

# Runs although the page's own scripts are off, and no script of the page was there to change what it asks.
_SIZE = """() => {
    const page = document.scrollingElement || document.documentElement;
    return [page.scrollWidth, page.scrollHeight];
}"""


class BuildLane:
    """One page at a time. How many pixels its screen has for one of CSS is fixed when its context is opened."""

    def __init__(self, browser: PlaywrightBrowser, browser_gone: asyncio.Event) -> None:
        self._browser = browser
        self._browser_gone = browser_gone
        self._screen: _Screen | None = None

    async def render(self, job: RenderJob) -> Picture:
        """Show the job's mail as a new document and take its picture, clipped both ways."""
        screen = await unless(self._screen_for(job.profile.scale), self._browser_gone)
        return await unless(screen.picture(job), screen.crashed, self._browser_gone)

    async def _screen_for(self, scale: float) -> _Screen:
        if self._screen is not None and self._screen.scale == scale:
            return self._screen
        if self._screen is not None:
            await self._screen.close()
        self._screen = await _Screen.opened(self._browser, scale)
        return self._screen

    async def close(self) -> None:
        """Close page and context."""
        from playwright.async_api import Error

        if self._screen is not None:
            with contextlib.suppress(Error, PageLostError):
                await unless(self._screen.close(), self._browser_gone)


class _Screen:
    """A context of one scale with one page in it, every wall up."""

    def __init__(self, context: BrowserContext, page: Page, guard: Guard, scale: float) -> None:
        self._context = context
        self._page = page
        self._guard = guard
        self.scale = scale
        self.crashed = asyncio.Event()
        page.on("crash", self._note_crash)

    @classmethod
    async def opened(cls, browser: PlaywrightBrowser, scale: float) -> _Screen:
        context = await browser.new_context(**CONTEXT_OPTIONS, device_scale_factor=scale)
        guard = Guard()
        await context.route("**/*", guard.answer)
        return cls(context, await context.new_page(), guard, scale)

    async def picture(self, job: RenderJob) -> Picture:
        page, shown = self._page, job.profile
        await page.set_viewport_size({"width": shown.width, "height": shown.height})
        await page.emulate_media(media="screen", color_scheme=shown.scheme)
        # The pool holds the deadline.
        await page.goto(self._guard.admit(job), wait_until="load", timeout=0)
        content_width, content_height = await page.evaluate(_SIZE)
        height = min(content_height, job.max_height)
        clip: FloatRect = {"x": 0, "y": 0, "width": shown.width, "height": height}
        density = _density(job, height)
        if density == 1:
            return Picture(await self._shot(clip, job.format), shown.width, height, content_width)
        # Playwright takes as many pixels as the screen has, or one.
        size = round(density * shown.width), round(density * height)
        dense = await self._shot(clip, "png", scale="device")
        return Picture(await asyncio.to_thread(_scaled, dense, size, job.format), *size, content_width)

    async def _shot(
        self, clip: FloatRect, picture_format: PictureFormat, *, scale: Literal["css", "device"] = "css"
    ) -> bytes:
        return await self._page.screenshot(
            type=picture_format,
            quality=JPEG_QUALITY if picture_format == "jpeg" else None,
            full_page=True,
            clip=clip,
            scale=scale,
            caret="initial",  # nothing is to be put into the page
            timeout=0,
        )

    async def close(self) -> None:
        await self._context.close()

    def _note_crash(self, _page: Page) -> None:
        self.crashed.set()


def _density(job: RenderJob, height: int) -> float:
    """Return how dense the picture can be: the screen's density at most, and one where that is too large to take."""
    scale = job.profile.scale
    is_too_large = job.profile.width * height * scale**2 > MOST_PIXELS
    return 1 if is_too_large else min(job.density, max(1, scale))


def _scaled(dense: bytes, size: tuple[int, int], picture_format: PictureFormat) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(dense)) as drawn:
        drawn.convert("RGB").resize(size, reducing_gap=2.0).save(out, picture_format.upper(), quality=JPEG_QUALITY)
    return out.getvalue()
