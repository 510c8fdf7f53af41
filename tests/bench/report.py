"""What every benchmark does with its figures: print a table, keep them as JSON in ``.dev/bench``.

A benchmark is a script ``bench_<name>.py`` in this folder; ``python3 dev.py bench <name>`` runs it. Times on a shared
machine wander, so measure against something in the same run and give the ratio beside the figure.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

FOLDER = Path(__file__).parents[2] / ".dev" / "bench"
Row = Mapping[str, str | float | int]


def report(name: str, rows: Sequence[Row]) -> None:
    """Print ``rows`` as a table, columns as in the first one, and write them to ``.dev/bench/<name>.json``."""
    table = Table(*rows[0], title=name)
    for row in rows:
        table.add_row(*[f"{value:.3g}" if isinstance(value, float) else str(value) for value in row.values()])
    Console(width=120).print(table)
    FOLDER.mkdir(parents=True, exist_ok=True)
    figures = {
        "name": name,
        "taken": datetime.now(UTC).isoformat(timespec="seconds"),
        "rows": [dict(row) for row in rows],
    }
    (FOLDER / f"{name}.json").write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def seconds(work: Callable[[], object], times: int = 9) -> float:
    """Return the median time of ``work`` in seconds, after one call that warms up."""
    work()
    return statistics.median(_once(work) for _ in range(times))


def _once(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
