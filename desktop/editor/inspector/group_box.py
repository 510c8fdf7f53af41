"""A heading that folds what is under it, and a grid in which small rows stand side by side."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.editor.inspector.attribute_row import AttributeRow
from desktop.icons import icon
from desktop.widgets import GRID, rule


class FoldButton(QToolButton):
    """A heading with a chevron."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fold")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._retint)
        self._retint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._retint()
        super().changeEvent(event)

    def _retint(self) -> None:
        self.setIcon(icon("chevron-down" if self.isChecked() else "chevron-right"))


class GroupBox(QWidget):
    """A group of rows."""

    toggled = Signal(bool)

    def __init__(self, *, opened: bool = True) -> None:
        super().__init__()
        self.head = FoldButton()
        self.head.setChecked(opened)
        self.head.toggled.connect(self._toggled)
        self.body = QWidget(self)
        self.body.setVisible(opened)
        self._grid = QGridLayout(self.body)
        self._grid.setContentsMargins(2 * GRID, 2, 4, GRID + 4)  # 12 more on the right are the scroll bar
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID + 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body)
        column.addWidget(rule())

    @property
    def is_open(self) -> bool:
        """Whether the rows are to be seen."""
        return self.head.isChecked()

    def set_title(self, title: str) -> None:
        """Set the heading."""
        self.head.setText(title)

    def place(self, rows: Iterable[tuple[QWidget, bool]]) -> None:
        """Put rows in, each with whether it takes half the width."""
        line, column = self._grid.rowCount(), 0
        for row, half in rows:
            if column and not half:
                line, column = line + 1, 0
            self._grid.addWidget(row, line, column, 1, 1 if half else 2, Qt.AlignmentFlag.AlignTop)
            column = (column + 1) % 2 if half else 0
            line += not column

    def place_rows(self, rows: Iterable[AttributeRow]) -> None:
        """Put rows of attributes in."""
        self.place((row, row.half) for row in rows)

    def _toggled(self, opened: bool) -> None:
        self.body.setVisible(opened)
        self.toggled.emit(opened)
