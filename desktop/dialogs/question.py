"""What is asked before something is lost: a question, more about it, and the answers in a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets import GRID, Translated, button, label

_WIDTH = 440
_MEASURED = {QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.LayoutRequest}


class Question(Translated, QDialog):
    """``answers`` stand at the right, the ``usual`` one is what Enter gives; ``apart`` stands at the left."""

    def __init__(
        self,
        answers: Sequence[QPushButton],
        usual: QPushButton,
        parent: QWidget | None = None,
        *,
        apart: QPushButton | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question, self.more = label("heading", wrap=True), label("muted", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        if apart is not None:
            row.addWidget(apart)
        row.addStretch()
        for each in answers:
            row.addWidget(each)
        usual.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.question)
        column.addWidget(self.more)
        column.addSpacing(GRID)
        column.addLayout(row)
        self.setMinimumWidth(_WIDTH)

    def event(self, event: QEvent) -> bool:
        """A wrapped text tells its height only when its width is known; until then the window would cut it."""
        is_measured = event.type() in _MEASURED
        done = super().event(event)  # which may delete the dialog, when it is of another type
        column = self.layout() if is_measured else None
        if column is not None and column.hasHeightForWidth():
            self.setMinimumHeight(column.totalHeightForWidth(self.width()))
        return done


class DeleteQuestion(Question):
    """Accepted: delete it. What changes nothing is the coloured answer, and the usual one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        cancel, go = button(primary=True), button()
        super().__init__((cancel, go), cancel, parent)
        self.cancel, self.go = cancel, go
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.cancel.setText(self.tr("Keep it"))
        self.go.setText(self.tr("Delete"))
