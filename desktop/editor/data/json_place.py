"""Where a place of a JSON text is: in which objects and lists, at a name or at a value. The text may be unfinished."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from templates.source.folding import Fold

MOST = 200_000  # characters that are walked through while somebody types
_TOKEN = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"?|[{}\[\],:]|[^\s{}\[\],:\"]+")


@dataclass(frozen=True)
class JsonPlace:
    """A place to write at.

    ``path`` leads to the object or list around it; ``name`` is whose value it is, None at a name or in a list.
    ``start`` to ``end`` is what is typed there already; ``written`` are the names that the object has besides.
    """

    path: tuple[str | int, ...]
    in_object: bool
    name: str | None
    start: int
    end: int
    written: frozenset[str]


class _Walk:
    """Goes through the pieces and remembers the containers that are open."""

    def __init__(self) -> None:
        self.open: list[tuple[str, str | int]] = []  # brackets, each with the name or number that it is at
        self.name: str | None = None
        self.named = False  # whether the colon was there

    def take(self, piece: str) -> None:
        if piece in "{[":
            self.open.append((piece, "" if piece == "{" else 0))
            self.name, self.named = None, False
        elif piece in "}]":
            if self.open:
                self.open.pop()
            self.name, self.named = None, False
        elif piece == ",":
            self._next()
        elif piece == ":":
            self.named = self.name is not None
        elif self.open and self.open[-1][0] == "{" and not self.named:
            self.name = _text(piece)
            self.open[-1] = ("{", self.name)

    def _next(self) -> None:
        self.name, self.named = None, False
        if self.open and self.open[-1][0] == "[":
            self.open[-1] = ("[", int(self.open[-1][1]) + 1)


def place_at(text: str, offset: int) -> JsonPlace | None:
    """Return what ``offset`` is the place of; None behind a finished value, and in texts that are too long."""
    if len(text) > MOST:
        return None
    walk, start, end = _Walk(), offset, offset
    before = ""
    for match in _TOKEN.finditer(text):
        if match.start() >= offset:
            break
        if match.end() >= offset and match[0] not in "{}[],:":
            start, end = match.span()
            break
        walk.take(match[0])
        before = match[0]
    if not walk.open or (before and before not in "{[,:"):
        return None
    path = tuple(key for _, key in walk.open[:-1])
    in_object = walk.open[-1][0] == "{"
    at_name = in_object and not walk.named
    name = walk.name if in_object and not at_name else None
    return JsonPlace(path, in_object, name, start, end, _names_around(text, start) if at_name else frozenset())


def _names_around(text: str, at: int) -> frozenset[str]:
    """Return the names of the object around ``at``, those before it and behind it."""
    return frozenset(_names(_TOKEN.findall(text[:at])[::-1], back=True) + _names(_TOKEN.findall(text[at:]), back=False))


def _names(pieces: list[str], *, back: bool) -> list[str]:
    found: list[str] = []
    depth = 0
    deeper, shallower = ("}]", "{[") if back else ("{[", "}]")
    for number, piece in enumerate(pieces):
        depth += (piece in deeper) - (piece in shallower)
        if depth < 0:
            break
        if piece == ":" and not depth:
            name = pieces[number + 1] if back else pieces[number - 1]
            found.append(_text(name))
    return found


def _text(piece: str) -> str:
    """Return what a name in quotes says."""
    try:
        said = json.loads(piece)
    except ValueError:
        return piece.strip('"')
    return str(said)


def json_folds(text: str) -> list[Fold]:
    """Return the objects and lists that go over several lines, as lines from 0; their paths make their numbers."""
    found: dict[int, Fold] = {}
    opened: list[tuple[int, int]] = []
    walk = _Walk()
    line, at = 0, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        if match[0] in "{[":
            opened.append((hash(tuple(key for _, key in walk.open)), line))
        elif match[0] in "}]" and opened:
            node, first = opened.pop()
            if line > first + 1:
                found[first] = Fold(node, first, line)
        walk.take(match[0])
    return list(found.values())
