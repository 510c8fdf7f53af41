"""What the fields of the form have in common, and the line that most of them are made of."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.icons import icon
from desktop.widgets import Translated
from templates.data.editors import MISSING
from templates.data.entered import entered, shown
from templates.dynamic.shape import Kind


class FieldEditor(Translated, QWidget):
    """Shows one value and says what the user wants it to be; the row in which it stands makes the step."""

    said = Signal(object, bool)
    """A value (MISSING: take it away), and whether it goes on with the typing before."""
    wide = False
    """Whether it takes the whole width of the form."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)

    def show_value(self, value: Any, default: str) -> None:
        """Show a value; ``default`` is what stands in the mail while there is none."""
        raise NotImplementedError

    def main_control(self) -> QWidget:
        """The control that the label belongs to."""
        raise NotImplementedError

    def set_name(self, name: str) -> None:
        """Name the controls for screen readers."""
        self.name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""


class DataLine(QLineEdit):
    """A line that keeps the caret where it is while what is typed comes back from the document."""

    left = Signal()

    def show_text(self, text: str) -> None:
        """Show another text; a number that is being typed stays as it is typed."""
        if text != self.text():
            caret = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(caret, len(text)) if self.hasFocus() else 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that nobody types here any more."""
        super().focusOutEvent(event)
        self.left.emit()


class LineField(FieldEditor):
    """One line. An emptied text stays as an empty text, until its cross takes it away."""

    def __init__(self, kind: Kind = "text") -> None:
        super().__init__()
        self.kind: Kind = kind
        self.line = DataLine()
        self.line.textEdited.connect(self._edited)
        self.line.left.connect(self._left)
        self._value: Any = MISSING
        self._default = ""
        self.away = QAction(self)
        self.away.triggered.connect(self._take_away)
        self.row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)

    def show_value(self, value: Any, default: str) -> None:
        """Show a value; typing on a number does not change its spelling."""
        self._value, self._default = value, default
        if not (self.line.hasFocus() and entered(self.line.text(), self.kind, self._value) == value):
            self.line.show_text(shown(value))
        self._show_state()

    def main_control(self) -> QWidget:
        """The line."""
        return self.line

    def retranslate(self) -> None:
        """Set every text anew."""
        self.line.setAccessibleName(self.name)
        self.away.setText(self.tr("Take the value away"))
        self._show_state()

    def _show_state(self) -> None:
        empty = self._value == "" or self._value is None
        self.line.setPlaceholderText(self._placeholder(empty))
        if empty and self.away not in self.line.actions():
            self.away.setIcon(icon("x"))
            self.line.addAction(self.away, QLineEdit.ActionPosition.TrailingPosition)
        elif not empty:
            self.line.removeAction(self.away)

    def _placeholder(self, empty: bool) -> str:
        if empty:
            return self.tr("Empty") if self._value == "" else "null"
        return self._default

    def _edited(self, text: str) -> None:
        self.said.emit(entered(text, self.kind, self._value), True)

    def _left(self) -> None:
        self.line.show_text(shown(self._value))

    def _take_away(self) -> None:
        self.said.emit(MISSING, False)


class NumberField(LineField):
    """A number; the arrow keys count."""

    def __init__(self) -> None:
        super().__init__("number")
        self.line.installEventFilter(self)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Step with the arrow keys, by ten with Shift."""
        if watched is self.line and event.type() == event.Type.KeyPress:
            by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(event.key(), 0)
            if by and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier:
                self._step(by * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        value = self._value if isinstance(self._value, int | float) else 0
        self.line.setText(shown(value + by))
        self.said.emit(value + by, True)
