"""Which items of two sequences stay when one becomes the other: lines of texts, rows of pixels.

Items that occur once in both anchor the comparison (patience), which suits MJML: its many equal closing tags would
otherwise match across unrelated sections. Between anchors the shortest script is looked for (Myers, "An O(ND)
Difference Algorithm and Its Variations", 1986).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence

Pair = tuple[int, int]

_DEEPEST = 40  # anchors inside anchors; after that Myers does the rest
_MOST_STEPS = 1000  # removed and added items of one stretch; beyond it counts as replaced as a whole


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Return the places (in ``old``, in ``new``) of the items that stay, in order."""
    return _pairs(old, new, (0, len(old)), (0, len(new)), 0)


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable], olds: Pair, news: Pair, depth: int) -> list[Pair]:
    """Match two stretches: equal beginnings and ends first, then between the anchors."""
    (old_from, old_to), (new_from, new_to) = olds, news
    head, tail = [], []
    while old_from < old_to and new_from < new_to and old[old_from] == new[new_from]:
        head.append((old_from, new_from))
        old_from, new_from = old_from + 1, new_from + 1
    while old_from < old_to and new_from < new_to and old[old_to - 1] == new[new_to - 1]:
        old_to, new_to = old_to - 1, new_to - 1
        tail.append((old_to, new_to))
    middle: list[Pair] = []
    if old_from < old_to and new_from < new_to:
        middle = _between(old, new, (old_from, old_to), (new_from, new_to), depth)
    return [*head, *middle, *reversed(tail)]


def _between(old: Sequence[Hashable], new: Sequence[Hashable], olds: Pair, news: Pair, depth: int) -> list[Pair]:
    anchors = _anchors(old, new, olds, news) if depth < _DEEPEST else []
    if not anchors:
        places = _shortest(old[slice(*olds)], new[slice(*news)])
        return [(olds[0] + one, news[0] + other) for one, other in places]
    found: list[Pair] = []
    old_at, new_at = olds[0], news[0]
    for old_place, new_place in [*anchors, (olds[1], news[1])]:
        found += _pairs(old, new, (old_at, old_place), (new_at, new_place), depth + 1)
        if old_place < olds[1]:
            found.append((old_place, new_place))
        old_at, new_at = old_place + 1, new_place + 1
    return found


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], olds: Pair, news: Pair) -> list[Pair]:
    """Return the longest row of lines that occur once on each side, in the same order on both."""
    old_count = Counter(old[place] for place in range(*olds))
    new_count = Counter(new[place] for place in range(*news))
    home = {new[place]: place for place in range(*news) if new_count[new[place]] == 1}
    unique = [(at, home[old[at]]) for at in range(*olds) if old_count[old[at]] == 1 and old[at] in home]
    return _increasing(unique)


def _increasing(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the longest part of ``pairs`` whose second members rise too."""
    tops: list[int] = []  # the lowest last place of a row of each length
    ends: list[int] = []  # which pair that is
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        before.append(ends[length - 1] if length else -1)
        tops[length:] = [place, *tops[length + 1 :]]
        ends[length:] = [index, *ends[length + 1 :]]
    row: list[Pair] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]


def _shortest(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Return the matches of a shortest edit script; none when that takes too many steps."""
    reach = {1: 0}  # on each diagonal, how far into ``old`` so many steps lead
    trace: list[dict[int, int]] = []
    for steps in range(min(len(old) + len(new), _MOST_STEPS) + 1):
        trace.append(dict(reach))
        for diagonal in range(-steps, steps + 1, 2):
            old_at, _ = _entered(reach, diagonal, steps)
            while old_at < len(old) and old_at - diagonal < len(new) and old[old_at] == new[old_at - diagonal]:
                old_at += 1
            reach[diagonal] = old_at
            if old_at >= len(old) and old_at - diagonal >= len(new):
                return _walked_back(trace, len(old), len(new))
    return []


def _entered(reach: dict[int, int], diagonal: int, steps: int) -> tuple[int, bool]:
    """Return where a diagonal is entered, and whether by an added item from above or by a removed one."""
    added = diagonal == -steps or (diagonal != steps and reach[diagonal - 1] < reach[diagonal + 1])
    return (reach[diagonal + 1], True) if added else (reach[diagonal - 1] + 1, False)


def _walked_back(trace: list[dict[int, int]], old_at: int, new_at: int) -> list[Pair]:
    found: list[Pair] = []
    for steps in range(len(trace) - 1, -1, -1):
        diagonal = old_at - new_at
        start, added = _entered(trace[steps], diagonal, steps)
        while old_at > start:
            old_at, new_at = old_at - 1, new_at - 1
            found.append((old_at, new_at))
        old_at, new_at = (old_at, new_at - 1) if added else (old_at - 1, new_at)
    return found[::-1]
