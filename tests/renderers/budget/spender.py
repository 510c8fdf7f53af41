"""What one process of a team does: it spends tokens until it has no more pictures to take, or is killed."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Barrier

from renderers.budget.errors import LeaseEnded, TokensMissing
from renderers.budget.ledger import Ledger

HOUR = 3600.0
_PATIENCE_S = 60.0
_SHORT = 0.05  # seconds: some leases run out while the process still lives


@dataclass(frozen=True)
class Work:
    """The pictures that a process is to take, by number, and who pays."""

    url: str
    account: str
    pictures: Sequence[int]
    log: Path
    is_victim: bool = False


def spend(work: Work, all_there: Barrier) -> None:
    """Take every picture: reserve, charge, publish. Whatever goes wrong is written down.

    A victim first sets one token aside for a run that nobody repeats, before anybody takes anything: one that starts
    late would find none. It never ends by itself.
    """
    log = os.open(work.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        with Ledger(work.url) as ledger:
            if work.is_victim:
                ledger.reserve(work.account, 1, key=f"given up {work.pictures[0]}", lease_s=HOUR)
            all_there.wait(_PATIENCE_S)
            for picture in work.pictures:
                _tell(log, f"{_take(ledger, work.account, picture)} {picture}")
    except BaseException as error:
        _tell(log, f"failed {error!r}")
        raise
    if work.is_victim:
        threading.Event().wait()


def _take(ledger: Ledger, account: str, picture: int) -> str:
    """The picture is there once it was rendered; it is charged before anybody gets it."""
    try:
        run = ledger.reserve(account, 1, key=f"run {picture}", lease_s=_SHORT if picture % 3 else HOUR)
        ledger.settle(run, 1, key=f"picture {picture}")
    except (TokensMissing, LeaseEnded):
        return "refused"
    return "published"


def _tell(log: int, line: str) -> None:
    """In one write, so that a kill leaves all of the line or nothing; published is what stands here."""
    os.write(log, f"{line}\n".encode())


def told(log: Path) -> list[tuple[str, str]]:
    """What a process wrote down: ("published", "refused" or "failed", the picture or the error)."""
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    return [(kind, what) for kind, _, what in (line.partition(" ") for line in lines)]
