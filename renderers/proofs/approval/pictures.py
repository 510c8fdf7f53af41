"""A sheet's pictures: shrunk until the whole can be mailed, and long ones cut where nothing is torn apart.

On a screen the slices stand on top of each other without a gap, on paper side by side.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from PIL import Image

from renderers.proofs.sheet_pictures import EMBEDDED_BYTES, fitting
from renderers.proofs.thumbnail import Media, encoded, scaled

# Width in pixels and quality: the best that fits. A picture narrower than that is not enlarged.
_STEPS = ((1000, 74), (800, 68), (640, 62), (480, 55), (360, 45), (280, 30), (200, 30))
MEDIA: dict[bool, Media] = {False: "webp", True: "jpeg"}
"""By whether it is for paper: a PDF keeps JPEG as it is, and anything else as bare pixels."""
PAPER_BYTES = 7_000_000  # of pictures in a PDF, where nothing is coded as text
_SPARED = 1.25
_LOOK = 0.12  # of a slice's height, to both sides: how far from its place a cut may lie


@dataclass(frozen=True)
class Slice:
    """A part of a picture as a file in base64; sizes in pixels."""

    media: Media
    data: str
    width: int
    height: int

    @property
    def source(self) -> str:
        """The address of a picture that is inside the page."""
        return f"data:image/{self.media};base64,{self.data}"


@dataclass(frozen=True)
class Wanted:
    """A picture to embed: its ``file``, and how many times its width a slice may be high."""

    file: Path
    tallest: float


def sliced(
    wanted: Sequence[Wanted], *, for_paper: bool, tick: Callable[[], None] = lambda: None
) -> list[tuple[Slice, ...]]:
    """Return the slices of each picture, all as large as fits; none of one that cannot be read.

    ``tick`` is called, from any thread, before each attempt at a picture; what it raises ends the work.
    """
    most = PAPER_BYTES if for_paper else EMBEDDED_BYTES
    return fitting(wanted, partial(_shrunk, media=MEDIA[for_paper], tick=tick), _weight, _STEPS, most)


def cuts(image: Image.Image, tallest: int) -> list[int]:
    """Return where to cut a picture, from 0 to its height: pieces of like height, none above ``tallest`` pixels.

    A cut lies in a row of few colours near its place, so that a line of text is not torn. What is a little too high
    stays whole: paper shows it a little smaller.
    """
    if image.height <= tallest * _SPARED:
        return [0, image.height]
    count = math.ceil(image.height / (tallest * (1 - _LOOK)))
    step = image.height / count
    grey = image.convert("L")
    return [0, *(_quiet_row(grey, round(step * n), round(step * _LOOK / 2)) for n in range(1, count)), image.height]


def _quiet_row(grey: Image.Image, place: int, reach: int) -> int:
    """The row near ``place`` whose pixels differ least; the nearest of several."""

    def unrest(row: int) -> tuple[int, int]:
        pixels = grey.crop((0, row, grey.width, row + 1)).tobytes()
        return max(pixels) - min(pixels), abs(row - place)

    return min(range(max(1, place - reach), min(grey.height - 1, place + reach) + 1), key=unrest)


def _shrunk(wanted: Wanted, width: int, quality: int, *, media: Media, tick: Callable[[], None]) -> tuple[Slice, ...]:
    tick()
    try:
        with Image.open(wanted.file) as source:
            image = scaled(source, width)
    except (OSError, SyntaxError):  # Pillow's words for a damaged file
        return ()
    rows = cuts(image, max(1, round(wanted.tallest * image.width)))
    pieces = [image.crop((0, top, image.width, end)) for top, end in pairwise(rows)]
    return tuple(
        Slice(media, base64.b64encode(encoded(each, media, quality)).decode(), each.width, each.height)
        for each in pieces
    )


def _weight(slices: tuple[Slice, ...]) -> int:
    return sum(len(each.data) * 3 // 4 for each in slices)
