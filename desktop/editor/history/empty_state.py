"""What stands where nothing is yet: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.widgets import GRID, IconLabel, label, styled

_WIDEST = 420  # pixels of a line that is read with ease


class EmptyState(QWidget):
    """An icon, a heading, a sentence or two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "stage")
        self.title, self.text = label("heading"), label("muted", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setFixedWidth(_WIDEST)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(GRID)
        self._column.addStretch(2)
        self._column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.text, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        self._icon: IconLabel | None = None
        self._icon_name = ""

    def add_button(self, made: QPushButton) -> None:
        """Put what can be done about it below the words."""
        self._column.insertSpacing(self._column.count() - 1, GRID)
        self._column.insertWidget(self._column.count() - 1, made, 0, Qt.AlignmentFlag.AlignHCenter)

    def say(self, icon_name: str, title: str, text: str) -> None:
        """Show these words."""
        if self._icon_name != icon_name:
            if self._icon is not None:
                self._icon.hide()
                self._icon.deleteLater()
            self._icon, self._icon_name = IconLabel(icon_name, 32), icon_name
            self._column.insertWidget(1, self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setMinimumHeight(max(0, self.text.heightForWidth(_WIDEST)))  # -1 without words
