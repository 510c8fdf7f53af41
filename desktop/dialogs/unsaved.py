"""Asks what becomes of unsaved changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.question import Question
from desktop.widgets import button


class UnsavedDialog(Question):
    """Save, do not save, or go on editing. ``decided`` says whether to save; closing the dialog decides nothing."""

    decided = Signal(bool)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        save, discard, cancel = button(primary=True), button(), button(quiet=True)
        super().__init__((cancel, save), save, parent, apart=discard)
        self.save, self.discard, self.cancel = save, discard, cancel
        self._names = tuple(names)
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self._discard)
        self.cancel.clicked.connect(self.reject)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Not saved"))
        self.question.setText(self.tr("Save the changes of %n template(s)?", "", len(self._names)))
        self.more.setText(", ".join(self._names))
        self.save.setText(self.tr("Save"))
        self.discard.setText(self.tr("Do not save"))
        self.cancel.setText(self.tr("Cancel"))

    def _save(self) -> None:
        self.accept()
        self.decided.emit(True)

    def _discard(self) -> None:
        self.accept()
        self.decided.emit(False)
