"""Asks for a new data set: its name, and what it begins with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.editor.data.titles import case_title, set_title
from desktop.widgets import GRID, Translated, button, label
from templates.data.edge_cases import EDGE_CASES

LONGEST = 60


class NewSetDialog(Translated, QDialog):
    """``wanted`` comes with a name and what to begin with: ``empty copy samples:en samples:fr case:… file``."""

    wanted = Signal(str, str)

    def __init__(self, shown: str, start: str = "copy", parent: QWidget | None = None) -> None:
        """``shown`` is the set of which there may be a copy, ``start`` what is chosen first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shown = shown
        self._title = label("heading")
        self.name = QLineEdit(maxLength=LONGEST)
        self.name.textChanged.connect(self._changed)
        self.start = QComboBox()
        for each in ("copy", "empty", "samples:en", "samples:fr", *(f"case:{case}" for case in EDGE_CASES), "file"):
            self.start.addItem("", each)
        self.start.setCurrentIndex(self.start.findData(start))
        self._name_label, self._start_label = label(), label()
        self._name_label.setBuddy(self.name)
        self._start_label.setBuddy(self.start)
        self.ok, self._cancel = button(primary=True), button()
        self.ok.setDefault(True)
        self.ok.setEnabled(False)
        self.ok.clicked.connect(self._done)
        self._cancel.clicked.connect(self.reject)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("New data set"))
        self._title.setText(self.tr("New data set"))
        self._name_label.setText(self.tr("Name"))
        self._start_label.setText(self.tr("Begins with"))
        self.name.setPlaceholderText(self.tr("A customer without orders"))
        words = {
            "copy": self.tr("A copy of “{name}”").format(name=set_title(self._shown)),
            "empty": self.tr("Nothing"),
            "samples:en": self.tr("Samples, in English"),
            "samples:fr": self.tr("Samples, in French"),
            "file": self.tr("A JSON file…"),
        }
        for row in range(self.start.count()):
            each = self.start.itemData(row)
            self.start.setItemText(row, words.get(each) or case_title(each.partition(":")[2]))
        self.ok.setText(self.tr("Create"))
        self._cancel.setText(self.tr("Cancel"))

    def _changed(self, text: str) -> None:
        self.ok.setEnabled(bool(text.strip()))

    def _done(self) -> None:
        self.accept()
        self.wanted.emit(self.name.text().strip(), self.start.currentData())

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.setHorizontalSpacing(2 * GRID)
        fields.setVerticalSpacing(GRID)
        fields.addRow(self._name_label, self.name)
        fields.addRow(self._start_label, self.start)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self._title)
        column.addLayout(fields)
        column.addLayout(foot)
        self.setMinimumWidth(420)
