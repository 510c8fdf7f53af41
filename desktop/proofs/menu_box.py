"""A choice that looks like every other one and opens a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy

_CHROME = 40  # pixels of the box that are not text


class MenuBox(QComboBox):
    """Shows one text, as much of it as there is room for; ``list`` is what it opens."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.list = menu
        menu.setParent(self, menu.windowFlags())
        self._text = ""
        self.addItem("")
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """All of what is shown."""
        return self._text

    def say(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setItemText(0, self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width() - _CHROME))
        self.setToolTip(text)

    def showPopup(self) -> None:
        """Open the menu below, at least as wide."""
        self.list.setMinimumWidth(self.width())
        self.list.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open it too; there is nothing to step through."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for another part."""
        super().resizeEvent(event)
        self.say(self._text)
