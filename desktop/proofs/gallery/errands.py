"""What the window pays for: taking anew what is stale, and going on with a run that broke off. The work of jobs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

from desktop.jobs import Job
from desktop.proofs.quote import Quote, payers_of
from desktop.proofs.rendering import hold_to
from renderers.budget.purse import Purse, open_purse
from renderers.preview import plan_shots
from renderers.proofs.proof import Progress
from renderers.proofs.runs.going_on import go_on, missing_of
from renderers.proofs.runs.recheck import Rechecked, recheck
from renderers.proofs.runs.resuming import Which
from renderers.proofs.runs.stood import StoodRun, plan_recheck, shots_of
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.store.runs import SavedRun
from templates.workspace import Workspace


@dataclass(frozen=True)
class Foreseen:
    """What an errand would do: its cost, and for a recheck the ``runs`` that were looked at."""

    quote: Quote
    runs: tuple[StoodRun, ...] = ()

    @property
    def stale(self) -> tuple[StoodRun, ...]:
        """The runs with stale pictures."""
        return tuple(each for each in self.runs if each.stale)


class Errand(Protocol):
    """Something that costs tokens: first it is said what it costs, then it is done for at most that."""

    @property
    def goes_on(self) -> bool:
        """Whether tokens were set aside for it before, so that those that are free need not suffice."""

    async def foresee(self, job: Job, pool: RenderPool) -> Foreseen:
        """Say what it would do and cost; take nothing. Raises like ``plan``."""

    async def carry_out(self, job: Job, pool: RenderPool, agreed: int) -> object:
        """Do it for at most ``agreed`` tokens. Raises like ``preview``; what was done by then is kept."""


@dataclass(frozen=True)
class Recheck:
    """Take anew what is stale in the latest runs of ``templates``, or of all."""

    workspace: Workspace
    cache: PictureCache
    templates: tuple[str, ...] = ()
    goes_on: bool = False

    async def foresee(self, job: Job, pool: RenderPool) -> Foreseen:
        """Find out what is stale; nothing is taken."""
        async with _purse(self.workspace) as purse:
            found = await plan_recheck(self.workspace, self.templates, pool=pool, cache=self.cache, purse=purse)
            names = [each.whole.run.template for each in found.runs]
            payers = await asyncio.to_thread(payers_of, self.workspace, names, purse, found.plan.costs)
            return Foreseen(Quote(found.plan, payers, tuple(shots_of(found.runs))), found.runs)

    async def carry_out(self, job: Job, pool: RenderPool, agreed: int) -> list[Rechecked]:
        """Take it, and say which pictures changed."""
        async with _purse(self.workspace) as purse:
            return await recheck(
                self.workspace,
                self.templates,
                pool=pool,
                cache=self.cache,
                purse=purse,
                on_plan=lambda planned: hold_to(planned, agreed),
                on_progress=lambda progress: _tell(job, progress),
            )


@dataclass(frozen=True)
class GoOn:
    """Take what is left of a run and of those that were asked for with it: the ``rest``, or what ``failed``."""

    workspace: Workspace
    cache: PictureCache
    run: SavedRun
    which: Which = "rest"

    @property
    def goes_on(self) -> bool:
        """The tokens of an interrupted run are still set aside."""
        return self.which == "rest"

    async def foresee(self, job: Job, pool: RenderPool) -> Foreseen:
        """Say what the rest costs."""
        places = await asyncio.to_thread(missing_of, self.workspace, self.run, self.which)
        async with _purse(self.workspace) as purse:
            planned = await plan_shots(self.workspace, list(places), cache=self.cache, pool=pool, purse=purse)
            names = sorted({shot.template for shot in places})
            payers = await asyncio.to_thread(payers_of, self.workspace, names, purse, planned.costs)
            return Foreseen(Quote(planned, payers, tuple(places)))

    async def carry_out(self, job: Job, pool: RenderPool, agreed: int) -> int:
        """Take it; return how many pictures there are more. Raises InputError when somebody else took the run up."""
        async with _purse(self.workspace) as purse:
            return await go_on(
                self.workspace,
                self.run,
                self.which,
                pool=pool,
                cache=self.cache,
                purse=purse,
                on_plan=lambda planned: hold_to(planned, agreed),
                on_progress=lambda progress: _tell(job, progress),
            )


@asynccontextmanager
async def _purse(workspace: Workspace) -> AsyncIterator[Purse]:
    """The ledger, by the settings as they are now."""
    purse = await asyncio.to_thread(lambda: open_purse(Workspace.open(workspace.root)))
    try:
        yield purse
    finally:
        await asyncio.shield(asyncio.create_task(asyncio.to_thread(purse.close)))


def _tell(job: Job, progress: Progress) -> None:
    job.advance(progress.done, progress.total)
