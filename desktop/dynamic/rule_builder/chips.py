"""Several values: each a chip that can be taken away, and a field for one more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.dynamic.rule_builder.editors import TextLine, mark_wrong
from desktop.dynamic.rule_builder.flow_layout import FlowLayout
from desktop.dynamic.rule_builder.names import Sort
from desktop.dynamic.rule_builder.values import read_value, text_of
from desktop.icons import icon
from desktop.widgets import PushButton, Translated
from templates.dynamic.rule.tree import Value
from templates.errors import InputError

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Semicolon}


class Chip(PushButton):
    """One value; pressing it takes it away."""

    def __init__(self, value: Value) -> None:
        super().__init__()
        self.value = value
        self.setObjectName("value-chip")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        self._retint()
        text = text_of(value)
        self.setText(text.replace("&", "&&") if len(text) <= 32 else f"{text[:31]}…")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._retint()
        super().changeEvent(event)

    def _retint(self) -> None:
        self.setIcon(icon("x"))


class Chips(Translated, QWidget):
    """Enter, a semicolon or leaving the field adds what was typed; lines that are pasted are values each."""

    said = Signal()

    def __init__(self, sort: Sort) -> None:
        super().__init__()
        self._sort: Sort = sort
        self._name = ""
        self.fault: InputError | None = None
        """Why what was typed is no value."""
        self.chips: list[Chip] = []
        self.line = TextLine("string")
        self.line.setMinimumWidth(96)
        self.line.said.connect(self._typed)
        self.line.editingFinished.connect(self._finish)
        self.line.installEventFilter(self)
        completer = self.line.completer()
        completer.activated.connect(self._finish, Qt.ConnectionType.QueuedConnection)  # the line has it by then
        self._flow = FlowLayout()
        self._flow.addWidget(self.line)
        self.setLayout(self._flow)
        self.setFocusProxy(self.line)
        self.retranslate()

    @property
    def values(self) -> tuple[Value, ...]:
        """The values, each once."""
        return tuple(chip.value for chip in self.chips)

    def show_values(self, values: Sequence[Value]) -> None:
        """Show other values."""
        if tuple(values) == self.values:
            return
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for value in values:
            self._add(value)

    def offer(self, samples: Sequence[str]) -> None:
        """Complete from these."""
        self.line.offer(samples)

    def set_name(self, name: str) -> None:
        """Name the field for screen readers."""
        self._name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.line.setPlaceholderText(self.tr("Add a value") if not self.chips else self.tr("Another"))
        self.line.setToolTip(self.tr("Enter adds the value; the backspace key takes the last one away"))
        self.line.setAccessibleName(self.tr("{name}: add a value").format(name=self._name))
        for chip in self.chips:
            chip.setAccessibleName(self.tr("Remove: {name}").format(name=text_of(chip.value)))
            chip.setToolTip(text_of(chip.value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds, Backspace in the empty field takes away; a dialog's default button is not pressed by it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _ENTER and self.line.text().strip():
                self._finish()
                return True
            if key == Qt.Key.Key_Backspace and not self.line.text() and self.chips:
                self._remove(self.chips[-1])
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        """Lines that were pasted are values each."""
        lines = self.line.text().splitlines()
        if len(lines) > 1:
            self.line.clear()
            self._take(lines)
        elif self.fault is not None:
            self.fault = None
            mark_wrong(self.line, False)
            self.said.emit()

    def _finish(self) -> None:
        text = self.line.text()
        if text.strip() and self._take([text]):
            self.line.clear()

    def _take(self, texts: Sequence[str]) -> bool:
        """Add those that are values; whether they all are."""
        self.fault = None
        before = self.values
        for text in texts:
            if text.strip():
                self._take_one(text)
        mark_wrong(self.line, self.fault is not None)
        if self.values != before or self.fault is not None:
            self.said.emit()
        return self.fault is None

    def _take_one(self, text: str) -> None:
        try:
            value = read_value(text, self._sort)
        except InputError as error:
            self.fault = error
            return
        if value not in self.values:
            self._add(value)

    def _add(self, value: Value) -> None:
        chip = Chip(value)
        chip.clicked.connect(self._chip_clicked)
        self.chips.append(chip)
        self._flow.addWidget(chip)
        self._flow.move_to_end(self._flow.count() - 2)
        QWidget.setTabOrder(chip, self.line)
        self.retranslate()

    def _remove(self, chip: Chip) -> None:
        self.chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.retranslate()
        self.said.emit()
        self.line.setFocus()

    def _chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._remove(chip)
