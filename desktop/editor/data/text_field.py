"""A text: one line, or several."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.editor.data.field import FieldEditor, LineField
from desktop.widgets import IconButton
from templates.data.editors import MISSING
from templates.data.entered import shown

LONG = 60  # characters that still fit a line
_LINES = 3


def is_long(value: Any) -> bool:
    """Whether a text needs more than a line."""
    return isinstance(value, str) and (len(value) > LONG or "\n" in value)


class TextField(LineField):
    """One line, with a button that makes room for several."""

    def __init__(self) -> None:
        super().__init__("text")
        self.more = IconButton("unfold-vertical", size=14)
        self.more.setObjectName("small")
        self.row.addWidget(self.more)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.more.setToolTip(self.tr("Write several lines"))
        self.more.setAccessibleName(self.tr("{name}: write several lines").format(name=self.name))


class LongField(FieldEditor):
    """Several lines; Tab goes on to the next field."""

    wide = True

    def __init__(self) -> None:
        super().__init__()
        self.edit = _Lines(tabChangesFocus=True)
        self.edit.setObjectName("lines")
        self.edit.setUndoRedoEnabled(False)  # the document's stack does that
        self.edit.textChanged.connect(self._edited)
        self.row.addWidget(self.edit, 1)
        self.setFocusProxy(self.edit)
        self._showing = False

    def show_value(self, value: Any, default: str) -> None:
        """Show a text; the caret stays."""
        text = shown(value).replace("\r\n", "\n")
        self.edit.setPlaceholderText(default if value is MISSING else self.tr("Empty"))
        if text == self.text:
            return
        self._showing = True
        caret = self.edit.textCursor().position()
        self.edit.setPlainText(text)
        cursor = self.edit.textCursor()
        cursor.setPosition(min(caret, self.edit.document().characterCount() - 1))
        self.edit.setTextCursor(cursor)
        self._showing = False

    @property
    def text(self) -> str:
        """What is written; ``toPlainText`` would make plain spaces of those that French needs."""
        cursor = QTextCursor(self.edit.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return cursor.selectedText().replace("\u2029", "\n")

    def main_control(self) -> QWidget:
        """The text."""
        return self.edit

    def retranslate(self) -> None:
        """Set every text anew."""
        self.edit.setAccessibleName(self.name)

    def _edited(self) -> None:
        if not self._showing:
            self.said.emit(self.text, True)


class _Lines(QPlainTextEdit):
    def sizeHint(self) -> QSize:
        """Room for a few lines."""
        return QSize(200, self.fontMetrics().lineSpacing() * _LINES + 14)

    def minimumSizeHint(self) -> QSize:
        """The same: the form scrolls."""
        return self.sizeHint()
