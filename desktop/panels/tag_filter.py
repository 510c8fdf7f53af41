"""The filters by tag and by brand: buttons with a menu of those that there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.widgets import IconButton, Translated


class TagFilter(Translated, IconButton):
    """Lets one tag through, or all; checked while it holds something back."""

    ICON = "tag"
    chosen = Signal(str)
    """The tag; "" for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.ICON, parent)
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
            action = QAction(self.spoken(tag), self._menu, checkable=True, checked=tag == self.tag)
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
        self.name(self.one_text() if self.tag else self.all_text())
        for action in self._group.actions()[:1]:
            action.setText(self.all_text())

    def spoken(self, tag: str) -> str:
        """What people call a tag."""
        return tag

    def all_text(self) -> str:
        """What the button says while it lets everything through."""
        return self.tr("All tags")

    def one_text(self) -> str:
        """What it says while it holds something back."""
        return self.tr("Tag: {tag}").format(tag=self.tag)

    def _triggered(self, action: QAction) -> None:
        self.set_tag(action.data())


class BrandFilter(TagFilter):
    """The same for brands, by their folder names; shown where there are several."""

    ICON = "palette"

    def __init__(self, parent: QWidget | None = None) -> None:
        self._names: Mapping[str, str] = {}
        super().__init__(parent)

    def set_brands(self, names: Mapping[str, str]) -> None:
        """Offer these brands: their names by their folders'."""
        self._names = names
        self.set_tags(tuple(names) if len(names) > 1 else ())

    def spoken(self, tag: str) -> str:
        """The brand's name."""
        return self._names.get(tag, tag)

    def all_text(self) -> str:
        """What the button says while it lets everything through."""
        return self.tr("All brands")

    def one_text(self) -> str:
        """What it says while it holds something back."""
        return self.tr("Brand: {brand}").format(brand=self.spoken(self.tag))
