"""A browser that nobody sees: what it starts with, and what is left of it."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from renderers.engines import BrowserMissingError
from renderers.engines.inspector import program, sandbox
from renderers.engines.inspector.locate import locate_webkit
from renderers.engines.processes import descendants
from renderers.engines.webkit_engine import WebKitGtkEngine

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is Playwright's build only")

WORKER = """
import asyncio, sys
from pathlib import Path
from renderers.engines.inspector import program

async def main():
    started = await program.start(Path(sys.argv[1]))
    print(started.pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.fixture
def path() -> Path:
    """WebKitGTK's browser; skipped where another one or none is installed."""
    try:
        browser = locate_webkit()
    except BrowserMissingError as missing:
        pytest.skip(f"{missing.what} {missing.advice}")
    if browser.kind != "webkitgtk":
        pytest.skip("Playwright's build is used here")
    return browser.path


def stand_in(folder: Path, script: str) -> Path:
    """A browser that does something else."""
    made = folder / "MiniBrowser"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    return made


@pytest.mark.usefixtures("path", "no_process_left")
def test_a_browser_that_ends_at_once_is_named(tmp_path, monkeypatch):
    """With how it ended; its screen and its folder go."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    browser = stand_in(tmp_path, "exit 4")
    with pytest.raises(BrowserMissingError, match=r"MiniBrowser does not start: exitCode=4\."):
        asyncio.run(program.start(browser))
    assert list(tmp_path.iterdir()) == [browser]


@pytest.mark.usefixtures("path", "no_process_left")
def test_a_browser_that_says_nothing_is_given_up(tmp_path, monkeypatch):
    """It is ended with what it started."""
    monkeypatch.setattr(program, "LAUNCH_TIMEOUT_S", 0.5)
    with pytest.raises(BrowserMissingError, match="it does not answer"):
        asyncio.run(program.start(stand_in(tmp_path, "sleep 60 & wait")))


def test_nothing_is_left_when_its_starter_is_killed(path, ended):
    """kill -9 of us: neither the browser nor its screen stays behind."""
    with subprocess.Popen([sys.executable, "-c", WORKER, path], stdout=subprocess.PIPE, text=True) as worker:
        browser = int(worker.stdout.readline())
        family = [browser, *descendants(browser)]
        worker.send_signal(signal.SIGKILL)
    assert len(family) > 2
    assert all(ended(pid) for pid in family)


@pytest.mark.usefixtures("no_process_left")
def test_no_window_opens_on_the_users_screen(path, monkeypatch):
    """It gets a screen of its own, whatever the user's environment says; without a sandbox it works as well."""
    monkeypatch.setenv("DISPLAY", ":4242")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    monkeypatch.setattr(program, "sandbox", tuple)

    async def screen() -> str:
        process = await WebKitGtkEngine(locate_webkit()).launch()
        environment = await asyncio.to_thread(Path(f"/proc/{process.pid}/environ").read_text)
        await process.kill()
        return next(line for line in environment.split("\0") if line.startswith("DISPLAY="))

    assert asyncio.run(screen()) not in {"DISPLAY=", "DISPLAY=:4242"}


def test_the_sandbox_is_used_where_it_works(monkeypatch, tmp_path):
    """Where a program for it is missing, or is not allowed to, pages open without."""
    for answer, expected in (("exit 0", ("--enable-sandbox",)), ("exit 1", ())):
        for name in ("bwrap", "xdg-dbus-proxy"):
            (tmp_path / name).write_text(f"#!/bin/sh\n{answer}\n")
            (tmp_path / name).chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        sandbox.sandbox.cache_clear()
        assert sandbox.sandbox() == expected
    (tmp_path / "bwrap").unlink()
    sandbox.sandbox.cache_clear()
    assert sandbox.sandbox() == ()
    sandbox.sandbox.cache_clear()
