"""One sentence below the panel when the ledger does not answer or refuses, and the way to try again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.errors import advice, what
from desktop.language import current_language
from desktop.widgets import GRID, IconButton, IconLabel, Translated, button, label, styled
from templates.errors import MailwrightError


class TroubleBar(Translated, QFrame):
    """Hidden while all is well. What is shown above it stays, and may be old."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        styled(self, "token-trouble")
        self._error: MailwrightError | None = None
        self._is_stale = False
        self.text, self.retry, self.away = label(wrap=True), button(), IconButton("x", size=16)
        self.retry.clicked.connect(self.again)
        self.away.clicked.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(IconLabel("triangle-alert", 18, QPalette.ColorRole.BrightText))
        row.addWidget(self.text, 1)
        row.addWidget(self.retry)
        row.addWidget(self.away)
        self.hide()
        self.retranslate()

    def show_stale(self, error: object) -> None:
        """Something could not be read; it stays until it can."""
        self._show(error, stale=True)

    def freshen(self) -> None:
        """What is shown is up to date again."""
        if self._is_stale:
            self.put_away()

    def show_error(self, error: object) -> None:
        """Something else did not work; it stays until it is put away or something works."""
        self._show(error, stale=False)

    def put_away(self) -> None:
        """Say nothing more."""
        self._error, self._is_stale = None, False
        self.hide()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.retry.setText(self.tr("Try again"))
        self.away.name(self.tr("Put the message away"))
        if self._error is not None:
            language = current_language()
            self.text.setText(f"{what(self._error, language)} {advice(self._error, language)}".rstrip())

    def _show(self, error: object, *, stale: bool) -> None:
        if isinstance(error, MailwrightError):
            self._error, self._is_stale = error, stale
            self.retry.setVisible(stale)
            self.retranslate()
            self.show()
