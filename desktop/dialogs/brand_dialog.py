"""What the dialogs about brands have in common: a heading, a sentence, something in the middle, Cancel and Go."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.widgets import GRID, Translated, button, label, rule


class BrandDialog(Translated, QDialog):
    """A subclass fills ``middle`` and sets the texts; accepted means: do it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title, self.about = label("heading", wrap=True), label("muted", wrap=True)
        self.problem = label("danger", wrap=True)
        self.problem.hide()
        self.go, self.cancel = button(primary=True), button()
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.middle, self.foot = QVBoxLayout(), QHBoxLayout()
        self.middle.setSpacing(GRID)
        self.foot.setSpacing(GRID)
        self.foot.addStretch()
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(self.middle, 1)
        column.addWidget(self.problem)
        column.addWidget(rule())
        column.addLayout(self.foot)
        self.setMinimumWidth(460)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.cancel.setText(self.tr("Cancel"))

    def tell(self, problem: str) -> None:
        """Say what is wrong; "" for nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


def field(caption: QWidget, control: QWidget | QLayout) -> QVBoxLayout:
    """A caption above its control."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(caption)
    if isinstance(control, QWidget):
        column.addWidget(control)
    else:
        column.addLayout(control)
    return column
