"""Attacks among neighbours: each ends within its deadline, nothing leaves, and every innocent picture arrives."""

from __future__ import annotations

import asyncio
import os
import signal
import socketserver
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import proofs_pictures
from bars import NOT_MEASURED, Bars

from renderers.clients.profile import profile
from renderers.engines.memory import tree_bytes
from renderers.engines.processes import PROC, descendants
from renderers.render.images import fake_url
from renderers.render.job import RenderJob, RenderResult
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError
from tests.hostile_mails import BOMBS, LEAKS, USE_BOMB, huge_picture

DEADLINE_S = 8.0
SLACK_S = 1.5  # to kill, to notice, and to have been beside others on a busy machine
NEIGHBOURS = 6
PICTURES = 500
MOST_MB = 1200


@dataclass
class _Attack:
    """A job with its neighbours: what became of it, after how long, and how many of them have their picture."""

    name: str
    outcome: RenderResult | BaseException
    seconds: float
    arrived: int


def attacks(bars: Bars) -> None:
    """Every attack, each with neighbours on the same pool."""
    with _listening() as (address, heard):
        done = asyncio.run(_attacked(address))
    for each in done:
        said = "a picture" if isinstance(each.outcome, RenderResult) else str(each.outcome).partition(".")[0]
        print(f"  {each.name}: {each.seconds:.2f} s, {said}, {each.arrived}/{NEIGHBOURS} neighbours")
    slowest = max(done, key=lambda each: each.seconds)
    in_time = slowest.seconds <= DEADLINE_S + SLACK_S
    bars.add(f"{len(done)} attacks: requests at the listening server", len(heard), "0", not heard)
    figure = f"{slowest.seconds:.1f} s ({slowest.name})"
    bars.add("attacks: the slowest end, deadline 8 s", figure, f"{DEADLINE_S + SLACK_S:g} s", in_time)
    arrived = sum(each.arrived for each in done)
    everybody = NEIGHBOURS * len(done)
    bars.add("attacks: neighbours' pictures", f"{arrived}/{everybody}", "all", arrived == everybody)
    foreign = [each.name for each in done if not isinstance(each.outcome, RenderResult | MailwrightError)]
    bars.add("attacks: errors that are no sentence", ", ".join(foreign) or "none", "none", not foreign)


async def _attacked(address: str) -> list[_Attack]:
    jobs = {name: _mail(html.format(http=f"http://{address}", host=address)) for name, html in LEAKS.items()}
    jobs |= {name: _mail(html) for name, html in BOMBS.items()}
    jobs["a huge picture"] = _mail(f"<img src='{fake_url('huge')}'>", huge=huge_picture())
    jobs["a drawing as a picture"] = _mail(f"<img src='{fake_url('bomb')}'>", bomb=USE_BOMB.encode())
    async with RenderPool(timeout_s=DEADLINE_S) as pool:
        await pool.warm()
        done = [await _one(pool, name, job) for name, job in jobs.items()]
        if PROC.is_dir():
            done.append(await _one(pool, "kill -9 of the browser", _mail("<p>x"), _killer(renderers=False)))
            done.append(await _one(pool, "kill -9 of the renderers", _mail("<p>x"), _killer(renderers=True)))
    return done


async def _one(
    pool: RenderPool, name: str, job: RenderJob, disturb: Callable[[], Awaitable[None]] | None = None
) -> _Attack:
    """Take one picture among others; ``disturb`` acts in mid-shot."""
    await pool.render(_mail(f"<p>before {name}"))  # whatever came before has its new browser
    started = time.perf_counter()
    ended: list[float] = []
    attacker = asyncio.ensure_future(pool.render(job))
    attacker.add_done_callback(lambda _: ended.append(time.perf_counter() - started))
    others = [asyncio.ensure_future(pool.render(_mail(f"<p>{name} {n}"))) for n in range(NEIGHBOURS)]
    if disturb:
        await disturb()
    outcome, *arrived = await asyncio.gather(attacker, *others, return_exceptions=True)
    return _Attack(name, outcome, ended[0], sum(isinstance(each, RenderResult) for each in arrived))


def _killer(*, renderers: bool) -> Callable[[], Awaitable[None]]:
    """Return what kills our browser, or all of its renderers, a moment after the job began."""

    async def kill() -> None:
        await asyncio.sleep(0.05)
        for pid in _browser_processes():
            kind = _command_line(pid)
            if (b"--type=renderer" in kind) if renderers else (b"--type=" not in kind):
                os.kill(pid, signal.SIGKILL)

    return kill


def _browser_processes() -> list[int]:
    """Our own descendants that are a browser's, Playwright's driver left out."""
    return [
        pid
        for pid in descendants(os.getpid())
        if b"--proxy-server" in _command_line(pid) or b"--type=" in _command_line(pid)
    ]


def _command_line(pid: int) -> bytes:
    try:
        return (PROC / str(pid) / "cmdline").read_bytes()
    except OSError:
        return b""


def _mail(html: str, **images: Path | bytes) -> RenderJob:
    return RenderJob(f"<!doctype html><body>{html}", images, profile("plain-mobile"))


class _Note(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        self.server.heard.append(self.client_address)  # type: ignore[attr-defined] # a list that is put on it below


@contextmanager
def _listening() -> Iterator[tuple[str, Sequence[object]]]:
    """A server on this computer that notes every connection."""
    heard: list[object] = []
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Note) as server:
        server.heard = heard  # type: ignore[attr-defined] # see above
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}", heard
        server.shutdown()
        thread.join()


def memory(bars: Bars) -> None:
    """The browsers' trees over 500 pictures of long mails, weighed four times a second."""
    if tree_bytes(os.getpid()) is None or not PROC.is_dir():
        bars.add(f"memory of the browser over {PICTURES} pictures", NOT_MEASURED, f"< {MOST_MB} MB", None)
        return
    most, rate = asyncio.run(_weighed())
    figure = f"{most:.0f} MB ({rate:.1f} pictures/s)"
    bars.add(f"memory of the browser over {PICTURES} pictures", figure, f"< {MOST_MB} MB", most < MOST_MB)


async def _weighed() -> tuple[float, float]:
    """Return the most MB that were seen, and pictures a second."""
    weights: list[float] = []
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.25):
            mains = [pid for pid in _browser_processes() if b"--type=" not in _command_line(pid)]
            inner = {child for pid in mains for child in descendants(pid)}  # a script may have started the program
            weights.append(sum(tree_bytes(pid) or 0 for pid in mains if pid not in inner) / 1e6)

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        async with RenderPool() as pool:
            started = time.perf_counter()
            batch = proofs_pictures.jobs(0, mails=PICTURES // 6 + 1)[:PICTURES]
            await asyncio.gather(*map(pool.render, batch))
            return max(weights), PICTURES / (time.perf_counter() - started)
    finally:
        over.set()
        watching.join()
