"""What the command palette lists: entries that answer what was typed, the best and the latest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from desktop.models import fuzzy

FOUND = Qt.ItemDataRole.UserRole + 1
"""The Found of a row."""
_LATEST = 12  # points for the command that was used last, less for those before
_MOST = 200  # rows
Index = QModelIndex | QPersistentModelIndex


def _nothing() -> None:
    """What an entry does that only says its key."""


@dataclass(frozen=True)
class Entry:
    """Something to choose. ``key`` names it in the list of what was used lately; ``detail`` says where it is found."""

    key: str
    title: str
    run: Callable[[], object] = _nothing
    detail: str = ""
    shortcut: str = ""
    icon: QIcon | None = None
    enabled: bool = True


@dataclass(frozen=True)
class Found:
    """An entry, and the places of the letters in its title that were typed."""

    entry: Entry
    letters: tuple[int, ...] = ()


def found(query: str, entries: Sequence[Entry], recent: Sequence[str]) -> list[Found]:
    """Return the entries that answer ``query``, the best first; with no query those used lately, then all as given.

    An answer that is not half as good as the best one is none.
    """
    answers = [(place, *answer) for place, entry in enumerate(entries) if (answer := _answer(query, entry))]
    best = max((score for _, _, score in answers), default=0)
    kept = [(place, one, score) for place, one, score in answers if score >= min(best, best / 2)]
    scored = [((not one.entry.enabled, -score - _lately(one.entry, recent), place), one) for place, one, score in kept]
    return [one for _, one in sorted(scored, key=_rank)[:_MOST]]


def _answer(query: str, entry: Entry) -> tuple[Found, int] | None:
    """How well the title answers, or else title and detail together."""
    if not query.strip():
        return Found(entry), 0
    if by_title := fuzzy.match(query, entry.title):
        return Found(entry, by_title.letters), by_title.score
    by_all = fuzzy.match(query, f"{entry.title} {entry.detail}", strict=True)
    return (Found(entry), by_all.score) if by_all else None


def _lately(entry: Entry, recent: Sequence[str]) -> int:
    return _LATEST - recent.index(entry.key) if entry.key in recent else 0


def _rank(scored: tuple[tuple[bool, int, int], Found]) -> tuple[bool, int, int]:
    return scored[0]


class PaletteModel(QAbstractListModel):
    """One row an answer. What cannot be done now is listed last and cannot be chosen."""

    def __init__(self, entries: Sequence[Entry], recent: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries, self._recent = tuple(entries), tuple(recent)
        self._found = found("", self._entries, self._recent)

    def search(self, query: str) -> None:
        """List what answers ``query``."""
        self.beginResetModel()
        self._found = found(query, self._entries, self._recent)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many there are."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one answer."""
        if not index.isValid() or index.row() >= len(self._found):
            return None
        one = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one.entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(each for each in (one.entry.title, one.entry.detail, one.entry.shortcut) if each)
            case _ if role == FOUND:
                return one
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What cannot be done now is greyed."""
        one: Found | None = index.data(FOUND) if index.isValid() else None
        if one is None:
            return Qt.ItemFlag.NoItemFlags
        if not one.entry.enabled:
            return Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
