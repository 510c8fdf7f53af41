"""A choice of one or several of a few things: it opens a list of check boxes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from desktop.proofs.menu_box import MenuBox


class StayingMenu(QMenu):
    """A menu whose check boxes are ticked without closing it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a check box is no choice yet."""
        if not _ticked(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick too; Escape closes."""
        keys = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not (Qt.Key(event.key()) in keys and _ticked(self.activeAction())):
            super().keyPressEvent(event)


class SeveralBox(MenuBox):
    """Shows the names of what is ticked; there is always one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(StayingMenu())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values that are ticked, in the order of the list."""
        return tuple(action.data() for action in self.list.actions() if action.isChecked())

    def fill(self, rows: Sequence[tuple[str, str]]) -> None:
        """Offer these texts and values; what was ticked stays so where it still is there, else the first one is."""
        chosen = set(self.chosen)
        self.list.clear()
        for text, value in rows:
            action = QAction(text.replace("&", "&&"), self.list, checkable=True, checked=value in chosen)
            action.setData(value)
            action.toggled.connect(self._toggled)
            self.list.addAction(action)
        if not self.chosen and rows:
            self._tick(self.list.actions()[0])
        self._show()

    def choose(self, values: Sequence[str]) -> None:
        """Tick these."""
        for action in self.list.actions():
            with QSignalBlocker(action):
                action.setChecked(action.data() in values)
        self._show()
        self.changed.emit()

    def _toggled(self, on: bool) -> None:
        action = self.sender()
        if not on and not self.chosen and isinstance(action, QAction):
            self._tick(action)  # there is no picture without one
            return
        self._show()
        self.changed.emit()

    def _tick(self, action: QAction) -> None:
        with QSignalBlocker(action):
            action.setChecked(True)

    def _show(self) -> None:
        names = [action.text() for action in self.list.actions() if action.isChecked()]
        self.say(", ".join(names).replace("&&", "&"))


def _ticked(action: QAction | None) -> bool:
    if action is None or not action.isCheckable() or not action.isEnabled():
        return False
    action.trigger()
    return True
