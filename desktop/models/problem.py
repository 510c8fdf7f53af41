"""What is wrong with the open template, at places of its text as it is now."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal

from PySide6.QtGui import QColor, QPalette

from desktop.document import OpenDocument
from desktop.errors import advice, what
from desktop.language import QT_TRANSLATE_NOOP
from desktop.live import Checked
from desktop.models.component_names import component_name
from desktop.theme import roles_of
from templates.compile.notice import Notice
from templates.errors import MailwrightError, Place
from templates.source.finding import Finding
from templates.source.text_edit import TextEdit
from templates.source.tree import Element, SourceTree, Span

Severity = Literal["error", "warning", "hint"]
MOST = 500  # who has more begins with these
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
SEVERITY_ICONS: dict[Severity, str] = {"error": "circle-x", "warning": "triangle-alert", "hint": "info"}
SEVERITY_NAMES: dict[Severity, str] = {
    "error": QT_TRANSLATE_NOOP("Problems", "Error"),
    "warning": QT_TRANSLATE_NOOP("Problems", "Warning"),
    "hint": QT_TRANSLATE_NOOP("Problems", "Hint"),
}
#: Findings after which the mail is not what was written, whatever the reader's client.
_WRONG = """
unknown-component illegal-parent unclosed-element crossed stray-end unclosed-tag unclosed-quote unclosed-comment
unclosed-jinja unclosed-block stray-statement tag-in-path
"""
_ERRORS = frozenset(_WRONG.split())
_LINE_END = re.compile("\r\n|\r|\n")  # as errors count lines


@dataclass(frozen=True)
class Problem:
    """Something wrong; ``span`` is None where it concerns the mail as a whole or another file.

    ``error`` is its sentence; a compiler's own ``message`` stays as it is. ``fix`` are the edits that put it right.
    """

    severity: Severity
    span: Span | None
    error: MailwrightError | None = None
    message: str = ""
    fix: tuple[TextEdit, ...] = ()
    place: Place | None = None
    section: str = ""

    def what(self, language: str) -> str:
        """What is wrong, in ``language``."""
        return what(self.error, language) if self.error else self.message

    def advice(self, language: str) -> str:
        """What to do about it, in ``language``."""
        return advice(self.error, language) if self.error else ""

    def sentence(self, language: str) -> str:
        """Both."""
        return f"{self.what(language)} {self.advice(language)}".rstrip()


def severity_colour(severity: Severity, palette: QPalette) -> QColor:
    """The colour of a severity on the grounds of ``palette``."""
    roles = roles_of(palette)
    return QColor({"error": roles.danger, "warning": roles.warning, "hint": roles.muted}[severity])


def problems_of(checked: Checked, document: OpenDocument) -> tuple[Problem, ...]:
    """Return what a check of the text as it is now found, by place; the first 500.

    An error without a place comes first, what MJML says about included parts last: it often follows from the others.
    """
    text, own = document.text, document.folder.id
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    found = [_of_finding(finding) for finding in checked.findings]
    lines = {_line(starts, one.span.start) for one in found if one.span}
    for notice in checked.notices:
        one = _of_notice(notice, own, starts, text)
        if one.span is None or _line(starts, one.span.start) not in lines:  # the same thing, said by MJML
            found.append(one)
    if checked.error is not None:
        found.append(_of_error(checked.error, own, starts, text))
    found = sorted(found, key=_order)[:MOST]
    tree = document.seen_tree
    return tuple(replace(one, section=section_at(tree, one.span.start)) if one.span else one for one in found)


def _order(problem: Problem) -> tuple[int, int, int]:
    if problem.span is None:
        return (-1 if problem.severity == "error" else 1, 0, 0)
    return (0, *problem.span)


def _of_finding(finding: Finding) -> Problem:
    severity: Severity = "error" if finding.code in _ERRORS else "warning"
    severity = "hint" if finding.scope == "export" else severity
    return Problem(severity, finding.span, finding.error, fix=tuple(finding.fix or ()))


def _of_notice(notice: Notice, own: str, starts: Sequence[int], text: str) -> Problem:
    return Problem("warning", _span(notice.place, own, starts, text), message=notice.message, place=notice.place)


def _of_error(error: MailwrightError, own: str, starts: Sequence[int], text: str) -> Problem:
    return Problem("error", _span(error.place, own, starts, text), error, place=error.place)


def _span(place: Place | None, own: str, starts: Sequence[int], text: str) -> Span | None:
    """Return the characters that a place means: up to the end of a word, or of the line."""
    if place is None or place.line is None or place.file != own or not 0 < place.line <= len(starts):
        return None
    start = min(starts[place.line - 1] + (place.column or 1) - 1, len(text))
    match = re.compile(r"[ \t]*(?:\{[{%#][^\n\r]*?[}%#]\}|</?[\w:-]+|[^\s<>{}]+)?").match(text, start)
    return Span(start, match.end() if match else start)


def _line(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def section_at(tree: SourceTree, offset: int) -> str:
    """Return what the section at ``offset`` is called: its label, or what kind of component it is; "" outside."""
    node = tree.node_at(offset)
    if node is None:
        return ""
    around = [one for one in (node, *tree.ancestors(node)) if isinstance(one, Element) and one.name.startswith("mj")]
    inside = [one for one in around if one.name not in {"mjml", "mj-body"}]
    if not inside:
        return ""
    return tree.name_of(inside[-1]) or component_name(inside[-1].name)


def moved(problems: Iterable[Problem], edits: Sequence[TextEdit]) -> tuple[Problem, ...]:
    """Return the problems after ``edits``. A fix into which somebody wrote is no longer offered."""
    found = []
    growth = _growth(edits)
    for problem in problems:
        if problem.span is None:
            found.append(problem)
            continue
        span = _moved(problem.span, edits, growth)
        kept = not _touched([problem.span, *problem.fix], edits)
        mended = (TextEdit(*_moved(Span(one.start, one.end), edits, growth), one.text) for one in problem.fix)
        found.append(replace(problem, span=span, fix=tuple(mended) if kept else ()))
    return tuple(found)


def moved_span(span: Span, edits: Sequence[TextEdit]) -> Span:
    """Return where the characters of ``span`` are after ``edits``."""
    return _moved(span, edits, _growth(edits))


def _growth(edits: Sequence[TextEdit]) -> list[int]:
    """Return by how much the text has grown after none of the edits, after one, after two …"""
    return list(accumulate((len(edit.text) - (edit.end - edit.start) for edit in edits), initial=0))


def _touched(places: Iterable[Span | TextEdit], edits: Sequence[TextEdit]) -> bool:
    """Whether an edit was made in one of the places, or right beside it."""
    return any(edit.start <= place.end and edit.end >= place.start for place in places for edit in edits)


def _moved(span: Span, edits: Sequence[TextEdit], growth: Sequence[int]) -> Span:
    """Return where the characters of ``span`` are after ``edits``; ``growth`` is that of the first so many edits."""
    before = sum(edit.end <= span.start for edit in edits)
    behind = sum(edit.start < span.end for edit in edits)
    if behind <= before:
        return Span(span.start + growth[before], span.end + growth[before])
    start = min(span.start, edits[before].start) + growth[before]
    end = max(span.end, edits[behind - 1].end) + growth[behind]
    return Span(start, max(start, end))
