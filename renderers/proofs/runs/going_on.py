"""Going on with a run that broke off, or trying again what failed in it; what it has stays as it is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from renderers.plan import Plan
from renderers.proofs.proof import Shot
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.resuming import Which, free_tokens, left_of, whole_batch
from renderers.proofs.runs.taking import take_and_keep
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from renderers.run import OnProgress
from templates.errors import InputError
from templates.store.runs import SavedRun
from templates.workspace import Workspace

if TYPE_CHECKING:
    from renderers.budget.purse import Purse


def missing_of(workspace: Workspace, run: SavedRun, which: Which) -> dict[Shot, tuple[str, int]]:
    """Return what is to be taken still, by shot its run and place. Raises StorageError.

    An interrupted run was interrupted with all that was asked for with it; what failed is this run's alone.
    """
    batch = whole_batch(workspace, run.batch)
    return left_of(batch if which == "rest" else [each for each in batch if each.run.id == run.id], which)


async def go_on(
    workspace: Workspace,
    run: SavedRun,
    which: Which,
    *,
    pool: RenderPool | None = None,
    cache: PictureCache | None = None,
    purse: Purse | None = None,
    on_plan: Callable[[Plan], None] | None = None,
    on_progress: OnProgress | None = None,
) -> int:
    """Take what is missing; return how many pictures there are more.

    Raises InputError when somebody else goes on with the run, and like ``preview``; what was done by then is kept.
    """
    places = await asyncio.to_thread(missing_of, workspace, run, which)
    if not places and (which == "failed" or not run.is_interrupted()):
        return 0  # one that broke off after its last picture is still to be ended
    keeper = await asyncio.to_thread(RunKeeper.take_up, workspace, run.batch, places)
    if keeper is None:
        raise InputError("Somebody else goes on with this run.", advice="Wait until it is done.")
    if purse is not None:
        await asyncio.to_thread(free_tokens, workspace, run.batch, purse, ours=keeper.runs)
    proofs = await take_and_keep(
        workspace,
        list(places),
        keeper,
        pool=pool,
        cache=cache,
        purse=purse,
        on_plan=on_plan,
        on_progress=on_progress,
    )
    if keeper.fault:
        raise keeper.fault
    return sum(proof.result is not None for proof in proofs)
