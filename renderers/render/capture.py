"""One page, one job, one picture."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from renderers.render.job import Picture, RenderJob

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

JPEG_QUALITY = 80
ATTEMPTS = 3
NO_FRAME = "Unable to capture screenshot"


async def capture(page: Page, devtools: CDPSession, job: RenderJob, admit: Callable[[RenderJob], str]) -> Picture:
    """Show the document that ``admit`` gives an address as the job's profile does, and take the clipped picture.

    The picture has the job's density whatever the profile's scale is: media queries see the scale, the gallery does
    not pay for it. Clipped both ways, because a page of a million pixels would take a gigabyte.
    """
    from playwright.async_api import Error

    for _ in range(ATTEMPTS - 1):
        try:
            return await _picture(page, devtools, job, admit(job))
        except Error as error:  # a busy browser sometimes has no frame ready, and has one when the page is loaded again
            if NO_FRAME not in error.message:
                raise
    return await _picture(page, devtools, job, admit(job))


async def _picture(page: Page, devtools: CDPSession, job: RenderJob, address: str) -> Picture:
    shown = job.profile
    # Not set_viewport_size: it cannot change the scale, and skips a size it believes to be set.
    await devtools.send(
        "Emulation.setDeviceMetricsOverride",
        {"width": shown.width, "height": shown.height, "deviceScaleFactor": shown.scale, "mobile": False},
    )
    await page.emulate_media(media="screen", color_scheme=shown.scheme)
    await page.goto(address, wait_until="load", timeout=0)  # the pool holds the deadline
    metrics = await devtools.send("Page.getLayoutMetrics")
    content = metrics["cssContentSize"]
    height = min(math.ceil(content["height"]), job.max_height)
    clip = {"x": 0, "y": 0, "width": shown.width, "height": height, "scale": job.density / shown.scale}
    options = {"quality": JPEG_QUALITY} if job.format == "jpeg" else {"optimizeForSpeed": True}
    shot = await devtools.send(
        "Page.captureScreenshot", {"format": job.format, "captureBeyondViewport": True, "clip": clip, **options}
    )
    width, height = round(job.density * shown.width), round(job.density * height)
    return Picture(base64.b64decode(shot["data"]), width, height, math.ceil(content["width"]))
