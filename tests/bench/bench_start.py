"""How long ``mailwright --help`` takes, beside an empty Python in the same run (aim: under 0.5 s)."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

from report import report, seconds

COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "mailwright --version": [sys.executable, "-m", "desktop.cli", "--version"],
    "mailwright --help": [sys.executable, "-m", "desktop.cli", "--help"],
}


def main() -> None:
    """Time each command as its own process."""
    times = {
        name: seconds(partial(subprocess.run, command, capture_output=True, check=True))
        for name, command in COMMANDS.items()
    }
    empty = times["python -c pass"]
    report(
        "start", [{"command": name, "ms": 1000 * s, "times an empty Python": s / empty} for name, s in times.items()]
    )


if __name__ == "__main__":
    main()
