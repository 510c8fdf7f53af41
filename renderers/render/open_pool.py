"""Where a workspace's pictures are taken: on its farm, or on this computer."""

from __future__ import annotations

from renderers.render.picture_pool import PicturePool
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError
from templates.workspace import Workspace


def open_pool(workspace: Workspace) -> PicturePool:
    """Return the pool to enter: ``[farm]`` in ``workspace.toml`` names the scheduler of a farm."""
    scheduler = workspace.settings.farm.scheduler
    if not scheduler:
        return RenderPool()
    from renderers.render.farm.pool import FarmPool

    return FarmPool(scheduler)


def notices_of(*parts: object) -> tuple[MailwrightError, ...]:
    """Return what is odd about a run's pool or its store, and no failure."""
    return tuple(notice for part in parts for notice in getattr(part, "notices", ()))
