"""Has the picture of a mail in a client taken by the truest engine that is there and starts."""

from __future__ import annotations

import asyncio
import contextlib
from typing import NamedTuple

from renderers.engines import BrowserMissingError
from renderers.render.cast import Cast, weighed
from renderers.render.job import PictureFormat, RenderResult
from renderers.render.mail_job import ClientMail, Fingerprint
from renderers.render.picture_pool import PicturePool
from renderers.render.pictures import Charge, Pictures


class Foreseen(NamedTuple):
    """The key of the picture that would be taken, whether it is known already, and by what mail it comes about."""

    key: str
    is_known: bool
    fingerprint: Fingerprint


class Camera:
    """Takes pictures out of ``pool``, none of them twice (``pictures``)."""

    def __init__(self, pool: PicturePool, pictures: Pictures) -> None:
        self._pool = pool
        self._pictures = pictures

    async def take(
        self, mail: ClientMail, picture_format: PictureFormat = "jpeg", *, charge: Charge | None = None
    ) -> tuple[Cast, RenderResult]:
        """Return who took the picture (as true as this mail is in it) and the picture. Raises like the pool.

        An engine that does not start leaves the picture to the next one; raises BrowserMissingError after the last.
        """
        *truer, last = self._pool.casts(mail.profile.in_mode(mail.mode))
        for cast in truer:
            with contextlib.suppress(BrowserMissingError):
                return await self._taken(mail, cast, picture_format, charge)
        return await self._taken(mail, last, picture_format, charge)

    async def foreseen(self, mail: ClientMail) -> Foreseen:
        """Return what is known of the picture that the truest engine would take. Raises StorageError, LimitError."""
        job = await asyncio.to_thread(mail.job, self._pool.casts(mail.profile.in_mode(mail.mode))[0], "jpeg")
        fingerprint = await asyncio.to_thread(lambda: mail.fingerprint)
        return Foreseen(await self._pictures.key(job), await self._pictures.is_known(job), fingerprint)

    async def _taken(
        self, mail: ClientMail, cast: Cast, picture_format: PictureFormat, charge: Charge | None
    ) -> tuple[Cast, RenderResult]:
        result = await self._pictures.picture(await asyncio.to_thread(mail.job, cast, picture_format), charge)
        return weighed(cast, mail), result
