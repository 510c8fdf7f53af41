"""Which rows of two pictures belong together, where JPEG drew the same thing a little differently at another height.

Rows that look alike vote for how far they moved. The few distances that win are tried on all rows, and the longest
stretch of rows that show something and stay the same anchors what lies above and below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

Rows = tuple[int, int]

_CELLS, _STEP = 16, 16  # of a row's sketch: how many, and of how many levels of lightness each
_MOST_MOVES, _LEAST_VOTES = 24, 3
_COLUMNS = 64  # of a row's print
_LIGHTER, _TINTED = 14, 32  # of 255: measured, twice what JPEG at quality 80 does to such a print
_SHOWS = 6  # levels between the darkest and the lightest place of a row that shows something
_ANCHOR = 3  # rows that show something


@dataclass(frozen=True)
class Strip:
    """Rows of one picture beside those of the other, from top to bottom. ``same``: they look the same."""

    before: Rows
    after: Rows
    same: bool

    @property
    def heights(self) -> tuple[int, int]:
        """How many rows each side has."""
        return self.before[1] - self.before[0], self.after[1] - self.after[0]

    @property
    def height(self) -> int:
        """How many rows both need beside each other."""
        return max(self.heights)


class _Run(NamedTuple):
    """Rows of the picture before that are found again ``move`` rows lower."""

    weight: int
    top: int
    bottom: int
    move: int


def strips(before: Image.Image, after: Image.Image) -> tuple[Strip, ...]:
    """Align two pictures of the same width, in YCbCr or with bands that mean the same."""
    old, new = _print(before), _print(after)
    shows = [0, *accumulate(_shows(old))]
    runs = sorted((run for move in _moves(old, new) for run in _runs(old, new, move, shows)), reverse=True)
    kept = sorted(_anchored(runs, shows, (0, old.height), (0, new.height)), key=itemgetter(1))
    return tuple(_strips(kept, old.height, new.height))


def _print(picture: Image.Image) -> Image.Image:
    narrow = picture.resize((_COLUMNS, picture.height), Image.Resampling.BOX)
    return narrow.filter(ImageFilter.BoxBlur((0, 1)))


def _shows(narrow: Image.Image) -> Iterator[bool]:
    pixels = narrow.getchannel(0).tobytes()
    for start in range(0, len(pixels), _COLUMNS):
        row = pixels[start : start + _COLUMNS]
        yield max(row) - min(row) > _SHOWS


def _moves(old: Image.Image, new: Image.Image) -> list[int]:
    """Return how far rows may have moved: what unique rows say, staying in place and the difference of the heights."""
    votes: Counter[int] = Counter()
    for phase in (0, _STEP // 2):  # what lies at the border of two levels in one does not in the other
        rows, others = _sketch(old, phase), _sketch(new, phase)
        count, other_count = Counter(rows), Counter(others)
        home = {row: place for place, row in enumerate(others) if other_count[row] == 1}
        votes.update(home[row] - place for place, row in enumerate(rows) if count[row] == 1 and row in home)
    voted = [move for move, number in votes.most_common(_MOST_MOVES) if number >= _LEAST_VOTES]
    return list(dict.fromkeys((*voted, 0, new.height - old.height)))


def _sketch(narrow: Image.Image, phase: int) -> list[bytes]:
    levels = bytes((level + phase) // _STEP for level in range(256))
    cells = narrow.getchannel(0).resize((_CELLS, narrow.height), Image.Resampling.BOX).tobytes().translate(levels)
    return [cells[start : start + _CELLS] for start in range(0, len(cells), _CELLS)]


def _runs(old: Image.Image, new: Image.Image, move: int, shows: Sequence[int]) -> Iterator[_Run]:
    """Return the rows that look the same ``move`` rows lower."""
    top, bottom = max(0, -move), min(old.height, new.height - move)
    if bottom <= top:
        return
    pair = old.crop((0, top, _COLUMNS, bottom)), new.crop((0, top + move, _COLUMNS, bottom + move))
    different = bytes(visible(ImageChops.difference(*pair), _LIGHTER, _TINTED).getprojection()[1])
    start = different.find(0)
    while start >= 0:
        end = different.find(1, start)
        end = len(different) if end < 0 else end
        yield _Run(shows[top + end] - shows[top + start], top + start, top + end, move)
        start = different.find(0, end)


def visible(difference: Image.Image, lighter: int, tinted: int) -> Image.Image:
    """Return a mask (L, 0 or 255) of where a YCbCr difference is more than these."""
    levels = [255 * (level > lighter) for level in range(256)], [255 * (level > tinted) for level in range(256)]
    bands = difference.point([*levels[0], *levels[1], *levels[1]]).split()
    return ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])


def _anchored(runs: Sequence[_Run], shows: Sequence[int], olds: Rows, news: Rows) -> Iterator[_Run]:
    """Take the best run, then the best above and below it; ``runs`` are in falling order."""
    windows = [(olds, news)]
    while windows:
        (old_top, old_bottom), (new_top, new_bottom) = windows.pop()
        best = _best(runs, shows, (old_top, old_bottom), (new_top, new_bottom))
        if best is not None:
            yield best
            windows.append(((old_top, best.top), (new_top, best.top + best.move)))
            windows.append(((best.bottom, old_bottom), (best.bottom + best.move, new_bottom)))


def _best(runs: Sequence[_Run], shows: Sequence[int], olds: Rows, news: Rows) -> _Run | None:
    found: _Run | None = None
    for run in runs:
        if found is not None and run.weight <= found.weight:
            break
        top = max(run.top, olds[0], news[0] - run.move)
        bottom = min(run.bottom, olds[1], news[1] - run.move)
        if bottom > top:
            cut = _Run(shows[bottom] - shows[top], top, bottom, run.move)
            if _holds(cut, olds, news) and (found is None or cut > found):
                found = cut
    return found


def _holds(run: _Run, olds: Rows, news: Rows) -> bool:
    """Empty rows look the same anywhere: they count only where both sides have nothing else there."""
    fills = run.top == olds[0] and run.top + run.move == news[0]
    return run.weight >= _ANCHOR or fills or (run.bottom == olds[1] and run.bottom + run.move == news[1])


def _strips(runs: Sequence[_Run], old_height: int, new_height: int) -> Iterator[Strip]:
    old_at = new_at = 0
    for run in (*runs, _Run(0, old_height, old_height, new_height - old_height)):
        if run.top > old_at or run.top + run.move > new_at:
            yield Strip((old_at, run.top), (new_at, run.top + run.move), same=False)
        if run.bottom > run.top:
            yield Strip((run.top, run.bottom), (run.top + run.move, run.bottom + run.move), same=True)
        old_at, new_at = run.bottom, run.bottom + run.move
