"""The traffic light of a template: whether it was proofed as it stands. Exports and sends ask it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from renderers.proofs.runs.reading import kept_run, latest_runs, runs_of
from renderers.proofs.runs.record import KeptShot
from renderers.proofs.runs.standing import Standing, standings
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.store.answers import Verdict, standing_of
from templates.store.runs import SavedRun
from templates.workspace import Workspace

Colour = Literal["green", "amber", "red", "none"]


@dataclass(frozen=True)
class Light:
    """``green``: every picture of the latest run is as it would be now. ``amber``: some are not any more. ``red``: some
    failed, or the mail does not build. ``none``: there is no run that came to its end.

    ``counts`` says how many pictures stand how; ``verdict`` is what people said to that run.
    """

    colour: Colour
    run: SavedRun | None = None
    counts: Mapping[Standing, int] = field(default_factory=dict)
    verdict: Verdict | None = None

    @property
    def stale(self) -> int:
        """How many pictures are not as they would be now."""
        return sum(self.counts.get(each, 0) for each in ("mail", "profile", "engine"))


async def lights(
    workspace: Workspace, templates: Sequence[str], *, pool: RenderPool, cache: PictureCache | None = None
) -> dict[str, Light]:
    """Return the light of each template. Builds their mails; takes no picture. Raises like ``standings``."""
    runs = latest_runs(await asyncio.to_thread(runs_of, workspace))
    found: dict[str, Light] = {}
    for name in templates:
        if name not in runs:
            found[name] = Light("none")
            continue
        whole = await asyncio.to_thread(kept_run, workspace, runs[name].id)
        stood = await standings(workspace, whole.shots, pool=pool, cache=cache)
        found[name] = light_of(whole.run, whole.shots, stood, standing_of(list(whole.answers)))
    return found


def light_of(
    run: SavedRun, shots: Sequence[KeptShot], stood: Sequence[Standing], verdict: Verdict | None = None
) -> Light:
    """Return the light of a template whose latest run is ``run``."""
    counts = Counter(stood)
    red = counts["broken"] + counts["none"] or any(kept.error for kept in shots)
    stale = counts["mail"] + counts["profile"] + counts["engine"]
    return Light("red" if red else "amber" if stale else "green", run, dict(counts), verdict)
