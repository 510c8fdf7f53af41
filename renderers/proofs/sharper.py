"""The same picture with more pixels, for looking closely. It was paid for already, so it costs nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from renderers.mails import build_template, mails_of
from renderers.proofs.proof import Shot
from renderers.render.cache import PictureCache
from renderers.render.picture_pool import PicturePool
from renderers.render.pictures import Pictures
from templates.workspace import Workspace

DENSITY = 2.0
"""Pixels for one CSS pixel."""


async def sharper(
    workspace: Workspace, shot: Shot, key: str, *, pool: PicturePool, cache: PictureCache | None = None
) -> bytes | None:
    """Take the picture of this ``key`` with ``DENSITY``; None where it would be another picture by now.

    The engine that took it has to be there still, and the mail, the client's rules and its pictures have to be what
    they were. An engine that cannot gives the usual picture. Raises MailwrightError like the pool.
    """
    with mails_of(workspace, None, build_template) as mails:
        _proof, mail = await mails.prepared(shot)
        if mail is None:
            return None
        pictures = Pictures(pool, cache)
        for cast in pool.casts(mail.profile.in_mode(mail.mode)):  # the truest one need not have been the one
            job = await asyncio.to_thread(mail.job, cast)
            if await pictures.key(job) == key:
                return (await pictures.picture(replace(job, density=DENSITY))).picture
    return None
