"""A run on a farm that is paid for, and what came of it."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from renderers.budget.purse import open_purse
from renderers.preview import preview
from renderers.proofs.proof import Proof
from templates.workspace import Workspace


@dataclass
class PaidRun:
    """``arrived`` counts how often each shot was handed out, ``charges`` has the keys that were paid for."""

    proofs: list[Proof] = field(default_factory=list)
    arrived: Counter[Any] = field(default_factory=Counter)
    charges: Counter[str] = field(default_factory=Counter)
    spent: int = 0
    faults: list[Any] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def wrong(self) -> list[str]:
        """Empty when every picture is there, none came or was charged twice, and the ledger's sums hold."""
        keys = {proof.result.key for proof in self.proofs if proof.result}
        faults = {
            "pictures are missing": not all(proof.result for proof in self.proofs),
            "pictures came twice": set(self.arrived.values()) != {1},
            "charges are not those of the pictures": self.charges != Counter(keys),
            "the sum differs": self.spent != len(keys),
        }
        return [*(fault for fault, is_there in faults.items() if is_there), *map(str, self.faults)]


def paid_run(
    workspace: Workspace,
    templates: Sequence[str],
    *,
    account: str = "",
    on_count: Callable[[int], None] | None = None,
    **options: Any,
) -> PaidRun:
    """Preview templates with the workspace's purse; ``on_count`` is told how many proofs are there."""
    run = PaidRun()

    def note(proof: Proof) -> None:
        run.arrived[proof.shot] += 1
        if on_count:
            on_count(run.arrived.total())

    with open_purse(workspace, account) as purse:
        before = len(purse.ledger.history(purse.account))
        started = time.perf_counter()
        run.proofs = asyncio.run(preview(workspace, templates, purse=purse, on_proof=note, **options))
        run.seconds = time.perf_counter() - started
        entries = [each for each in purse.ledger.history(purse.account)[before:] if each.kind == "settle"]
        run.spent = sum(each.spent for each in entries)
        run.charges = Counter(each.key.rpartition("/")[2] for each in entries)
        run.faults = [*purse.ledger.audit(), *([purse.balance] if purse.balance.reserved else [])]
    return run
