"""Sixty pictures on a farm of this computer: one worker, two, and two of which one is killed in mid-run.

Every starter in three profiles, paid for out of the workspace's ledger, without a cache. The workers share the cores
with everything else, so that two of them are no faster than one here: what counts is that all pictures arrive.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from assets import asset
from renderers.budget.purse import open_purse
from templates.brand.kit import extract_brand
from templates.generate import add_brand, add_starters, slug_of
from templates.toml_files import update_toml
from templates.workspace import Workspace
from tests.renderers.render.farm.local_farm import LocalFarm, local_farm
from tests.renderers.render.farm.paid_run import PaidRun, paid_run

KILL_AFTER = 20  # pictures
LANES = 2  # of each worker


def farm_rows() -> list[dict[str, str | float | int]]:
    """Return one row for each way."""
    with tempfile.TemporaryDirectory() as folder, local_farm() as farm:
        workspace = sample(Path(folder) / "sample")
        paid(workspace, templates=2)  # what every first run loads
        rows = [row("this computer", paid(workspace))]
        update_toml(workspace.root / "workspace.toml", {"farm": {"scheduler": farm.scheduler}})
        os.environ["MAILWRIGHT_FARM"] = farm.scheduler
        workspace = Workspace.open(workspace.root)
        farm.need_workers(1, lanes=LANES)
        rows.append(row("farm, 1 worker", paid(workspace)))
        farm.need_workers(2, lanes=LANES)
        rows.append(row("farm, 2 workers", paid(workspace)))
        rows.append(row("farm, 2 workers, 1 killed in mid-run", paid(workspace, killer(farm))))
    return rows


def killer(farm: LocalFarm) -> Callable[[int], None]:
    """Return what kills a worker when a third of the pictures are there."""

    def look(count: int) -> None:
        if count == KILL_AFTER:
            farm.kill_worker()

    return look


def paid(
    workspace: Workspace, on_count: Callable[[int], None] | None = None, *, templates: int | None = None
) -> PaidRun:
    """Take every picture, as new to the ledger: each run is another account's."""
    with open_purse(workspace) as purse:
        root = next(each.id for each in purse.accounts.tree() if not each.parent)
        name = f"run-{len(purse.accounts.tree())}"
        purse.accounts.create(name, parent=root)
        purse.ledger.allocate(root, name, 100)
    names = [each.name for each in workspace.templates()][:templates]
    return paid_run(workspace, names, account=name, on_count=on_count)


def row(way: str, run: PaidRun) -> dict[str, str | float | int]:
    """Say what was measured."""
    return {
        "way": way,
        "pictures": sum(proof.result is not None for proof in run.proofs),
        "seconds": run.seconds,
        "pictures/s": len(run.proofs) / run.seconds,
        "came twice": sum(count - 1 for count in run.arrived.values()),
        "charged": run.spent,
        "wrong": ", ".join(run.wrong) or "nothing",
    }


def sample(root: Path) -> Workspace:
    """The sample company with all starters in English."""
    kit = extract_brand(str(asset("samples", "site")))
    workspace = Workspace.create(root, name=kit.name, brand=slug_of(kit))
    add_starters(workspace, add_brand(workspace, kit), languages=("en",))
    return workspace


if __name__ == "__main__":
    from report import report

    report("proofs_farm", farm_rows())
