"""End a browser with everything it started, and nothing else: by process id, never by name."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

PROC = Path("/proc")


def kill_tree(pid: int) -> None:
    """End process ``pid`` and its descendants at once. One that is gone already is fine."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/PID", str(pid), "/T", "/F"], capture_output=True, check=False)
        return
    for each in (pid, *descendants(pid)):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(each, signal.SIGKILL)


def descendants(pid: int) -> list[int]:
    """Return the ids of the children of ``pid``, their children and so on (Linux, macOS)."""
    children = _children_by_parent()
    found: list[int] = []
    queue = [pid]
    while queue:
        offspring = children[queue.pop()]
        found += offspring
        queue += offspring
    return found


def _children_by_parent() -> defaultdict[int, list[int]]:
    children: defaultdict[int, list[int]] = defaultdict(list)
    for pid, parent in _proc_table() if PROC.is_dir() else _ps_table():
        children[parent].append(pid)
    return children


def _proc_table() -> list[tuple[int, int]]:
    table = []
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                # "pid (name) state parent …": the name may hold anything, brackets too
                fields = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()
                table.append((int(folder.name), int(fields[1])))
    return table


def _ps_table() -> list[tuple[int, int]]:
    output = subprocess.run(["ps", "-axo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    return [(int(pid), int(parent)) for pid, parent in (line.split() for line in output.splitlines())]
