"""CSV files that open right by a double click, and in which no text of somebody else's becomes a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the system's old encoding."""
_SEPARATORS = {"fr": ";"}
_FORMULA = re.compile(r"(^|[;,|\"])(?='*[=+\-@])")
_GUARDED = re.compile(r"(^|[;,|\"])'(?='*[=+\-@])")


def csv_text(rows: Iterable[Sequence[str | int]], language: str) -> str:
    """Return a file for a spreadsheet in ``language``: UTF-8 with a byte order mark, lines end in CR LF (RFC 4180).

    Excel splits at the list separator of the system: ";" where the comma is the decimal sign (French), else ",".
    LibreOffice finds either. A first line "sep=;" would do for both, but Excel then ignores the byte order mark.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_SEPARATORS.get(language, ","))
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return BOM + out.getvalue()


def guarded(text: str) -> str:
    """Put an apostrophe where a spreadsheet would begin to compute, and set the text in one line.

    Behind separators too: a spreadsheet of the other language splits there.
    """
    return _FORMULA.sub(r"\1'", " ".join(text.split()))


def unguarded(cell: str) -> str:
    """Undo what ``guarded`` put in."""
    return _GUARDED.sub(r"\1", cell)
