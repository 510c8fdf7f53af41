"""A slim bar over the document: one sentence, what can be done about it, and a way to put it off."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.editor.panel import DocumentPanel
from desktop.jobs import Jobs
from desktop.widgets import GRID, IconLabel, button, label, styled


class NoticeBar(DocumentPanel):
    """Hidden as long as there is nothing to say."""

    def __init__(self, jobs: Jobs, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "notice")
        self.jobs = jobs
        self.text = label("", wrap=True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(2 * GRID, 4, GRID, 4)
        self.row.setSpacing(GRID)
        self.row.addWidget(IconLabel(icon_name, 18))
        self.row.addWidget(self.text, 1)
        self.hide()

    def add_button(self) -> QPushButton:
        """Another button at the right end; its text comes with ``retranslate``."""
        made = button()
        self.row.addWidget(made)
        return made
