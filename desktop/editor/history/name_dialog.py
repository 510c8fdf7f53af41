"""Asks for one name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.language import QT_TRANSLATE_NOOP
from desktop.widgets import GRID, Translated, button, label

#: What it is for: title, what the name says, button.
VERSION = (
    QT_TRANSLATE_NOOP("NameDialog", "Name this version"),
    QT_TRANSLATE_NOOP("NameDialog", "Under this name the template, as it is now, is found again in the history."),
    QT_TRANSLATE_NOOP("NameDialog", "Keep"),
)
VARIANT = (
    QT_TRANSLATE_NOOP("NameDialog", "New A/B version"),
    QT_TRANSLATE_NOOP("NameDialog", "It begins as a copy of what is open, and is then the one that you edit."),
    QT_TRANSLATE_NOOP("NameDialog", "Create"),
)


class NameDialog(Translated, QDialog):
    """``named`` comes with a name that is not empty."""

    named = Signal(str)

    def __init__(self, words: tuple[str, str, str], longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self._title, self._what = label("heading"), label("muted", wrap=True)
        self.edit = QLineEdit(maxLength=longest)
        self.edit.textChanged.connect(self._changed)
        self.ok, self._cancel = button(primary=True), button()
        self.ok.setDefault(True)
        self.ok.setEnabled(False)
        self.ok.clicked.connect(self._named)
        self._cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        for each in (self._title, self._what, self.edit):
            column.addWidget(each)
        column.addLayout(buttons)
        self.setMinimumWidth(420)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        title, what, ok = (QCoreApplication.translate("NameDialog", words) for words in self._words)
        self.setWindowTitle(title)
        self._title.setText(title)
        self._what.setText(what)
        self.edit.setPlaceholderText(self.tr("Name"))
        self.edit.setAccessibleName(self.tr("Name"))
        self.ok.setText(ok)
        self._cancel.setText(self.tr("Cancel"))

    def _changed(self, text: str) -> None:
        self.ok.setEnabled(bool(text.strip()))

    def _named(self) -> None:
        self.accept()
        self.named.emit(self.edit.text().strip())
