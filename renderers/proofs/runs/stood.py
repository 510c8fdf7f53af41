"""The latest runs and how their pictures stand: what a recheck takes anew, and what it costs, before it is done."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.plan import Plan
from renderers.preview import plan_shots
from renderers.proofs.proof import Shot
from renderers.proofs.runs.reading import KeptRun, kept_run, latest_runs, runs_of
from renderers.proofs.runs.standing import Standing, standings
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.workspace import Workspace

if TYPE_CHECKING:
    from renderers.budget.purse import Purse

STALE: frozenset[Standing] = frozenset({"mail", "profile", "engine"})


@dataclass(frozen=True)
class StoodRun:
    """A run, and for each of its shots how it stands, in their order."""

    whole: KeptRun
    stood: tuple[Standing, ...]

    @property
    def stale(self) -> int:
        """How many pictures are not as they would be now."""
        return sum(each in STALE for each in self.stood)


@dataclass(frozen=True)
class RecheckPlan:
    """What a recheck would do: the ``runs`` it looks at, and the plan of the new runs of those with stale pictures."""

    runs: tuple[StoodRun, ...]
    plan: Plan

    @property
    def stale(self) -> tuple[StoodRun, ...]:
        """The runs that would be taken anew."""
        return tuple(each for each in self.runs if each.stale)


async def stood_runs(
    workspace: Workspace, templates: Sequence[str] = (), *, pool: RenderPool, cache: PictureCache | None = None
) -> list[StoodRun]:
    """Return the latest run of each template (or of all that have one) and how it stands. Raises like ``standings``."""
    latest = latest_runs(await asyncio.to_thread(runs_of, workspace))
    found = []
    for name in templates or sorted(latest):
        if name in latest:
            whole = await asyncio.to_thread(kept_run, workspace, latest[name].id)
            found.append(StoodRun(whole, tuple(await standings(workspace, whole.shots, pool=pool, cache=cache))))
    return found


def shots_of(runs: Sequence[StoodRun]) -> list[Shot]:
    """Return all pictures of those runs that have stale ones: a new run shows what is current too."""
    return [kept.shot for each in runs if each.stale for kept in each.whole.shots]


async def plan_recheck(
    workspace: Workspace,
    templates: Sequence[str] = (),
    *,
    pool: RenderPool,
    cache: PictureCache | None = None,
    purse: Purse,
) -> RecheckPlan:
    """Say what ``recheck`` with the same arguments would take and cost; nothing is taken. Raises like ``plan``."""
    runs = await stood_runs(workspace, templates, pool=pool, cache=cache)
    planned = await plan_shots(workspace, shots_of(runs), pool=pool, cache=cache, purse=purse)
    return RecheckPlan(tuple(runs), planned)
