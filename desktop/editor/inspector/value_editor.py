"""What the editors of a value have in common, and the line of text most of them are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from desktop.editor.inspector.mail_context import MailContext
from desktop.merge_tags.chip_line import ChipLine
from desktop.widgets import Translated, restyle
from templates.source.unfinished import finished, is_finished

Check = Callable[[str], bool]


class ValueEditor(Translated, QWidget):
    """Shows one value and says what the user wants it to be. The row in which it stands makes the edit."""

    typed = Signal(object)
    """A value (None: take it away) that goes on with the change before: typing, stepping, dragging."""
    chosen = Signal(object)
    """A value that is a step of its own."""
    late = Signal(object, object)
    """A value that took its time, and the target of ``MailContext`` for which it was asked."""
    text_wanted = Signal()
    """The value is to be written as text."""
    half = False
    """Whether two of them fit side by side."""

    def __init__(self, context: MailContext) -> None:
        super().__init__()
        self.context = context
        self.name = ""

    def show_value(self, written: str | None, inherited: str) -> None:
        """Show what the element writes (None: nothing) and what it is worth without that."""
        raise NotImplementedError

    def understands(self, value: str) -> bool:
        """Whether a value can be shown; others are shown as text. Values with template tags are text to most."""
        return "{{" not in value and "{%" not in value

    def set_name(self, name: str) -> None:
        """Name the controls for screen readers."""
        self.name = name
        self.retranslate()

    def main_control(self) -> QWidget:
        """The control that the row's label belongs to."""
        raise NotImplementedError

    def chips(self) -> LiveChips | None:
        """The line that takes merge tags, in an editor that has one."""
        return None

    def flush(self) -> None:
        """Say what was typed and not said yet."""

    def retranslate(self) -> None:
        """Set every text anew."""


class _Line(Protocol):
    """What both kinds of line are."""

    said: SignalInstance
    _accepts: Check | None
    _shown: str

    def text(self) -> str: ...

    def setText(self, text: str, /) -> None: ...

    def hasFocus(self) -> bool: ...

    def setCursorPosition(self, position: int, /) -> None: ...

    def flush(self) -> None: ...


class _Typing:
    """Says at once what is typed, when it makes sense, and whatever it is when the line is left.

    A template tag is said when it has its end: half of one would swallow what stands behind it in the mail.
    """

    _accepts: Check | None = None
    _shown = ""

    def show_text(self: _Line, text: str) -> None:
        """Show another text; what is being typed stays when it is what was shown or said last."""
        if self.hasFocus() and text == self.text().strip():
            self._shown = self.text()  # a space at the end is the beginning of a word
        elif text != self._shown:
            self._shown = text
            if text != self.text():
                self.setText(text)
                if not self.hasFocus():
                    self.setCursorPosition(0)

    def say(self: _Line, text: str) -> None:
        """Take and say a text as if it had been typed."""
        self.setText(text)
        self.flush()

    def flush(self: _Line) -> None:
        """Say what was typed and not said yet."""
        if self.text() != self._shown:
            text = finished(self.text())
            if text != self.text():
                self.setText(text)
            self._shown = text
            self.said.emit(text)

    def _edited(self: _Line, text: str) -> None:
        if is_finished(text) and (self._accepts is None or self._accepts(text)):
            self.flush()


class LiveLine(_Typing, QLineEdit):
    """A line of plain text."""

    said = Signal(str)
    left = Signal()
    """Nobody types here any more."""

    def __init__(self, accepts: Check | None = None) -> None:
        super().__init__()
        self._accepts = accepts
        self.setMinimumWidth(32)
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self.flush)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing that was typed is lost."""
        super().focusOutEvent(event)
        self.flush()
        self.left.emit()


class LiveChips(_Typing, ChipLine):
    """A line of text with template tags as chips."""

    said = Signal(str)
    left = Signal()
    """Nobody types here any more."""

    def __init__(self, accepts: Check | None = None) -> None:
        super().__init__()
        self._accepts = accepts
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self.flush)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing that was typed is lost."""
        super().focusOutEvent(event)
        self.flush()
        self.left.emit()


class QuietCombo(QComboBox):
    """A choice that the mouse wheel changes only when it has the focus: a panel is scrolled over it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumWidth(48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choice(self, index: int, inherited: str) -> None:
        """Show a choice; without one (-1) what is inherited, paler."""
        self.setCurrentIndex(index)
        self.setPlaceholderText(inherited or "–")
        if self.property("pale") != (index < 0):
            self.setProperty("pale", index < 0)
            restyle(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
