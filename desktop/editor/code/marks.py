"""Marks in the code: waves beneath problems, hits of a search, the tag or bracket that is the other one of a pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.editor.code.colours import grounded, grounds, waved
from desktop.editor.code.editor import CodeEditor
from desktop.models.problem import SEVERITIES, Problem, severity_colour
from templates.source.tree import Element, JinjaBlock, JinjaBranch, JinjaStatement, SourceTree, Span

MOST = 400  # marks at once
REACH = 3000  # characters in which the other bracket is looked for
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True)
class Mark:
    """A span and how it is drawn: a severity, or the name of a ground."""

    span: Span
    kind: str


class Marks(QObject):
    """Draws those that are to be seen. Each of the three kinds is set anew as a whole."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._rows: dict[str, tuple[Mark, ...]] = {"hits": (), "pair": (), "problems": ()}
        self._formats: dict[str, QTextCharFormat] = {}
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.draw)
        editor.scrolled.connect(self._timer.start)

    def set_problems(self, problems: Iterable[Problem]) -> None:
        """Mark what is wrong."""
        self._set("problems", (Mark(one.span, one.severity) for one in problems if one.span))

    def set_hits(self, hits: Sequence[Span], current: int) -> None:
        """Mark what was found; the current one stands out."""
        self._set("hits", (Mark(span, "here" if row == current else "hit") for row, span in enumerate(hits)))

    def set_pair(self, spans: Iterable[Span]) -> None:
        """Mark what belongs together."""
        self._set("pair", (Mark(span, "pair") for span in spans))

    def retint(self) -> None:
        """Draw in the theme's colours."""
        self._formats.clear()
        self._timer.start()

    def draw(self) -> None:
        """Draw what is to be seen."""
        if not self._formats:
            self._make_formats()
        start, end = self._editor.seen
        positions, paper = self._editor.sync.positions, self._editor.document()
        length = paper.characterCount() - 1
        found: list[QTextEdit.ExtraSelection] = []
        for row in self._rows.values():
            for mark in row:
                if mark.span.end < start or mark.span.start > end or len(found) >= MOST:
                    continue
                selection = QTextEdit.ExtraSelection()
                cursor = QTextCursor(paper)
                first, last = positions.qt(mark.span.start), positions.qt(mark.span.end)
                cursor.setPosition(min(first - (first == last == length and first > 0), length))
                cursor.setPosition(min(max(last, first + 1), length), QTextCursor.MoveMode.KeepAnchor)
                selection.cursor, selection.format = cursor, self._formats[mark.kind]
                found.append(selection)
        self._editor.setExtraSelections(found)

    def _set(self, kind: str, marks: Iterable[Mark]) -> None:
        rows = tuple(marks)
        if rows != self._rows[kind]:
            self._rows[kind] = rows
            self._timer.start()

    def _make_formats(self) -> None:
        palette = self._editor.palette()
        ground = grounds(palette)
        self._formats = {name: grounded(getattr(ground, name)) for name in ("hit", "here", "pair")}
        self._formats |= {severity: waved(severity_colour(severity, palette)) for severity in SEVERITIES}


def pair_at(tree: SourceTree, offset: int) -> list[Span]:
    """Return the names of the opening and the closing tag, or the tags of a block, one of which is at ``offset``."""
    for at in (offset, offset - 1):
        node = tree.node_at(at) if at >= 0 else None
        while node is not None and not isinstance(node, Element | JinjaStatement):
            node = tree.parent(node)
        spans = _names(node, offset) if isinstance(node, Element) else _tags(tree, node) if node else []
        if spans:
            return spans
    return []


def _tags(tree: SourceTree, statement: JinjaStatement) -> list[Span]:
    above = tree.parent(statement)
    block = tree.parent(above) if isinstance(above, JinjaBranch) else above
    if not isinstance(block, JinjaBlock):
        return []
    return [*(branch.statement.span for branch in block.branches), block.ending.span]


def _names(element: Element, offset: int) -> list[Span]:
    closing = element.closing
    if closing is None:
        return []
    name, end = element.name_span, Span(closing.start + 2, closing.start + 2 + len(element.name))
    near = any(span.start - 2 <= offset <= span.end for span in (name, end))
    return [name, end] if near else []


def brackets_at(text: str, offset: int) -> list[Span]:
    """Return the bracket at ``offset`` (before or behind it) and the one that belongs to it; nothing without both."""
    for at in (offset - 1, offset):
        mark = text[at : at + 1] if at >= 0 else ""
        if mark in _BRACKETS:
            other = _match(text[at : at + REACH], mark, _BRACKETS[mark])
            return [Span(at, at + 1), Span(at + other, at + other + 1)] if other >= 0 else []
        if mark and mark in _BRACKETS.values():
            opening = next(left for left, right in _BRACKETS.items() if right == mark)
            other = _match(text[max(0, at - REACH) : at + 1][::-1], mark, opening)
            return [Span(at - other, at - other + 1), Span(at, at + 1)] if other >= 0 else []
    return []


def _match(text: str, mark: str, other: str) -> int:
    """Return where in ``text``, which begins with ``mark``, the ``other`` bracket of the pair is; -1 without."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character == mark) - (character == other)
        if not depth:
            return place
    return -1
