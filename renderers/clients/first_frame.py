"""The first frame of a moving picture, for clients that show only that."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import GifImagePlugin, Image, PngImagePlugin

MAX_PIXELS = 25_000_000
"""A larger picture comes back as it is: the renderer refuses it anyway."""

_Moving = (GifImagePlugin.GifImageFile, PngImagePlugin.PngImageFile)


@lru_cache(maxsize=64)
def first_frame(data: bytes) -> bytes:
    """Return the first frame of an animated GIF or PNG as PNG; what does not move comes back as it is.

    So does what cannot be read: the browser will not show it either.
    """
    try:
        return _first_frame(data)
    except Exception:  # noqa: BLE001 - hostile bytes: what a reader of Pillow may raise is open-ended
        return data


def _first_frame(data: bytes) -> bytes:
    if data[:4] not in (b"GIF8", b"\x89PNG"):
        return data
    with Image.open(io.BytesIO(data), formats=("GIF", "PNG")) as image:
        # The header tells the size; nothing is decoded before it is known to be small.
        if image.width * image.height > MAX_PIXELS or not isinstance(image, _Moving) or not image.is_animated:
            return data
        image.seek(0)
        frame = io.BytesIO()
        image.convert("RGBA").save(frame, "PNG")
        return frame.getvalue()
