"""The negative of a logo: its dark colour becomes white, light details in it become dark, bright colours stay.

What a designer draws for dark grounds when the brand has no such file. Works on a picture of the shown size.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from templates.brand.colours.contrast import DARK_GROUND, contrast, hex_of
from templates.brand.logos.raster import pixel_counts

if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[float, float, float]
WHITE: Colour = (255.0, 255.0, 255.0)
NEAR = 70.0  # RGB distance within which a pixel belongs to the main colour, antialiasing included
ON_AXIS, OFF_AXIS = 28.0, 64.0  # distance from the line main colour – white: below it swaps, above it stays
EXPLAINED = 0.96  # share of the pixels that must swap well or be bright enough to stay


def negative(picture: Image) -> Image | None:
    """The negative; None when the logo has no one dark colour that carries it (then a plate is safer)."""
    from PIL import Image

    pixels = pixel_counts(picture)
    opaque = {colour: count for colour, count in pixels.items() if colour[3] > 160}
    main = _main_colour(opaque)
    if main is None or not _explained(opaque, main):
        return None
    swapped = {colour: bytes((*_swapped(colour[:3], main), colour[3])) for colour in pixels}
    data = picture.tobytes()
    drawn = b"".join(swapped[colour] for colour in zip(data[0::4], data[1::4], data[2::4], data[3::4], strict=True))
    return Image.frombytes("RGBA", picture.size, drawn)


def _main_colour(opaque: dict[tuple[int, int, int, int], int]) -> Colour | None:
    """The colour that more than half of the logo is drawn in."""
    if not opaque:
        return None
    red, green, blue, _ = max(opaque, key=lambda colour: opaque[colour])
    main = (float(red), float(green), float(blue))
    near = sum(count for colour, count in opaque.items() if _distance(_floats(colour), main) < NEAR)
    return main if near > 0.5 * sum(opaque.values()) else None


def _explained(opaque: dict[tuple[int, int, int, int], int], main: Colour) -> bool:
    """Whether the rest lies between the main colour and white, or is bright enough to stay."""
    good = 0
    for colour, count in opaque.items():
        on_axis = _from_axis(_floats(colour), main)[1] < ON_AXIS
        if on_axis or contrast(hex_of(colour[:3]), DARK_GROUND) > 2.5:
            good += count
    return good >= EXPLAINED * sum(opaque.values())


@lru_cache(maxsize=65536)
def _swapped(colour: tuple[int, int, int], main: Colour) -> tuple[int, int, int]:
    place, off = _from_axis(_floats(colour), main)
    mirrored = tuple(w + place * (m - w) for w, m in zip(WHITE, main, strict=True))
    stay = min(1.0, max(0.0, (off - ON_AXIS) / (OFF_AXIS - ON_AXIS)))
    red, green, blue = (round(stay * c + (1 - stay) * m) for c, m in zip(colour, mirrored, strict=True))
    return red, green, blue


def _from_axis(colour: Colour, main: Colour) -> tuple[float, float]:
    """Where a colour lies between the main colour (0) and white (1), and how far beside that line."""
    axis = [w - m for w, m in zip(WHITE, main, strict=True)]
    length = sum(part * part for part in axis) or 1.0
    place = sum((c - m) * part for c, m, part in zip(colour, main, axis, strict=True)) / length
    place = min(1.0, max(0.0, place))
    foot = (main[0] + place * axis[0], main[1] + place * axis[1], main[2] + place * axis[2])
    return place, _distance(colour, foot)


def _floats(colour: tuple[int, ...]) -> Colour:
    return float(colour[0]), float(colour[1]), float(colour[2])


def _distance(one: Colour, other: Colour) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)
