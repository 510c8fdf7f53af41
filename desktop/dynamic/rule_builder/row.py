"""One row of a rule: property, operator, value. And the row of what no test can say."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.dynamic.rule_builder.capitals import CapitalsHint
from desktop.dynamic.rule_builder.draft import Draft, Path
from desktop.dynamic.rule_builder.names import BuilderName, Sort, named
from desktop.dynamic.rule_builder.part import Around, PartMenu, PartWidget
from desktop.dynamic.rule_builder.property_picker import PropertyButton
from desktop.dynamic.rule_builder.text_form import fit_lines
from desktop.dynamic.rule_builder.value_field import ValueField
from desktop.dynamic.rule_builder.values import fitted, is_finished, operators_of, taken
from desktop.dynamic.rule_builder.words import operator_title
from desktop.editor.inspector.value_editor import QuietCombo
from desktop.errors import advice, what
from desktop.language import current_language
from desktop.widgets import IconButton, IconLabel, label, set_role
from templates.dynamic.rule.tree import Operator, Other, Test

NARROW, NARROWER = 500, 230  # pixels of a row below which it needs two lines, and three
_PLACES = {  # row, column, rows and columns of property, operator, value, and buttons, by the number of lines
    1: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (0, 3, 1, 1)),
    2: ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 2), (0, 2, 1, 1)),
    3: ((0, 0, 1, 2), (1, 0, 1, 3), (2, 0, 1, 3), (0, 2, 1, 1)),
}
_NEVER_CASED: frozenset[Operator] = frozenset({"exists", "exists_not", "true", "false"})


class RuleRow(PartWidget):
    """Asks one question. A row that is not finished says what is missing and does not count."""

    def __init__(self) -> None:
        super().__init__()
        self._around = Around()
        self._test = Test("", "is")
        self._name: BuilderName | None = None
        self._lines = 0
        self.subject, self.operator, self.value = PropertyButton(), QuietCombo(), ValueField()
        self.operator.setMinimumContentsLength(11)
        self.case = IconButton("case-sensitive", size=16)
        self.case.setCheckable(True)
        self.case.setObjectName("small")
        self.menu = PartMenu(("up", "down", "duplicate", "enclose", "remove"))
        self.remove = IconButton("x", size=16)
        self.remove.setObjectName("small")
        self.hint, self.capitals = label("tiny", wrap=True), CapitalsHint()
        self.subject.chosen.connect(self._property_chosen)
        self.operator.activated.connect(self._operator_chosen)
        self.value.said.connect(self._values_said)
        self.case.clicked.connect(self._case_clicked)
        self.capitals.taken.connect(self._written_taken)
        self.capitals.ignored.connect(self._capitals_ignored)
        self.menu.asked.connect(self.ask)
        self.remove.clicked.connect(self.ask_to_remove)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._buttons = QWidget()
        self._buttons.setFixedHeight(32)  # as high as a field
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(2)
        for each in (self.case, self.menu, self.remove):
            buttons.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._grid)
        column.addWidget(self.hint)
        column.addWidget(self.capitals)
        self._arrange(1)
        self.retranslate()

    @property
    def test(self) -> Test:
        """What the row says."""
        return self._test

    def show_part(self, path: Path, part: Draft, around: Around) -> None:
        """Show another test; what is being typed stays where it says the same."""
        self.path, self._around = path, around
        if isinstance(part, Test):
            self._test = part
            self._refresh()

    def first(self) -> QWidget:
        """The property."""
        return self.subject

    def retranslate(self) -> None:
        """Set every text anew."""
        self.remove.name(self.tr("Remove the condition"))
        self.operator.setAccessibleName(self.tr("Operator"))
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many lines as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It can always use three lines."""
        return QSize(150, super().minimumSizeHint().height())

    # Inside

    @property
    def _sort(self) -> Sort:
        return self._name.sort if self._name else "string"

    def _refresh(self) -> None:
        test, names = self._test, self._around.names
        self._name = named(test.path, names) if test.path else None
        self.subject.show_name(self._name, names)
        self.operator.setVisible(self._name is not None)
        self._list_operators()
        self.value.set_name(self._name.title if self._name else "")
        if self._name is not None:
            self.value.show_test(test, self._sort, self._name.samples)
        self._refresh_case()
        self._hint()
        self._fit()

    def _list_operators(self) -> None:
        if self._name is None:
            return
        offered = operators_of(self._sort, self._test.operator)
        self.operator.clear()
        for operator in offered:
            self.operator.addItem(operator_title(operator, self._sort), operator)
        self.operator.setCurrentIndex(offered.index(self._test.operator))
        self.operator.setToolTip(self.operator.currentText())

    def _refresh_case(self) -> None:
        cased = self._sort in {"string", "list"} and self._test.operator not in _NEVER_CASED
        self.case.setVisible(self._name is not None and cased)
        self.case.setChecked(not self._test.ignore_case)
        matters = self.tr("Capitals count. Press to ignore them.")
        self.case.name(self.tr("Capitals do not count. Press to let them.") if self._test.ignore_case else matters)

    def _hint(self) -> None:
        said, role = self._around.problems.get(self._test.path, ""), "danger"
        if fault := self.value.fault:
            said = f"{what(fault, current_language())} {advice(fault, current_language())}"
        elif not said and self._name is not None and not is_finished(self._test, self._sort):
            said, role = self.tr("Not finished: as long as no value is given, this does not count."), "tiny"
        self.hint.setText(said)
        if self.hint.property("role") != role:
            set_role(self.hint, role)
        self.hint.setVisible(bool(said))
        self._tell_capitals()

    def _tell_capitals(self) -> None:
        test = self._test
        written = {} if test.ignore_case else self._around.capitals.get(test.path, {})
        value = next((str(one) for one in test.values if str(one) in written), "")
        self.capitals.show_written(value, written.get(value, ""))

    def _fit(self) -> None:
        if self.width() >= NARROW:
            self._arrange(1)
        else:
            alone = self.value.is_wide or self.value.isHidden()  # so the operator has a line for itself
            self._arrange(3 if alone or self.width() < NARROWER else 2)

    def _arrange(self, lines: int) -> None:
        """Lay the row out on so many lines."""
        if lines == self._lines:
            return
        self._lines = lines
        while self._grid.count():
            self._grid.takeAt(0)
        for column, stretch in enumerate((4, 4, 6) if lines == 1 else (3, 2, 0)):
            self._grid.setColumnStretch(column, stretch)
        # The order in which they are put there is that of Tab, whatever stands on which line.
        parts = (self.subject, self.operator, self.value, self._buttons)
        for each, place in zip(parts, _PLACES[lines], strict=True):
            in_line = lines == 1 and each is not self.value
            self._grid.addWidget(each, *place, Qt.AlignmentFlag.AlignTop if in_line else Qt.AlignmentFlag(0))

    # What the controls say

    def _say(self, test: Test) -> None:
        if test != self._test:
            self._test = test
            self.changed.emit(self.path, test)

    def _turn(self, test: Test) -> None:
        """Say another test, and show it before: whoever hears of it finds the fields that belong to it."""
        before, self._test = self._test, test
        self._refresh()
        if test != before:
            self.changed.emit(self.path, test)

    def _property_chosen(self, path: str) -> None:
        sort = named(path, self._around.names).sort
        operators = operators_of(sort)
        operator = self._test.operator if self._test.operator in operators else operators[0]
        values = fitted(self._test.values, operator, sort, self._around.today)
        self._turn(Test(path, operator, values, self._test.ignore_case and sort in {"string", "list"}))
        (self.value.first() or self.operator).setFocus()

    def _operator_chosen(self, index: int) -> None:
        operator: Operator = self.operator.itemData(index)
        before = self._test
        values = before.values
        if taken(operator, self._sort) != taken(before.operator, self._sort) or not values:
            values = fitted(values, operator, self._sort, self._around.today)
        self._turn(replace(before, operator=operator, values=values, ignore_case=self._kept_case(operator)))

    def _kept_case(self, operator: Operator) -> bool:
        return self._test.ignore_case and operator not in _NEVER_CASED

    def _values_said(self, values: object) -> None:
        if isinstance(values, tuple):
            self._say(replace(self._test, values=values))
            self._hint()

    def _case_clicked(self, on: bool) -> None:
        self._turn(replace(self._test, ignore_case=not on))

    def _written_taken(self, value: str, written: str) -> None:
        values = tuple(written if str(one) == value else one for one in self._test.values)
        self._turn(replace(self._test, values=tuple(dict.fromkeys(values))))

    def _capitals_ignored(self) -> None:
        self._turn(replace(self._test, ignore_case=True))


class OtherRow(PartWidget):
    """An expression that rows cannot say: shown as it is written, kept as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setObjectName("other")
        self.text.setTabChangesFocus(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.note = label("tiny", wrap=True)
        self.menu = PartMenu(("up", "down", "duplicate", "enclose", "remove"))
        self.remove = IconButton("x", size=16)
        self.remove.setObjectName("small")
        self.menu.asked.connect(self.ask)
        self.remove.clicked.connect(self.ask_to_remove)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(IconLabel("braces", 16))
        row.addSpacing(4)
        row.addWidget(self.text, 1)
        row.addWidget(self.menu)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.note)
        self.retranslate()

    def show_part(self, path: Path, part: Draft, around: Around) -> None:
        """Show another expression."""
        self.path = path
        if isinstance(part, Other) and part.text != self.text.toPlainText():
            self.text.setPlainText(part.text)
            fit_lines(self.text, 1, 4)

    def first(self) -> QWidget:
        """The text."""
        return self.text

    def retranslate(self) -> None:
        """Set every text anew."""
        self.text.setAccessibleName(self.tr("Written as text"))
        self.note.setText(self.tr("Written as text; change it in the text form below."))
        self.remove.name(self.tr("Remove the condition"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width means other lines."""
        super().resizeEvent(event)
        fit_lines(self.text, 1, 4)
