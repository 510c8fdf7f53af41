"""How long the demo takes: the first time, and again when its pictures are in the cache."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from report import report


def main() -> None:
    """Run the demo twice in a folder and with a cache of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "MAILWRIGHT_CACHE_FOLDER": str(Path(folder) / "cache")}
        command = [sys.executable, "-m", "desktop.cli", "demo", "--no-window", "--out", str(Path(folder) / "demo")]

        def demo() -> float:
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=environment)
            return time.perf_counter() - started

        first, again = demo(), demo()
    rows = [
        {"demo": "first, 120 pictures", "seconds": round(first, 1), "ratio": 1.0},
        {"demo": "again", "seconds": round(again, 1), "ratio": round(again / first, 2)},
    ]
    report("demo", rows)


if __name__ == "__main__":
    main()
