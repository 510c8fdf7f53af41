"""A failure, shown where the result would be: what happened, where, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import advice, what
from desktop.language import current_language
from desktop.widgets import GRID, IconLabel, Translated, button, label, styled
from templates.errors import MailwrightError


class Trouble(Translated, QWidget):
    """Shows one MailwrightError."""

    reveal = Signal()
    """The user wants to see the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "stage")
        self._error: MailwrightError | None = None
        self.what = label("heading", wrap=True)
        self.advice = label("", wrap=True)
        self.place = label("muted", wrap=True)
        for each in (self.what, self.advice, self.place):
            each.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._open = button()
        self._open.clicked.connect(self.reveal)
        self._lay_out()
        self.retranslate()

    def show_error(self, error: MailwrightError) -> None:
        """Show this failure."""
        self._error = error
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the user's language."""
        self._open.setText(self.tr("Show the file"))
        if self._error is not None:
            language = current_language()
            self.what.setText(what(self._error, language))
            self.advice.setText(advice(self._error, language))
            self.place.setText(str(self._error.place or ""))
        self.advice.setVisible(bool(self.advice.text()))
        self.place.setVisible(bool(self.place.text()))

    def _lay_out(self) -> None:
        box = QVBoxLayout()
        box.setSpacing(GRID)
        for each in (self.what, self.advice, self.place):
            box.addWidget(each)
        box.addSpacing(GRID)
        box.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        sign = IconLabel("triangle-alert", 24, QPalette.ColorRole.BrightText)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.addLayout(row)
        column.addStretch()
