"""Hides the lines inside elements, conditions and comments that a person folded.

What is folded is remembered by the ids of nodes, which outlive edits elsewhere; which lines that are is worked out
again whenever there is a new tree, so that no line stays hidden without a mark that opens it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QTextBlock
from PySide6.QtWidgets import QPlainTextDocumentLayout

from desktop.document import Change
from templates.source.folding import Fold

if TYPE_CHECKING:
    from desktop.editor.code.editor import CodeEditor


class Folding:
    """The folds of one text field."""

    def __init__(self, editor: CodeEditor) -> None:
        self._editor = editor
        self.folds: dict[int, Fold] = {}  # by their first line
        self.closed: set[int] = set()  # nodes
        self._hiding = False
        self._lines = 1

    def clear(self) -> None:
        """Forget everything: another text comes."""
        self.folds, self.closed, self._hiding = {}, set(), False
        self._lines = self._editor.document().blockCount()

    def set_folds(self, folds: Sequence[Fold]) -> None:
        """Take over what can be folded in the text as it is now."""
        self._lines = self._editor.document().blockCount()
        self.folds = {fold.first: fold for fold in folds}
        self.closed &= {fold.node for fold in folds}
        self._apply()

    def shift(self, change: Change) -> None:
        """Move the folds behind an edit along, until the next tree tells better."""
        lines = self._editor.document().blockCount()
        growth, self._lines = lines - self._lines, lines
        if growth and change.edits:
            line = self._editor.line_at(min(change.edits[0].start, len(change.text)))
            moved = (
                fold._replace(
                    first=fold.first + growth * (fold.first > line), last=fold.last + growth * (fold.last > line)
                )
                for fold in self.folds.values()
            )
            self.folds = {fold.first: fold for fold in moved}

    def is_closed(self, line: int) -> bool:
        """Whether something is hidden behind that line."""
        fold = self.folds.get(line)
        return fold is not None and fold.node in self.closed

    def toggle(self, line: int) -> None:
        """Close the fold that begins in the line, or the innermost one around it; or open it."""
        fold = self.folds.get(line) or self._around(line)
        if fold is not None:
            self.closed ^= {fold.node}
            self._apply()

    def set_all(self, *, closed: bool, inside: int = 1) -> None:
        """Open everything, or close all that is ``inside`` that many folds and more."""
        folds = list(self.folds.values())
        depth = {fold.node: sum(one.first < fold.first and fold.last <= one.last for one in folds) for fold in folds}
        self.closed = {node for node, levels in depth.items() if levels > inside} if closed else set()
        self._apply()

    def open_line(self, line: int) -> None:
        """Open whatever hides the line."""
        hiding = {fold.node for fold in self.folds.values() if fold.first < line < fold.last}
        if self.closed & hiding:
            self.closed -= hiding
            self._apply()

    def paint(self, area: QRect) -> None:
        """Paint a small sign behind the lines that hide others."""
        if not self.closed:
            return
        painter = QPainter(self._editor.viewport())
        palette = self._editor.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block in self._editor.blocks_in(area):
            if self.is_closed(block.blockNumber()):
                sign = self._sign(block)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
                painter.drawRoundedRect(sign, 4, 4)
                painter.setPen(palette.color(QPalette.ColorRole.Text))
                painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "⋯")
        painter.end()

    def _sign(self, block: QTextBlock) -> QRectF:
        geometry = self._editor.blockBoundingGeometry(block).translated(self._editor.contentOffset())
        line = block.layout().lineAt(0)
        right = line.naturalTextWidth() + line.x() if line.isValid() else 0.0
        return QRectF(geometry.left() + right + 8, geometry.top() + 2, 24, geometry.height() - 4)

    def _around(self, line: int) -> Fold | None:
        inside = [fold for fold in self.folds.values() if fold.first <= line <= fold.last]
        return max(inside, key=lambda fold: fold.first, default=None)

    def _apply(self) -> None:
        """Hide what is in closed folds, show everything else."""
        if not self.closed and not self._hiding:
            return
        self._hiding = bool(self.closed)
        hidden: set[int] = set()
        for fold in self.folds.values():
            if fold.node in self.closed:
                hidden.update(range(fold.first + 1, fold.last))
        self._show_all_but(hidden)
        cursor = self._editor.textCursor()
        if not cursor.block().isVisible():
            line = max(
                (fold.first for fold in self.folds.values() if self._hides(fold, cursor.blockNumber())), default=0
            )
            block = self._editor.document().findBlockByNumber(line)
            cursor.setPosition(block.position() + block.length() - 1)
            self._editor.setTextCursor(cursor)
        self._editor.viewport().update()
        self._editor.gutter.update()

    def _hides(self, fold: Fold, line: int) -> bool:
        block = self._editor.document().findBlockByNumber(fold.first)
        return fold.node in self.closed and fold.first < line < fold.last and block.isVisible()

    def _show_all_but(self, hidden: set[int]) -> None:
        block = self._editor.document().firstBlock()
        while block.isValid():
            visible = block.blockNumber() not in hidden
            if block.isVisible() != visible:
                block.setVisible(visible)
                block.setLineCount(1 if visible else 0)
            block = block.next()
        layout = self._editor.document().documentLayout()
        if isinstance(layout, QPlainTextDocumentLayout):
            layout.documentSizeChanged.emit(layout.documentSize())
