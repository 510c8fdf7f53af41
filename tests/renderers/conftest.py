"""What the tests of the pictures share: a loop that lives as long as a module, a pool on it, a server that listens."""

from __future__ import annotations

import asyncio
import io
import os
import select
import socketserver
import sys
import threading
from collections.abc import Callable, Iterator, Mapping

import pytest
from PIL import Image

from renderers.clients.profile import profile
from renderers.engines.playwright_engine import ChromiumProcess, PlaywrightEngine
from renderers.engines.processes import descendants
from renderers.render.job import Picture, RenderJob, RenderResult
from renderers.render.pool import RenderPool
from tests.fake_engine import FakeEngine

Take = Callable[..., Image.Image]


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.Runner]:
    """One event loop for a module's tests, because a pool belongs to its loop."""
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def pool(loop: asyncio.Runner) -> Iterator[RenderPool]:
    """A warm pool."""
    pool = RenderPool(lanes=3)
    loop.run(pool.__aenter__())
    loop.run(pool.warm())
    yield pool
    loop.run(pool.__aexit__(None, None, None))


@pytest.fixture
def render(loop: asyncio.Runner, pool: RenderPool) -> Callable[..., RenderResult]:
    """Take one picture: ``render(html, profile_id, images)``."""

    def render(html: str, profile_id: str = "plain-desktop", images: Mapping[str, bytes] | None = None) -> RenderResult:
        return loop.run(pool.render(RenderJob(html, images or {}, profile(profile_id), format="png")))

    return render


@pytest.fixture
def look(render: Callable[..., RenderResult]) -> Take:
    """Take one picture and open it: ``look(html, profile_id, images).getpixel(…)``."""

    def look(*args: object, **named: object) -> Image.Image:
        return Image.open(io.BytesIO(render(*args, **named).picture)).convert("RGB")

    return look


@pytest.fixture
def png() -> Callable[..., bytes]:
    """Make a picture of one colour: ``png("red", (40, 30))``."""

    def png(colour: str = "red", size: tuple[int, int] = (40, 30), mode: str = "RGB", form: str = "PNG") -> bytes:
        out = io.BytesIO()
        Image.new(mode, size, colour).save(out, form)
        return out.getvalue()

    return png


class _Listener(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Note)
        self.heard: list[bytes] = []

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


class _Note(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        self.request.settimeout(2)
        self.server.heard.append(b"connected")
        try:
            self.server.heard.append(self.request.recv(500).partition(b"\r\n")[0])
            self.request.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        except OSError:
            return  # whoever called hung up; that it called is noted


@pytest.fixture
def listener() -> Iterator[_Listener]:
    """A real server on this computer that notes every connection in ``heard``."""
    with _Listener() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def ended() -> Callable[[int], bool]:
    """Wait until a process has ended (its corpse need not be buried); False after ten seconds."""

    def ended(pid: int) -> bool:
        try:
            return _ends(pid, 10)
        except ProcessLookupError:
            return True

    return ended


def _ends(pid: int, seconds: float) -> bool:
    """Ask the kernel to tell, because a killed process still takes its moment to go."""
    if hasattr(select, "kqueue"):
        queue = select.kqueue()
        exit_event = select.kevent(pid, select.KQ_FILTER_PROC, select.KQ_EV_ADD, select.KQ_NOTE_EXIT)
        return bool(queue.control([exit_event], 1, seconds))
    handle = os.pidfd_open(pid)
    try:
        return bool(select.select([handle], [], [], seconds)[0])
    finally:
        os.close(handle)


@pytest.fixture
def no_process_left(ended: Callable[[int], bool]) -> Iterator[None]:
    """Whatever the test starts has ended when it is over."""
    if sys.platform == "win32":
        yield
        return
    before = set(descendants(os.getpid()))
    yield
    assert all(ended(pid) for pid in set(descendants(os.getpid())) - before)


class WatchedEngine(PlaywrightEngine):
    """The real engine; remembers what it launched, and calls ``mid_shot(process, job)`` in mid-shot."""

    def __init__(self) -> None:
        super().__init__()
        self.launched: list[ChromiumProcess] = []
        self.mid_shot: Callable[[ChromiumProcess, RenderJob], None] | None = None

    async def launch(self) -> ChromiumProcess:
        process = await super().launch()
        self.launched.append(process)
        open_lane = process.open_lane

        async def open_watched() -> object:
            lane = await open_lane()
            take = lane.render

            async def render(job: RenderJob) -> Picture:
                if self.mid_shot:
                    asyncio.get_running_loop().call_soon(self.mid_shot, process, job)
                return await take(job)

            lane.render = render
            return lane

        process.open_lane = open_watched
        return process


@pytest.fixture
def watched() -> WatchedEngine:
    """A real engine to look into."""
    return WatchedEngine()


@pytest.fixture
def fake_engine() -> FakeEngine:
    """An engine for tests of what lies around it."""
    return FakeEngine()
