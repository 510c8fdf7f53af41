"""What a picture shows, without the empty ground around it: for thumbnails of single blocks."""

from __future__ import annotations

import io

from PIL import Image, ImageChops

from templates.errors import StorageError

MARGIN = 20  # pixels of the picture that stay around what it shows
_VISIBLE = 8  # a smaller difference to the ground is a compression's


def cutout(picture: bytes, width: int, height: int) -> bytes | None:
    """Return what ``picture`` shows as a PNG of at most ``width`` x ``height`` pixels, never enlarged; None if nothing.

    The ground is the colour of the corner at the bottom left, where also the result has it. Raises StorageError when
    ``picture`` is not a picture.
    """
    try:
        with Image.open(io.BytesIO(picture)) as source:
            return _fitted(source.convert("RGB"), width, height)
    except (OSError, SyntaxError) as error:  # Pillow's words for a damaged file
        raise StorageError("This picture is damaged.", advice="Render it again.") from error


def _fitted(image: Image.Image, width: int, height: int) -> bytes | None:
    box = _shown(image)
    if box is None:
        return None
    shown = image.crop(box)
    scale = min(1.0, width / shown.width, height / shown.height)
    size = (max(1, round(shown.width * scale)), max(1, round(shown.height * scale)))
    out = io.BytesIO()
    shown.resize(size, Image.Resampling.LANCZOS).save(out, "PNG")
    return out.getvalue()


def _shown(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box around everything that is not ground, with its margin."""
    ground = Image.new("RGB", image.size, image.getpixel((0, image.height - 1)))
    difference = ImageChops.difference(image, ground).convert("L").point(lambda value: 255 * (value > _VISIBLE))
    box = difference.getbbox()
    if box is None:
        return None
    left, top, right, bottom = box
    return (
        max(0, left - MARGIN),
        max(0, top - MARGIN),
        min(image.width, right + MARGIN),
        min(image.height, bottom + MARGIN),
    )
