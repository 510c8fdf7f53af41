"""A part of the panel that folds, with how much of it is filled in beside its heading."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.editor.inspector.group_box import FoldButton
from desktop.panels.brand_panel.side_note import SideNote
from desktop.widgets import GRID, rule


class Group(QWidget):
    """A heading, and widgets one below the other."""

    toggled = Signal(bool)

    def __init__(self, widgets: Iterable[QWidget], *, opened: bool = False) -> None:
        super().__init__()
        self.head, self.note = FoldButton(), SideNote()
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(2 * GRID, 2, 4, 2 * GRID)  # 12 more on the right are the scroll bar
        inside.setSpacing(2 * GRID)
        for each in widgets:
            inside.addWidget(each)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 4, 0)
        top.addWidget(self.head, 1)
        top.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(top)
        column.addWidget(self.body)
        self.head.toggled.connect(self._toggled)
        self.head.setChecked(opened)
        self.body.setVisible(opened)

    @property
    def is_open(self) -> bool:
        """Whether what is in it is to be seen."""
        return self.head.isChecked()

    def open(self, *, opened: bool = True) -> None:
        """Fold it, or unfold it."""
        self.head.setChecked(opened)

    def set_title(self, title: str) -> None:
        """Set the heading."""
        self.head.setText(title)
        self.head.setAccessibleName(title)

    def say(self, text: str, role: str = "tiny") -> None:
        """Say something beside the heading."""
        self.note.say(text, role)

    def _toggled(self, opened: bool) -> None:
        self.body.setVisible(opened)
        self.toggled.emit(opened)
