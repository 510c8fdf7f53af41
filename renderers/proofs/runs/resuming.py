"""Runs that broke off: going on with them, giving them up, or trying again what failed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from renderers.proofs.proof import Shot
from renderers.proofs.runs.reading import KeptRun, kept_run
from templates.store.runs import SavedRun, end_run, saved_runs, take_up_run
from templates.workspace import Workspace

if TYPE_CHECKING:
    from renderers.budget.purse import Purse

Which = Literal["rest", "failed"]


def interrupted_runs(workspace: Workspace) -> list[SavedRun]:
    """Return the runs whose program is gone, newest first. Raises StorageError."""
    with workspace.database() as database:
        return [run for run in saved_runs(database) if run.is_interrupted()]


def left_of(runs: Iterable[KeptRun], which: Which) -> dict[Shot, tuple[str, int]]:
    """Return what is to be taken still: the ``rest`` that never was, or what ``failed``; by shot its run and place."""
    return {
        kept.shot: (whole.run.id, kept.saved.place)
        for whole in runs
        for kept in whole.shots
        if not kept.is_taken and (kept.error is not None) == (which == "failed")
    }


def whole_batch(workspace: Workspace, batch: str) -> list[KeptRun]:
    """Return the runs that were asked for at once. Raises StorageError."""
    with workspace.database() as database:
        ids = [run.id for run in saved_runs(database, batch=batch)]
    return [kept_run(workspace, each) for each in ids]


def give_up(workspace: Workspace, run: SavedRun, purse: Purse | None = None) -> None:
    """Let an interrupted run be over: what it has is kept, and its tokens are free at once.

    Nothing happens when somebody else took it up. Raises StorageError, and like the ledger.
    """
    with workspace.database() as database:
        for each in saved_runs(database, batch=run.batch):
            if each.is_interrupted() and take_up_run(database, each.id):
                end_run(database, each.id, "stopped")
    if purse is not None:
        purse.ledger.release_run(run.batch)
