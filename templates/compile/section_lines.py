"""What MJML says about the lines of a section compiled alone, said about the lines of the mail.

A section is compiled with the mail's beginning above it and its end below, and has its lines to itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from templates.compile.engine import Diagnostic
from templates.compile.split import Document


class Said(NamedTuple):
    """A diagnostic about one piece of a mail: -1 is what stands before the body's children, then these, then the rest.

    The diagnostic's line counts from 1 within the piece.
    """

    piece: int
    diagnostic: Diagnostic


def own(
    diagnostics: Sequence[Diagnostic], of_rim: Sequence[Diagnostic], above: int, lines: int
) -> tuple[Diagnostic, ...]:
    """Return what concerns the child alone, whose ``lines`` come after ``above`` others."""
    own = [
        replace(row, line=row.line - above)
        for row in diagnostics
        if row.line is not None and above < row.line <= above + lines
    ]
    unplaced = Counter(row for row in diagnostics if row.line is None)
    unplaced -= Counter(row for row in of_rim if row.line is None)
    return (*own, *unplaced.elements())


def around(document: Document, diagnostics: Sequence[Diagnostic]) -> tuple[list[Said], list[Said]]:
    """Return what concerns the mail before its children, and behind them."""
    above = document.before.count("\n") + 1
    behind = above + 1  # one line for what holds the children's place
    first = [Said(-1, row) for row in diagnostics if row.line is None or row.line <= above]
    rest = [row for row in diagnostics if row.line is not None and row.line > behind]
    return first, [Said(len(document.children), replace(row, line=(row.line or 0) - behind)) for row in rest]


def in_mail(said: Sequence[Said], mjml: str, offsets: Sequence[int]) -> Iterator[Diagnostic]:
    """Yield diagnostics with the lines that they have in the mail; ``offsets`` are those of its pieces."""
    for piece, row in said:
        above = mjml.count("\n", 0, offsets[piece]) if piece >= 0 else 0
        yield row if row.line is None else replace(row, line=above + row.line)
