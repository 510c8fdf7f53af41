"""The memory of a tree of processes."""

import os
import subprocess
import sys

import pytest

from renderers.engines import memory
from renderers.engines.memory import tree_bytes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell")
MB = 1_000_000


@pytest.fixture
def large():
    """A process with a child that holds 60 MB."""
    code = "block = bytearray(b'x') * 60_000_000; print('here', flush=True); input()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}])"
    with subprocess.Popen([sys.executable, "-c", parent], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"here\n"
        yield process
        process.communicate(b"\n")


def test_children_count(large):
    """What a process started is part of its tree; what runs beside it is not."""
    assert 60 * MB < tree_bytes(large.pid) < 200 * MB
    assert tree_bytes(os.getpid()) > tree_bytes(large.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="about /proc")
def test_what_may_not_be_looked_into_counts_by_its_sizes(large, monkeypatch):
    """As a sandboxed process of another protection: at least what is its own."""
    exact = tree_bytes(large.pid)
    monkeypatch.setattr(memory, "_proportional", memory._private)
    assert 60 * MB < tree_bytes(large.pid) < exact + MB


def test_other_systems_ask_ps(large, monkeypatch, tmp_path):
    """Where there is no /proc."""
    tree = memory.descendants(large.pid)
    monkeypatch.setattr(memory, "descendants", lambda pid: tree)
    monkeypatch.setattr(memory, "PROC", tmp_path / "none")
    assert 60 * MB < tree_bytes(large.pid) < 200 * MB


def test_who_is_gone_takes_nothing():
    """No error: processes end while they are counted."""
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass
    assert tree_bytes(ended.pid) == 0
