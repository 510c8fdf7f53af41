"""How much memory a browser takes: a page's script can fill a computer's in less time than a look may take."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from renderers.engines.processes import PROC, descendants

MOST_BYTES = 1_000_000_000  # of one process; a large page's takes a fifth of that
GLANCE_S = 0.2
PAGE = 4096  # bytes of a unit of /proc/<pid>/statm


async def watch_memory(pid: int) -> None:
    """Return once a process below ``pid`` takes too much; never where the system does not tell (Windows)."""
    if sys.platform == "win32":
        await asyncio.Event().wait()
    while True:
        if await asyncio.to_thread(largest, pid) > MOST_BYTES:
            return
        await asyncio.sleep(GLANCE_S)


def largest(pid: int) -> int:
    """Bytes in memory of the largest process below ``pid``; 0 for none (Linux, macOS)."""
    return max((_resident(each) for each in descendants(pid)), default=0)


def _resident(pid: int) -> int:
    if PROC.is_dir():
        return _by_proc(PROC / str(pid) / "statm")
    done = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return int(done.stdout.strip() or 0) * 1024


def _by_proc(file: Path) -> int:
    try:
        return int(file.read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0  # it has ended meanwhile
