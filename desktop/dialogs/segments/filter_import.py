"""Making a segment of a contact filter that was copied at Mailjet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.dynamic.rule_builder.text_form import TextForm
from desktop.open_segments import OpenSegments
from desktop.widgets import GRID, Translated, button, label
from templates.dynamic.rule.mailjet_filter import rule_from_filter
from templates.dynamic.rule.write import rule_text
from templates.errors import MailwrightError


class FilterImportDialog(Translated, QDialog):
    """Reads the filter while it is written, and shows the rule that becomes of it."""

    made = Signal(str, str)
    """Name and rule of the segment."""

    def __init__(self, segments: OpenSegments, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._segments = segments
        self.rule = ""
        self.heading, self.lead = label("heading"), label("muted", wrap=True)
        self.captions = [label("caption") for _ in range(3)]
        self.name, self.filter = QLineEdit(), TextForm()
        self.becomes = QLineEdit(readOnly=True)
        self.becomes.setObjectName("expression")
        self.go, self.cancel = button(primary=True), button()
        self.go.setDefault(True)
        self.name.textChanged.connect(self._refresh)
        self.filter.typed.connect(self._read)
        self.go.clicked.connect(self._make)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.lead)
        for caption, field in zip(self.captions, (self.name, self.filter, self.becomes), strict=True):
            column.addSpacing(4)
            column.addWidget(caption)
            column.addWidget(field)
        column.addStretch()
        column.addLayout(buttons)
        self.resize(560, 360)
        self.retranslate()
        self._refresh()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Import from Mailjet"))
        self.heading.setText(self.tr("A segment from a contact filter"))
        self.lead.setText(self.tr("At Mailjet, open the segment and copy the expression of its filter."))
        names = (self.tr("Name of the segment"), self.tr("Contact filter"), self.tr("Becomes the rule"))
        for caption, field, words in zip(
            self.captions, (self.name, self.filter.edit, self.becomes), names, strict=True
        ):
            caption.setText(words)
            field.setAccessibleName(words)
        self.filter.edit.setPlaceholderText("(age>=50) and (country=France)")
        self.name.setPlaceholderText(self.tr("What people call it"))
        self.go.setText(self.tr("Make the segment"))
        self.cancel.setText(self.tr("Cancel"))

    def _read(self, text: str) -> None:
        self.rule = ""
        fault: MailwrightError | None = None
        if text.strip():
            try:
                self.rule = rule_text(rule_from_filter(text, self._segments.listed.types))
            except MailwrightError as error:
                fault = error
        self.filter.show_fault(fault)
        self._refresh()

    def _refresh(self) -> None:
        self.becomes.setText(self.rule)
        self.becomes.setCursorPosition(0)
        self.go.setEnabled(bool(self.rule and self.name.text().strip()))

    def _make(self) -> None:
        self.accept()
        self.made.emit(" ".join(self.name.text().split()), self.rule)
