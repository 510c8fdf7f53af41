"""The parts of a mail put together again: its pieces for MJML, and the way back from its lines to the source text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from templates.compile.diagnose import notices
from templates.compile.engine import Diagnostic
from templates.compile.live_parts import Part
from templates.compile.notice import Notice
from templates.compile.split import Document
from templates.errors import Place


@dataclass(frozen=True)
class Joined:
    """``parts`` are made of ``chunks``, which joined are the text of the file ``name``."""

    name: str
    chunks: Sequence[str]
    parts: Sequence[Part]

    @property
    def document(self) -> Document:
        """The mail cut for MJML."""
        children = tuple(child for part in self.parts for _, child in part.children)
        return Document(self.parts[0].mjml, children, self.parts[-1].mjml)

    @property
    def mjml(self) -> str:
        """The mail's MJML."""
        return "".join(part.mjml for part in self.parts)

    @property
    def images(self) -> tuple[str, ...]:
        """The pictures' paths in their order, each once."""
        return tuple(dict.fromkeys(path for part in self.parts for path in part.images))

    def offsets(self) -> tuple[int, ...]:
        """Return where in ``mjml`` the document's children begin, and what stands behind them."""
        starts = _starts(part.mjml for part in self.parts)
        children = [start + at for start, part in zip(starts, self.parts, strict=True) for at, _ in part.children]
        return (*children, starts[-1])

    def warnings(self, diagnostics: Sequence[Diagnostic]) -> tuple[Notice, ...]:
        """Return what was said about the parts, and then ``diagnostics`` about lines of ``mjml``, with their places."""
        removed = [
            replace(notice, place=self._in_text(notice.place, number))
            for number, part in enumerate(self.parts)
            for notice in part.removed
            if notice.place
        ]
        if not diagnostics:
            return tuple(removed)
        # The lines are those of the text before pictures got other addresses, and only there the offsets lead back.
        texts = [part.done.text for part in self.parts]
        starts = _starts(texts)

        def place(offset: int) -> Place:
            number = bisect_right(starts, offset) - 1
            return self._in_text(self.parts[number].done.place(offset - starts[number]), number)

        return (*removed, *notices(diagnostics, "".join(texts), place))

    def _in_text(self, place: Place, number: int) -> Place:
        """Return the place in the text of a place in the chunk with this number."""
        if place.file != self.name or place.line is None or place.column is None:
            return place
        before = "".join(self.chunks[:number])
        beside = len(before) - (before.rfind("\n") + 1) if place.line == 1 else 0
        return replace(place, line=place.line + before.count("\n"), column=place.column + beside)


def _starts(texts: Iterable[str]) -> list[int]:
    return [0, *accumulate(len(text) for text in texts)][:-1]
