"""Values as text: plain words, alternative texts, and whatever holds template tags."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.value_editor import LiveChips, ValueEditor


class TextEditor(ValueEditor):
    """One line. Emptied, the value goes away."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context)
        self.line = LiveChips()
        self.line.said.connect(self._said)
        self.setFocusProxy(self.line)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(self.line)

    def understands(self, value: str) -> bool:
        """Any text, tags too."""
        return True

    def show_value(self, written: str | None, inherited: str) -> None:
        """Show the text; what is inherited is grey."""
        self.line.show_text(written or "")
        self.line.setPlaceholderText(inherited)

    def main_control(self) -> QWidget:
        """The line."""
        return self.line

    def chips(self) -> LiveChips:
        """The line."""
        return self.line

    def flush(self) -> None:
        """Say what was typed."""
        self.line.flush()

    def retranslate(self) -> None:
        """Name the line."""
        self.line.setAccessibleName(self.name)

    def _said(self, text: str) -> None:
        self.typed.emit(text or None)


class ExpressionEditor(TextEditor):
    """A value with template tags, as it is written."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context)
        self.line.setObjectName("expression")

    def show_value(self, written: str | None, inherited: str) -> None:
        """Show the tags, and as a tip what they stand for now as far as the brand decides it."""
        super().show_value(written, inherited)
        self.line.setToolTip(self.context.resolved(written or ""))


class AltEditor(TextEditor):
    """What a picture says to those who do not see it; a picture that only decorates says nothing (alt="")."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context)
        self.decorative = QCheckBox()
        self.decorative.clicked.connect(self._toggled)
        self.column.addWidget(self.decorative)
        self.retranslate()

    def show_value(self, written: str | None, inherited: str) -> None:
        """An empty text that is written means: decorative."""
        super().show_value(written, inherited)
        typing = self.line.hasFocus() and not self.line.text()
        self.decorative.setChecked(written == "" and not typing)
        self.line.setEnabled(not self.decorative.isChecked())

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        if hasattr(self, "decorative"):
            self.decorative.setText(self.tr("Only decorates"))
            self.decorative.setToolTip(self.tr("Screen readers pass over it."))

    def _said(self, text: str) -> None:
        self.typed.emit(text)

    def _toggled(self, decorative: bool) -> None:
        self.line.show_text("")
        self.chosen.emit("" if decorative else None)
