"""Saved pictures as small as a card shows them: made once, kept as small files, and handed out as pixels.

A window shows pixels without decoding anything itself; a full picture takes ten times longer to read than a small one.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from renderers.proofs.thumbnail import shrunk
from renderers.render.cache import PictureCache
from renderers.render.job import RenderResult
from templates.errors import StorageError

WIDTH, HEIGHT = 640, 800  # pixels of a small file: the largest card at twice the density
LIMIT_BYTES = 200_000_000
FOLDER = "small"


class SmallPictures:
    """Small files beside the cache of pictures; for any thread."""

    def __init__(self, cache: PictureCache, *, limit: int = LIMIT_BYTES) -> None:
        self._files = PictureCache(cache.folder / FOLDER, limit=limit)

    def pixels(self, key: str, path: Path, width: int, height: int) -> bytes:
        """Return the top of the picture ``key``, which lies at ``path``, as ``card_pixels``.

        Raises StorageError when it cannot be read.
        """
        kept = self._files.get(key)
        if kept is not None:
            return card_pixels(kept.picture, width, height)
        try:
            whole = path.read_bytes()
        except OSError as error:
            raise StorageError("This picture is not there any more.", advice="Render it again.") from error
        small = _small_file(whole)
        self._files.put(RenderResult(small, "image/jpeg", WIDTH, HEIGHT, WIDTH, key, cached=False))
        return card_pixels(small, width, height)


def card_pixels(picture: bytes, width: int, height: int) -> bytes:
    """Return the top of a picture at exactly this size, four bytes a pixel: blue, green, red, 255.

    Below a short mail goes on the colour that it ends with. Raises StorageError when it is damaged.
    """
    top = shrunk(picture, width, height, enlarge=True)
    whole = Image.new("RGB", (width, height), top.getpixel((min(1, width - 1), top.height - 1)))
    whole.paste(top)
    return whole.convert("RGBA").tobytes("raw", "BGRA")


def _small_file(picture: bytes) -> bytes:
    """Return the top of a picture as a JPEG that is read fast: not a progressive one."""
    out = io.BytesIO()
    shrunk(picture, WIDTH, HEIGHT, enlarge=True).save(out, "JPEG", quality=85)
    return out.getvalue()
