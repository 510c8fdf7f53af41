"""The keys that write more than their character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop.editor.code.language import CodeLanguage
from desktop.editor.code.typing import indent_lines, on_tab, outdent_lines

if TYPE_CHECKING:
    from desktop.editor.code.editor import CodeEditor

_ENTER = frozenset([Qt.Key.Key_Return, Qt.Key.Key_Enter])
_TAB = frozenset([Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
_PLAIN = frozenset([Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])


class Keys(QObject):
    """Asks the language what a key means, and writes that into a text field."""

    def __init__(self, editor: CodeEditor, language: CodeLanguage) -> None:
        super().__init__(editor)
        self._editor, self._language = editor, language

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means; False when it is a key as any other."""
        editor, key = self._editor, event.key()
        text, (start, end) = editor.sync.text, editor.selection
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and not held:
            return editor.stroke(self._language.on_enter(text, start, end, editor.step))
        if key in _TAB:
            return self._tab(back=key == Qt.Key.Key_Backtab)
        if start != end or held not in _PLAIN:
            return False
        if key == Qt.Key.Key_Backspace:
            return editor.stroke(self._language.on_backspace(text, start))
        return len(event.text()) == 1 and editor.stroke(self._language.on_character(text, start, event.text()))

    def _tab(self, *, back: bool) -> bool:
        """Shift the lines of the selection, or write white space; Tab never leaves the field, F6 does."""
        editor = self._editor
        text, (start, end) = editor.sync.text, editor.selection
        if back:
            editor.edit(self.tr("Outdent"), outdent_lines(text, start, end, editor.step))
        elif editor.line_at(start) != editor.line_at(end):
            editor.edit(self.tr("Indent"), indent_lines(text, start, end, editor.step))
        else:
            editor.textCursor().removeSelectedText()
            editor.stroke(on_tab(editor.sync.text, start, editor.step))
        return True
