"""The web fonts that a mail loads (mj-font): a list, and two lines for another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.editor.inspector.elided import ElidedLabel
from desktop.widgets import IconButton, Translated, button, label


class FontRow(QWidget):
    """One font and the button that forgets it."""

    removed = Signal(str)

    def __init__(self, name: str, href: str, words: str) -> None:
        super().__init__()
        self.name = name
        title = ElidedLabel("")
        title.setText(name)
        title.setToolTip(href)
        remove = IconButton("x", size=14)
        remove.name(words.format(name=name))
        remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(title, 1)
        row.addWidget(remove)

    def _remove(self) -> None:
        self.removed.emit(self.name)


class FontsBox(Translated, QWidget):
    """The fonts of the mail."""

    wanted = Signal(str, str)
    """Name and address of the style sheet; no address: forget the font."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[FontRow] = []
        self.note = label("muted", wrap=True)
        self.name, self.address = QLineEdit(), QLineEdit()
        self.add = button()
        self.add.clicked.connect(self._add)
        self.address.returnPressed.connect(self._add)
        self.name.textChanged.connect(self._check)
        self.address.textChanged.connect(self._check)
        self._fonts: list[tuple[str, str]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.note)
        column.addLayout(self._list)
        for widget in (self.name, self.address, self.add):
            column.addWidget(widget)
        self.retranslate()
        self._check()

    def show_fonts(self, fonts: Sequence[tuple[str, str]]) -> None:
        """Show names and addresses."""
        if list(fonts) == self._fonts:
            return
        self._fonts = list(fonts)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [FontRow(name, href, self.tr("Remove the font {name}")) for name, href in fonts]
        for row in self.rows:
            row.removed.connect(self._removed)
            self._list.addWidget(row)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.note.setText(self.tr("Mail programs that load no fonts show the next one of the stack."))
        self.name.setPlaceholderText(self.tr("Name, such as Inter"))
        self.name.setAccessibleName(self.tr("Name of the font"))
        self.address.setPlaceholderText("https://…/css")
        self.address.setAccessibleName(self.tr("Address of its style sheet"))
        self.add.setText(self.tr("Add the font"))

    def _check(self) -> None:
        ready = bool(self.name.text().strip()) and self.address.text().strip().startswith("https://")
        self.add.setEnabled(ready)

    def _add(self) -> None:
        if self.add.isEnabled():
            self.wanted.emit(self.name.text().strip(), self.address.text().strip())
            self.name.clear()
            self.address.clear()

    def _removed(self, name: str) -> None:
        self.wanted.emit(name, "")
