"""What is wrong with a value, and the button that puts it right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import advice, what
from desktop.language import current_language
from desktop.widgets import IconLabel, Translated, button, label
from templates.source.finding import Finding


class ProblemLine(Translated, QWidget):
    """One finding."""

    fixed = Signal(object)
    """The finding that the user wants put right."""

    def __init__(self) -> None:
        super().__init__()
        self.finding: Finding | None = None
        self.words = label("danger", wrap=True)
        self.fix = button()
        self.fix.clicked.connect(self._fix)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("triangle-alert", 14), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.fix, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)

    def show_finding(self, finding: Finding | None) -> None:
        """Show what is wrong; nothing when all is well."""
        self.finding = finding
        self.setVisible(finding is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.fix.setText(self.tr("Fix"))
        if self.finding is not None:
            language = current_language()
            self.words.setText(f"{what(self.finding.error, language)} {advice(self.finding.error, language)}")
            self.fix.setVisible(self.finding.fix is not None)

    def _fix(self) -> None:
        if self.finding is not None:
            self.fixed.emit(self.finding)
