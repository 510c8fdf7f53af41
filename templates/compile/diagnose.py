"""What the compiler said about the mail's lines, said about the lines of the source text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from templates.compile.engine import Diagnostic
from templates.compile.include import includes
from templates.compile.notice import Notice
from templates.errors import Place


def notices(diagnostics: Iterable[Diagnostic], text: str, place: Callable[[int], Place]) -> tuple[Notice, ...]:
    """Return ``diagnostics`` with their places. ``text`` is what was compiled, ``place`` knows where it came from."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return tuple(Notice(row.message, _place(row, text, starts, place)) for row in diagnostics)


def _place(row: Diagnostic, text: str, starts: list[int], place: Callable[[int], Place]) -> Place | None:
    if row.line is None or not 0 < row.line < len(starts):
        return None
    start, end = starts[row.line - 1], starts[row.line]
    at = text.find(f"<{row.tag}", start, end)
    return place(max(at, start))


def without_includes(text: str, place: Callable[[int], Place]) -> tuple[str, tuple[Notice, ...]]:
    """Return ``text`` without the mj-include elements that came out of variables, and a notice for each.

    Nothing after Jinja may open a file. The lines stay where they are.
    """
    found = includes(text)
    for span in reversed(found):
        lines = "\n" * text.count("\n", span.start, span.end)
        text = text[: span.start] + lines + text[span.end :]
    message = "An mj-include that came out of a variable was removed."
    return text, tuple(Notice(message, place(span.start)) for span in found)
