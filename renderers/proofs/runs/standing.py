"""Whether saved pictures are still true: each is compared with the one that would be taken as everything stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from renderers.camera import Foreseen
from renderers.mails import Turn
from renderers.preview import foresee
from renderers.proofs.runs.record import KeptShot
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.errors import InputError, MailwrightError
from templates.workspace import Workspace

Standing = Literal["current", "mail", "profile", "engine", "broken", "none"]
"""What a saved picture is worth: ``current``; stale since the ``mail``, the client's ``profile`` or the ``engine``
changed; the mail is ``broken`` now (or its client or template is gone); there is ``none``: it failed or was not taken.
"""


async def standings(
    workspace: Workspace,
    shots: Sequence[KeptShot],
    *,
    pool: RenderPool,
    cache: PictureCache | None = None,
    turn: Turn | None = None,
) -> list[Standing]:
    """Return how each saved picture stands. Builds the mails; takes no picture, costs nothing.

    With a ``turn`` it is quiet work (``foresee``). Raises BrowserMissingError, StorageError.
    """
    taken = [kept.shot for kept in shots if kept.is_taken]
    try:
        found = iter(await foresee(workspace, taken, pool=pool, cache=cache, turn=turn))
    except InputError:  # the template as a whole is gone
        return ["broken" if kept.is_taken else "none" for kept in shots]
    return [standing_of(kept, next(found)) if kept.is_taken else "none" for kept in shots]


def standing_of(kept: KeptShot, now: Foreseen | MailwrightError) -> Standing:
    """Return how one picture stands next to what it would be now."""
    if isinstance(now, MailwrightError):
        return "broken"
    if now.key == kept.saved.key:
        return "current"
    if now.fingerprint.mail != kept.saved.mail:
        return "mail"
    return "profile" if now.fingerprint.shown != kept.saved.shown else "engine"
