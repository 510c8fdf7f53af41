"""Where a character of the template stands in Qt's document, and back.

Python counts code points; Qt counts UTF-16 units, keeps every line break as one unit, and loses a byte order mark on
the way in. A text of plain characters needs no table; for others the few odd places are kept, in order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from templates.source.text_edit import TextEdit

BREAK = "\u2029"  # what Qt has in the place of a line break
_ODD = re.compile("\r\n|[\U00010000-\U0010ffff]|\ufeff")
_PIECE = re.compile("\ufeff*(?:\r\n|.)|\ufeff+\\Z", re.DOTALL)
_BREAKS = frozenset(["\r\n", "\n", "\r", BREAK, "\ufdd0", "\ufdd1"])
_LINE_END = re.compile("\r\n|[\n\r\u2029\ufdd0\ufdd1]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Positions:
    """The table of one text; ``edited`` keeps it in step."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._ends: list[int] = []  # of the odd places, as offsets
        self._gains: list[int] = []  # units that each has more than characters
        if not text.isascii() or "\r" in text:
            self._ends, self._gains = _odd_places(text, 0)
        self._sum()

    @property
    def units(self) -> int:
        """How long Qt's document is."""
        return self.qt(self._length)

    def qt(self, offset: int) -> int:
        """Return the position in Qt's document of the character at ``offset``."""
        index = bisect_right(self._ends, offset)
        return offset + (self._sums[index - 1] if index else 0)

    def offset(self, position: int) -> int:
        """Return the offset of what stands at ``position`` in Qt's document."""
        index = bisect_right(self._positions, position)
        return position - (self._sums[index - 1] if index else 0)

    def edited(self, edit: TextEdit) -> None:
        """Take over an edit, one that ``widened`` let pass."""
        growth = len(edit.text) - (edit.end - edit.start)
        self._length += growth
        plain = edit.text.isascii() and "\r" not in edit.text
        if plain and not self._ends:
            return
        # A place that ends where the edit begins stays; the edit never begins or ends inside one.
        first, last = bisect_right(self._ends, edit.start), bisect_right(self._ends, edit.end)
        ends, gains = ([], []) if plain else _odd_places(edit.text, edit.start)
        self._ends[first:] = [*ends, *(end + growth for end in self._ends[last:])]
        self._gains[first:last] = gains
        self._sum()

    def _sum(self) -> None:
        self._sums = list(accumulate(self._gains))
        self._positions = [end + gain for end, gain in zip(self._ends, self._sums, strict=True)]


def _odd_places(text: str, at: int) -> tuple[list[int], list[int]]:
    ends, gains = [], []
    for match in _ODD.finditer(text):
        ends.append(at + match.end())
        gains.append(1 if match[0] > "\uffff" else -1)
    return ends, gains


def for_qt(source: str) -> str:
    """Return ``source`` as Qt's document can take it: it knows every kind of line break, but no byte order mark."""
    if "\ufeff" not in source:
        return source
    return _LINE_END.sub(BREAK, source).replace("\ufeff", "")  # in this order: one may stand between a CR and a LF


def widened(text: str, edit: TextEdit) -> TextEdit:
    """Return ``edit`` so that it neither cuts nor joins the two characters of a line break."""
    start, end, new = edit.start, edit.end, edit.text
    line_feed_follows = text.startswith("\n", end)
    if start and text[start - 1] == "\r":
        joined = new.startswith("\n") or (not new and line_feed_follows)
        if joined or text.startswith("\n", start):
            start, new = start - 1, "\r" + new
    if line_feed_follows and (text[max(0, end - 1) : end] == "\r" or new.endswith("\r")):
        end, new = end + 1, new + "\n"
    return TextEdit(start, end, new)


def typed(text: str, positions: Positions, position: int, removed: int, added: str, newline: str) -> TextEdit | None:
    """Return what Qt reports as an edit of ``text``: ``added`` stands where ``removed`` units were; None for nothing.

    Qt reports the hull of several changes; what is the same in it stays as it was written. New lines get ``newline``.
    """
    start, end = positions.offset(position), positions.offset(position + removed)
    added = _SURROGATE.sub("\ufffd", added)
    if start == end:
        return _guarded(text, start, end, added.replace(BREAK, newline)) if added else None
    old = _PIECE.findall(text[start:end])
    plain = [_plain(piece) for piece in old]
    before = _same(plain, added)
    after = _same(plain[before:][::-1], added[before:][::-1])
    kept, middle = old[before : len(old) - after], added[before : len(added) - after]
    if not kept and not middle:
        return None
    start += sum(map(len, old[:before]))
    end -= sum(map(len, old[len(old) - after :]))
    return _guarded(text, start, end, _with_breaks(kept, middle, newline))


def _plain(piece: str) -> str:
    character = piece.lstrip("\ufeff")
    return BREAK if character in _BREAKS else character


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many pieces two texts have in common at their beginning."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _with_breaks(old: Sequence[str], new: str, newline: str) -> str:
    """Return ``new`` with line breaks: those of the lines that were in ``old`` as they were written there."""
    if BREAK not in new or all(piece == newline or piece not in _BREAKS for piece in old):
        return new.replace(BREAK, newline)
    written = [piece for piece in old if piece in _BREAKS]
    before = "".join(BREAK if piece in _BREAKS else piece for piece in old).split(BREAK)
    lines = new.split(BREAK)
    ends = [newline] * (len(lines) - 1)
    for tag, first, last, to, _ in SequenceMatcher(None, before, lines, autojunk=False).get_opcodes():
        if tag == "equal":
            for index in range(first, min(last, len(written), len(ends) + first - to)):
                ends[to + index - first] = written[index]
    for index, line in enumerate(lines[1:-1]):
        if not line and (ends[index], ends[index + 1]) == ("\r", "\n"):
            ends[index] = "\r\n"  # two breaks that would become one
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def _guarded(text: str, start: int, end: int, new: str) -> TextEdit:
    """Return the edit so that line breaks that are two in Qt's document stay two: no CR comes to stand before a LF."""
    if start and text[start - 1] == "\r":
        if new.startswith("\n"):
            new = "\r" + new
        elif not new and text.startswith("\n", end):
            return TextEdit(start, end, "\r")
    if new.endswith("\r") and text.startswith("\n", end):
        new += "\n"
    return TextEdit(start, end, new)


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line of Qt's document begins."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def line_of(starts: Sequence[int], offset: int) -> int:
    """Return the number of the line (from 0) in which ``offset`` lies."""
    return max(0, bisect_right(starts, offset) - 1)
