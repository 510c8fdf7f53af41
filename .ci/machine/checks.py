"""The checks that read the code without running it."""

from __future__ import annotations

import os
import subprocess
import time

from machine.console import ROOT, say
from machine.environment import PYTHON

# Started through Python, never by their scripts: those hold the path that the checkout once had.
CHECKS = {
    "ruff check": ("-m", "ruff", "check", "--quiet", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "--quiet", "--output-format", "concise", "."),
    "mypy": ("-m", "mypy"),
    "import contracts": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
}


def run_all() -> list[str]:
    """Run every check, print what it found, and return the names of those that failed: one run tells all."""
    return [name for name, arguments in CHECKS.items() if not _passes(name, arguments)]


def _passes(name: str, arguments: tuple[str, ...]) -> bool:
    started = time.monotonic()
    done = subprocess.run(
        [str(PYTHON), *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    word = "failed" if done.returncode else "ok"
    say(f"{name}: {word} ({time.monotonic() - started:.1f} s)")
    if done.returncode:
        print(f"{done.stdout}{done.stderr}".rstrip(), flush=True)
    return done.returncode == 0
