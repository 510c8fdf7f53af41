"""Cards as they are drawn: each once, because each stroke may wait for the threads that work beside; a few in a frame.

A frame that drew a whole new page of cards would stop the scrolling. What it has no time for is shown as it was, or
empty, and drawn in the next ones.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple

from PySide6.QtGui import QPixmap

FRAME_S = 0.005  # for new cards; there may be as much again of other work
_MOST = 160  # more than a large screen shows


class Look(NamedTuple):
    """How a card is told from its neighbours."""

    is_selected: bool
    is_hovered: bool


Draw = Callable[[int, Look], QPixmap]
"""Draws the card of a row."""


@dataclass(frozen=True)
class _Drawn:
    look: Look
    card: QPixmap
    is_current: bool = True


class DrawnCards:
    """The cards of a view by their rows; ``begin`` each frame."""

    def __init__(self, draw: Draw, *, now: Callable[[], float] = perf_counter) -> None:
        self._draw, self._now = draw, now
        self._cards: OrderedDict[int, _Drawn] = OrderedDict()
        self._until = 0.0
        self.late: set[int] = set()
        """Rows that this frame had no time for."""

    def begin(self) -> None:
        """A new frame: there is time again."""
        self._until = self._now() + FRAME_S
        self.late = set()

    def card(self, row: int, look: Look) -> QPixmap | None:
        """Return the card, drawn anew as long as there is time; else as it was drawn last, None when it never was."""
        known = self._cards.get(row)
        if known is not None:
            self._cards.move_to_end(row)
            if known.is_current and known.look == look:
                return known.card
        if self._now() >= self._until:
            self.late.add(row)
            return known.card if known is not None else None
        card = self._draw(row, look)
        self._cards[row] = _Drawn(look, card)
        self._cards.move_to_end(row)
        while len(self._cards) > _MOST:
            self._cards.popitem(last=False)
        return card

    def doubt(self, row: int) -> None:
        """This one shows something else now."""
        if row in self._cards:
            self._cards[row] = _Drawn(self._cards[row].look, self._cards[row].card, is_current=False)

    def clear(self) -> None:
        """All of them do, at another size or place."""
        self._cards.clear()
