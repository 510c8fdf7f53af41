"""The lower edge of the window: how many pictures are shown, and what was just done."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.proofs.gallery.words import counted
from desktop.widgets import GRID, Translated, label, styled

_READ_MS = 6_000


class Foot(Translated, QWidget):
    """Two short texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "foot")
        self.said, self.counter = label("muted"), label("muted")
        self._counts = 0, 0, 0
        self._read = QTimer(self, singleShot=True, interval=_READ_MS)
        self._read.timeout.connect(self.said.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 6, 2 * GRID, 6)
        row.addWidget(self.said, 1)
        row.addWidget(self.counter)

    def say(self, text: str) -> None:
        """Say what was just done, for a while."""
        self.said.setText(text)
        self._read.start()

    def count(self, shown: int, whole: int, chosen: int) -> None:
        """Say how many of all pictures are shown, and how many of those are selected."""
        self._counts = shown, whole, chosen
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        shown, whole, chosen = self._counts
        pictures = counted.pictures(whole) if shown == whole else counted.of_pictures(shown, whole)
        selected = counted.selected(chosen) if chosen else ""
        self.counter.setText("  ·  ".join(filter(None, (selected, pictures if whole else ""))))
