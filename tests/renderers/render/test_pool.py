"""The pool outlives bombs, crashes and cancelling, and gives every innocent job its picture."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from renderers.clients.profile import profile
from renderers.engines import BrowserMissingError, PageLostError
from renderers.engines.processes import PROC, descendants
from renderers.render.job import RenderJob
from renderers.render.pool import RenderPool
from templates.errors import Cancelled, EngineError, LimitError, StorageError
from tests.hostile_mails import USE_BOMB

pytestmark = pytest.mark.browser

DEADLINE_S = 3.0


def mail(text: str = "Hi", **images: Path) -> RenderJob:
    """A small mail on a small screen."""
    return RenderJob(f"<!doctype html><body><p>{text}", images, profile("plain-mobile"))


@pytest.mark.usefixtures("no_process_left")
def test_a_bomb_fails_alone(watched):
    """It is stopped at its deadline; its neighbours' pictures arrive, and so does the next one."""

    async def scene() -> list[object]:
        async with RenderPool(watched, lanes=3, timeout_s=DEADLINE_S) as pool:
            await pool.warm()
            jobs = [mail("one"), mail(USE_BOMB), *(mail(f"number {n}") for n in range(5))]
            outcomes = await asyncio.gather(*map(pool.render, jobs), return_exceptions=True)
            return [*outcomes, await pool.render(mail("after"))]

    first, bomb, *others = asyncio.run(scene())
    assert isinstance(bomb, LimitError)
    assert str(bomb).startswith("The picture took longer than 3 seconds and was stopped.")
    assert all(each.height == 667 for each in (first, *others))
    assert [process.alive for process in watched.launched] == [False, False]


@pytest.mark.usefixtures("no_process_left")
def test_neighbours_of_a_killed_browser_are_taken_again(watched):
    """Whoever is under way in the browser that has to be killed does not fail for it."""

    async def scene() -> list[object]:
        async with RenderPool(watched, lanes=3, timeout_s=DEADLINE_S) as pool:
            await pool.warm()
            bomb = asyncio.ensure_future(pool.render(mail(USE_BOMB)))
            neighbours = []
            while not bomb.done():
                neighbours += await asyncio.gather(pool.render(mail("one")), pool.render(mail("two")))
            return [*await asyncio.gather(bomb, return_exceptions=True), *neighbours]

    bomb, *neighbours = asyncio.run(scene())
    assert isinstance(bomb, LimitError)
    assert len({each.key for each in neighbours}) == 2
    assert len(watched.launched) == 2


@pytest.mark.usefixtures("no_process_left")
def test_a_browser_that_is_killed_in_mid_shot_is_replaced(watched):
    """kill -9 from outside: every job is taken again in a new browser and nobody notices."""
    killed = []

    def kill_once(process, job):
        if not killed:
            killed.append(process.pid)
            os.kill(process.pid, signal.SIGKILL)

    watched.mid_shot = kill_once

    async def scene() -> list[object]:
        async with RenderPool(watched, lanes=3) as pool:
            await pool.warm()
            return await asyncio.gather(*(pool.render(mail(f"number {n}")) for n in range(6)))

    assert len(asyncio.run(scene())) == 6
    assert len(killed) == 1
    assert len(watched.launched) == 2


def test_a_browser_that_is_killed_while_it_starts_gets_a_second_chance(fake_engine, monkeypatch):
    """It started before, so that it is no browser that cannot; the run goes on."""
    launches = []
    launch = fake_engine.launch

    async def second_fails():
        launches.append(len(launches))
        if launches[-1] == 1:
            raise BrowserMissingError("The browser {path} does not start: {reason}.", path="x", reason="killed")
        return await launch()

    monkeypatch.setattr(fake_engine, "launch", second_fails)

    async def scene() -> list[object]:
        async with RenderPool(fake_engine, lanes=1, jobs_per_browser=1) as pool:
            return [await pool.render(mail(f"number {n}")) for n in range(2)]

    assert len(asyncio.run(scene())) == 2
    assert launches == [0, 1, 2]


class ShortLived:
    """A browser that ends by itself as soon as it started."""

    pid = None
    alive = False

    async def close(self) -> None:
        """It is gone."""


def test_browsers_that_end_as_soon_as_they_start_are_not_started_for_ever(fake_engine, monkeypatch):
    """Two chances for each job, as for any other crash."""
    launched = []

    async def launch():
        launched.append(ShortLived())
        assert len(launched) < 10
        return launched[-1]

    monkeypatch.setattr(fake_engine, "launch", launch)

    async def scene() -> list[object]:
        async with RenderPool(fake_engine, lanes=1) as pool:
            return await asyncio.gather(pool.render(mail("one")), pool.render(mail("two")), return_exceptions=True)

    assert [type(each) for each in asyncio.run(scene())] == [EngineError, EngineError]


def test_a_pool_that_is_closed_leaves_nobody_waiting(fake_engine, monkeypatch):
    """No browser is started for those who still wait, and for those who come later: nobody would end it."""
    launched, shown = [], asyncio.Event()
    lost: list[asyncio.Future[None]] = []

    async def render(job):
        lost.append(asyncio.get_running_loop().create_future())
        shown.set()
        await lost[-1]

    async def close():
        for each in lost:
            each.set_exception(PageLostError("closed"))
        lost.clear()

    async def launch():
        launched.append(1)
        return fake_engine

    for name, member in {"render": render, "close": close, "launch": launch}.items():
        monkeypatch.setattr(fake_engine, name, member)

    async def scene() -> list[object]:
        async with RenderPool(fake_engine, lanes=1) as pool:
            waiting = [asyncio.create_task(pool.render(mail(f"number {n}"))) for n in range(3)]
            await shown.wait()
        outcomes = await asyncio.gather(*waiting, return_exceptions=True)
        return [*outcomes, *await asyncio.gather(pool.render(mail("late")), return_exceptions=True)]

    assert [type(each) for each in asyncio.run(scene())] == [Cancelled] * 4
    assert launched == [1]


@pytest.mark.usefixtures("no_process_left")
def test_a_mail_that_crashes_the_browser_is_found_out(watched):
    """It is taken a second time alone and fails; the others have their pictures."""

    def crash(process, job):
        if "crash" in job.html:
            os.kill(process.pid, signal.SIGKILL)

    watched.mid_shot = crash

    async def scene() -> list[object]:
        async with RenderPool(watched, lanes=3) as pool:
            jobs = [mail("one"), mail("crash"), mail("two"), mail("three")]
            return await asyncio.gather(*map(pool.render, jobs), return_exceptions=True)

    one, crash, *others = asyncio.run(scene())
    assert isinstance(crash, EngineError)
    assert "crashed twice on this mail" in str(crash)
    assert all(each.height == 667 for each in (one, *others))


@pytest.mark.skipif(sys.platform != "linux", reason="renderers are told by /proc")
@pytest.mark.usefixtures("no_process_left")
def test_after_a_page_that_crashed_another_browser_goes_on(watched):
    """The renderer of one page dies: others may be gone unnoticed, so nothing is asked of that browser any more."""
    killed = []

    def kill_renderers(process, job):
        if not killed:
            killed.extend(
                pid
                for pid in descendants(process.pid)
                if b"type=renderer" in (PROC / str(pid) / "cmdline").read_bytes()
            )
            for pid in killed:
                os.kill(pid, signal.SIGKILL)

    watched.mid_shot = kill_renderers

    async def scene() -> list[object]:
        async with RenderPool(watched, lanes=2) as pool:
            return [await pool.render(mail(f"number {n}")) for n in range(3)]

    assert len(asyncio.run(scene())) == 3
    assert killed
    assert len(watched.launched) == 2


@pytest.mark.usefixtures("no_process_left")
def test_a_browser_retires_after_its_share(watched):
    """It is replaced between jobs, before it grows; the old one ends by itself."""

    async def scene() -> list[bool]:
        async with RenderPool(watched, lanes=2, jobs_per_browser=3) as pool:
            await asyncio.gather(*(pool.render(mail(f"number {n}")) for n in range(8)))
            return [process.alive for process in watched.launched]

    assert asyncio.run(scene())[-1]
    assert len(watched.launched) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell")
@pytest.mark.usefixtures("no_process_left")
def test_a_browser_that_grew_retires(watched, monkeypatch):
    """Above its share of memory it takes no further job; the pictures come all the same."""
    monkeypatch.setattr("renderers.render.browsers.WEIGH_EVERY_S", 0)

    async def scene() -> list[int]:
        async with RenderPool(watched, lanes=2, bytes_per_browser=1_000_000) as pool:
            while len(watched.launched) < 2:  # it is weighed beside the jobs
                assert (await pool.render(mail())).height == 667
            return [process.alive for process in watched.launched]

    assert asyncio.run(scene())[-1]


def test_a_small_run_does_not_wait_for_a_large_one(fake_engine):
    """Two runs on one pool take turns, though the large one asked for everything first."""

    async def scene() -> None:
        async with RenderPool(fake_engine, lanes=2) as pool:
            large = [pool.render(mail(f"large {n}"), run="large") for n in range(50)]
            small = [pool.render(mail(f"small {n}"), run="small") for n in range(3)]
            await asyncio.gather(*large, *small)

    asyncio.run(scene())
    taken = ["small" in job.html for job in fake_engine.taken]
    assert len(taken) == 53
    assert sum(taken[:20]) == 3


@pytest.mark.usefixtures("no_process_left")
def test_a_stopped_job_gives_its_lane_back_at_once(watched):
    """The next one does not wait for the page that still spins, and what spins ends."""

    async def scene() -> list[bool]:
        async with RenderPool(watched, lanes=1) as pool:
            shooting = asyncio.Event()
            watched.mid_shot = lambda process, job: shooting.set()
            bomb = asyncio.ensure_future(pool.render(mail(USE_BOMB)))
            await shooting.wait()
            bomb.cancel()
            after = await pool.render(mail("after"))
            assert (after.height, bomb.cancelled()) == (667, True)
            return [process.alive for process in watched.launched]

    assert asyncio.run(scene()) == [True]


@pytest.mark.usefixtures("no_process_left")
def test_cancelling_leaves_no_process(watched):
    """A run that is stopped in the middle takes its browser along."""

    async def scene() -> None:
        async with RenderPool(watched, lanes=2) as pool, asyncio.TaskGroup() as group:
            tasks = [group.create_task(pool.render(mail(f"number {n}"))) for n in range(20)]
            await tasks[0]
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(scene())
    assert [process.alive for process in watched.launched] == [False]


@pytest.mark.usefixtures("no_process_left")
def test_cancelling_while_the_browser_starts_leaves_no_process(watched):
    """The browser that was just coming up is closed as well."""
    launching = asyncio.Event()
    launch = watched.launch

    async def announced():
        launching.set()
        return await launch()

    watched.launch = announced

    async def scene() -> None:
        async with RenderPool(watched) as pool:
            task = asyncio.ensure_future(pool.render(mail()))
            await launching.wait()
            await asyncio.sleep(0)
            task.cancel()
            await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(scene())


def test_a_stopped_job_does_not_wait_for_a_browser_that_starts(fake_engine, monkeypatch):
    """A start is not left half done: the next job finds the browser there."""
    launch, asked, started, launches = fake_engine.launch, asyncio.Event(), asyncio.Event(), []

    async def slow():
        launches.append(1)
        asked.set()
        await started.wait()
        return await launch()

    monkeypatch.setattr(fake_engine, "launch", slow)

    async def scene() -> None:
        async with RenderPool(fake_engine, lanes=2) as pool:
            tasks = [asyncio.ensure_future(pool.render(mail(f"number {n}"))) for n in range(2)]
            await asked.wait()
            for task in tasks:
                task.cancel()
            async with asyncio.timeout(10):
                await asyncio.gather(*tasks, return_exceptions=True)
            started.set()
            await pool.render(mail("after"))

    asyncio.run(scene())
    assert len(launches) == 1


def test_no_browser_is_said_on_entering(monkeypatch, tmp_path):
    """Before any work is done, in one sentence."""
    monkeypatch.setenv("MAILWRIGHT_BROWSER", str(tmp_path / "none"))

    async def scene() -> None:
        async with RenderPool():
            pytest.fail("there is no browser")

    with pytest.raises(BrowserMissingError, match="which is no program"):
        asyncio.run(scene())


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in browser is a shell script")
@pytest.mark.usefixtures("no_process_left")
def test_a_browser_that_does_not_start_is_said(monkeypatch, tmp_path):
    """A program that is no browser is named with its path."""
    program = tmp_path / "browser"
    program.write_text("#!/bin/sh\necho 1.2.3\ntest $1 = --version || { echo no library >&2; exit 4; }\n")
    program.chmod(0o755)
    monkeypatch.setenv("MAILWRIGHT_BROWSER", str(program))

    async def scene() -> None:
        async with RenderPool() as pool:
            await pool.render(mail())

    with pytest.raises(BrowserMissingError, match=r"browser does not start: no library"):
        asyncio.run(scene())


def test_a_picture_that_cannot_be_read_is_said(loop, pool, tmp_path):
    """The file is named; no picture is taken."""
    with pytest.raises(StorageError, match=r"gone\.png"):
        loop.run(pool.render(mail("Hi", gone=tmp_path / "gone.png")))


def test_a_result_bears_the_key_of_its_job(loop, pool):
    """The key that is looked up is the key that is kept."""
    job = mail("keyed")
    result = loop.run(pool.render(job))
    assert result.key == pool.key(job)
    assert not result.cached


@pytest.mark.parametrize(("cores", "alone", "beside"), [(1, 2, 2), (2, 3, 2), (3, 4, 3), (16, 4, 4), (None, 2, 2)])
def test_beside_a_window_fewer_pictures_are_taken_at_once(monkeypatch, cores, alone, beside):
    """As many as there are cores, and never one alone; without a window one more."""
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    assert (RenderPool().lanes, RenderPool(gives_way=True).lanes) == (alone, beside)
