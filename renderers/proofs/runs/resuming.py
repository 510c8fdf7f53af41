"""Runs that broke off: going on with them, giving them up, or trying again what failed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Literal

from renderers.proofs.proof import Shot
from renderers.proofs.runs.reading import KeptRun, kept_run
from templates.store.runs import SavedRun, end_run, saved_runs, take_up_runs
from templates.workspace import Workspace

if TYPE_CHECKING:
    from renderers.budget.purse import Purse

Which = Literal["rest", "failed"]


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


def give_up(workspace: Workspace, run: SavedRun, purse: Purse | None = None) -> bool:
    """Let an interrupted run be over: what it has is kept, and its tokens are free at once.

    False, and nothing happens, when somebody else took it up. Raises StorageError, and like the ledger.
    """
    with workspace.database() as database:
        broken_off = [each.id for each in saved_runs(database, batch=run.batch) if each.is_interrupted()]
        if not (broken_off and take_up_runs(database, broken_off)):
            return False
        for each in broken_off:
            end_run(database, each, "stopped")
    if purse is not None:
        free_tokens(workspace, run.batch, purse)
    return True


def free_tokens(workspace: Workspace, batch: str, purse: Purse, *, ours: Collection[str] = ()) -> None:
    """Free what these runs still have set aside: whoever did it is gone, and they may be the last tokens.

    Not while anybody works on a run of the batch that is not ``ours``: it may be that one's. Raises StorageError.
    """
    with workspace.database() as database:
        others = [each for each in saved_runs(database, batch=batch) if each.id not in ours]
    if not any(each.state == "running" for each in others):
        purse.ledger.release_run(batch)
