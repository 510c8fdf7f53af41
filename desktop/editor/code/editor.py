"""The text field of the code view: a QPlainTextEdit that shows the document, and knows its places as offsets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desktop.document import Change
from desktop.editor.code.colours import grounds
from desktop.editor.code.folding import Folding
from desktop.editor.code.gutter import Gutter
from desktop.editor.code.highlighter import Highlighter, units
from desktop.editor.code.keys import Keys
from desktop.editor.code.language import MJML, CodeLanguage
from desktop.editor.code.text_sync import EditedText, TextSync
from desktop.editor.code.typing import Keystroke, step_of
from desktop.editor.mime import block_of
from desktop.models.problem import moved_span
from templates.source.text_edit import TextEdit
from templates.source.tree import Span

_UNDONE_ELSEWHERE = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)

_CHOOSING = frozenset([Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape])


class CodeEditor(QPlainTextEdit):
    """Offsets are those of the template's text."""

    moved = Signal()
    """The caret stands elsewhere, or the text is another."""
    scrolled = Signal()
    keyed = Signal(str)
    """A character was typed."""

    def __init__(self, parent: QWidget | None = None, *, language: CodeLanguage = MJML) -> None:
        super().__init__(parent)
        self.setObjectName("code-editor")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(13)
        self.setFont(font)
        self.setCursorWidth(2)
        self.sync = TextSync(self.document(), self)
        self.highlighter = Highlighter(self.document(), self.palette(), language.pieces)
        self.folding = Folding(self)
        self.gutter = Gutter(self)
        self._keys = Keys(self, language)
        self.band: Span | None = None
        self.step = "  "
        self.chooser: QWidget | None = None
        """A list that gets the keys with which one chooses, while it is to be seen."""
        self.sync.followed.connect(self._followed)
        self.blockCountChanged.connect(self._widen)
        self.updateRequest.connect(self._update_requested)
        self.cursorPositionChanged.connect(self._caret_moved)
        self._marks: list[QTextEdit.ExtraSelection] = []
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self.moved)
        self._widen()

    # The document

    def load(self, document: EditedText | None) -> None:
        """Show the text of another document."""
        self.band = None
        self.folding.clear()
        self.sync.load(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # Qt leaves the caret behind what comes in
        self.setReadOnly(document is None or not document.editable)
        # A text that cannot be changed here can still be walked through and copied.
        flags = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        if self.isReadOnly():
            self.setTextInteractionFlags(flags)
        self.step = step_of(self.sync.text)
        self._widen()

    def follow(self, change: Change) -> None:
        """Show what happened to the text; what is seen stays where it is."""
        top, bar = self.firstVisibleBlock(), self.verticalScrollBar()
        at_top = bar.value() == 0
        self.sync.follow(change)
        if not at_top and top.isValid() and self.firstVisibleBlock() != top:
            bar.setValue(top.firstLineNumber())
        if change.origin == "undo" and self.hasFocus() and change.edits:
            self._go_to_undone(change.edits)

    def edit(self, label: str, edits: list[TextEdit]) -> bool:
        """Make edits as one step; the selection moves along."""
        document = self.sync.document
        self.sync.new_step()
        done = document is not None and document.edit(label, edits)
        self.sync.new_step()
        return done

    # Places

    @property
    def caret(self) -> int:
        """The offset of the caret."""
        return self.sync.positions.offset(self.textCursor().position())

    @property
    def selection(self) -> Span:
        """The selected characters; nothing at the caret."""
        cursor = self.textCursor()
        offset = self.sync.positions.offset
        return Span(offset(cursor.selectionStart()), offset(cursor.selectionEnd()))

    def set_caret(self, offset: int, anchor: int | None = None) -> None:
        """Put the caret there, and select from ``anchor`` on."""
        cursor = self.textCursor()
        cursor.setPosition(self.sync.positions.qt(offset if anchor is None else anchor))
        cursor.setPosition(self.sync.positions.qt(offset), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def line_at(self, offset: int) -> int:
        """The line of an offset, counted from 0."""
        return self.document().findBlock(self.sync.positions.qt(offset)).blockNumber()

    @property
    def seen(self) -> Span:
        """What is to be seen now, in whole lines."""
        first = self.firstVisibleBlock()
        last = self.cursorForPosition(self.viewport().rect().bottomLeft()).block()
        offset = self.sync.positions.offset
        return Span(offset(first.position()), offset(last.position() + last.length() - 1))

    def reveal(self, span: Span) -> None:
        """Scroll so that the span, or at least its beginning, is to be seen; lines that are folded open."""
        first = self.document().findBlock(self.sync.positions.qt(span.start))
        self.folding.open_line(first.blockNumber())
        top, lines = self.verticalScrollBar().value(), self.viewport().height() // self.line_height - 1
        line, height = first.firstLineNumber(), self.line_at(span.end) - first.blockNumber() + 1
        self._show_left_end(span)
        if line < top or line + min(height, lines) > top + lines:
            self.verticalScrollBar().setValue(max(0, line - max(2, (lines - height) // 2)))

    def _show_left_end(self, span: Span) -> None:
        """Scroll back to the beginning of the lines when the span is to be seen there too."""
        cursor, bar = self.textCursor(), self.horizontalScrollBar()
        cursor.setPosition(self.sync.positions.qt(span.end))
        one_line = cursor.block().contains(self.sync.positions.qt(span.start))
        if one_line and self.cursorRect(cursor).right() + bar.value() < self.viewport().width():
            bar.setValue(0)

    @property
    def line_height(self) -> int:
        """How high a line is, in pixels."""
        return max(
            1, round(self.blockBoundingRect(self.document().firstBlock()).height()) or self.fontMetrics().height()
        )

    def top_of(self, block: QTextBlock) -> float:
        """Where a line stands in the viewport."""
        return self.blockBoundingGeometry(block).translated(self.contentOffset()).top()

    # Marks

    def set_band(self, span: Span | None) -> None:
        """Mark the lines of the selected component."""
        self.band = span
        self.viewport().update()
        self.gutter.update()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: there is one history for all views."""
        asks = event if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) else None
        if asks is not None and any(asks.matches(key) for key in _UNDONE_ELSEWHERE):
            asks.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write pairs, closing tags and indentation along."""
        choosing = self.chooser is not None and self.chooser.isVisible() and event.key() in _CHOOSING
        if choosing or any(event.matches(key) for key in _UNDONE_ELSEWHERE):
            event.ignore()
            return
        if self.isReadOnly() or not self._keys.take(event):
            super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            self.keyed.emit(event.text())

    def stroke(self, stroke: Keystroke | None) -> bool:
        """Write what a key means; False for nothing."""
        if stroke is None:
            return False
        cursor, positions = self.textCursor(), self.sync.positions
        start = positions.qt(stroke.start)
        cursor.beginEditBlock()
        cursor.setPosition(positions.qt(stroke.end))
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(stroke.text)
        cursor.endEditBlock()
        cursor.setPosition(start + units(stroke.text[: stroke.caret]))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words, or the source of a block that is dropped here; as a step of its own."""
        text = block_of(source) or source.text()
        self.sync.new_step()
        self.textCursor().insertText(text.replace("\ufeff", "").replace("\0", ""))
        self.sync.new_step()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words and blocks only: no pictures, no formats."""
        return source.hasText() or bool(block_of(source))

    # Inside

    def _followed(self, change: Change) -> None:
        self.folding.shift(change)
        if self.band is not None:
            self.band = moved_span(self.band, change.edits)
        self._telling.start()

    def _go_to_undone(self, edits: tuple[TextEdit, ...]) -> None:
        growth = sum(len(edit.text) - (edit.end - edit.start) for edit in edits[:-1])
        self.set_caret(edits[-1].start + growth + len(edits[-1].text))
        self.ensureCursorVisible()

    def _caret_moved(self) -> None:
        block = self.textCursor().block()
        if not block.isVisible():
            self.folding.open_line(block.blockNumber())
        self.viewport().update()
        self.gutter.update()
        self._telling.start()

    def _widen(self, _count: int = 0) -> None:
        self.setViewportMargins(self.gutter.sizeHint().width(), 0, 0, 0)
        self._place_gutter()

    def _place_gutter(self) -> None:
        area = self.contentsRect()
        self.gutter.setGeometry(QRect(area.left(), area.top(), self.gutter.sizeHint().width(), area.height()))

    def _update_requested(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self.gutter.scroll(0, scrolled)
            self.scrolled.emit()
        else:
            self.gutter.update(0, area.y(), self.gutter.width(), area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter as high as the text."""
        super().resizeEvent(event)
        self._place_gutter()
        self.scrolled.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange} and hasattr(self, "gutter"):
            self.highlighter.set_palette(self.palette())
            self._widen()
            self.gutter.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of lines beneath the text, and what is folded behind it."""
        painter = QPainter(self.viewport())
        ground, first, last = grounds(self.palette()), -1, -1
        if self.band is not None:
            first, last = self.line_at(self.band.start), self.line_at(max(self.band.start, self.band.end - 1))
        caret, width = self.textCursor().blockNumber(), self.viewport().width()
        for block in self.blocks_in(event.rect()):
            number = block.blockNumber()
            colour = ground.line if number == caret else ground.band if first <= number <= last else ""
            if colour:
                area = self.blockBoundingGeometry(block).translated(self.contentOffset())
                painter.fillRect(QRect(0, round(area.top()), width, round(area.height())), QColor(colour))
        painter.end()
        super().paintEvent(event)
        self.folding.paint(event.rect())

    def blocks_in(self, area: QRect) -> list[QTextBlock]:
        """The lines that are to be seen in a part of the viewport."""
        found = []
        block = self.firstVisibleBlock()
        while block.isValid():
            top = self.top_of(block)
            if top > area.bottom():
                break
            if block.isVisible() and top + self.blockBoundingRect(block).height() >= area.top():
                found.append(block)
            block = block.next()
        return found
