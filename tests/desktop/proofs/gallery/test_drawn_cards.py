"""Cards that are drawn once, and a few in a frame."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPixmap

from desktop.proofs.gallery.drawn_cards import FRAME_S, DrawnCards, Look

PLAIN, CHOSEN = Look(is_selected=False, is_hovered=False), Look(is_selected=True, is_hovered=False)


class Clock:
    """Each card that is drawn takes as long as ``each``."""

    def __init__(self, each: float) -> None:
        self.time, self.each = 0.0, each
        self.drawn: list[tuple[int, Look]] = []

    def now(self) -> float:
        return self.time

    def draw(self, row: int, look: Look) -> QPixmap:
        self.time += self.each
        self.drawn.append((row, look))
        return QPixmap(2, 2)


@pytest.fixture
def slow(qapp):
    """Two cards fill a frame."""
    return Clock(FRAME_S / 2)


@pytest.fixture
def cards(slow):
    return DrawnCards(slow.draw, now=slow.now)


def frame(cards: DrawnCards, rows: range, look: Look = PLAIN) -> list[QPixmap | None]:
    """What one frame shows of these rows."""
    cards.begin()
    return [cards.card(row, look) for row in rows]


def test_a_frame_draws_as_many_as_it_has_time_for(cards):
    """The others are empty, and known to be late; the next frames draw them."""
    assert [card is not None for card in frame(cards, range(5))] == [True, True, False, False, False]
    assert cards.late == {2, 3, 4}
    assert sum(card is not None for card in frame(cards, range(5))) == 4
    assert all(frame(cards, range(5)))
    assert not cards.late


def test_a_card_is_drawn_once(cards, slow):
    """Until it looks different, or shows something else."""
    for _ in range(3):
        frame(cards, range(2))
    assert slow.drawn == [(0, PLAIN), (1, PLAIN)]
    frame(cards, range(1), CHOSEN)
    cards.doubt(1)
    frame(cards, range(1, 2))
    assert slow.drawn[2:] == [(0, CHOSEN), (1, PLAIN)]


def test_what_there_is_no_time_for_stays_as_it_was(cards):
    """An old picture is better than a hole."""
    for _ in range(2):
        before = frame(cards, range(4))
    for row in range(4):
        cards.doubt(row)
    after = frame(cards, range(4))
    assert [old is new for old, new in zip(before, after, strict=True)] == [False, False, True, True]
    assert cards.late == {2, 3}


def test_a_card_that_takes_longer_than_a_frame_is_drawn_all_the_same(qapp):
    """One in each frame, or it would never be there."""
    clock = Clock(3 * FRAME_S)
    cards = DrawnCards(clock.draw, now=clock.now)
    for _ in range(3):
        shown = frame(cards, range(3))
    assert all(shown)


def test_only_so_many_are_kept(qapp):
    """Those not seen for the longest time are drawn again."""
    clock = Clock(0)
    cards = DrawnCards(clock.draw, now=clock.now)
    frame(cards, range(400))
    clock.drawn.clear()
    frame(cards, range(399, 400))
    assert not clock.drawn
    frame(cards, range(1))
    assert clock.drawn == [(0, PLAIN)]
