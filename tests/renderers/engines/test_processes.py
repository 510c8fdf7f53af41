"""A process tree ends as a whole, and only that tree."""

import os
import shutil
import subprocess
import sys

import pytest

from renderers.engines import processes
from renderers.engines.processes import descendants, kill_tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tree is made of shells")

PARENT = "import subprocess; p = subprocess.Popen(['sleep', '60']); print(p.pid, flush=True); p.wait()"


@pytest.fixture
def family():
    """A process with one child; yields (parent, id of the child)."""
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        yield parent, int(parent.stdout.readline())
        parent.kill()


def test_children_end_with_their_parent(family, ended):
    """A renderer that spins does not outlive its browser."""
    parent, child = family
    assert descendants(parent.pid) == [child]
    kill_tree(parent.pid)
    parent.wait(5)
    assert ended(child)


@pytest.mark.skipif(not shutil.which("ps"), reason="there is no ps here")
def test_both_ways_to_list_processes_agree(family, monkeypatch, tmp_path):
    """Where there is no /proc (macOS), ps tells the same."""
    parent, child = family
    monkeypatch.setattr(processes, "PROC", tmp_path / "none")
    assert descendants(parent.pid) == [child]


def test_a_process_that_is_gone_is_no_error(family):
    """Killing twice does nothing the second time, and never touches ourselves."""
    parent, _ = family
    kill_tree(parent.pid)
    parent.wait(5)
    kill_tree(parent.pid)
    assert os.getpid()
