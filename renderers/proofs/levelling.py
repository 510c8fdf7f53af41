"""Pictures beside each other, their rows level: where one has something that the others have not, those have a gap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from renderers.proofs.strips import Strip


class Piece(NamedTuple):
    """Rows ``top`` up to ``bottom`` of a picture, that begin at the row ``at`` of all together."""

    at: int
    top: int
    bottom: int


@dataclass(frozen=True)
class Levelled:
    """How high all are together, and where the rows of each are: one tuple of pieces for each picture, in order."""

    height: int
    columns: tuple[tuple[Piece, ...], ...]


def levelled(height: int, others: Sequence[Sequence[Strip]]) -> Levelled:
    """Level pictures with the first one, which is ``height`` rows high; ``others`` are aligned with it one by one."""
    more: dict[int, int] = {}  # rows of the first picture before which others have so many rows more
    for strips in others:
        for strip in strips:
            old, new = strip.heights
            if new > old:
                more[strip.before[1]] = max(new - old, more.get(strip.before[1], 0))
    room = _Room(more)
    whole = Strip((0, height), (0, height), same=True)
    columns = (tuple(_column(strips, room)) for strips in ((whole,), *others))
    return Levelled(height + room.total, tuple(columns))


class _Room:
    """Where the rows of the first picture come to lie."""

    def __init__(self, more: dict[int, int]) -> None:
        self.rows = sorted(more)
        self._sums = [0, *accumulate(more[row] for row in self.rows)]
        self.total = self._sums[-1]

    def before(self, row: int) -> int:
        """The end of what lies above a row, without the gap there."""
        return row + self._sums[bisect_left(self.rows, row)]

    def of(self, row: int) -> int:
        """The row itself."""
        return row + self._sums[bisect_right(self.rows, row)]


def _column(strips: Sequence[Strip], room: _Room) -> Iterator[Piece]:
    for strip in strips:
        (top, _bottom), (own, end) = strip.before, strip.after
        beside = min(strip.heights)
        cuts = [top, *(row for row in room.rows if top < row < top + beside), top + beside]
        for start, stop in pairwise(cuts):
            if stop > start:
                yield Piece(room.of(start), own + start - top, own + stop - top)
        if end - own > beside:
            yield Piece(room.before(strip.before[1]), own + beside, end)
