"""Changing one merge tag: what is written when it is missing, another name, or none."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.dialogs.popup import Popup
from desktop.editor.text.labels import chip_label, name_label
from desktop.widgets import GRID, button, label, spaced
from templates.known_names import KnownName
from templates.source.chips import printed


class ChipPopup(Popup):
    """``changed`` gives the new tag, "" to remove it; ``other_wanted`` asks for another name in its place."""

    changed = Signal(str)
    other_wanted = Signal()

    def __init__(self, source: str, parent: QWidget, quote: str = '"') -> None:
        super().__init__(parent)
        self._quote = quote
        self._path, missing = printed(source) or ("", None)
        self._may_miss = missing is not None
        self.missing = QLineEdit(missing or "")
        self.missing.setMinimumWidth(260)
        self.missing.returnPressed.connect(self._apply)
        self.apply, self.other, self.remove = button(primary=True), button(quiet=True), button(quiet=True)
        self.apply.clicked.connect(self._apply)
        self.other.clicked.connect(self._other)
        self.remove.clicked.connect(self._remove)
        self._lay_out(source)

    def show_at(self, place: QPoint) -> None:
        """Show it below a place of the screen."""
        self.adjustSize()
        self.move(place.x(), place.y() + 6)
        self.show()
        self.activateWindow()

    def _apply(self) -> None:
        name = KnownName("variable", self._path, may_miss=self._may_miss)
        self.accept()
        self.changed.emit(name.tag_or(self.missing.text(), self._quote))

    def _other(self) -> None:
        self.accept()
        self.other_wanted.emit()

    def _remove(self) -> None:
        self.accept()
        self.changed.emit("")

    def _lay_out(self, source: str) -> None:
        name, said, caption = label("strong"), label("muted", wrap=True), label("caption")
        words = name_label(self._path) if self._path else chip_label(source)
        name.setText(words[:1].upper() + words[1:])
        said.setText(source)
        caption.setText(self.tr("If it is missing, write"))
        caption.setBuddy(self.missing)
        self.missing.setAccessibleName(caption.text())
        self.missing.setPlaceholderText(self.tr("nothing"))
        self.apply.setText(self.tr("Apply"))
        self.other.setText(self.tr("Another name…"))
        self.remove.setText(self.tr("Remove"))
        for each in (caption, self.missing, self.apply):
            each.setVisible(bool(self._path))
        row = QHBoxLayout()
        for each in (self.apply, self.other, self.remove):
            row.addWidget(each)
        row.addStretch()
        column = QVBoxLayout(self)
        spaced(column, GRID + 4, GRID)
        for each in (name, said, caption, self.missing):
            column.addWidget(each)
        column.addLayout(row)
