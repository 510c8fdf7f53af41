"""The logo as mails show it: PNGs at twice the shown size, for light and for dark headers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from templates.brand.colours.brand_colours import BrandColours
from templates.brand.colours.contrast import DARK_GROUND, WHITE, contrast, rgb
from templates.brand.logos.ground import ON_DARK, ON_WHITE, for_dark, for_white, seen_on
from templates.brand.logos.logo_file import LogoFile
from templates.brand.logos.raster import checked_logo, is_svg, png_bytes
from templates.brand.logos.wordmark import lines_of, monogram, wordmark
from templates.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_WIDTH, MAX_HEIGHT = 200, 56  # CSS pixels
MAX_TYPE = 24  # height of a line set in type: a name has not the weight of a drawn logo
MAX_MARKED = 40  # height of a mark with the name beside it
SQUARE = 64  # CSS pixels
LEAST_MARK = 48  # pixels that a square logo needs to stand beside the name


@dataclass(frozen=True)
class LogoPngs:
    """PNG bytes, and the CSS size at which the wide ones are shown; ``drawn`` when the name was set in type."""

    wide: bytes
    wide_dark: bytes
    square: bytes
    width: int
    height: int
    dark_width: int
    dark_height: int
    drawn: bool


def make_logos(name: str, colours: BrandColours, files: Mapping[str, LogoFile]) -> LogoPngs:
    """Make the pictures from the originals (slots "wide", "square", "dark"); what is missing is drawn from the name."""
    primary = colours.primary
    light, dark = replace(colours, link="").palettes  # then ``link`` is the company's colour as words can have it
    square, wide, own_dark = (_usable(files.get(slot)) for slot in ("square", "wide", "dark"))
    if wide is not None:
        original = fitted(wide, 2 * MAX_WIDTH, 2 * MAX_HEIGHT)
        on_white, on_dark = for_white(original, primary), for_dark(original)
        box, vector = (MAX_WIDTH, MAX_HEIGHT), is_svg(files["wide"].data)
    else:
        mark = fitted(square, 2 * MAX_HEIGHT, 2 * MAX_HEIGHT) if square and min(square.size) >= LEAST_MARK else None
        on_white = wordmark(name, light.link, for_white(mark, primary) if mark else None)
        on_dark = wordmark(name, dark.ink, for_dark(mark) if mark else None)
        box, vector = (MAX_WIDTH, MAX_MARKED if mark else MAX_TYPE * lines_of(name)), True
    wide_light, size = shown(on_white, box, vector)
    if own_dark is not None and seen_on_dark(own_dark):
        on_dark = fitted(own_dark, 2 * MAX_WIDTH, 2 * MAX_HEIGHT)
        box, vector = (MAX_WIDTH, MAX_HEIGHT), is_svg(files["dark"].data)
    wide_dark, dark_size = shown(on_dark, box, vector)
    icon = for_white(square, primary) if square else monogram(name, primary if seen(primary) else light.action)
    return LogoPngs(
        wide=png_bytes(wide_light),
        wide_dark=png_bytes(wide_dark),
        square=png_bytes(fitted(squared(icon), 2 * SQUARE, 2 * SQUARE)),
        width=size[0],
        height=size[1],
        dark_width=dark_size[0],
        dark_height=dark_size[1],
        drawn=wide is None,
    )


def _usable(file: LogoFile | None) -> Image | None:
    """The trimmed original; None when there is none, or when somebody damaged it."""
    try:
        return checked_logo(file.data) if file else None
    except InputError:
        return None


def seen_on_dark(picture: Image) -> bool:
    """Whether a logo that is said to be for dark grounds can really be seen on one."""
    return seen_on(picture, DARK_GROUND, ON_DARK)


def shown(picture: Image, box: tuple[int, int], vector: bool) -> tuple[Image, tuple[int, int]]:
    """Scale a logo for its place in the header: the picture in pixels and the CSS size it is shown at.

    A drawing fills the box (CSS pixels); a bitmap is never shown larger than it is, nor given pixels it does not have.
    """
    factor = min(box[0] / picture.width, box[1] / picture.height)
    factor = factor if vector else min(1.0, factor)
    width, height = picture.width * factor, picture.height * factor
    return fitted(picture, round(2 * width), round(2 * height)), (max(1, round(width)), max(1, round(height)))


def seen(colour: str) -> bool:
    """Whether a shape in this colour can be seen on white: dark enough, or as loud as a neon yellow."""
    return contrast(colour, WHITE) >= ON_WHITE or max(rgb(colour)) - min(rgb(colour)) > 120


def fitted(picture: Image, width: int, height: int) -> Image:
    """Scale down into a box; a smaller picture stays as it is."""
    from PIL import Image

    factor = min(width / picture.width, height / picture.height)
    if factor >= 1:
        return picture
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def squared(picture: Image) -> Image:
    """Centre a picture on a transparent square."""
    from PIL import Image

    side = max(picture.size)
    square = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    square.paste(picture, ((side - picture.width) // 2, (side - picture.height) // 2))
    return square
