"""How much memory a browser takes, with everything it started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from renderers.engines.processes import PROC, descendants

_KIB = 1024


def tree_bytes(pid: int) -> int | None:
    """Return the memory of process ``pid`` and its descendants, in bytes; None where this system does not tell.

    On Linux pages that several of them share are counted once (PSS, see proc(5)), elsewhere in each.
    """
    if sys.platform == "win32":
        return None
    tree = [pid, *descendants(pid)]
    if PROC.is_dir():
        return sum(_proportional(PROC / str(each)) for each in tree)
    return _resident(tree)


def _proportional(process: Path) -> int:
    """A process in a sandbox shows its neighbours only its sizes, not its pages: then what is its own counts."""
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * _KIB
    except (OSError, StopIteration):
        return _private(process)


def _private(process: Path) -> int:
    try:
        _, resident, shared, *_ = map(int, (process / "statm").read_text().split())
    except (OSError, ValueError):
        return 0  # it ended meanwhile
    return (resident - shared) * os.sysconf("SC_PAGE_SIZE")


def _resident(tree: list[int]) -> int:
    listed = ",".join(map(str, tree))
    output = subprocess.run(["ps", "-o", "rss=", "-p", listed], capture_output=True, text=True, check=False).stdout
    return sum(map(int, output.split())) * _KIB
