"""From a mail in a client to the job of an engine: what that engine gets to see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from renderers.clients.pipeline import ClientHtml
from renderers.clients.profile import Mode, Profile
from renderers.render.cast import Cast
from renderers.render.images import load_image
from renderers.render.job import PictureFormat, RenderJob
from renderers.render.remote.files import NOTHING, RemoteFiles
from renderers.render.still import standing_still


class Fingerprint(NamedTuple):
    """What tells later why a picture is not the same any more: digests of ``mail``, as it is sent with its pictures,
    and of what is ``shown`` of it, by the client's rules in its viewport. Where both stayed, the engine changed.
    """

    mail: str
    shown: str


@dataclass(frozen=True, eq=False)
class ClientMail:
    """A mail as it is sent (``html``), what a client made of it (``client``), and its pictures as in ``RenderJob``.

    ``remote`` is what the client loads from the web.
    """

    html: str
    client: ClientHtml
    images: Mapping[str, Path | bytes]
    profile: Profile
    mode: Mode
    remote: RemoteFiles = NOTHING

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """The mail's fingerprint. Reads its pictures; raises StorageError, LimitError."""
        pictures = sorted((name, load_image(name, source).digest) for name, source in self.images.items())
        seen = self.profile.in_mode(self.mode)
        shown = [self.client.html, self.mode, seen.width, seen.height, seen.scale, seen.scheme]
        return Fingerprint(_digest([self.html, pictures, sorted(self.remote.data)]), _digest(shown))

    def job(self, cast: Cast, picture_format: PictureFormat = "jpeg") -> RenderJob:
        """Return the job for an engine: a client itself gets the mail, any other what the profile made of it.

        Where pictures are off none is served, whatever asks for it. Raises StorageError.
        """
        allowed = self.mode != "images-off"
        images = {**self.images, **self.remote.data} if allowed else {}
        shown = self.profile.in_mode(self.mode)
        if cast.takes_mail:
            html = self.remote.served_in(self.html)
            return RenderJob(html, images, shown, format=picture_format, engine=cast.kind, remote_images=allowed)
        html = self.remote.served_in(self.client.html)
        return RenderJob(html, standing_still(html, images), shown, format=picture_format, engine=cast.kind)


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
