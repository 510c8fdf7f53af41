"""The small parts of the witness: cut-outs, trackers, memory, waiting that can be stopped."""

from __future__ import annotations

import asyncio
import io
import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PIL import Image

from renderers.blocking import wait_for
from renderers.witness.cutouts import MOST_BYTES, drawn_alone, small_enough
from renderers.witness.memory import largest
from renderers.witness.trackers import is_tracker
from templates.errors import Cancelled


def picture(colour: tuple[int, ...], dot: bool = False) -> bytes:
    """A PNG of one colour, with a dot in it or not."""
    image = Image.new("RGBA", (40, 20), colour)
    if dot:
        image.paste((200, 0, 0, 255), (5, 5, 12, 12))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("cut", "kept"),
    [
        (picture((0, 0, 0, 0)), False),
        (picture((0, 0, 0, 5)), False),
        (picture((9, 9, 9, 255)), False),
        (picture((0, 0, 0, 0), dot=True), True),
        (picture((255, 255, 255, 255), dot=True), True),
    ],
    ids=["empty", "faint", "filled", "on nothing", "on a ground"],
)
def test_a_cut_out_shows_something(cut: bytes, kept: bool) -> None:
    """Neither nothing nor a mere rectangle is a logo."""
    assert drawn_alone(cut) == (cut if kept else b"")


def test_a_heavy_screen_is_made_lighter_and_keeps_its_flat_colours() -> None:
    """A photograph costs a megabyte; the colours that an eyedropper is after are areas."""
    noise = Image.frombytes("RGB", (1280, 400), random.Random(1).randbytes(1280 * 400 * 3))
    screen = Image.new("RGB", (1280, 800), "#1d5b4c")
    screen.paste(noise, (0, 400))
    out = io.BytesIO()
    screen.save(out, "PNG")
    kept = small_enough(out.getvalue())
    assert len(kept) < MOST_BYTES < len(out.getvalue())
    with Image.open(io.BytesIO(kept)) as image:
        assert image.convert("RGB").getpixel((600, 100)) == (0x1D, 0x5B, 0x4C)
    assert small_enough(picture((1, 2, 3, 255))) == picture((1, 2, 3, 255))


@pytest.mark.parametrize(
    ("url", "tracks"),
    [
        ("https://www.googletagmanager.com/gtm.js", True),
        ("https://stats.g.doubleclick.net/x", True),
        ("https://acme.example/doubleclick.net.js", False),
        ("https://notdoubleclick.net/", False),
        ("about:blank", False),
    ],
)
def test_trackers_are_known_by_their_host(url: str, tracks: bool) -> None:
    """The host or one above it, never a word in the path."""
    assert is_tracker(url) is tracks


def test_memory_is_that_of_what_was_started(process: Callable[[], int]) -> None:
    """The largest process below this one; none below one that has none."""
    child = process()
    assert largest(os.getpid()) > 1_000_000
    assert largest(child) == 0


@pytest.fixture
def process() -> Iterator[Callable[[], int]]:
    """Starts a process that waits until the test is over, and gives its id."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> int:
        waiting = "import sys; print(flush=True); sys.stdin.read()"
        one = subprocess.Popen([sys.executable, "-c", waiting], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        started.append(one)
        one.stdout.readline()
        return one.pid

    yield start
    for one in started:
        one.communicate()


def test_work_can_be_stopped_from_elsewhere() -> None:
    """Whoever waits hears Cancelled, and the work has ended by then."""
    stop, ended = threading.Event(), threading.Event()

    async def work() -> None:
        stop.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    with pytest.raises(Cancelled):
        wait_for(work, stop)
    assert ended.is_set()
