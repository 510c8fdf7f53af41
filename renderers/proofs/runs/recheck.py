"""After a change of profile, engine or mail: take anew what is stale, and say which pictures really changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.plan import Plan
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.reading import KeptRun, kept_run
from renderers.proofs.runs.record import KeptShot
from renderers.proofs.runs.sameness import look_different
from renderers.proofs.runs.standing import Standing
from renderers.proofs.runs.stood import STALE, StoodRun, shots_of, stood_runs
from renderers.proofs.runs.taking import take_and_keep
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from renderers.run import OnProgress
from templates.workspace import Workspace

if TYPE_CHECKING:
    from renderers.budget.purse import Purse


@dataclass(frozen=True)
class Change:
    """A picture that was taken anew: ``why`` it was stale, and whether it looks different (``differs``)."""

    before: KeptShot
    after: KeptShot
    why: Standing
    differs: bool


@dataclass(frozen=True)
class Rechecked:
    """One template: its latest run before, the new one (None where nothing was stale), and what was taken anew."""

    template: str
    before: KeptRun
    after: KeptRun | None
    changes: tuple[Change, ...]

    @property
    def changed(self) -> tuple[Change, ...]:
        """The pictures that look different."""
        return tuple(change for change in self.changes if change.differs)


async def recheck(
    workspace: Workspace,
    templates: Sequence[str] = (),
    *,
    pool: RenderPool,
    cache: PictureCache | None = None,
    purse: Purse | None = None,
    on_plan: Callable[[Plan], None] | None = None,
    on_progress: OnProgress | None = None,
) -> list[Rechecked]:
    """Render what is stale in the latest run of each template (or of all that have one), as new runs.

    A new run holds all pictures of the one before; those that are current are not taken again and cost nothing.
    Raises like ``preview``; runs that were finished by then are kept.
    """
    older = await stood_runs(workspace, templates, pool=pool, cache=cache)
    newer: dict[str, KeptRun] = {}
    if shots := shots_of(older):
        keeper = await asyncio.to_thread(RunKeeper.begin, workspace, shots, account=purse.account if purse else "")
        await take_and_keep(
            workspace, shots, keeper, pool=pool, cache=cache, purse=purse, on_plan=on_plan, on_progress=on_progress
        )
        if keeper.fault:
            raise keeper.fault
        made = [await asyncio.to_thread(kept_run, workspace, run_id) for run_id in keeper.runs]
        newer = {each.run.template: each for each in made}
    return [await asyncio.to_thread(_rechecked, each, newer.get(each.whole.run.template)) for each in older]


def _rechecked(older: StoodRun, after: KeptRun | None) -> Rechecked:
    before = older.whole
    if after is None:
        return Rechecked(before.run.template, before, None, ())
    new = {kept.shot: kept for kept in after.shots}
    changes = [
        Change(old, new[old.shot], why, differs=look_different(old, new[old.shot]))
        for old, why in zip(before.shots, older.stood, strict=True)
        if why in STALE and old.shot in new
    ]
    return Rechecked(before.run.template, before, after, tuple(changes))
