"""Waiting for a run from a plain thread, and stopping it with Ctrl+C."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from renderers.blocking import run_preview, wait_for
from templates.errors import InputError
from templates.workspace import Workspace

ROOT = Path(__file__).parents[2]

# A run of many pictures; tells its processes after the first one.
PROGRAM = """
import os, sys
from pathlib import Path
from renderers.blocking import run_preview
from renderers.engines.processes import descendants
from templates.compile.pipeline import Build
from templates.errors import Cancelled
from templates.workspace import Workspace

def build(workspace, name, **options):
    return Build(f"<p>{name}", "", "", "", (), (), "", "")

def on_proof(proof):
    if not told:
        told.append(proof)
        print(*descendants(os.getpid()), flush=True)

told = []
try:
    run_preview(Workspace.open(Path(sys.argv[1])), [str(n) for n in range(200)], build=build, on_proof=on_proof)
except Cancelled as error:
    print(error, len(descendants(os.getpid())))
    sys.exit(130)
"""


def test_the_result_comes_back():
    """A coroutine's value is the call's value."""

    async def work() -> int:
        return 7

    assert wait_for(work) == 7


def test_an_error_comes_back():
    """What the coroutine raises is raised in the thread that waits."""

    async def work() -> None:
        raise InputError("No.")

    with pytest.raises(InputError, match=r"No\."):
        wait_for(work)


def test_a_run_without_templates_is_an_empty_list(tmp_path, monkeypatch):
    """There is nothing to wait for, but the browser's absence is still told."""
    monkeypatch.setenv("MAILWRIGHT_BROWSER", sys.executable)
    assert run_preview(Workspace.create(tmp_path / "work", name="Acme"), []) == []


@pytest.mark.browser
@pytest.mark.skipif(sys.platform == "win32", reason="a test cannot send Ctrl+C to one process there")
def test_ctrl_c_ends_a_run_with_its_browser(tmp_path, ended):
    """The signal goes to the whole foreground group, as a terminal sends it; the program says so and nothing stays."""
    workspace = Workspace.create(tmp_path / "work", name="Acme")
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PROGRAM, workspace.root],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    ) as program:
        started = [int(pid) for pid in program.stdout.readline().split()]
        os.killpg(program.pid, signal.SIGINT)
        said, complained = program.communicate(timeout=20)
    assert (program.returncode, said, complained) == (
        130,
        "The work was stopped. What was finished by then is kept. 0\n",
        "",
    )
    assert len(started) > 3
    assert all(ended(pid) for pid in started)
