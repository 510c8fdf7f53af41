"""The fields in which one value is written: a text, a number, a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCompleter, QDateEdit, QLineEdit, QToolButton

from desktop.dynamic.rule_builder.names import Sort
from desktop.dynamic.rule_builder.values import read_value, text_of
from desktop.icons import icon
from desktop.widgets import restyle, style_completions
from templates.dynamic.rule.tree import Value
from templates.errors import InputError


class TextLine(QLineEdit):
    """A text, completed from samples. What is a number or a date to its property is said as one."""

    said = Signal()
    fault: InputError | None = None

    def __init__(self, sort: Sort) -> None:
        super().__init__()
        self.setMinimumWidth(48)
        self._sort: Sort = sort
        self._samples = QStringListModel(self)
        completer = QCompleter(self._samples, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        style_completions(completer)
        completer.activated.connect(self.said)
        self.setCompleter(completer)
        self.textEdited.connect(self.said)

    @property
    def value(self) -> Value | None:
        """What is written; None while nothing is."""
        if self._sort in {"string", "list"}:
            return self.text() or None  # with its spaces: somebody may mean them
        try:
            return read_value(self.text(), self._sort)
        except InputError:
            return self.text() or None

    def show_value(self, value: Value | None) -> None:
        """Show another value; what is being typed stays where it says the same."""
        if value is None or value != self.value:
            self.setText("" if value is None else text_of(value))
            self.setCursorPosition(0)

    def offer(self, samples: Sequence[str]) -> None:
        """Complete from these."""
        self._samples.setStringList(list(samples))


class NumberLine(QLineEdit):
    """A number of any size, or of days; the arrow keys count."""

    said = Signal()

    def __init__(self, *, days: bool = False) -> None:
        super().__init__()
        self._days = days
        self.fault: InputError | None = None
        """Why what is written is no number."""
        self.setMinimumWidth(48)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.textEdited.connect(self._edited)

    @property
    def value(self) -> Value | None:
        """The number; None while it is none."""
        try:
            return self._read(self.text())
        except InputError:
            return None

    def show_value(self, value: Value | None) -> None:
        """Show another number."""
        if value is None or value != self.value:
            self.setText("" if value is None else text_of(value))
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down count by one, with Shift by ten."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if by is None or not plain:
            super().keyPressEvent(event)
            return
        number = self.value if isinstance(self.value, int | float) else 0
        by *= 10 if event.modifiers() == Qt.KeyboardModifier.ShiftModifier else 1
        self.setText(text_of(max(0, number + by) if self._days else number + by))
        self._edited()

    def _read(self, words: str) -> Value:
        return read_value(words, "float", days=self._days)

    def _edited(self) -> None:
        self._mark()
        self.said.emit()

    def _mark(self) -> None:
        self.fault = None
        try:
            self._read(self.text())
        except InputError as error:
            self.fault = error if self.text().strip() else None
        mark_wrong(self, self.fault is not None)


class DateLine(QDateEdit):
    """A day, from a calendar or typed."""

    said = Signal()
    fault: InputError | None = None

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")  # which of two numbers is the month depends on the country
        self.setMinimumDate(QDate(1, 1, 1))
        self.setMaximumDate(QDate(9999, 12, 31))
        self.setMinimumWidth(112)
        self.userDateChanged.connect(self._changed)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendarWidget().setWeekdayTextFormat(day, QTextCharFormat())  # red is for what is wrong
        self._retint()

    @property
    def value(self) -> Value | None:
        """The day."""
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def show_value(self, value: Value | None) -> None:
        """Show another day."""
        if isinstance(value, date) and value != self.value:
            self.blockSignals(True)  # the signal does not tell a person's change from ours
            self.setDate(QDate(value.year, value.month, value.day))
            self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the rule scroll."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._retint()
        super().changeEvent(event)

    def _retint(self) -> None:
        """The calendar's own arrows are black on any ground."""
        for name, arrow in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            found = self.calendarWidget().findChild(QToolButton, name)
            if isinstance(found, QToolButton):
                found.setIcon(icon(arrow))

    def _changed(self) -> None:
        self.said.emit()


def mark_wrong(line: QLineEdit, wrong: bool) -> None:
    """Show a line with the border of what cannot be used, or without."""
    if wrong != bool(line.property("wrong")):
        line.setProperty("wrong", wrong)
        restyle(line)
