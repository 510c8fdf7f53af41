"""Pictures that a browser took of a stranger's page: checked, and made small enough to keep."""

from __future__ import annotations

import io

from PIL import Image

MOST_BYTES = 1_000_000  # of a kept first screen
FAINT = 8  # opacity of 255 under which nothing is seen


def drawn_alone(picture: bytes) -> bytes:
    """The cut-out of a drawing; b"" when nothing is on it, or one colour all over: what a missing mask leaves."""
    with Image.open(io.BytesIO(picture), formats=["PNG"]) as image:
        drawing = image.convert("RGBA")
    box = drawing.getchannel("A").point(lambda alpha: 255 * (alpha > FAINT)).getbbox()
    if box is None:
        return b""
    return b"" if drawing.getcolors(maxcolors=1) else picture


def small_enough(picture: bytes) -> bytes:
    """A screen's picture as it is, or with 256 colours when photographs make it large; flat colours stay."""
    if len(picture) <= MOST_BYTES:
        return picture
    with Image.open(io.BytesIO(picture), formats=["PNG"]) as image:
        fewer = image.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    out = io.BytesIO()
    fewer.save(out, "PNG", optimize=True)
    return out.getvalue()
