"""Asks what becomes of unsaved changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets import GRID, Translated, button, label


class UnsavedDialog(Translated, QDialog):
    """Save, do not save, or go on editing. ``decided`` says whether to save; closing the dialog decides nothing."""

    decided = Signal(bool)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names = tuple(names)
        self.question, self.list = label("heading", wrap=True), label("muted", wrap=True)
        self.save, self.discard, self.cancel = button(primary=True), button(), button(quiet=True)
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self._discard)
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.discard)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.question)
        column.addWidget(self.list)
        column.addSpacing(GRID)
        column.addLayout(row)
        self.setMinimumWidth(420)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Not saved"))
        self.question.setText(self.tr("Save the changes of %n template(s)?", "", len(self._names)))
        self.list.setText(", ".join(self._names))
        self.save.setText(self.tr("Save"))
        self.discard.setText(self.tr("Do not save"))
        self.cancel.setText(self.tr("Cancel"))

    def _save(self) -> None:
        self.accept()
        self.decided.emit(True)

    def _discard(self) -> None:
        self.accept()
        self.decided.emit(False)
