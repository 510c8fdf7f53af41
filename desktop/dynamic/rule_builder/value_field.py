"""What stands behind the operator of a row: no field, one, two, a number of days, or many values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.dynamic.rule_builder.chips import Chips
from desktop.dynamic.rule_builder.editors import DateLine, NumberLine, TextLine
from desktop.dynamic.rule_builder.names import Sort
from desktop.dynamic.rule_builder.values import fits, taken
from desktop.widgets import Translated, label
from templates.dynamic.rule.operators import Takes
from templates.dynamic.rule.tree import Test, Value
from templates.errors import InputError

Line = TextLine | NumberLine | DateLine


class ValueField(Translated, QWidget):
    """Says all values of the row at once, none while one of them is missing."""

    said = Signal(object)
    """A tuple of values."""

    def __init__(self) -> None:
        super().__init__()
        self._taken: Takes = "nothing"
        self._sort: Sort = "string"
        self._name = ""
        self.lines: list[Line] = []
        self.chips: Chips | None = None
        self._between: QLabel | None = None
        self._unit: QLabel | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.hide()

    @property
    def is_wide(self) -> bool:
        """Whether it wants a line of its own where there is little room."""
        return self._taken in {"two", "several"}

    def show_test(self, test: Test, sort: Sort, samples: Sequence[str]) -> None:
        """Show the values of a test of a property of that sort; values that its editors cannot show are text."""
        how_many = taken(test.operator, sort)
        shown: Sort = "integer" if how_many == "days" else sort
        if not all(fits(value, shown) for value in test.values):
            shown = "string"
        if (how_many, shown) != (self._taken, self._sort):
            self._rebuild(how_many, shown)
        if self.chips is not None:
            self.chips.show_values(test.values)
            self.chips.offer(samples)
        for place, line in enumerate(self.lines):
            if test.values or line.value is None or len(self.lines) == 1:
                line.show_value(test.values[place] if place < len(test.values) else None)
            if isinstance(line, TextLine):
                line.offer(samples)

    @property
    def fault(self) -> InputError | None:
        """Why what was typed cannot be used."""
        if self.chips is not None:
            return self.chips.fault
        return next((line.fault for line in self.lines if line.fault is not None), None)

    def set_name(self, name: str) -> None:
        """Name the fields for screen readers: what they are compared with."""
        self._name = name
        self.retranslate()

    def first(self) -> QWidget | None:
        """The field that gets the keyboard."""
        return self.chips.line if self.chips is not None else next(iter(self.lines), None)

    def retranslate(self) -> None:
        """Set every text anew."""
        if self._between is not None:
            self._between.setText(self.tr("and"))
        if self._unit is not None:
            self._unit.setText(self.tr("days"))
        if self.chips is not None:
            self.chips.set_name(self._name)
        names = (self._name,) if len(self.lines) == 1 else (self.tr("{name}: from"), self.tr("{name}: to"))
        for line, name in zip(self.lines, names, strict=False):
            line.setAccessibleName(name.format(name=self._name))
            if not isinstance(line, DateLine):
                line.setPlaceholderText(self.tr("Number") if isinstance(line, NumberLine) else self.tr("Value"))

    def _rebuild(self, how_many: Takes, sort: Sort) -> None:
        self._taken, self._sort = how_many, sort
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines, self.chips, self._between, self._unit = [], None, None, None
        build = {"one": self._one, "two": self._two, "days": self._days, "several": self._several}.get(how_many)
        if build is not None:
            build()
        self.setVisible(how_many != "nothing")
        self.retranslate()

    def _one(self) -> None:
        self._add_line()

    def _two(self) -> None:
        self._add_line()
        self._between = label("muted")
        self._row.addWidget(self._between)
        self._add_line()

    def _days(self) -> None:
        self._add_line()
        self.lines[0].setMaximumWidth(88)
        self._unit = label("muted")
        self._row.addWidget(self._unit, 1)

    def _several(self) -> None:
        self.chips = Chips(self._sort)
        self.chips.said.connect(self._say)
        self._row.addWidget(self.chips, 1)

    def _add_line(self) -> None:
        line: Line
        if self._taken == "days" or self._sort in {"integer", "float"}:
            line = NumberLine(days=self._taken == "days")
        else:
            line = DateLine() if self._sort == "date" else TextLine(self._sort)
        line.said.connect(self._say)
        self.lines.append(line)
        self._row.addWidget(line, 1)

    def _say(self) -> None:
        values: tuple[Value, ...]
        if self.chips is not None:
            values = self.chips.values
        else:
            written = [line.value for line in self.lines]
            there = [value for value in written if value is not None]
            values = tuple(there) if len(there) == len(written) else ()
        self.said.emit(values)
