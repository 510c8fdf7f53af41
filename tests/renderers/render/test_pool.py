"""The pool outlives bombs, crashes and cancelling, and gives every innocent job its picture."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from renderers.clients.profile import profile
from renderers.engines import BrowserMissingError
from renderers.engines.processes import PROC, descendants
from renderers.render.job import RenderJob
from renderers.render.pool import RenderPool
from templates.errors import EngineError, LimitError, StorageError

pytestmark = pytest.mark.browser

# Ten million copies of one dot: the renderer spins and answers nothing.
USE_BOMB = (
    "<svg width=600 height=600><defs><g id=a0><circle r=9 /></g>"
    + "".join(f"<g id=a{n}>{f'<use href=#a{n - 1} x=1 />' * 10}</g>" for n in range(1, 9))
    + "</defs><use href=#a8 /></svg>"
)
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
def test_a_page_that_crashes_is_replaced(watched):
    """The renderer of one page dies, the browser lives: a new page takes the picture."""
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
    assert len(watched.launched) == 1


@pytest.mark.usefixtures("no_process_left")
def test_a_browser_retires_after_its_share(watched):
    """It is replaced between jobs, before it grows; the old one ends by itself."""

    async def scene() -> list[bool]:
        async with RenderPool(watched, lanes=2, jobs_per_browser=3) as pool:
            await asyncio.gather(*(pool.render(mail(f"number {n}")) for n in range(8)))
            return [process.alive for process in watched.launched]

    assert asyncio.run(scene())[-1]
    assert len(watched.launched) == 3


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
