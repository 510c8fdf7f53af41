"""Where two pictures of a mail differ, and by how much: rows aligned, and what JPEG makes of the same thing left out.

Two looks are taken: a near one for letters and lines, and a far one for the ground, of which a little more or less
is seen only where there is a lot of it. The thresholds are twice what was measured between JPEGs (quality 80) of the
same mail at different heights, of its texts and of photos.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageChops, ImageFilter

from renderers.proofs.strips import Strip, strips, visible
from templates.errors import StorageError

Kind = Literal["changed", "removed", "added"]
Size = Literal["none", "small", "medium", "large"]

CHANGED, REMOVED, ADDED = 1, 2, 3
"""What a byte of a mask says; 0 is the same."""

_NEAR, _FAR = ImageFilter.BoxBlur(1), ImageFilter.BoxBlur(8)
_LIGHTER, _TINTED = 20, 44  # of 255, near
_GROUND, _GROUND_TINT, _ANYTHING = 5, 10, 2  # far, and what there must be at the place itself
_SMALL, _MEDIUM = 0.01, 0.1  # of the pixels
_CELL = 8  # pixels of the grid on which what lies together is found
_SPECK = 6  # pixels: fewer are nothing that anybody sees


@dataclass(frozen=True)
class Box:
    """A place that differs, in pixels of the aligned pictures: from ``left``, ``top`` up to ``right``, ``bottom``."""

    left: int
    top: int
    right: int
    bottom: int
    kind: Kind = "changed"


@dataclass(frozen=True)
class Difference:
    """What tells two pictures apart.

    ``strips`` put rows of both beside each other; in the aligned pictures each strip is as high as its higher side.
    ``mask`` has a byte for each pixel of those, row by row: 0, ``CHANGED``, ``REMOVED``, ``ADDED``. ``score`` is the
    share of pixels that differ, 0 to 1. Pictures of different ``widths`` are not compared: a mail breaks its lines
    elsewhere there.
    """

    widths: tuple[int, int]
    strips: tuple[Strip, ...]
    score: float
    boxes: tuple[Box, ...] = ()
    mask: bytes = b""

    @property
    def is_comparable(self) -> bool:
        """Whether the pictures could be compared at all."""
        return self.widths[0] == self.widths[1]

    @property
    def is_same(self) -> bool:
        """Whether nobody would see a difference."""
        return self.is_comparable and not self.boxes

    @property
    def size(self) -> Size:
        """How much differs, in one word."""
        if self.is_same:
            return "none"
        return "small" if self.score < _SMALL else "medium" if self.score < _MEDIUM else "large"

    @property
    def height(self) -> int:
        """The height of the aligned pictures in pixels."""
        return sum(strip.height for strip in self.strips)


def difference(before: bytes, after: bytes) -> Difference:
    """Compare two picture files. Takes some tenths of a second; raises StorageError where one is damaged."""
    old, new = _opened(before), _opened(after)
    widths = (old.width, new.width)
    if widths[0] != widths[1]:
        return Difference(widths, (Strip((0, old.height), (0, new.height), same=False),), 1.0)
    if old.size == new.size and ImageChops.difference(old, new).getbbox() is None:
        whole = (0, old.height)
        return Difference(widths, (Strip(whole, whole, same=True),), 0.0, (), bytes(old.width * old.height))
    return _difference(_lightness_apart(old), _lightness_apart(new))


def look_same(before: bytes, after: bytes) -> bool:
    """Say whether nobody would see a difference; quicker than ``difference``. Raises StorageError."""
    old, new = _opened(before), _opened(after)
    if old.size != new.size:
        return False
    if ImageChops.difference(old, new).getbbox() is None:
        return True
    mask = _changed(_lightness_apart(old), _lightness_apart(new))
    return all(_is_speck(mask, box) for box in _boxes(mask))


def _difference(old: Image.Image, new: Image.Image) -> Difference:
    aligned = strips(old, new)
    mask = _changed(*_side_by_side(old, new, aligned))
    boxes = [box for box in _boxes(mask) if not _is_speck(mask, box)]
    places = list(_gaps(aligned, old.width))
    mask = _kinds(mask, boxes, places)
    total = mask.width * mask.height
    score = 1 - mask.histogram()[0] / total if total else 0.0
    found = tuple(sorted((*boxes, *places), key=lambda box: (box.top, box.left)))
    return Difference((old.width, new.width), aligned, score, found, mask.tobytes())


def _opened(picture: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(picture)) as image:
            return image.convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:  # Pillow's words for damage
        raise StorageError("This picture is damaged.", advice="Render it again.") from error


def _lightness_apart(picture: Image.Image) -> Image.Image:
    """Return Y, Cb and Cr in three bands; named RGB, because Pillow filters no picture that is named YCbCr."""
    return Image.merge("RGB", picture.convert("YCbCr").split())


def _side_by_side(old: Image.Image, new: Image.Image, aligned: Sequence[Strip]) -> tuple[Image.Image, Image.Image]:
    """Return both with their rows aligned; where one has none it has the other's, so that nothing differs there."""
    if old.height == new.height and all(strip.before == strip.after for strip in aligned):
        return old, new
    size = (old.width, sum(strip.height for strip in aligned))
    sheets = Image.new("RGB", size), Image.new("RGB", size)
    top = 0
    for strip in aligned:
        rows = _rows(old, strip.before), _rows(new, strip.after)
        for sheet, own, other in ((sheets[0], *rows), (sheets[1], *reversed(rows))):
            sheet.paste(other, (0, top))
            sheet.paste(own, (0, top))
        top += strip.height
    return sheets


def _rows(picture: Image.Image, rows: tuple[int, int]) -> Image.Image:
    return picture.crop((0, rows[0], picture.width, rows[1]))


def _changed(old: Image.Image, new: Image.Image) -> Image.Image:
    """Return a mask (0 or 255) of what people would see."""
    near = visible(ImageChops.difference(old.filter(_NEAR), new.filter(_NEAR)), _LIGHTER, _TINTED)
    far = visible(ImageChops.difference(old.filter(_FAR), new.filter(_FAR)), _GROUND, _GROUND_TINT)
    there = visible(ImageChops.difference(old, new), _ANYTHING, _ANYTHING)
    return ImageChops.lighter(near, ImageChops.darker(far, there))


def _boxes(mask: Image.Image) -> Iterator[Box]:
    """Yield the boxes around what lies together."""
    cells = mask.reduce(_CELL).point(lambda level: 255 * (level > 0)).filter(ImageFilter.MaxFilter(3))
    wide, left = cells.width, {place for place, level in enumerate(cells.tobytes()) if level}
    while left:
        group = set(_together(left, wide))
        columns, rows = {place % wide for place in group}, {place // wide for place in group}
        around = (_CELL * min(columns), _CELL * min(rows), _CELL * (max(columns) + 1), _CELL * (max(rows) + 1))
        inside = mask.crop(around).getbbox()
        if inside:
            x, y = around[:2]
            yield Box(inside[0] + x, inside[1] + y, inside[2] + x, inside[3] + y)


def _together(left: set[int], wide: int) -> Iterator[int]:
    """Take a cell and all that touch it out of ``left``."""
    waiting = [left.pop()]
    while waiting:
        place = waiting.pop()
        yield place
        beside = (place - 1) if place % wide else -1, (place + 1) if (place + 1) % wide else -1
        for each in (*beside, place - wide, place + wide):
            if each in left:
                left.remove(each)
                waiting.append(each)


def _is_speck(mask: Image.Image, box: Box) -> bool:
    return mask.crop((box.left, box.top, box.right, box.bottom)).histogram()[255] < _SPECK


def _gaps(aligned: Iterable[Strip], width: int) -> Iterator[Box]:
    """Yield what only one of the pictures has."""
    top = 0
    for strip in aligned:
        old, new = strip.heights
        if old != new:
            yield Box(0, top + min(old, new), width, top + strip.height, "removed" if old > new else "added")
        top += strip.height


def _kinds(mask: Image.Image, boxes: Iterable[Box], gaps: Iterable[Box]) -> Image.Image:
    """Return the mask with what each pixel is; without specks."""
    made = Image.new("L", mask.size)
    changed = mask.point(lambda level: CHANGED * (level > 0))
    for box in boxes:
        area = (box.left, box.top, box.right, box.bottom)
        made.paste(changed.crop(area), area)
    for gap in gaps:
        made.paste(REMOVED if gap.kind == "removed" else ADDED, (gap.left, gap.top, gap.right, gap.bottom))
    return made
