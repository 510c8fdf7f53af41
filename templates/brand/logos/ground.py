"""Logos on a ground: can the logo be seen there, and if not, what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.brand.colours.contrast import DARK_GROUND, WHITE, contrast, hex_of, rgb
from templates.brand.logos.negative import negative
from templates.brand.logos.raster import pixel_counts

if TYPE_CHECKING:
    from PIL.Image import Image

ON_DARK = 3.0  # WCAG's ratio for graphics; at 2:1, where a logo can just be made out, a dark green still drowns
ON_WHITE = 1.3  # a yellow logo on white is the company's own choice; a white one is lost
ON_PLATE = 2.0
SEEN, WHOLLY = 0.6, 0.9  # shares of the outline that must be seen
OWN_GROUND = 0.75  # share of opaque pixels from which a picture brings its own ground: a badge, an app icon, a JPEG
SECOND = 0.04  # share of a second colour on that ground


def seen_on(picture: Image, ground: str, least: float) -> bool:
    """Whether most of the logo's outline has ``least`` contrast to ``ground``, or the logo brings its own ground."""
    return brings_ground(picture) or seen_share(picture, ground, least) >= SEEN


def seen_share(picture: Image, ground: str, least: float) -> float:
    """The share of the logo's outline, 0 to 1, that has ``least`` contrast to ``ground``."""
    weights = _colour_counts(_outline(picture))
    seen = sum(count for colour, count in weights.items() if contrast(colour, ground) >= least)
    return seen / sum(weights.values()) if weights else 1.0


def for_white(picture: Image, primary: str) -> Image:
    """The logo for a white header: itself, or on a plate of the company's colour when it is white."""
    if seen_on(picture, WHITE, ON_WHITE):
        return picture
    # Where the plate would swallow a part in the company's own colour, a dark one shows it all.
    return plate(picture, primary if seen_share(picture, primary, ON_PLATE) > WHOLLY else DARK_GROUND)


def for_dark(picture: Image) -> Image:
    """The logo for a dark header: itself, or its negative, or on a white plate."""
    if seen_on(picture, DARK_GROUND, ON_DARK):
        return picture
    swapped = negative(picture)
    return swapped if swapped is not None and seen_on(swapped, DARK_GROUND, ON_DARK) else plate(picture, WHITE)


def brings_ground(picture: Image) -> bool:
    """Whether the logo stands on a shape of its own, so that it can be read anywhere."""
    if _opaque_share(picture) < OWN_GROUND:
        return False
    weights = _colour_counts(picture)
    main = max(weights, key=lambda colour: weights[colour])
    return sum(count for colour, count in weights.items() if contrast(colour, main) > 1.5) > SECOND * sum(
        weights.values()
    )


def plate(picture: Image, colour: str) -> Image:
    """The logo on a rounded plate of ``colour``, with air around it."""
    from PIL import Image, ImageDraw

    pad = max(4, round(min(picture.size) * 0.28))
    size = (picture.width + 2 * pad, picture.height + 2 * pad)
    # Drawn four times as large: Pillow's rounded corners are not smooth.
    mask = Image.new("L", (size[0] * 4, size[1] * 4), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, mask.width - 1, mask.height - 1), radius=round(pad * 2.8), fill=255)
    ground = Image.new("RGBA", size, (*rgb(colour), 255))
    ground.alpha_composite(picture, (pad, pad))
    ground.putalpha(mask.resize(size, Image.Resampling.LANCZOS))
    return ground


def _outline(picture: Image) -> Image:
    """The picture with only those opaque pixels left that touch a transparent one."""
    from PIL import ImageChops, ImageFilter

    small = _small(picture)
    opaque = small.getchannel("A").point(lambda alpha: 255 if alpha > 160 else 0)
    inner = opaque.filter(ImageFilter.MinFilter(3))
    small.putalpha(ImageChops.subtract(opaque, inner))
    return small


def _opaque_share(picture: Image) -> float:
    alpha = _small(picture).getchannel("A").histogram()
    return sum(alpha[200:]) / max(1, sum(alpha))


def _colour_counts(picture: Image) -> dict[str, int]:
    counts: dict[str, int] = {}
    for (red, green, blue, alpha), count in pixel_counts(_small(picture)).items():
        if alpha > 160:
            name = hex_of((red, green, blue))
            counts[name] = counts.get(name, 0) + count
    return counts


def _small(picture: Image) -> Image:
    """A copy of at most 400 pixels, where each pixel still is one of the logo's colours."""
    from PIL import Image

    small = picture.copy()
    small.thumbnail((400, 400), resample=Image.Resampling.NEAREST)
    return small
