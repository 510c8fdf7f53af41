"""From a mail in a client to the job of an engine: what that engine gets to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from renderers.clients.pipeline import ClientHtml
from renderers.clients.profile import Mode, Profile
from renderers.render.cast import Cast
from renderers.render.job import PictureFormat, RenderJob
from renderers.render.still import standing_still


@dataclass(frozen=True, eq=False)
class ClientMail:
    """A mail as it is sent (``html``), what a client made of it (``client``), and its pictures as in ``RenderJob``."""

    html: str
    client: ClientHtml
    images: Mapping[str, Path | bytes]
    profile: Profile
    mode: Mode

    def job(self, cast: Cast, picture_format: PictureFormat = "jpeg") -> RenderJob:
        """Return the job for an engine: a client itself gets the mail, any other what the profile made of it.

        Where pictures are off none is served, whatever asks for it. Raises StorageError.
        """
        remote = self.mode != "images-off"
        images = self.images if remote else {}
        shown = self.profile.in_mode(self.mode)
        if cast.takes_mail:
            return RenderJob(self.html, images, shown, format=picture_format, engine=cast.kind, remote_images=remote)
        still = standing_still(self.client.html, images)
        return RenderJob(self.client.html, still, shown, format=picture_format, engine=cast.kind)
