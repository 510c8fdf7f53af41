"""Every action with its shortcut."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets import GRID, button, label, spaced


class ShortcutsDialog(QDialog):
    """A list to read."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        grid = QGridLayout()
        spaced(grid, 2 * GRID, GRID)
        grid.setHorizontalSpacing(4 * GRID)
        grid.setColumnStretch(0, 1)
        for row, action in enumerate(each for each in actions if not each.shortcut().isEmpty()):
            name, keys = label(), label("muted")
            name.setText(action.text().rstrip("…"))
            keys.setText(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
            grid.addWidget(name, row, 0)
            grid.addWidget(keys, row, 1)
        inside = QWidget()
        inside.setLayout(grid)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inside)
        area.setAccessibleName(self.windowTitle())
        close = button(primary=True)
        close.setDefault(True)
        close.setText(self.tr("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        spaced(column, 2 * GRID, 2 * GRID)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(420, 560)
