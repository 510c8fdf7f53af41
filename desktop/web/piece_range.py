"""Which pieces of a mail changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PieceRange:
    """``removed`` pieces from ``first`` on became ``added``."""

    first: int
    removed: int
    added: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not self.removed and not self.added


def changed_range(before: Sequence[str], after: Sequence[str]) -> PieceRange:
    """Return the smallest range of neighbours that makes ``after`` out of ``before``."""
    most = min(len(before), len(after))
    first = 0
    while first < most and before[first] == after[first]:
        first += 1
    last = 0
    while last < most - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return PieceRange(first, len(before) - first - last, tuple(after[first : len(after) - last]))
