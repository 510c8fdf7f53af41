"""Taking pictures with a record: what comes is kept as it comes, and how it ended is noted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from renderers.mails import Builder, build_template
from renderers.plan import Plan
from renderers.preview import preview_shots
from renderers.proofs.proof import Proof, Shot
from renderers.proofs.runs.keeper import RunKeeper
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from renderers.run import OnProgress, OnProof
from templates.store.runs import RunState
from templates.workspace import Workspace

if TYPE_CHECKING:
    from renderers.budget.purse import Purse


async def take_and_keep(
    workspace: Workspace,
    shots: Sequence[Shot],
    keeper: RunKeeper | None,
    *,
    pool: RenderPool | None = None,
    cache: PictureCache | None = None,
    purse: Purse | None = None,
    contact: Mapping[str, Any] | None = None,
    build: Builder = build_template,
    run: str = "",
    on_plan: Callable[[Plan], None] | None = None,
    on_proof: OnProof | None = None,
    on_progress: OnProgress | None = None,
) -> list[Proof]:
    """Do what ``preview_shots`` does and keep every proof as it comes; ``keeper`` is closed in the end.

    Raises like it; what was done by then is kept. ``keeper.fault`` says what could not be kept. Without a keeper there
    is no record; ``run`` then names the run in the ledger.
    """

    def done(proof: Proof) -> None:
        if keeper:
            keeper.keep(proof)
        if on_proof:
            on_proof(proof)

    state: RunState = "failed"
    try:
        proofs = await preview_shots(
            workspace,
            shots,
            pool=pool,
            cache=cache,
            purse=purse,
            on_plan=on_plan,
            on_proof=done,
            on_progress=on_progress,
            contact=contact,
            build=build,
            run=keeper.batch if keeper else run,
        )
        state = "done"
        return proofs
    except asyncio.CancelledError:
        state = "stopped"
        raise
    finally:
        if keeper:
            await asyncio.shield(asyncio.create_task(asyncio.to_thread(keeper.close, state)))
