"""Pictures beside each other with their rows level."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renderers.proofs.levelling import Piece, levelled
from renderers.proofs.strips import Strip


def aligned(lengths: list[tuple[int, int]]) -> tuple[Strip, ...]:
    """Strips of these heights on both sides, every other one the same."""
    found, old, new = [], 0, 0
    for place, (one, other) in enumerate(lengths):
        same = place % 2 == 0
        other = one if same else other
        found.append(Strip((old, old + one), (new, new + other), same))
        old, new = old + one, new + other
    return tuple(found)


def test_what_only_the_other_has_leaves_a_gap() -> None:
    """The first picture goes on below it."""
    strips = (Strip((0, 10), (0, 10), True), Strip((10, 10), (10, 15), False), Strip((10, 20), (15, 25), True))
    found = levelled(20, [strips])
    assert found.height == 25
    assert found.columns[0] == (Piece(0, 0, 10), Piece(15, 10, 20))
    assert found.columns[1] == (Piece(0, 0, 10), Piece(10, 10, 15), Piece(15, 15, 25))


def test_what_only_the_first_has_leaves_a_gap_in_the_other() -> None:
    """The other goes on below it."""
    strips = (Strip((0, 10), (0, 10), True), Strip((10, 16), (10, 12), False), Strip((16, 20), (12, 16), True))
    found = levelled(20, [strips])
    assert found.height == 20
    assert found.columns == ((Piece(0, 0, 20),), (Piece(0, 0, 10), Piece(10, 10, 12), Piece(16, 12, 16)))


def test_a_third_picture_moves_the_others_too() -> None:
    """What it alone has is a gap in both."""
    plain = (Strip((0, 20), (0, 20), True),)
    more = (Strip((0, 8), (0, 8), True), Strip((8, 8), (8, 11), False), Strip((8, 20), (11, 23), True))
    found = levelled(20, [plain, more])
    assert found.height == 23
    assert found.columns[0] == found.columns[1] == (Piece(0, 0, 8), Piece(11, 8, 20))


_LENGTHS = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), min_size=1, max_size=6)


@given(_LENGTHS, st.lists(st.integers(0, 9), min_size=6, max_size=6))
def test_same_rows_are_level_and_every_row_has_its_place(lengths: list[tuple[int, int]], third: list[int]) -> None:
    """In each of three pictures, from top to bottom, without overlap."""
    others = [aligned(lengths), aligned([(one, more) for (one, _), more in zip(lengths, third, strict=False)])]
    height = sum(one for one, _ in lengths)
    found = levelled(height, others)
    places = []
    for pieces in found.columns:
        at = 0
        rows: dict[int, int] = {}
        for piece in pieces:
            assert piece.at >= at
            rows |= {row: piece.at + row - piece.top for row in range(piece.top, piece.bottom)}
            at = piece.at + piece.bottom - piece.top
        assert at <= found.height
        places.append(rows)
    assert list(places[0]) == list(range(height))
    for strips, rows in zip(others, places[1:], strict=True):
        assert list(rows) == list(range(strips[-1].after[1]))
        for strip in strips:
            for step in range(strip.height if strip.same else 0):
                assert rows[strip.after[0] + step] == places[0][strip.before[0] + step]
