"""A number with its unit: typed, stepped with the arrow keys, the wheel or the mouse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.value_editor import LiveLine, QuietCombo, ValueEditor
from desktop.widgets import IconButton, label

_NUMBER = re.compile(r"(-?\d*\.?\d+)\s*([a-z%]*)")
_KEYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


def parse_number(text: str) -> tuple[float, str] | None:
    """A number and its unit; None when the text is something else."""
    match = _NUMBER.fullmatch(text.strip())
    return (float(match[1]), match[2]) if match else None


def print_number(number: float) -> str:
    """The number without needless zeros."""
    return f"{round(number, 3):g}"


class NumberLine(LiveLine):
    """A line whose number goes up and down: arrows by one, with Shift by ten; the wheel while it has the focus."""

    stepped = Signal(int)

    def show_number(self, text: str) -> None:
        """Show another value; "1.0" on the way to "1.05" stays as it is."""
        typing = parse_number(self.text()) if self.hasFocus() else None
        if typing is None or typing != parse_number(text):
            self.show_text(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrow keys."""
        direction = _KEYS.get(Qt.Key(event.key()), 0)
        if direction:
            self.stepped.emit(direction * self._stride(event.modifiers()))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step while the line has the focus; else the panel scrolls."""
        if not self.hasFocus() or not event.angleDelta().y():
            event.ignore()
            return
        direction = 1 if event.angleDelta().y() > 0 else -1
        self.stepped.emit(direction * self._stride(event.modifiers()))
        event.accept()

    def _stride(self, modifiers: Qt.KeyboardModifier) -> int:
        return 10 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1


class NumberEditor(ValueEditor):
    """A number, and its unit where there is more than one."""

    half = True

    def __init__(
        self, context: MailContext, units: Sequence[str], *, negative: bool = False, bare: bool = False
    ) -> None:
        """``bare`` shows the number alone, for narrow places."""
        super().__init__(context)
        self._bare = bare
        self.units = [unit for unit in units if unit != "auto"]
        self._auto = "auto" in units
        self._negative = negative
        self._inherited = ""
        self.line = NumberLine(self._makes_sense)
        self.line.said.connect(self._said)
        self.line.stepped.connect(self.step)
        self.unit = QuietCombo()
        self.unit.setObjectName("unit")
        self.unit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.unit.setFixedWidth(50)
        for unit in self.units:
            self.unit.addItem(unit or "×", unit)
        if len(self.units) < 2:
            self.unit.hide()
        self.suffix = label("muted")
        self.suffix.setText(self.units[0] if len(self.units) == 1 and not bare else "")
        self.unit.activated.connect(self._unit_chosen)
        self.up, self.down = IconButton("chevron-up", size=12), IconButton("chevron-down", size=12)
        self.setFocusProxy(self.line)
        self._lay_out()

    def understands(self, value: str) -> bool:
        """A number with a unit that is allowed."""
        return self._makes_sense(value)

    def show_value(self, written: str | None, inherited: str) -> None:
        """Show number and unit; what is inherited is grey."""
        self._inherited = inherited
        parsed = parse_number(written or "") or parse_number(inherited)
        if parsed and parsed[1] in self.units:
            self.unit.setCurrentIndex(self.units.index(parsed[1]))
        self.line.show_number(self._short(written or ""))
        self.line.setPlaceholderText(self._short(inherited))

    def step(self, by: int) -> None:
        """Go up or down, from what is inherited when nothing is written."""
        parsed = parse_number(self.line.text()) or parse_number(self.line.placeholderText()) or (0.0, "")
        unit = parsed[1] or self._chosen_unit
        number = parsed[0] + by * (0.1 if unit in {"", "em"} and self.units != [""] else 1)
        if not self._negative:
            number = max(0.0, number)
        self.line.setText(print_number(number) + (unit if unit != self._chosen_unit else ""))
        self.line.flush()

    def main_control(self) -> QWidget:
        """The line."""
        return self.line

    def flush(self) -> None:
        """Say what was typed."""
        self.line.flush()

    def retranslate(self) -> None:
        """Name the controls."""
        self.line.setAccessibleName(self.name)
        self.unit.setAccessibleName(self.tr("{name}: unit").format(name=self.name))
        self.up.name(self.tr("More"))
        self.down.name(self.tr("Less"))

    @property
    def _chosen_unit(self) -> str:
        return self.units[self.unit.currentIndex()] if self.units else ""

    def _makes_sense(self, text: str) -> bool:
        parsed = parse_number(text)
        if parsed is None:
            return not text or (text == "auto" and self._auto)
        return (parsed[1] in self.units or not parsed[1]) and (self._negative or parsed[0] >= 0)

    def _short(self, value: str) -> str:
        """The value without the unit that stands beside it."""
        parsed = parse_number(value)
        if parsed is None or (parsed[1] and parsed[1] != self._chosen_unit):
            return value
        return print_number(parsed[0])

    def _said(self, text: str) -> None:
        parsed = parse_number(text)
        if parsed is None:
            self.typed.emit(text.strip() or None)
            return
        if parsed[1] in self.units and parsed[1]:
            self.unit.setCurrentIndex(self.units.index(parsed[1]))
        self.typed.emit(f"{print_number(parsed[0])}{parsed[1] or self._chosen_unit}")

    def _unit_chosen(self) -> None:
        parsed = parse_number(self.line.text()) or parse_number(self._inherited)
        if parsed is not None:
            number = min(parsed[0], 100.0) if self._chosen_unit == "%" else parsed[0]
            self.chosen.emit(f"{print_number(number)}{self._chosen_unit}")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.unit)
        if self._bare:
            self.line.setProperty("tight", True)
            self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        else:
            self._add_steps()

    def _add_steps(self) -> None:
        for button, slot in ((self.up, self._up), (self.down, self._down)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same
            button.setAutoRepeat(True)
            button.setObjectName("step")
            button.clicked.connect(slot)
        steps = QVBoxLayout()
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(0)
        steps.addWidget(self.up)
        steps.addWidget(self.down)
        inner = QHBoxLayout(self.line)
        inner.setContentsMargins(0, 1, 3, 1)
        inner.setSpacing(0)
        inner.addStretch()
        inner.addWidget(self.suffix)
        inner.addSpacing(2)
        inner.addLayout(steps)
        self.line.setTextMargins(0, 0, 18 + self.suffix.sizeHint().width(), 0)

    def _up(self) -> None:
        self.step(1)

    def _down(self) -> None:
        self.step(-1)
