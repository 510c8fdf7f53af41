"""Keeps Qt's document and the template's text the same, whoever changes which.

What is typed is read from Qt's report of the change: the whole text is never asked for. What others change is made in
Qt's document as one block, so that caret, selection and scroll position stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.document import Change
from desktop.editor.code.positions import Positions, for_qt, typed, widened
from templates.source.layout import line_break
from templates.source.text_edit import TextEdit, in_order

ORIGIN = "code"


class EditedText(Protocol):
    """What a text field edits: the open document, or another text whose changes are steps on its stack."""

    @property
    def text(self) -> str:
        """The text now."""

    @property
    def editable(self) -> bool:
        """Whether it may be changed here."""

    def edit(self, label: str, edits: Iterable[TextEdit], *, origin: str = "", merge: str = "") -> bool:
        """Make edits as a step that can be undone; False when there is nothing to do or nobody may."""


class TextSync(QObject):
    """Between one QTextDocument and the text that is edited. Qt's own history is off: there is one for all views."""

    followed = Signal(object)
    """A Change that was typed here or has just been made in Qt's document."""

    def __init__(self, paper: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paper = paper
        paper.setUndoRedoEnabled(False)
        paper.contentsChange.connect(self._reported)
        paper.contentsChanged.connect(self._flush)
        self.document: EditedText | None = None
        self.positions = Positions("")
        self.text = ""
        self._following = False
        self._typing = False
        self._report: tuple[int, int, str] | None = None
        self._units = 0
        self._torn = False  # half a character was taken away: Qt's document cannot stay as it is
        self._run = 0  # typing that is one step

    def load(self, document: EditedText | None) -> None:
        """Show the text of another document."""
        self.document = document
        self._show(document.text if document else "")

    def follow(self, change: Change) -> None:
        """Make in Qt's document what happened to the text, unless it was typed there."""
        if self._typing:
            self._note(change)
            self.followed.emit(change)
            return
        self._following = True
        cursor = QTextCursor(self.paper)
        cursor.beginEditBlock()
        for edit in reversed(change.edits):
            wide = widened(self.text, edit)
            cursor.setPosition(self.positions.qt(wide.start))
            cursor.setPosition(self.positions.qt(wide.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(for_qt(wide.text))
        cursor.endEditBlock()
        self._following = False
        self._note(change)
        if self._lost():
            self._show(change.text)
        self.followed.emit(change)

    def new_step(self) -> None:
        """Let what is typed next be a step of its own."""
        self._run += 1

    def _note(self, change: Change) -> None:
        for edit in reversed(in_order(change.edits)):
            self.positions.edited(widened(self.text, edit))
        self.text = change.text
        self._units = self.paper.characterCount() - 1

    def _lost(self) -> bool:
        return self.positions.units != self._units

    def _show(self, text: str) -> None:
        """Put the whole text into Qt's document: another document, or one that got out of step."""
        self._following = True
        self.paper.setPlainText(for_qt(text))
        self._following = False
        self.text, self.positions = text, Positions(text)
        self._units = self.paper.characterCount() - 1
        self._report, self._torn = None, False

    def _reported(self, position: int, removed: int, added: int) -> None:
        """Qt's document changed; its layout does not know yet, so the others hear of it a moment later."""
        if self._following or self.document is None:
            return
        self._flush()
        units = self.paper.characterCount() - 1
        beyond = max(0, position + added - units)  # Qt counts the end of the last line, which is no character
        added, removed = added - beyond, removed - beyond
        if self._units - removed + added != units or self._cuts(position) or self._cuts(position + removed):
            position, removed, added = 0, self._units, units
            self._torn = True
        cursor = QTextCursor(self.paper)
        cursor.setPosition(position)
        cursor.setPosition(position + added, QTextCursor.MoveMode.KeepAnchor)
        self._report = (position, removed, cursor.selectedText())
        self._units = units

    def _cuts(self, position: int) -> bool:
        """Whether a position is between the two units of one character."""
        return self.positions.qt(self.positions.offset(position)) != position

    def _flush(self) -> None:
        """Make what Qt reported an edit of the text."""
        report, self._report = self._report, None
        if report is None or self.document is None:
            return
        edit = typed(self.text, self.positions, *report, newline=line_break(self.text))
        if edit is not None and not self._edit(self.document, [edit]):
            self._show(self.document.text)
        elif self._torn or self._lost():
            self._show(self.text)

    def _edit(self, document: EditedText, edits: Sequence[TextEdit]) -> bool:
        if any("\n" in edit.text or "\r" in edit.text for edit in edits):
            self.new_step()
        self._typing = True
        done = document.edit(self.tr("Typing"), edits, origin=ORIGIN, merge=f"typing:{self._run}")
        self._typing = False
        return done
