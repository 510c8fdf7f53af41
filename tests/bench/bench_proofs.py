"""Pictures at speed: every bar with its figure, as ratios within one run where machines differ.

``--quick`` leaves out what takes minutes. Parts, one file each: ``proofs_pictures`` (the pool against the
straightforward way), ``proofs_runs`` (a starter in every client), ``proofs_guards`` (attacks, memory), ``proofs_farm``
(sixty pictures on workers), ``proofs_window`` (stalls of the window meanwhile).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import proofs_guards
import proofs_pictures
import proofs_runs
from bars import Bars
from report import Row, report

HERE = Path(__file__).parent


def main() -> None:
    """Measure everything."""
    quick = "--quick" in sys.argv
    bars = Bars()
    proofs_pictures.measure(bars)
    proofs_runs.measure(bars)
    proofs_guards.attacks(bars)
    if not quick:
        proofs_guards.memory(bars)
    report("proofs", bars.rows)
    if not quick:
        farm()
        report("proofs_window", window_rows())


def farm() -> None:
    """On workers of this computer; needs what the farm needs."""
    from proofs_farm import farm_rows

    report("proofs_farm", farm_rows())


def window_rows() -> list[Row]:
    """The window is a program of its own: Qt has one application a process."""
    done = subprocess.run([sys.executable, HERE / "proofs_window.py"], stdout=subprocess.PIPE, check=True)
    rows: list[Row] = json.loads(done.stdout)
    return rows


if __name__ == "__main__":
    main()
