"""Browsers behind one protocol: the pool knows engines, processes and lanes, and no kind of browser.

An engine launches browser processes; a process opens lanes; a lane is a page that is kept and takes one picture at a
time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from renderers.render.job import Picture, RenderJob
from templates.errors import EngineError


@dataclass(frozen=True)
class Capabilities:
    """What a kind of engine can do; by default all that a job may need.

    ``dark``: mails see a dark colour scheme. ``scale``: they see how dense the screen is. ``min_width`` is the
    narrowest viewport in CSS pixels. A job that needs more is not given to the engine, or its picture is labelled.
    ``scripts_off``: the page runs no scripts. ``intercept``: each request is answered or refused by us. Without these
    two the engine makes a mail inert before it loads it.
    """

    dark: bool = True
    scripts_off: bool = True
    intercept: bool = True
    scale: bool = True
    min_width: int = 200


class BrowserMissingError(EngineError):
    """There is no browser, or it does not start: no picture of a run can be taken, so the run ends."""


class PageLostError(Exception):
    """The page, or the whole browser, went away under a job: a crash, a kill, or a neighbour's doing."""


class Lane(Protocol):
    """A kept page."""

    async def render(self, job: RenderJob) -> Picture:
        """Take one picture. Raises PageLostError."""

    async def close(self) -> None:
        """Close the page; never raises when it is gone already."""


class BrowserProcess(Protocol):
    """One running browser and everything it started."""

    @property
    def pid(self) -> int | None:
        """The process that everything else of it descends from; None where there is none to weigh."""

    @property
    def alive(self) -> bool:
        """False once the browser is gone."""

    async def open_lane(self) -> Lane:
        """Open one more page, walled in. Raises PageLostError."""

    async def kill(self) -> None:
        """End the browser's own process tree at once, by process id."""

    async def close(self) -> None:
        """End the browser in good order, or kill it when it does not answer."""


class Engine(Protocol):
    """A kind of browser, found on this computer."""

    capabilities: Capabilities

    @property
    def identity(self) -> str:
        """Whatever of this engine changes pictures: kind, version, fonts. Part of every cache key."""

    async def launch(self) -> BrowserProcess:
        """Start one more browser. Raises BrowserMissingError."""

    async def close(self) -> None:
        """Let go of whatever the launches share."""
