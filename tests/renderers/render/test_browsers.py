"""A kept browser: when it is weighed, when it leaves, and what becomes of a page that cannot be closed."""

import asyncio
import contextlib

import pytest

from renderers.engines import PageLostError
from renderers.render import browsers
from renderers.render.browsers import KeptBrowser


class Process:
    """A browser without pages; a lane's end hangs for as long as the browser lives when ``stuck``."""

    def __init__(self, pid=1, *, stuck=False) -> None:
        self.pid = pid
        self.stuck = stuck
        self.gone = asyncio.Event()
        self.closed = 0

    @property
    def alive(self) -> bool:
        return not self.gone.is_set()

    async def open_lane(self):
        return self

    async def kill(self) -> None:
        self.gone.set()

    async def close(self) -> None:
        """For the process and for its lane, whose end differs."""
        self.closed += 1
        if self.stuck:
            await self.gone.wait()
        else:
            self.gone.set()


@pytest.fixture
def weighed(monkeypatch):
    """Say what browsers weigh, and weigh them after each job; returns the list of those that were weighed."""

    def weighed(size: int | None) -> list[int]:
        asked: list[int] = []
        monkeypatch.setattr(browsers, "WEIGH_EVERY_S", 0)
        monkeypatch.setattr(browsers, "tree_bytes", lambda pid: asked.append(pid) or size)
        return asked

    return weighed


async def used(kept: KeptBrowser, jobs: int = 1) -> None:
    """Do jobs in it, and wait until everything is tidied up."""
    for _ in range(jobs):
        async with kept.lane():
            pass
    while kept._chores:
        await asyncio.gather(*kept._chores, return_exceptions=True)


@pytest.mark.parametrize(("size", "alive"), [(801, False), (800, True), (None, True)])
def test_a_browser_above_its_memory_leaves_between_jobs(weighed, size, alive):
    """At the limit it stays, and so does one that cannot be weighed."""
    asked = weighed(size)

    async def scene() -> list[bool]:
        kept = KeptBrowser(process := Process(7), 100, 800)
        await used(kept)
        return [kept.usable, process.alive]

    assert asyncio.run(scene()) == [alive, alive]
    assert asked == [7]


def test_a_browser_is_not_weighed_all_the_time(weighed, monkeypatch):
    """A job takes a tenth of a second; memory does not grow faster than that."""
    asked = weighed(1)
    monkeypatch.setattr(browsers, "WEIGH_EVERY_S", 3600)

    async def scene() -> None:
        await used(KeptBrowser(Process(), 100, 800), jobs=20)

    asyncio.run(scene())
    assert asked == []


def test_what_has_no_process_is_not_weighed(weighed):
    """As an engine that draws by itself."""
    asked = weighed(10**9)

    async def scene() -> None:
        await used(KeptBrowser(Process(pid=None), 100, 800))

    asyncio.run(scene())
    assert asked == []


def test_a_page_that_cannot_be_closed_takes_its_browser_along(monkeypatch):
    """After a job that failed or was stopped: it might spin on, at its neighbours' cost."""
    monkeypatch.setattr(browsers, "LANE_CLOSE_TIMEOUT_S", 0.01)

    async def scene() -> list[bool]:
        kept = KeptBrowser(process := Process(stuck=True), 100)
        with contextlib.suppress(ZeroDivisionError):
            async with kept.lane():
                raise ZeroDivisionError
        await used(kept, jobs=0)
        return [process.alive, kept.condemned]

    assert asyncio.run(scene()) == [False, True]


@pytest.mark.parametrize("is_lost", [False, True])
def test_a_page_that_nobody_wants_any_more_is_closed_once_it_is_open(monkeypatch, is_lost):
    """The run was stopped while it opened; a browser that went away meanwhile has no such page."""

    async def scene() -> list[int]:
        process, lane, may_open, asked = Process(), Process(), asyncio.Event(), asyncio.Event()

        async def open_lane():
            asked.set()
            await may_open.wait()
            if is_lost:
                raise PageLostError("gone")
            return lane

        monkeypatch.setattr(process, "open_lane", open_lane)
        kept = KeptBrowser(process, 100)
        job = asyncio.create_task(used(kept))
        await asked.wait()
        job.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await job
        may_open.set()
        await asyncio.gather(*kept._chores)
        return [lane.closed, kept.usable]

    assert asyncio.run(scene()) == [0 if is_lost else 1, True]
