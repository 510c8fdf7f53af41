"""Choosing what a tag prints: properties of the contact, variables of the message, the brand, links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.dialogs.palette_delegate import PaletteDelegate
from desktop.dialogs.popup import Popup
from desktop.document import OpenDocument
from desktop.icons import icon
from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.palette_model import FOUND, Entry, Found, PaletteModel
from desktop.widgets import GRID, label
from templates.known_names import KnownName, known_names

_WIDTH, _HEIGHT = 420, 280
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
_ICONS = {"contact": "at-sign", "variable": "braces", "brand": "palette", "link": "link", "sender": "mail"}
_GROUPS = {
    "contact": QT_TRANSLATE_NOOP("MergeTags", "Contact"),
    "variable": QT_TRANSLATE_NOOP("MergeTags", "Message"),
    "brand": QT_TRANSLATE_NOOP("MergeTags", "Brand"),
    "link": QT_TRANSLATE_NOOP("MergeTags", "Link"),
    "sender": QT_TRANSLATE_NOOP("MergeTags", "Sender"),
}


class MergeTagPicker(Popup):
    """A list of names with what they are now. ``picked`` gives the tag, ``{{ contact.city|default("") }}``."""

    picked = Signal(str)

    def __init__(self, document: OpenDocument, parent: QWidget, data: str | Mapping[str, Any] = "default") -> None:
        super().__init__(parent)
        names = [name for name in known_names(document.workspace, document.name, data) if _prints(name)]
        self._tags = {name.path: name.tag for name in names}
        self.model = PaletteModel([_entry(name) for name in names], (), self)
        self.field, self.list, self.nothing = QLineEdit(), QListView(), label("muted")
        self.field.setPlaceholderText(self.tr("Search a name"))
        self.field.setAccessibleName(self.tr("Search a name"))
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._pick_current)
        self.field.installEventFilter(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Names"))
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)
        self.nothing.setText(self.tr("Nothing is called that."))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(GRID)
        for each in (self.field, self.list, self.nothing):
            column.addWidget(each)
        self.setFixedSize(_WIDTH, _HEIGHT)
        self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while the field keeps the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            move = _MOVES.get(Qt.Key(event.key()))
            if move:
                row = self.list.currentIndex().row() + move
                self.list.setCurrentIndex(self.model.index(max(0, min(self.model.rowCount() - 1, row))))
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self.model.search(text)
        self.nothing.setVisible(not self.model.rowCount())
        self.list.setCurrentIndex(self.model.index(0))

    def _pick_current(self) -> None:
        self._pick(self.list.currentIndex())

    def _pick(self, index: QModelIndex) -> None:
        one: Found | None = index.data(FOUND)
        if one is not None:
            tag = self._tags[one.entry.key]
            self.accept()
            self.picked.emit(tag)


def _prints(name: KnownName) -> bool:
    """A list and a segment print nothing that people want to read."""
    return name.group in _GROUPS and not name.is_list


def _entry(name: KnownName) -> Entry:
    group = QCoreApplication.translate("MergeTags", _GROUPS[name.group])
    made: QIcon = icon(_ICONS[name.group])
    return Entry(name.path, name.path, detail=f"{group} · {name.sample}" if name.sample else group, icon=made)
