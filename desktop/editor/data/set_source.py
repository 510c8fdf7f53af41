"""The text of one data set as the JSON field edits it: every change is a step on the document's stack."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from desktop.document import Change, OpenDocument
from desktop.editor.data.sets import MOST, SetText, read_set, too_large, write_set
from desktop.errors import explain
from desktop.language import current_language
from templates.errors import MailwrightError
from templates.source.text_edit import TextEdit, apply, replacement


class SetSource(QObject):
    """Shows one set of one document as a text. ``follow`` takes over what others did to it."""

    edited = Signal(object)
    """A Change of the text."""

    def __init__(self, document: OpenDocument, name: str) -> None:
        """Raises InputError when the set is too large, StorageError."""
        super().__init__()
        self.document, self.name = document, name
        self.written: SetText = read_set(document, name)
        self._writing = False

    @property
    def text(self) -> str:
        """What is written."""
        return self.written.text

    @property
    def editable(self) -> bool:
        """Whether it may be changed here."""
        return self.document.editable

    def edit(self, label: str, edits: Iterable[TextEdit], *, origin: str = "", merge: str = "") -> bool:
        """Change the text; False when it would be too large, or nobody may."""
        made = tuple(edits)
        text = apply(self.text, made)
        if len(text) > MOST:
            self.refuse(len(text))
            return False
        self._writing = True
        try:
            done = write_set(self.document, self.name, text, label, merge=f"data:{self.name}:{merge}" if merge else "")
        finally:
            self._writing = False
        if done:
            self._take(made, origin)
        return done

    def refuse(self, size: int) -> None:
        """Say that a text of so many characters is too large."""
        self.document.notified.emit("warning", explain(too_large(size), current_language()))

    def follow(self) -> None:
        """Take over what a form, an undo or another program wrote."""
        if self._writing:
            return
        try:
            text = read_set(self.document, self.name).text
        except MailwrightError:
            return  # the panel says it
        self._take(tuple(replacement(self.text, 0, len(self.text), text)), "undo")

    def _take(self, edits: tuple[TextEdit, ...], origin: str) -> None:
        self.written = read_set(self.document, self.name)
        if edits:
            self.edited.emit(Change(self.written.text, edits, origin))
