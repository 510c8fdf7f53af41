"""One-line fields that write into the open document. Undo and redo are the document's: there is one history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.document import OpenDocument
from desktop.editor.envelope.advice import advice, characters
from desktop.editor.envelope.emoji import EmojiPicker
from desktop.merge_tags.chip_line import ChipLine
from desktop.merge_tags.names import names_for
from desktop.merge_tags.picker import MergeTagPicker
from desktop.merge_tags.tag_help import TagHelp
from desktop.widgets import IconButton, label, restyle, set_role
from templates.known_names import KnownName
from templates.source.inbox_lines import InboxLine, LineName, is_whole, line_of, set_line


class DocumentField(QLineEdit):
    """A field without a history of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document: OpenDocument | None = None
        self.setMaxLength(1_000_000)  # a line that is too long must not be cut by being looked at

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a step of the document back or forth."""
        if not _stepped(self.document, event):
            super().keyPressEvent(event)

    def show_text(self, text: str) -> None:
        """Show what the document says; the caret stays where it can."""
        _show(self, text)


class DocumentLine(ChipLine):
    """The same with template tags as chips."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.written_into: OpenDocument | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a step of the document back or forth."""
        if not _stepped(self.written_into, event):
            super().keyPressEvent(event)

    def show_text(self, text: str) -> None:
        """Show what the document says; the caret stays where it can."""
        _show(self, text)


def _stepped(document: OpenDocument | None, event: QKeyEvent) -> bool:
    """Take the step that a key asks for."""
    stack = document.stack if document else None
    if stack is not None and event.matches(QKeySequence.StandardKey.Undo):
        stack.undo()
    elif stack is not None and event.matches(QKeySequence.StandardKey.Redo):
        stack.redo()
    else:
        return False
    return True


def _show(field: QLineEdit | ChipLine, text: str) -> None:
    if text != field.text():
        at = field.cursorPosition()
        field.setText(text)
        field.setCursorPosition(min(at, len(text)))


class LineField(QObject):
    """Subject or preheader: the field with what helps to fill it. The panel lays its parts out and retranslates it."""

    code_wanted = Signal(int)
    """The line has to be edited in the code: the offset of its element."""

    def __init__(self, name: LineName, parent: QObject) -> None:
        super().__init__(parent)
        self.name: LineName = name
        self.caption, self.counter, self.edit = QLabel(), label("muted"), DocumentLine()
        self.tags, self.emoji, self.code = IconButton("braces"), IconButton("smile"), IconButton("code")
        self.caption.setBuddy(self.edit)
        self.line = InboxLine("")
        self.data: str | Mapping[str, Any] = "default"
        """The data that the mail is shown with: where the names come from that a tag can print."""
        self._written = -1  # the document's revision after the last own edit
        self._shown: str | None = None
        self.edit.textEdited.connect(self._write)
        self.tags.clicked.connect(self.choose_tag)
        self.emoji.clicked.connect(self.choose_emoji)
        self.code.clicked.connect(self._ask_for_code)
        self.tag_help = TagHelp(self.edit, self._names, self.tags)
        self.tag_help.picked.connect(self._insert_tag)
        self.edit.setProperty("code", False)

    @property
    def document(self) -> OpenDocument | None:
        """The document that is written into."""
        return self.edit.written_into

    @document.setter
    def document(self, document: OpenDocument | None) -> None:
        self.edit.written_into, self._written, self._shown = document, -1, None

    def follow(self) -> None:
        """Show what the tree says; what is being typed here is left alone."""
        if self.document is None:
            return
        self.line = line_of(self.document.seen_tree, self.name)
        if self._written != self.document.revision:
            self.edit.show_text(self.line.text)
        open_ = self.document.editable and self.line.possible
        self.edit.setReadOnly(not (open_ and self.line.simple))
        if self.edit.property("code") is self.line.simple:
            self.edit.setProperty("code", not self.line.simple)
            restyle(self.edit)
        for each in (self.tags, self.emoji):
            each.setVisible(self.line.simple)
            each.setEnabled(open_)
        self.code.setVisible(not self.line.simple)
        self._judge()

    def show_built(self, text: str) -> None:
        """Judge the line as the mail shows it to a reader."""
        self._shown = text
        self._judge()

    def insert(self, text: str) -> None:
        """Put ``text`` at the caret, as if it were typed."""
        self.edit.insert(text)
        self.edit.setFocus()
        self._write(self.edit.text())

    def choose_emoji(self) -> EmojiPicker:
        """Offer emoji."""
        picker = EmojiPicker(self.edit.window())
        picker.picked.connect(self.insert)
        picker.show_below(self.emoji)
        return picker

    def choose_tag(self) -> MergeTagPicker | None:
        """Offer what a tag can print."""
        return self.tag_help.choose() if self.document is not None else None

    def retranslate(self) -> None:
        """Set every text anew."""
        subject = self.name == "mj-title"
        self.caption.setText(self.tr("Subject") if subject else self.tr("Preheader"))
        named = self.tr("Subject") if subject else self.tr("Preheader")
        self.edit.setAccessibleName(named)
        self.edit.setPlaceholderText(
            self.tr("What the mail is about") if subject else self.tr("What the inbox shows behind the subject")
        )
        self.tags.name(self.tr("{field}: insert a name").format(field=named))
        self.emoji.name(self.tr("{field}: insert an emoji").format(field=named))
        self.code.name(self.tr("{field}: edit in the code").format(field=named))
        self._judge()

    def _insert_tag(self, tag: str) -> None:
        self.edit.insert_tag(tag)
        self.edit.setFocus()
        self._write(self.edit.text())

    def _names(self) -> list[KnownName]:
        return names_for(self.document, self.data) if self.document is not None else []

    def _write(self, text: str) -> None:
        document = self.document
        if document is None:
            return
        edits = set_line(document.tree, self.name, text)
        label_ = self.tr("Subject") if self.name == "mj-title" else self.tr("Preheader")
        self._written = document.revision + 1
        self._shown = None
        if not document.edit(label_, edits, origin="envelope", merge=f"envelope.{self.name}"):
            self._written = -1
        self._judge()

    def _judge(self) -> None:
        text = self.line.text if self._shown is None else self._shown
        length = characters(text.strip())
        found = advice(self.name, length)
        if self.line.simple and not is_whole(self.edit.text()):
            self.counter.setText(self.tr("“if” and “end if” belong together"))
            set_role(self.counter, "danger")
        elif self.line.simple:
            self.counter.setText(f"{length} · {found.words}")
            set_role(self.counter, found.level)
        else:
            self.counter.setText(self.tr("made by conditions"))
            set_role(self.counter, "muted")
        self.counter.setToolTip(self.tr("%n character(s), {advice}", "", length).format(advice=found.words))

    def _ask_for_code(self) -> None:
        if self.line.element is not None:
            self.code_wanted.emit(self.line.element.start)
