"""Pictures that were taken before: a cache with a limit on its total size, and beside it what a workspace keeps."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Protocol

import platformdirs

from renderers.render.job import RenderResult
from renderers.render.picture_files import ENDINGS, has_picture, picture_path, read_picture, write_picture
from renderers.render.room import Room, remove
from templates.errors import StorageError

LIMIT_BYTES = 500_000_000


class Kept(Protocol):
    """Where pictures are looked up and kept, by their key."""

    def has(self, key: str) -> bool:
        """Say whether the picture is there, without reading it."""

    def get(self, key: str) -> RenderResult | None:
        """Return the picture; None where it is not there, or damaged."""

    def put(self, result: RenderResult) -> None:
        """Keep a picture, if that can be done."""


class PictureCache:
    """A folder of pictures as in ``picture_files``.

    Several processes may share it. What is damaged counts as absent; what was not looked at for the longest time goes
    first when there is more than ``limit`` bytes. A disk that refuses to write costs the cache, not the run.
    """

    def __init__(self, folder: Path | None = None, *, limit: int = LIMIT_BYTES) -> None:
        self.folder = folder or platformdirs.user_cache_path("mailwright", appauthor=False) / "pictures"
        self._room = Room(self.folder, tuple(ENDINGS.values()), limit)

    def has(self, key: str) -> bool:
        """Say whether the picture of this key is there, without reading it."""
        return has_picture(self.folder, key)

    def get(self, key: str) -> RenderResult | None:
        """Return the picture of this key, or None."""
        result = read_picture(self.folder, key)
        if result is not None:
            with contextlib.suppress(OSError):
                os.utime(picture_path(self.folder, key, result.media_type))  # the age that decides who goes
        elif self.has(key):
            self._forget(key)
        return result

    def put(self, result: RenderResult) -> None:
        """Keep a picture."""
        with contextlib.suppress(StorageError):
            self._room.make(len(result.picture))
            write_picture(self.folder, result)

    def _forget(self, key: str) -> None:
        """Remove what is damaged in its full length, so that it does not seem to be there."""
        for media_type in ENDINGS:
            with contextlib.suppress(OSError):
                remove(picture_path(self.folder, key, media_type))


class KeptPictures:
    """A cache, and a folder of ``saved`` pictures that is only read: what left the one may still lie in the other."""

    def __init__(self, cache: Kept, saved: Path) -> None:
        self._cache = cache
        self._saved = saved

    def has(self, key: str) -> bool:
        """Say whether the picture of this key is in either."""
        return self._cache.has(key) or has_picture(self._saved, key)

    def get(self, key: str) -> RenderResult | None:
        """Return the picture of this key, or None."""
        return self._cache.get(key) or read_picture(self._saved, key)

    def put(self, result: RenderResult) -> None:
        """Keep a picture in the cache."""
        self._cache.put(result)
