"""The slim line over form and JSON that says what is special now, and what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.widgets import GRID, IconLabel, button, label, styled


class Bar(QWidget):
    """Hidden while there is nothing to say. Its texts are set by whoever made it."""

    def __init__(self, icon_name: str, buttons: int, role: str = "") -> None:
        super().__init__()
        styled(self, "notice")
        self.text = label(role, wrap=True)
        self.buttons: list[QPushButton] = [button() for _ in range(buttons)]
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, GRID, 3)
        row.setSpacing(GRID)
        row.addWidget(IconLabel(icon_name, 16))
        row.addWidget(self.text, 1)
        for each in self.buttons:
            each.setObjectName("small-button")
            row.addWidget(each)
        self.hide()

    def say(self, text: str) -> None:
        """Say a sentence."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.show()
