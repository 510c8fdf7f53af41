"""A slim bar above the mail while the text makes none: what is wrong, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import advice, what
from desktop.language import current_language
from desktop.widgets import GRID, IconLabel, Translated, button, label, styled
from templates.errors import MailwrightError


class TroubleStrip(Translated, QWidget):
    """Shows one MailwrightError, in one sentence; hidden while there is none."""

    wanted = Signal(int)
    """The user wants to see this line of the text (from 1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "trouble")
        self._error: MailwrightError | None = None
        self._file = ""
        self.text = label("", wrap=True)
        self.show_button = button(quiet=True)
        self.show_button.clicked.connect(self._clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 4, GRID, 4)
        row.setSpacing(GRID)
        row.addWidget(IconLabel("triangle-alert", 16, QPalette.ColorRole.BrightText))
        row.addWidget(self.text, 1)
        row.addWidget(self.show_button)
        self.retranslate()
        self.hide()

    def show_error(self, error: MailwrightError | None, file: str = "") -> None:
        """Say what is wrong; None: nothing is. ``file`` is the one that the button can show."""
        self._error, self._file = error, file
        self.retranslate()
        self.setVisible(error is not None)

    @property
    def line(self) -> int:
        """The line of the document that is to blame; 0 when it is none of these."""
        place = self._error.place if self._error else None
        return (place.line or 0) if place and place.file == self._file else 0

    def retranslate(self) -> None:
        """Say it in the user's language."""
        self.show_button.setText(self.tr("Show"))
        self.show_button.setVisible(self.line > 0)
        if self._error is not None:
            language, place = current_language(), self._error.place
            where = f"{place}: " if place else ""
            if self.line:
                where = self.tr("Line {line}:").format(line=self.line) + " "
            self.text.setText(where + what(self._error, language))
            self.text.setToolTip(advice(self._error, language))

    def _clicked(self) -> None:
        self.wanted.emit(self.line)
