"""What is asked of a browser, what comes back, and the key that says when two pictures are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from renderers.clients.profile import Profile
from renderers.render.images import Image, fake_url, load_image

MAX_HEIGHT = 16_000
"""A picture ends here, in CSS pixels: beyond it a browser takes gigabytes."""

PictureFormat = Literal["jpeg", "png"]
MEDIA_TYPES: Mapping[PictureFormat, str] = {"jpeg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, eq=False)
class RenderJob:
    """One mail in one profile.

    ``html`` names its pictures by ``fake_url(path)``; ``images`` maps these paths (from the workspace's root) to the
    file or its bytes. Format jpeg (quality 80) is for looking, png (lossless) for comparing. ``engine`` is the kind
    that takes the picture (one of ``RenderPool.casts``), "" the profile's own. A client itself gets the mail as it is
    sent; ``remote_images`` says whether its reader allowed pictures. ``density`` is how many pixels the picture has
    for one of CSS: nothing in the mail sees it, and an engine that cannot takes one.
    """

    html: str
    images: Mapping[str, Path | bytes]
    profile: Profile
    max_height: int = MAX_HEIGHT
    format: PictureFormat = "jpeg"
    engine: str = ""
    remote_images: bool = True
    density: float = 1

    @cached_property
    def served(self) -> Mapping[str, Image]:
        """The pictures by their address. Reads the files once; raises StorageError, LimitError."""
        return {fake_url(name): load_image(name, source) for name, source in self.images.items()}

    def key(self, engine: str) -> str:
        """Return the cache key of the picture that ``engine`` (an ``Engine.identity``) would take.

        Profiles with different names share a picture when everything a browser sees is the same.
        """
        seen = self.profile
        parts: list[object] = [
            self.html,
            sorted((url, image.digest) for url, image in self.served.items()),
            [seen.width, seen.height, seen.scale, seen.scheme],
            [self.max_height, self.format, self.remote_images],
            engine,
        ]
        if self.density != 1:  # the keys of the usual pictures stay what they were
            parts.append(self.density)
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Picture:
    """What a browser took: ``width`` x ``height`` pixels; ``content_width`` is how wide the page really is."""

    data: bytes
    width: int
    height: int
    content_width: int


@dataclass(frozen=True)
class RenderResult:
    """A finished picture. The page is wider than its viewport when ``content_width`` exceeds ``width``."""

    picture: bytes
    media_type: str
    width: int
    height: int
    content_width: int
    key: str
    cached: bool
