"""Pictures that were taken before: content-addressed files with a limit on their total size."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import platformdirs

from renderers.render.job import RenderResult
from templates.errors import StorageError
from templates.files import write_bytes

LIMIT_BYTES = 500_000_000
_SHRINK_TO = 0.9  # of the limit, so that not every new picture makes room again

_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png"}


class PictureCache:
    """A folder of pictures: ``<key[:2]>/<key>.jpg`` and beside it ``<key>.json`` with sizes and checksum.

    Several processes may share it. What is damaged counts as absent; what was not looked at for the longest time goes
    first when there is more than ``limit`` bytes. A disk that refuses to write costs the cache, not the run.
    """

    def __init__(self, folder: Path | None = None, *, limit: int = LIMIT_BYTES) -> None:
        self.folder = folder or platformdirs.user_cache_path("mailwright", appauthor=False) / "pictures"
        self._limit = limit
        self._size: int | None = None

    def get(self, key: str) -> RenderResult | None:
        """Return the picture of this key, or None."""
        try:
            facts = json.loads(self._facts_path(key).read_bytes())
            path = self._picture_path(key, facts["media_type"])
            picture = path.read_bytes()
            result = _result(key, facts, picture)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # the age that decides who goes
        return result

    def put(self, result: RenderResult) -> None:
        """Keep a picture. The picture is written last: whoever finds it finds its facts too."""
        facts = {
            "media_type": result.media_type,
            "width": result.width,
            "height": result.height,
            "content_width": result.content_width,
            "sha256": hashlib.sha256(result.picture).hexdigest(),
        }
        with contextlib.suppress(StorageError):
            self._make_room(len(result.picture))
            write_bytes(self._facts_path(result.key), json.dumps(facts).encode())
            write_bytes(self._picture_path(result.key, result.media_type), result.picture)

    def _facts_path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"

    def _picture_path(self, key: str, media_type: str) -> Path:
        return self.folder / key[:2] / (key + _ENDINGS[media_type])

    def _make_room(self, coming: int) -> None:
        """Remove the oldest pictures when the limit is passed. The total is counted once and kept up from then on."""
        if self._size is None:
            self._size = sum(size for _, size, _ in self._pictures())
        self._size += coming
        if self._size > self._limit:
            self._size = coming + self._remove_oldest(int(self._limit * _SHRINK_TO) - coming)

    def _remove_oldest(self, target: int) -> int:
        """Remove until at most ``target`` bytes are left; return how many are."""
        pictures = sorted(self._pictures())
        left = sum(size for _, size, _ in pictures)
        for _, size, path in pictures:
            if left <= target:
                break
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
                path.with_suffix(".json").unlink(missing_ok=True)
                left -= size
        return left

    def _pictures(self) -> list[tuple[float, int, Path]]:
        """Return (last use, bytes, path) of every picture that is there."""
        found = []
        for path in self.folder.glob("??/*"):
            if path.suffix in _ENDINGS.values():
                with contextlib.suppress(OSError):  # another process removed it meanwhile
                    state = path.stat()
                    found.append((state.st_mtime, state.st_size, path))
        return found


def _result(key: str, facts: dict[str, Any], picture: bytes) -> RenderResult:
    """Raises ValueError when the picture is not the one that was kept."""
    if hashlib.sha256(picture).hexdigest() != facts["sha256"]:
        raise ValueError("damaged")
    return RenderResult(
        picture=picture,
        media_type=str(facts["media_type"]),
        width=int(facts["width"]),
        height=int(facts["height"]),
        content_width=int(facts["content_width"]),
        key=key,
        cached=True,
    )
