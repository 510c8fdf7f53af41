"""An engine without a browser: for tests of what lies around one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from renderers.engines import Capabilities
from renderers.render.job import Picture, RenderJob


def as_text(job: RenderJob) -> Picture:
    """The mail's HTML instead of a picture."""
    return Picture(job.html.encode(), job.profile.width, 10, job.profile.width)


class FakeEngine:
    """Draws each mail with ``draw`` and notes it in ``taken``; it is its own process and its own lane."""

    capabilities = Capabilities()
    identity = "fake 1"
    alive = True
    pid = None

    def __init__(self, draw: Callable[[RenderJob], Picture] = as_text) -> None:
        self.taken: list[RenderJob] = []
        self._draw = draw

    async def launch(self) -> FakeEngine:
        return self

    async def open_lane(self) -> FakeEngine:
        return self

    async def render(self, job: RenderJob) -> Picture:
        self.taken.append(job)
        await asyncio.sleep(0)
        return self._draw(job)

    async def kill(self) -> None:
        """Nothing runs."""

    async def close(self) -> None:
        """Nothing runs."""
