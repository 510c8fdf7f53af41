"""A bar that tells what was just done, with a button that takes it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.panels.inbox_row import Elided
from desktop.widgets import GRID, IconButton, Translated, button, styled


class UndoBar(Translated, QFrame):
    """Hidden until there is something to take back; stays until it is taken back or put away."""

    undo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "undo")
        self.text = Elided("")
        self.button = button()
        self.button.clicked.connect(self.undo)
        self.away = IconButton("x", size=16)
        self.away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 6, GRID, 6)
        row.setSpacing(GRID)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        row.addWidget(self.away)
        self.hide()
        self.retranslate()

    def tell(self, text: str) -> None:
        """Show what was done."""
        self.text.setText(text)
        self.text.setAccessibleName(text)
        self.show()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.button.setText(self.tr("Undo"))
        self.away.name(self.tr("Put the message away"))
