"""Choosing what a tag prints: properties of the contact, variables, what a loop gives, the brand, links."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.dialogs.list_keys import ListKeys
from desktop.dialogs.palette_delegate import PaletteDelegate
from desktop.dialogs.popup import Popup
from desktop.editor.text.labels import name_label
from desktop.icons import icon
from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.palette_model import FOUND, Entry, Found, PaletteModel
from desktop.widgets import GRID, label
from templates.known_names import KnownName

_WIDTH, _HEIGHT = 440, 340
_ICONS = {
    "loop": "repeat",
    "contact": "at-sign",
    "variable": "braces",
    "brand": "palette",
    "link": "link",
    "sender": "mail",
}
_GROUPS = {
    "loop": QT_TRANSLATE_NOOP("MergeTags", "In this loop"),
    "contact": QT_TRANSLATE_NOOP("MergeTags", "Contact"),
    "variable": QT_TRANSLATE_NOOP("MergeTags", "Message"),
    "brand": QT_TRANSLATE_NOOP("MergeTags", "Brand"),
    "link": QT_TRANSLATE_NOOP("MergeTags", "Link"),
    "sender": QT_TRANSLATE_NOOP("MergeTags", "Sender"),
}
_ALWAYS = frozenset(["brand", "link", "sender"])  # groups of which every mail has all


class MergeTagPicker(Popup):
    """A list of names with what they are now. ``picked`` gives the tag, ``{{ contact.city|default("") }}``.

    The field below says what is written where a recipient has no such value, in ``quote`` quotes: a tag in an attribute
    does without the attribute's own.
    """

    picked = Signal(str)

    def __init__(self, names: Sequence[KnownName], parent: QWidget, quote: str = '"') -> None:
        super().__init__(parent)
        self._quote = quote
        self._names = {name.path: name for name in names}
        self.model = PaletteModel([_entry(name) for name in names], (), self)
        self.field, self.list, self.nothing = QLineEdit(), QListView(), label("muted", wrap=True)
        self.missing, self._missing_label = QLineEdit(), label("caption")
        self.field.setPlaceholderText(self.tr("Search a name"))
        self.field.setAccessibleName(self.tr("Search a name"))
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._pick_current)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows reach it from both fields; Tab goes between them
        self.list.setAccessibleName(self.tr("Names"))
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self._missing_label.setText(self.tr("If it is missing, write"))
        self._missing_label.setBuddy(self.missing)
        self.missing.setAccessibleName(self.tr("If it is missing, write"))
        self.missing.setPlaceholderText(self.tr("nothing"))
        self.missing.returnPressed.connect(self._pick_current)
        self.keys = ListKeys(self.list, self.field, self.missing)
        self._lay_out()
        self._search("")

    def _search(self, text: str) -> None:
        self.model.search(text)
        found = bool(self.model.rowCount())
        self.list.setVisible(found)
        self.nothing.setVisible(not found)
        known = self.tr("Nothing is called that. Variables come from the data set: add it there first.")
        self.nothing.setText(known)
        self.list.setCurrentIndex(self.model.index(0))
        self._current_changed(self.list.currentIndex())

    def _current_changed(self, index: QModelIndex) -> None:
        """What every mail has needs nothing in its place."""
        name = self._name(index)
        for each in (self._missing_label, self.missing):
            each.setEnabled(name is not None and name.group not in _ALWAYS)

    def _name(self, index: QModelIndex) -> KnownName | None:
        one: Found | None = index.data(FOUND) if index.isValid() else None
        return self._names[one.entry.key] if one is not None else None

    def _pick_current(self) -> None:
        self._pick(self.list.currentIndex())

    def _pick(self, index: QModelIndex) -> None:
        name = self._name(index)
        if name is not None:
            tag = name.tag_or("" if name.group in _ALWAYS else self.missing.text(), self._quote)
            self.accept()
            self.picked.emit(tag)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self._missing_label)
        below.addWidget(self.missing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(GRID)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        column.addLayout(below)
        self.setFixedSize(_WIDTH, _HEIGHT)


def _entry(name: KnownName) -> Entry:
    group = QCoreApplication.translate("MergeTags", _GROUPS[name.group])
    words = name_label(name.path)
    detail = " · ".join(filter(None, (name.sample, name.path, group)))
    return Entry(name.path, words[:1].upper() + words[1:], detail=detail, icon=icon(_ICONS[name.group]))
