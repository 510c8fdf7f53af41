"""Below a row that finds nobody because contacts write its value with other capitals: how they do, and what helps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dynamic.rule_builder.flow_layout import FlowLayout
from desktop.widgets import Translated, button, label

_MOST = 24  # characters of a value that are shown
_HEIGHT = 28  # pixels of a button of this sort


class CapitalsHint(Translated, QWidget):
    """Hidden while there is nothing to say."""

    taken = Signal(str, str)
    """The value of the row, and what shall stand there."""
    ignored = Signal()
    """Capitals shall not count."""

    def __init__(self) -> None:
        super().__init__()
        self._value = self._written = ""
        self.said, self.take, self.ignore = label("warning"), button(quiet=True), button(quiet=True)
        self.said.setFixedHeight(_HEIGHT)
        flow = FlowLayout()
        for each in (self.said, self.take, self.ignore, QWidget()):  # the last one takes what is left of the line
            flow.addWidget(each)
        for each in (self.take, self.ignore):
            each.setObjectName("add")
        self.setLayout(flow)
        self.take.clicked.connect(self._taken)
        self.ignore.clicked.connect(self.ignored)
        self.hide()
        self.retranslate()

    def show_written(self, value: str, written: str) -> None:
        """Say that contacts write ``value`` like ``written``; nothing where that is empty."""
        self._value, self._written = value, written
        self.setVisible(bool(written))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        shown = self._written if len(self._written) <= _MOST else f"{self._written[: _MOST - 1]}…"
        self.said.setText(self.tr("Contacts have “{value}”.").format(value=shown))
        self.take.setText(self.tr("Use “{value}”").format(value=shown.replace("&", "&&")))
        self.ignore.setText(self.tr("Ignore capitals"))

    def _taken(self) -> None:
        self.taken.emit(self._value, self._written)
