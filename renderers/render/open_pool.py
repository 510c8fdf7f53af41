"""Where a workspace's pictures are taken: on its farm, or on this computer."""

from __future__ import annotations

from renderers.render.picture_pool import PicturePool
from renderers.render.pool import RenderPool
from templates.errors import InputError, MailwrightError
from templates.settings import load_settings
from templates.workspace import Workspace


def open_pool(workspace: Workspace) -> PicturePool:
    """Return the pool to enter: ``[farm]`` in ``workspace.toml`` names the scheduler of a farm.

    Raises InputError where this user's own settings do not name it too: what comes back from a farm can run any code
    here, and a workspace may be a stranger's.
    """
    scheduler = workspace.settings.farm.scheduler
    if not scheduler:
        return RenderPool()
    if scheduler != load_settings().farm:
        raise InputError(
            "This workspace takes its pictures on the farm {scheduler}, and you have not said that you trust it.",
            advice='Where you do, name it as "Farm" in the preferences, or in MAILWRIGHT_FARM.',
            scheduler=scheduler,
        )
    from renderers.render.farm.pool import FarmPool

    return FarmPool(scheduler)


def notices_of(*parts: object) -> tuple[MailwrightError, ...]:
    """Return what is odd about a run's pool or its store, and no failure."""
    return tuple(notice for part in parts for notice in getattr(part, "notices", ()))
