"""What is compared, made off the GUI thread: the pictures as pixels, and where each differs from the first."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.proofs.look.looked import Looked
from desktop.proofs.look.raster import Raster, read_picture, read_raster
from renderers.proofs.difference import Difference, difference
from renderers.proofs.levelling import Levelled, Piece, levelled
from templates.errors import MailwrightError, StorageError


@dataclass(frozen=True)
class Compared:
    """One of several pictures: as pixels, or why there is none; ``found`` is where it differs from the first."""

    looked: Looked
    raster: Raster | MailwrightError
    found: Difference | None = None

    @property
    def can_be_level(self) -> bool:
        """Whether its rows can be kept level with the first one's."""
        return isinstance(self.raster, Raster) and (self.found is None or self.found.is_comparable)


def compared(pictures: tuple[Looked, ...]) -> tuple[Compared, ...]:
    """Read pictures and compare each with the first. Takes some tenths of a second for each."""
    first, *others = pictures
    return (Compared(first, _raster(first)), *(_beside(first, other) for other in others))


def level_with(pictures: tuple[Compared, ...]) -> Levelled | None:
    """Return the pictures with their rows level; None where one cannot be compared with the first."""
    first, others = pictures[0], [each.found for each in pictures[1:]]
    if not isinstance(first.raster, Raster) or not all(found and found.is_comparable for found in others):
        return None
    return levelled(first.raster.whole.height, [found.strips for found in others if found])


def unlevelled(pictures: tuple[Compared, ...]) -> Levelled:
    """Return the pictures as they are, each from its top."""
    heights = [each.raster.whole.height if isinstance(each.raster, Raster) else 0 for each in pictures]
    return Levelled(max(heights), tuple((Piece(0, 0, height),) for height in heights))


def _raster(looked: Looked) -> Raster | MailwrightError:
    if looked.picture is None:
        return looked.error or StorageError("This picture is not there any more.", advice="Render it again.")
    try:
        return read_raster(looked.picture)
    except MailwrightError as error:
        return error


def _beside(first: Looked, other: Looked) -> Compared:
    raster = _raster(other)
    if first.picture is None or other.picture is None or not isinstance(raster, Raster):
        return Compared(other, raster)
    try:
        return Compared(other, raster, difference(read_picture(first.picture), read_picture(other.picture)))
    except MailwrightError:  # the first one's fault: it says so itself
        return Compared(other, raster)
