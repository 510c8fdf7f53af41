"""Adding a browser; an installer of our own stands for Playwright's."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable

import pytest

from renderers.engines.install import install, percent
from templates.errors import EngineError, InputError

DOWNLOADS = """
print("Downloading WebKit 27.2 (playwright webkit v2388)\\x1b[2m from http://localhost/webkit.zip\\x1b[22m")
print("|■■■■            |  40% of 96.1 MiB")
print("|■■■■■■■■■■■■■■■■| 100% of 96.1 MiB", flush=True)
"""
FAILS = """
print("Error: connect ECONNREFUSED 127.0.0.1:9\\n    at TCPConnectWrap.afterConnect")
print("Failed to install browsers\\nError: Failed to download WebKit 27.2, caused by\\nError: Download failure, code=1")
raise SystemExit(1)
"""
HANGS = "import subprocess; p = subprocess.Popen(['sleep', '60']); print(p.pid, flush=True); p.wait()"


def run(program: str, on_line: Callable[[str], None] = lambda _: None, kind: str = "webkit") -> None:
    """Install with a program of Python's; it gets the kind as its argument."""
    asyncio.run(install(kind, on_line, (sys.executable, "-X", "utf8", "-c", program)))


def test_every_line_is_handed_over():
    """As people read it, without colours; the progress can be read from it."""
    lines: list[str] = []
    run(DOWNLOADS, lines.append)
    assert lines[0] == "Downloading WebKit 27.2 (playwright webkit v2388) from http://localhost/webkit.zip"
    assert [percent(line) for line in lines] == [None, 40, 100]


def test_the_kind_is_the_installers_argument():
    """As Playwright names it."""
    lines: list[str] = []
    run("import sys; print(sys.argv[1:])", lines.append, "firefox")
    assert lines == ["['firefox']"]


@pytest.mark.parametrize(
    ("program", "reason"),
    [(FAILS, "connect ECONNREFUSED 127.0.0.1:9"), ("raise SystemExit(3)", "exitCode=3")],
)
def test_a_failure_says_why(program, reason):
    """The first reason, which the later lines only wrap."""
    with pytest.raises(EngineError) as failed:
        run(program)
    assert failed.value.what == f"WebKit could not be added: {reason}."
    assert "internet" in failed.value.advice


def test_what_is_no_engine_is_refused():
    """Before anything is run."""
    with pytest.raises(InputError, match=r"no engine opera.*chromium, firefox, webkit"):
        run("raise SystemExit(9)", kind="opera")


@pytest.mark.skipif(sys.platform == "win32", reason="the installer's child is a sleep")
def test_a_stopped_installer_ends_with_what_it_started(ended):
    """Nothing downloads on behind the user's back."""
    lines: list[str] = []

    async def scene() -> None:
        said = asyncio.Event()

        def on_line(line: str) -> None:
            lines.append(line)
            said.set()

        task = asyncio.create_task(install("webkit", on_line, (sys.executable, "-c", HANGS)))
        await said.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scene())
    assert ended(int(lines[0]))
