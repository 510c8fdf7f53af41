"""Who sees it, by a rule: built row by row, or written as the template says it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.dynamic.conditions.known import Known
from desktop.dynamic.conditions.words import rule_of
from desktop.dynamic.rule_builder.builder import RuleBuilder
from desktop.editor.inspector.value_editor import LiveLine
from desktop.errors import explain
from desktop.language import current_language
from desktop.widgets import Translated, label
from templates.dynamic.rule.tree import EVERYBODY, Group, Not, Operator, Rule, Test
from templates.dynamic.rule.write import condition_text
from templates.errors import MailwrightError
from templates.source.expression import is_condition

_HEIGHT = 230
_PRESENCE: Mapping[Operator, Operator] = {"exists": "true", "exists_not": "false"}


class RulePage(Translated, QWidget):
    """Says the expression of the condition."""

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.builder = RuleBuilder()
        self.builder.changed.connect(self._built)
        self.line = LiveLine(is_condition)
        self.line.setObjectName("expression")
        self.line.said.connect(self._written)
        self.line.textEdited.connect(self._check)
        self.written, self.fault = label("caption"), label("danger", wrap=True)
        self.written.setBuddy(self.line)
        self._known = Known()
        self._expression = ""
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(_HEIGHT)
        inside = QWidget()
        above = QVBoxLayout(inside)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.builder)
        above.addStretch()
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(area, 1)
        for each in (self.written, self.line, self.fault):
            column.addWidget(each)
        self.retranslate()

    def show_rule(self, expression: str, known: Known) -> None:
        """Show the test of a condition; "" asks for nothing yet."""
        self._expression, self._known = expression, known
        self.builder.show_rule(rule_of(expression) if expression else EVERYBODY, known.names)
        self.line.show_text(expression)
        self._check(expression)

    def first(self) -> QWidget:
        """What the keyboard goes to."""
        return self.line if self._expression else self.builder

    def flush(self) -> None:
        """Say what was typed and not said yet."""
        self.line.flush()

    def sizeHint(self) -> QSize:
        """Wide enough for a row of the builder."""
        return super().sizeHint().expandedTo(QSize(360, 0))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.written.setText(self.tr("As the template says it"))
        self.line.setAccessibleName(self.tr("Condition"))
        self.line.setPlaceholderText('contact.city|default("") == "Lyon"')
        self._check(self.line.text())

    def _built(self) -> None:
        rule = asking_lists(self.builder.rule(), {one.path for one in self._known.lists})
        if rule == EVERYBODY:
            return  # nothing is asked yet; everybody is a choice of the other page
        try:
            text = condition_text(rule, self._known.types)
        except MailwrightError as error:
            self._show_fault(explain(error, current_language()))
            return
        self._say(text)

    def _written(self, text: str) -> None:
        if is_condition(text):
            self._say(text.strip())

    def _say(self, text: str) -> None:
        if text != self._expression:
            self._expression = text
            self.said.emit(text)

    def _check(self, text: str) -> None:
        fits = not text.strip() or is_condition(text)
        self._show_fault("" if fits else self.tr("This is not complete yet."))

    def _show_fault(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.setVisible(bool(text))


def asking_lists(rule: Rule, lists: Collection[str]) -> Rule:
    """Return ``rule`` so that a list without rows has no value either: compared with "" it would have one."""
    if isinstance(rule, Group):
        return replace(rule, parts=tuple(asking_lists(part, lists) for part in rule.parts))
    if isinstance(rule, Not):
        return Not(asking_lists(rule.part, lists))
    if isinstance(rule, Test) and rule.path in lists and rule.operator in _PRESENCE:
        return replace(rule, operator=_PRESENCE[rule.operator])
    return rule
