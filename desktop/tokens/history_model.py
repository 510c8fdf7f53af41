"""The entries of an account, newest first: as many rows as somebody scrolls to, of however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.editor.history.when import spoken
from desktop.language import QT_TRANSLATE_NOOP, current_language
from desktop.tokens.words import translated
from renderers.budget.values import Entry
from renderers.budget.words import client_name, kind_name, said_note, signed

PAGE = 200
ENTRY = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("at", "kind", "available", "spent", "about", "actor")
"""What is set aside shows in what is left; the exported file has it too."""
_TITLES = {
    "at": QT_TRANSLATE_NOOP("Tokens", "When"),
    "kind": QT_TRANSLATE_NOOP("Tokens", "What"),
    "available": QT_TRANSLATE_NOOP("Tokens", "Available"),
    "spent": QT_TRANSLATE_NOOP("Tokens", "Spent"),
    "about": QT_TRANSLATE_NOOP("Tokens", "About"),
    "actor": QT_TRANSLATE_NOOP("Tokens", "Who"),
}
NUMBERS = frozenset({"available", "spent"})
Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """``wanted`` asks for the entries before a number (0: the newest); ``take`` adds them."""

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._titles: dict[str, str] = {}
        self._is_whole = self._is_waiting = self._is_repeated = False

    def begin(self) -> None:
        """Ask anew: other entries are wanted. Those that are shown stay until the answer comes."""
        self._is_repeated, self._is_waiting = False, True
        self.wanted.emit(0)

    def repeat(self) -> None:
        """Ask the same again; rows move only when there is something new."""
        self._is_repeated, self._is_waiting = True, True
        self.wanted.emit(0)

    def take(self, page: Sequence[Entry], before: int, titles: dict[str, str]) -> None:
        """Show a page; ``before`` is what was asked for, ``titles`` are the accounts' names."""
        self._is_waiting, self._titles = False, titles
        if not before and self._is_repeated and page and self.entries[: len(page)] == list(page):
            return
        self._is_whole = len(page) < PAGE
        if not before:
            self.beginResetModel()
            self.entries = list(page)
            self.endResetModel()
        elif page and self.entries and before == self.entries[-1].number:
            first = len(self.entries)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self.entries.extend(page)
            self.endInsertRows()

    def give_up(self) -> None:
        """The answer did not come; asking again is possible."""
        self._is_waiting = False

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older ones that nobody asked for yet."""
        return not (parent.isValid() or self._is_whole or self._is_waiting or not self.entries)

    def fetchMore(self, parent: Index) -> None:
        """Ask for older ones."""
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.wanted.emit(self.entries[-1].number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Those that were read."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """See COLUMNS."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        name = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return translated(_TITLES[name])
        return _alignment(name) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid():
            return None
        entry, name = self.entries[index.row()], COLUMNS[index.column()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(name)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.text(entry, name)
        return None

    def text(self, entry: Entry, name: str) -> str:
        """What an entry says in a column."""
        language = current_language()
        if name in NUMBERS:
            return signed(getattr(entry, name), language)
        if name == "at":
            return spoken(entry.at)
        if name == "kind":
            return kind_name(entry.kind, language)
        return entry.actor if name == "actor" else self._about(entry, language)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self.entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.entries) - 1, len(COLUMNS) - 1))

    def _about(self, entry: Entry, language: str) -> str:
        """Account on the other side or whose run it was, template, client, note."""
        other = entry.other or (entry.payer if entry.payer != entry.account else "")
        client = client_name(entry.client, language) if entry.client else ""
        said = (self._titles.get(other, other), entry.template, client, said_note(entry, language))
        return "  ·  ".join(filter(None, said))


def _alignment(name: str) -> int:
    side = Qt.AlignmentFlag.AlignRight if name in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
