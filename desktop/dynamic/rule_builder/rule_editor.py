"""The builder and the text of one rule: whichever is changed, the other follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.dynamic.rule_builder.builder import RuleBuilder
from desktop.dynamic.rule_builder.names import BuilderName
from desktop.dynamic.rule_builder.text_form import TextForm
from desktop.widgets import GRID, Translated, label
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.tree import EVERYBODY, Rule
from templates.dynamic.rule.write import rule_text
from templates.errors import MailwrightError

Write = Callable[[Rule], str]


class RuleEditor(Translated, QWidget):
    """A text that cannot be read is kept as it is typed; the builder keeps the last rule that could.

    ``write`` makes the text of a rule: that of ``segments.toml``, or a template's condition.
    """

    changed = Signal()
    """Rule or text are other ones, by the user's hand."""

    def __init__(self, write: Write = rule_text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.write = write
        self._names: Sequence[BuilderName] = ()
        self.fault: MailwrightError | None = None
        """Why the text cannot be read."""
        self.builder, self.form = RuleBuilder(), TextForm()
        self.title, self.behind = label("caption"), label("warning", wrap=True)
        self.behind.hide()
        self.builder.changed.connect(self._built)
        self.form.typed.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.builder)
        column.addWidget(self.behind)
        column.addSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.form)
        self.retranslate()

    @property
    def text(self) -> str:
        """The rule as text, readable or not."""
        return self.form.text

    @property
    def rule(self) -> Rule:
        """The rule, the last that could be read."""
        return self.builder.rule()

    def show_text(
        self, text: str, names: Sequence[BuilderName], *, anew: bool = True, unread: str | None = None
    ) -> None:
        """Show the rule that ``text`` says, and as its text ``unread``, which cannot be read yet, where there is one.

        ``anew``: it is the rule of something else; what was shown before cannot be taken back with Ctrl+Z.
        """
        self._names = names
        if anew:
            self.builder.show_rule(EVERYBODY, names)
        self._read(text)
        if unread is not None:
            self._read(unread)
        self.form.show_text(text if unread is None else unread, anew=anew)
        self._tell()

    def show_names(self, names: Sequence[BuilderName]) -> None:
        """Offer other names."""
        self._names = names
        self.builder.show_rule(self.builder.rule(), names)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.title.setText(self.tr("The same rule as text"))
        self.behind.setText(
            self.tr("The text below cannot be read yet: this is the rule before it. A change here replaces the text.")
        )

    def _read(self, text: str) -> None:
        self.fault = None
        try:
            self.builder.show_rule(parse_rule(text), self._names)
        except MailwrightError as error:
            self.fault = error
        self._tell()

    def _typed(self, text: str) -> None:
        self._read(text)
        self.changed.emit()

    def _built(self) -> None:
        """A number that no text can say never comes from the builder's fields, but may from a rule that was given."""
        self.fault = None
        try:
            self.form.show_text(self.write(self.builder.rule()))
        except MailwrightError as error:
            self.fault = error
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self.form.show_fault(self.fault)
        self.behind.setVisible(self.fault is not None)
