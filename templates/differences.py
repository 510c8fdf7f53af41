"""The difference of two texts, line by line, and inside a changed line word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from templates.alignment import Pair, matches
from templates.snapshot import Snapshot
from templates.template_folder import MJML

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_LONGEST_LINE = 2000  # characters; in longer ones words are not compared
_ALIKE = 0.35  # of a line's words: below, marks would only confuse


@dataclass(frozen=True)
class Piece:
    """A stretch of a line; ``changed``: it is not in the other text's line."""

    text: str
    changed: bool = False


@dataclass(frozen=True)
class Row:
    """A line that is in both texts, or in one of them only; ``before`` and ``after`` number it from 1 in each."""

    kind: Literal["same", "removed", "added"]
    before: int | None
    after: int | None
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The line, without its end."""
        return "".join(piece.text for piece in self.pieces)


def differences(before: str, after: str) -> tuple[Row, ...]:
    """Return the lines of both texts in their order; where they differ, first what is removed and then what is added.

    A difference in the kind of line ends alone is none.
    """
    old, new = before.splitlines(), after.splitlines()
    rows: list[Row] = []
    for (old_from, old_to), (new_from, new_to), same in _stretches(old, new):
        if same:
            rows += [
                _row("same", old_from + offset, new_from + offset, (Piece(old[old_from + offset]),))
                for offset in range(old_to - old_from)
            ]
        else:
            rows += _replaced(old, new, (old_from, old_to), (new_from, new_to))
    return tuple(rows)


def file_differences(before: Snapshot, after: Snapshot) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Return, for each file that differs, its name and its rows; the text first."""
    texts = {MJML: (before.text, after.text)}
    for name in sorted({*before.sides, *after.sides}):
        texts[name] = before.sides.get(name, ""), after.sides.get(name, "")
    return tuple((name, differences(*both)) for name, both in texts.items() if both[0] != both[1])


def folded(rows: Sequence[Row], *, around: int = 3) -> Iterator[Row | int]:
    """Leave out lines that stay the same, but for ``around`` of them beside each change; an int is how many."""
    changes = [place for place, row in enumerate(rows) if row.kind != "same"]
    left_out = 0
    for place, row in enumerate(rows):
        at = bisect_left(changes, place - around)
        if at < len(changes) and changes[at] <= place + around:
            if left_out:
                yield left_out
            left_out = 0
            yield row
        else:
            left_out += 1
    if left_out:
        yield left_out


def counts(before: str, after: str) -> Pair:
    """Return how many lines were added and how many removed."""
    added = removed = 0
    for (old_from, old_to), (new_from, new_to), same in _stretches(before.splitlines(), after.splitlines()):
        if not same:
            added, removed = added + new_to - new_from, removed + old_to - old_from
    return added, removed


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Pair, Pair, bool]]:
    """Cut both texts into stretches that are the same and stretches that differ, by turns."""
    old_at = new_at = 0
    for old_from, new_from, length in _blocks(old, new):
        if old_from > old_at or new_from > new_at:
            yield (old_at, old_from), (new_at, new_from), False
        old_at, new_at = old_from + length, new_from + length
        yield (old_from, old_at), (new_from, new_at), True
    if old_at < len(old) or new_at < len(new):
        yield (old_at, len(old)), (new_at, len(new)), False


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Join pairs that follow each other."""
    start: Pair | None = None
    length = 0
    for pair in matches(old, new):
        if start is not None and pair == (start[0] + length, start[1] + length):
            length += 1
            continue
        if start is not None:
            yield *start, length
        start, length = pair, 1
    if start is not None:
        yield *start, length


def _replaced(old: Sequence[str], new: Sequence[str], olds: Pair, news: Pair) -> list[Row]:
    """Lines that were replaced; those that stand in the same place of the stretch are compared word by word."""
    olds_marked = [_pieces([(old[place], True)]) for place in range(*olds)]
    news_marked = [_pieces([(new[place], True)]) for place in range(*news)]
    for offset in range(min(len(olds_marked), len(news_marked))):
        both = _words(old[olds[0] + offset], new[news[0] + offset])
        if both:
            olds_marked[offset], news_marked[offset] = both
    removed = [_row("removed", olds[0] + offset, None, pieces) for offset, pieces in enumerate(olds_marked)]
    added = [_row("added", None, news[0] + offset, pieces) for offset, pieces in enumerate(news_marked)]
    return [*removed, *added]


def _words(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    """Return both lines with their different words marked; None when they have too little in common."""
    if max(len(old), len(new)) > _LONGEST_LINE:
        return None
    olds, news = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return None
    steps = matcher.get_opcodes()
    return (
        _pieces((("".join(olds[a:b]), tag != "equal") for tag, a, b, _, _ in steps)),
        _pieces((("".join(news[a:b]), tag != "equal") for tag, _, _, a, b in steps)),
    )


def _pieces(stretches: Iterable[tuple[str, bool]]) -> tuple[Piece, ...]:
    return tuple(Piece(text, changed) for text, changed in stretches if text)


def _row(
    kind: Literal["same", "removed", "added"], before: int | None, after: int | None, pieces: tuple[Piece, ...]
) -> Row:
    return Row(kind, None if before is None else before + 1, None if after is None else after + 1, pieces)
