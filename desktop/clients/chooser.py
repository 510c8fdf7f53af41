"""The popup in which somebody chooses the client to look through: a field, and the clients that fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.dialogs.list_keys import ListKeys
from desktop.dialogs.popup import Popup
from desktop.icons import icon
from desktop.language import current_language
from desktop.widgets import GRID, label
from renderers.clients.profile import Group, Profile, profiles
from renderers.clients.words import GROUP_NAMES, profile_name, translated
from templates.dynamic.contact_names import beginnings, searchable

_WIDTH, _ROW, _MOST_ROWS = 360, 28, 16
CLIENT = Qt.ItemDataRole.UserRole
ICONS: dict[Group, str] = {"desktop": "monitor", "web": "globe", "mobile": "smartphone", "plain": "scan"}
"""Groups in the order of the list."""


def clients() -> list[Profile]:
    """Return every client in the order of the list: by group, then by name."""
    language, order = current_language(), list(ICONS)
    return sorted(profiles(), key=lambda each: (order.index(each.group), _spelled(profile_name(each, language))))


def _spelled(name: str) -> list[tuple[int, str]]:
    """Words in the order of the alphabet, numbers as numbers: 96 dpi come before 120."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", name.lower())]


class ClientChooser(Popup):
    """Lists the clients by group; ``chosen`` gives the id."""

    chosen = Signal(str)

    def __init__(self, now: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self.field, self.list, self.nothing = QLineEdit(), QListWidget(), label("muted", wrap=True)
        self.field.setPlaceholderText(self.tr("Find a client: outlook, iphone, france…"))
        self.field.setAccessibleName(self.tr("Find a client"))
        self.field.setClearButtonEnabled(True)
        self.list.setObjectName("choices")
        self.list.setAccessibleName(self.tr("Clients"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing.setText(self.tr("No client is called that."))
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._choose_current)
        self.list.itemClicked.connect(self._choose)
        self.list.activated.connect(self._activated)
        self.keys = ListKeys(self.list, self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        for each in (self.field, self.list, self.nothing):
            column.addWidget(each)
        self.setFixedWidth(_WIDTH)
        self._fill("")

    def _fill(self, words: str) -> None:
        self.list.clear()
        for item in self._items(words):
            self.list.addItem(item)
        self._select(first=bool(words))
        count = self.list.count()
        self.list.setVisible(count > 0)
        self.nothing.setVisible(count == 0)
        self.list.setFixedHeight(min(_MOST_ROWS, max(1, count)) * _ROW + 4)
        self.adjustSize()

    def _items(self, words: str) -> Iterator[QListWidgetItem]:
        language, group = current_language(), ""
        for shown in clients():
            if not fits(words, shown, language):
                continue
            if shown.group != group:
                group = shown.group
                yield _heading(translated(GROUP_NAMES[shown.group], language))
            item = QListWidgetItem(icon(ICONS[shown.group]), profile_name(shown, language))
            item.setData(CLIENT, shown.id)
            item.setSizeHint(QSize(0, _ROW))
            item.setToolTip(translated(shown.note, language))
            yield item

    def _select(self, *, first: bool) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        possible = [item for item in items if item.data(CLIENT)]
        now = [] if first else [item for item in possible if item.data(CLIENT) == self._now]
        for item in (*now, *possible)[:1]:
            self.list.setCurrentItem(item)
            self.list.scrollToItem(item, QListWidget.ScrollHint.PositionAtCenter)

    def _choose_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._choose(item)

    def _activated(self, _index: QModelIndex) -> None:
        if self.list.hasFocus():  # by Enter; a click has been heard
            self._choose_current()

    def _choose(self, item: QListWidgetItem) -> None:
        client = item.data(CLIENT)
        if client and self.isVisible():
            self.accept()
            self.chosen.emit(client)


def _heading(text: str) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setSizeHint(QSize(0, _ROW))
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item


_COUNTRIES = {"FR": "france", "DE": "germany deutschland allemagne", "PL": "poland pologne", "RU": "russia russie"}


def fits(words: str, shown: Profile, language: str) -> bool:
    """Tell whether a client is meant by the words that somebody looks for."""
    described = (profile_name(shown, language), shown.id, shown.brand, shown.device, shown.version, shown.country)
    inside = searchable(" ".join((*described, _COUNTRIES.get(shown.country, ""))))
    return all(word in inside for word in beginnings(words))
