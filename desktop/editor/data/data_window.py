"""The data in a window of its own, for long lists and large screens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets import Translated, styled

#: The window's actions whose shortcuts work here too.
ACTIONS = ("edit.undo", "edit.redo", "document.save", "data.form", "data.expert", "data.next_set")


class DataWindow(Translated, QWidget):
    """Holds the panel's body while it is open; Escape does not close it: that key ends an edit in a cell."""

    closed = Signal()

    def __init__(self, body: QWidget, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        styled(self, "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(body)
        body.show()
        for name in ACTIONS:
            action = owner.findChild(QAction, name)
            if isinstance(action, QAction):
                self.addAction(action)
        self.resize(860, 560)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Data"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the body back before this window is gone."""
        self.closed.emit()
        super().closeEvent(event)
