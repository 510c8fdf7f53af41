"""A line of names with commas between them, and a menu of those that are known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from desktop.widgets import GRID, IconButton


class NameList(QWidget):
    """Patterns such as ``welcome.*`` may be typed; the menu adds and takes away whole names."""

    def __init__(self, names: Sequence[str], known: Sequence[str]) -> None:
        super().__init__()
        self.edit, self.more = QLineEdit(", ".join(names)), IconButton("list-checks")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._tick)
        for name in known:
            self._menu.addAction(name).setCheckable(True)
        self._menu.triggered.connect(self._toggled)
        self.more.setMenu(self._menu)
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.more.setVisible(bool(known))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.edit, 1)
        row.addWidget(self.more)

    @property
    def names(self) -> tuple[str, ...]:
        """Those that stand there, each once."""
        return tuple(dict.fromkeys(name for part in self.edit.text().split(",") if (name := part.strip())))

    def name(self, text: str, choose: str) -> None:
        """Say what they are, and what the button does."""
        self.edit.setAccessibleName(text)
        self.more.name(choose)

    def _tick(self) -> None:
        for action in self._menu.actions():
            action.setChecked(action.text() in self.names)

    def _toggled(self, action: QAction) -> None:
        others = [name for name in self.names if name != action.text()]
        self.edit.setText(", ".join([*others, action.text()] if action.isChecked() else others))
