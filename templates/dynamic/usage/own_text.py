"""From the text with its includes back to the characters of the template's own file, and to the names written there."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter

from templates.compile.source_map import MappedText
from templates.dynamic.usage.use import ITEM, ROWS, Path
from templates.source.tree import Span

_STEP = re.compile(r"""\s*\.\s*(\w+)|\s*\[\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*\]|\s*\[[^\]{}]*\]""")
_CLOSING = re.compile(r"""["']\s*\]""")
_NAME = re.compile(r"\w+")
_MOST_STEPS = 20


class OwnText:
    """The template's own ``text`` in ``source``, where it is the file ``name``."""

    def __init__(self, source: MappedText, name: str, text: str) -> None:
        self._source, self._name, self._text = source, name, text

    def span(self, offset: int, path: Path) -> Span | None:
        """Return where the name used at ``offset`` of the source is written; None in an included file."""
        spans = self.names(offset, path)
        if not spans:
            return None
        closing = _CLOSING.match(self._text, spans[-1].end)
        return Span(spans[0].start, closing.end() if closing else spans[-1].end)

    def names(self, offset: int, path: Path) -> list[Span]:
        """Return where each name of the path at ``offset`` is written: of a loop's item, that of the loop first."""
        start = self._offset(offset)
        found = _NAME.match(self._text, start) if start is not None else None
        if found is None:
            return []
        spans = [Span(*found.span())]
        wanted = [name for name in path[1:] if name not in {ITEM, ROWS}]
        for span, name in self._steps(found.end()):
            if name not in wanted:
                break
            spans.append(span)
        return spans

    def _steps(self, at: int) -> Iterator[tuple[Span, str]]:
        for _ in range(_MOST_STEPS):
            step = _STEP.match(self._text, at)
            group = next((group for group in (1, 2, 3) if step and step[group] is not None), 0)
            if step is None or not group:
                return
            yield Span(*step.span(group)), step[group]
            at = step.end()

    def _offset(self, offset: int) -> int | None:
        pieces = self._source.pieces
        piece = pieces[max(0, bisect.bisect_right(pieces, offset, key=attrgetter("start")) - 1)]
        if piece.file != self._name or piece.fixed:
            return None
        at = piece.offset + offset - piece.start
        return at + bisect.bisect_left(self._removed, at)

    @cached_property
    def _removed(self) -> list[int]:
        """Where in the text with plain line feeds a carriage return before one is left out."""
        places = (match.start() for match in re.finditer("\r\n", self._text))
        return [place - number for number, place in enumerate(places)]
