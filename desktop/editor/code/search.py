"""Finding in a text: words with Python, expressions with Qt's engine, which counts its steps and can be stopped.

An expression is matched line by line, as editors do, in slices of time; one that would go on for ever is given up.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRegularExpression

from desktop.editor.code.positions import Positions, line_starts
from templates.source.text_edit import TextEdit
from templates.source.tree import Span

STEPS = 20_000  # of the engine, for one beginning in a line
MOST = 20_000  # hits
MOVED = 2_000  # hits that follow an edit before the text is searched again
LONGEST_LINE = 5_000  # characters that an expression sees at once: it may need their square


@dataclass(frozen=True)
class Query:
    """What is looked for, and how."""

    words: str
    case: bool = False
    whole: bool = False
    expression: bool = False


@dataclass(frozen=True)
class Hit:
    """A place where the query fits; ``groups`` are the parts of an expression in brackets, the whole first."""

    span: Span
    groups: tuple[str, ...]


class TooHardError(Exception):
    """The expression is none, or one whose search takes too long; the message is the engine's, or empty."""


def hits(text: str, query: Query) -> Iterator[Hit | None]:
    """Yield the hits in order, and now and then None: a moment to do something else. Raises TooHardError."""
    if not query.words:
        return iter(())
    return _expression(text, query) if query.expression else _plain(text, query)


def _plain(text: str, query: Query) -> Iterator[Hit]:
    pattern = re.escape(query.words)
    if query.whole:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    for match in re.finditer(pattern, text, 0 if query.case else re.IGNORECASE):
        yield Hit(Span(*match.span()), (match[0],))


def _expression(text: str, query: Query) -> Iterator[Hit | None]:
    pattern = rf"\b(?:{query.words})\b" if query.whole else query.words
    options = QRegularExpression.PatternOption.UseUnicodePropertiesOption
    if not query.case:
        options |= QRegularExpression.PatternOption.CaseInsensitiveOption
    engine = QRegularExpression(f"(*LIMIT_MATCH={STEPS})(*NO_JIT){pattern}", options)
    if not engine.isValid():
        raise TooHardError(engine.errorString())
    starts = [*line_starts(text), len(text) + 1]
    for start, following in pairwise(starts):
        line = text[start : following - 1].rstrip("\r\n")
        for piece in range(0, len(line) or 1, LONGEST_LINE):
            yield from _in_line(engine, line[piece : piece + LONGEST_LINE], start + piece)
        yield None


def _in_line(engine: QRegularExpression, line: str, start: int) -> Iterator[Hit]:
    positions = None if line.isascii() else Positions(line)
    at, length = 0, positions.units if positions else len(line)
    while at <= length:
        match = engine.match(line, at)
        if not match.isValid():  # it took too many steps
            raise TooHardError
        if not match.hasMatch():
            return
        first, last = match.capturedStart(), match.capturedEnd()
        at = max(last, at + 1)
        if positions:
            at = positions.qt(positions.offset(at))  # never between the two units of one character
            first, last = positions.offset(first), positions.offset(last)
        if last > first:
            groups = tuple(match.captured(number) for number in range(match.lastCapturedIndex() + 1))
            yield Hit(Span(start + first, start + last), groups)


def replacement_of(hit: Hit, template: str, query: Query) -> str:
    """Return what takes the place of a hit: of an expression, ``$1`` stands for its first bracket, ``$0`` for all."""
    if not query.expression:
        return template

    def part(match: re.Match[str]) -> str:
        number = int(match[1])
        return hit.groups[number] if number < len(hit.groups) else ""

    return re.sub(r"\$(\d)", part, template)


def replace_all(found: list[Hit], template: str, query: Query) -> list[TextEdit]:
    """Return the edits that put ``template`` in the place of every hit."""
    return [TextEdit(*hit.span, replacement_of(hit, template, query)) for hit in found]


def shifted(found: list[Hit], edits: Sequence[TextEdit]) -> list[Hit]:
    """Return the hits after ``edits``, without those that one touched; none when they are too many to be moved."""
    if len(found) > MOVED:
        return []
    for edit in reversed(edits):
        growth = len(edit.text) - (edit.end - edit.start)
        before = [hit for hit in found if hit.span.end <= edit.start]
        behind = [hit for hit in found if hit.span.start >= edit.end and hit.span.end > edit.start]
        found = before + [Hit(Span(hit.span.start + growth, hit.span.end + growth), hit.groups) for hit in behind]
    return found


class Search:
    """One search that is under way; ``go_on`` takes it a bit further."""

    def __init__(self, text: str, query: Query) -> None:
        self.query = query
        self.found: list[Hit] = []
        self.done = False
        self.fault: str | None = None
        self._hits = hits(text, query)

    def go_on(self, seconds: float) -> bool:
        """Search for that long; return whether it is done."""
        end = time.perf_counter() + seconds
        try:
            for hit in self._hits:
                if hit is not None:
                    self.found.append(hit)
                if len(self.found) >= MOST:
                    break
                if time.perf_counter() > end:
                    return False
        except TooHardError as error:
            self.found, self.fault = [], str(error)
        self.done = True
        return True
