"""Ends a PostgreSQL server when the process that started it has ended, however that came about.

A program of its own, because a killed test process tidies nothing up: ``guard.py FOLDER PG_CTL [USER]``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any


def guard(folder: Path, pg_ctl: str, user: str = "") -> None:
    """Wait for a byte or the end of standard input; then stop the server in ``folder`` and remove the folder."""
    sys.stdin.buffer.read(1)
    stop = [pg_ctl, "-D", str(folder / "data"), "-m", "immediate", "-w", "stop"]
    account: dict[str, Any] = {"user": user, "group": user, "extra_groups": ()} if user else {}
    with (folder / "guard").open("wb") as said:
        subprocess.run(stop, cwd=folder, stdout=said, stderr=said, **account)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    guard(Path(sys.argv[1]), *sys.argv[2:])
