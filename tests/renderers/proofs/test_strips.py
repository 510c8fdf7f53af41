"""Rows of two pictures beside each other: none is lost, none twice, and the same ones meet."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from renderers.proofs.strips import Strip, strips

WIDTH = 64


def picture(rows: list[int]) -> Image.Image:
    """A picture of rows that are the same for the same number; 0 is an empty one."""
    made = Image.new("RGB", (WIDTH, max(1, len(rows))), "white")
    for place, number in enumerate(rows):
        if number:
            noise = random.Random(number)
            cells = Image.frombytes("L", (8, 1), bytes(noise.randrange(256) for _ in range(8))).resize((WIDTH, 1))
            made.paste(Image.merge("RGB", (cells, cells, cells)), (0, place))
    return made


def blocks(*numbers: int) -> list[int]:
    """Rows of blocks: ten rows that show something, then six empty ones."""
    return [row for number in numbers for row in (*range(10 * number + 1, 10 * number + 11), *[0] * 6)]


@given(st.lists(st.integers(0, 9), max_size=7), st.lists(st.integers(0, 9), max_size=7))
@settings(max_examples=60)
def test_every_row_is_in_one_strip(before: list[int], after: list[int]) -> None:
    """From top to bottom, without a gap, on both sides."""
    old, new = picture(blocks(*before)), picture(blocks(*after))
    found = strips(old, new)
    for side, height in ((lambda strip: strip.before, old.height), (lambda strip: strip.after, new.height)):
        at = 0
        for top, bottom in map(side, found):
            assert top == at <= bottom
            at = bottom
        assert at == height
    assert all(strip.heights[0] == strip.heights[1] for strip in found if strip.same)


def test_what_moved_meets_itself() -> None:
    """A block that comes in pushes the others down; one that is replaced stands beside what replaced it."""
    found = strips(picture(blocks(1, 2, 3, 4)), picture(blocks(1, 9, 2, 7, 4)))
    same = [strip for strip in found if strip.same]
    moves = {row: row - strip.before[0] + strip.after[0] for strip in same for row in range(*strip.before)}
    assert moves[5] == 5  # in block 1
    assert moves[20] == 36  # in block 2
    assert moves[52] == 68  # in block 4
    assert 36 not in moves  # in block 3


def test_a_strip_says_how_high_it_is() -> None:
    """As high as its higher side."""
    strip = Strip((4, 10), (4, 6), same=False)
    assert (strip.heights, strip.height) == ((6, 2), 6)
