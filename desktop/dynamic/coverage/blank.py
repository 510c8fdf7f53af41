"""What stands in place of a table that has nothing to show: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets import GRID, IconLabel, button, label, styled

WIDTH = 480


class Blank(QWidget):
    """A title, a sentence, and up to two ways to go on."""

    first_wanted = Signal()
    second_wanted = Signal()

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        styled(self, "panel")
        self.title, self.lead = label("title"), label("lead", wrap=True)
        self.first, self.second = button(primary=True, large=True), button(large=True)
        self.first.clicked.connect(self.first_wanted)
        self.second.clicked.connect(self.second_wanted)
        self.lead.setFixedWidth(WIDTH)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.first)
        row.addWidget(self.second)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * GRID, 0, 6 * GRID, 6 * GRID)
        column.setSpacing(2 * GRID)
        column.addStretch()
        for each in (IconLabel(icon_name, 40), self.title, self.lead):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        column.addStretch()

    def say(self, title: str, lead: str, first: str, second: str = "") -> None:
        """Set the texts; a button without one is not there."""
        self.title.setText(title)
        self.lead.setText(lead)
        self.lead.setMinimumHeight(self.lead.heightForWidth(WIDTH))
        self.first.setText(first)
        self.second.setText(second)
        self.second.setVisible(bool(second))
