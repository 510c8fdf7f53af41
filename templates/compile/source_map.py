"""A text put together from several files that still knows where each character came from."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter

from templates.errors import Place


@dataclass(frozen=True)
class Piece:
    """A run of characters from one file: ``start`` in the whole, ``offset`` in the file.

    ``fixed`` says that the run was generated and stands for the one place ``offset`` as a whole.
    """

    start: int
    file: str
    offset: int
    fixed: bool = False


@dataclass(frozen=True)
class MappedText:
    """A text with its pieces in order, and the texts of the files they come from."""

    text: str
    pieces: tuple[Piece, ...]
    files: Mapping[str, str] = field(repr=False)

    @classmethod
    def of_file(cls, text: str, file: str) -> MappedText:
        """Return the text of one file as it is."""
        return cls(text, (Piece(0, file, 0),), {file: text})

    def place(self, offset: int) -> Place:
        """Return the place in the source of the character at ``offset``, counted from 0."""
        piece = self._piece(offset)
        at = piece.offset if piece.fixed else piece.offset + offset - piece.start
        before = self.files[piece.file][:at]
        return Place(piece.file, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)

    def _piece(self, offset: int) -> Piece:
        index = bisect.bisect_right(self.pieces, offset, key=attrgetter("start")) - 1
        return self.pieces[max(0, index)]

    def __getitem__(self, part: slice) -> MappedText:
        """Return the characters from ``part.start`` to ``part.stop``, with their pieces."""
        start, stop, _ = part.indices(len(self.text))
        inside = [piece for piece in self.pieces if start < piece.start < stop]
        first = self._piece(start)
        moved = first.offset if first.fixed else first.offset + start - first.start
        pieces = [Piece(0, first.file, moved, first.fixed)]
        pieces += [Piece(piece.start - start, piece.file, piece.offset, piece.fixed) for piece in inside]
        return MappedText(self.text[start:stop], tuple(pieces), self.files)

    def generated(self, text: str, offset: int) -> MappedText:
        """Return ``text``, made here on behalf of the place at ``offset``."""
        piece = self._piece(offset)
        at = piece.offset if piece.fixed else piece.offset + offset - piece.start
        return MappedText(text, (Piece(0, piece.file, at, fixed=True),), self.files)


def joined(parts: Iterable[MappedText]) -> MappedText:
    """Return ``parts`` one after the other."""
    texts: list[str] = []
    pieces: list[Piece] = []
    files: dict[str, str] = {}
    length = 0
    for part in parts:
        texts.append(part.text)
        pieces += [Piece(piece.start + length, piece.file, piece.offset, piece.fixed) for piece in part.pieces]
        files |= part.files
        length += len(part.text)
    return MappedText("".join(texts), tuple(pieces), files)


def same_lines(before: str, after: str, place: Callable[[int], Place]) -> Callable[[int], Place]:
    """Return ``place`` for the offsets of ``after``, which is ``before`` with other words in some of its lines.

    Exact up to the first and from the last difference of a line; between them the place of the first difference.
    """
    if before == after:
        return place
    old, new = before.split("\n"), after.split("\n")
    starts = [list(accumulate((len(line) + 1 for line in lines), initial=0)) for lines in (old, new)]

    def place_after(offset: int) -> Place:
        row = min(bisect.bisect_right(starts[1], offset) - 1, len(old) - 1)
        return place(starts[0][row] + _column(old[row], new[row], offset - starts[1][row]))

    return place_after


def _column(old: str, new: str, column: int) -> int:
    same = _alike(old, new)
    from_end = _alike(old[same:][::-1], new[same:][::-1])
    if column <= same:
        return column
    return len(old) - (len(new) - column) if len(new) - column <= from_end else same


def _alike(one: str, other: str) -> int:
    """How many characters two lines have in common at their start."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
