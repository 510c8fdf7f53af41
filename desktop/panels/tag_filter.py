"""The filter by tag: a button with a menu of the tags that there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.widgets import IconButton, Translated


class TagFilter(Translated, IconButton):
    """Lets one tag through, or all; checked while it holds something back."""

    chosen = Signal(str)
    """The tag; "" for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("tag", parent)
        self.tag = ""
        self.setCheckable(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._triggered)
        self.set_tags(())
        self.retranslate()

    def set_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags; one that is gone holds nothing back any more."""
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        self._menu.clear()
        for tag in ("", *tags):
            action = QAction(tag, self._menu, checkable=True, checked=tag == self.tag)
            action.setData(tag)
            self._group.addAction(action)
            self._menu.addAction(action)
        self.setVisible(bool(tags))
        self.set_tag(self.tag if self.tag in tags else "")
        self.retranslate()

    def set_tag(self, tag: str) -> None:
        """Let through what has this tag."""
        changed, self.tag = tag != self.tag, tag
        for action in self._group.actions():
            action.setChecked(action.data() == tag)
        self.setChecked(bool(tag))
        self.retranslate()
        if changed:
            self.chosen.emit(tag)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.name(self.tr("Tag: {tag}").format(tag=self.tag) if self.tag else self.tr("All tags"))
        for action in self._group.actions()[:1]:
            action.setText(self.tr("All tags"))

    def _triggered(self, action: QAction) -> None:
        self.set_tag(action.data())
