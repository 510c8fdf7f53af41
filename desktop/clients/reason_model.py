"""Why a picture looks so, as a tree: what shows and what does not, what the client does, and where it did it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.language import current_language
from renderers.clients.change import Certainty
from renderers.clients.explanation import Reason
from renderers.clients.words import certainty, spoken_date
from templates.dynamic.contact_names import beginnings, searchable

REASON = Qt.ItemDataRole.UserRole + 1
SPOT = Qt.ItemDataRole.UserRole + 2
WHERE = Qt.ItemDataRole.UserRole + 3
"""Of a reason: its source, date and certainty. Of a place: the tag. Of a section: how many reasons it has."""
MOST_PLACES = 200  # of one reason; a mail of a thousand cells has a thousand of them
Index = QModelIndex | QPersistentModelIndex
_SHOWS, _BEHIND = True, False
_SECTION = 0  # the id of a section's index; that of a reason is 1 + its section, that of a place _PLACE + its reason
_PLACE = 16


@dataclass(frozen=True)
class Spot:
    """One place: the offset of a tag in the mail's HTML, and what it is called."""

    at: int | None
    element: str


@dataclass(frozen=True)
class Group:
    """A reason and its places."""

    reason: Reason

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The places that are listed."""
        return tuple(Spot(at, element) for at, element in self.reason.spots[:MOST_PLACES])

    @cached_property
    def count(self) -> int:
        """How many places there are in all."""
        return len(self.reason.spots)

    def fits(self, words: Sequence[str], certainties: frozenset[Certainty]) -> bool:
        """Whether it is one of those somebody looks for; no words and no certainties are all of them."""
        if certainties and self.reason.evidence.certainty not in certainties:
            return False
        text = searchable(f"{self.reason.sentence(current_language())} {self.reason.rule} {known_by(self.reason)}")
        return all(word in text for word in words)


class ReasonModel(QAbstractItemModel):
    """Three levels: sections, reasons, places."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self.certainties: frozenset[Certainty] = frozenset()
        self._all: Sequence[Group] = ()
        self._shown: Sequence[Group] = ()
        self._sections: Sequence[tuple[bool, Sequence[int]]] = ()
        self._rows: Mapping[int, tuple[int, int]] = {}
        self._name: Callable[[Spot], str] = lambda spot: spot.element

    def show_reasons(self, reasons: Sequence[Reason], name: Callable[[Spot], str]) -> None:
        """Show these; ``name`` says which component a place is, when somebody looks at it."""
        self._all, self._name = tuple(map(Group, reasons)), name
        self._fill()

    def narrow(self, words: str, certainties: frozenset[Certainty]) -> None:
        """Show only those with these words and certainties."""
        self.words, self.certainties = words, certainties
        self._fill()

    @property
    def groups(self) -> Sequence[Group]:
        """Those shown, with their places."""
        return self._shown

    def count(self, how: Certainty) -> int:
        """How many reasons there are of a certainty, shown or not."""
        return sum(group.reason.evidence.certainty == how for group in self._all)

    def _fill(self) -> None:
        self.beginResetModel()
        words = beginnings(self.words)
        self._shown = [group for group in self._all if group.fits(words, self.certainties)]
        rows = {
            shows: [row for row, group in enumerate(self._shown) if group.reason.shows is shows]
            for shows in (_SHOWS, _BEHIND)
        }
        self._sections = [(shows, found) for shows, found in rows.items() if found]
        self._rows = {
            number: (section, row)
            for section, (_, numbers) in enumerate(self._sections)
            for row, number in enumerate(numbers)
        }
        self.endResetModel()

    def is_behind(self, section: int) -> bool:
        """Whether the section's reasons do not show in a picture."""
        return self._sections[section][0] is _BEHIND

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default, an immutable value
        """An index whose id says whose child it is."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, _SECTION)
        if parent.internalId() == _SECTION:
            return self.createIndex(row, column, 1 + parent.row())
        return self.createIndex(row, column, _PLACE + self._number(parent))

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008 - Qt's own default, an immutable value
        """The reason of a place, the section of a reason."""
        kind = int(index.internalId()) if index.isValid() else _SECTION
        if kind == _SECTION:
            return QModelIndex()
        if kind < _PLACE:
            return self.createIndex(kind - 1, 0, _SECTION)
        section, row = self._rows[kind - _PLACE]
        return self.createIndex(row, 0, 1 + section)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """Sections, their reasons, or the places of one."""
        if not parent.isValid():
            return len(self._sections)
        if parent.column() or parent.internalId() >= _PLACE:
            return 0
        if parent.internalId() == _SECTION:
            return len(self._sections[parent.row()][1])
        group = self._shown[self._number(parent)]
        return len(group.spots) + (group.count > len(group.spots))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about a section, a reason or a place."""
        if not index.isValid():
            return None
        kind = int(index.internalId())
        if kind == _SECTION:
            return self._of_section(index.row(), role)
        if kind < _PLACE:
            return self._of_reason(self._shown[self._number(index)], role)
        group = self._shown[kind - _PLACE]
        if index.row() == len(group.spots):
            return self._of_more(group.count - index.row(), role)
        return self._of_spot(group.spots[index.row()], role)

    def _number(self, reason: Index) -> int:
        return self._sections[int(reason.internalId()) - 1][1][reason.row()]

    def _of_section(self, row: int, role: int) -> Any:
        shows, rows = self._sections[row]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.tr("To be seen") if shows else self.tr("Behind the scenes")
            case Qt.ItemDataRole.ToolTipRole if not shows:
                return self.tr("What the client does without the picture showing it.")
            case Qt.ItemDataRole.AccessibleTextRole:
                title = self.tr("To be seen") if shows else self.tr("Behind the scenes")
                return f"{title}, {self.tr('%n reason(s)', '', len(rows))}"
            case _ if role == WHERE:
                return str(len(rows))
        return None

    def _of_reason(self, group: Group, role: int) -> Any:
        reason = group.reason
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return reason.sentence(current_language())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                known = certainty(reason.evidence.certainty, current_language())
                evidence = " · ".join((reason.rule, *filter(None, (reason.evidence.source, _date(reason)))))
                places = self.tr("%n place(s)", "", group.count)
                sentence = reason.sentence(current_language())
                return f"{sentence}\n{places}\n{evidence}\n{known.name}. {known.meaning}"
            case _ if role == WHERE:
                return known_by(reason)
            case _ if role == REASON:
                return group
        return None

    def _of_more(self, count: int, role: int) -> Any:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.tr("And %n more place(s)", "", count)
        return "" if role == WHERE else None

    def _of_spot(self, spot: Spot, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._name(spot) or self.tr("The whole mail")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._name(spot) or self.tr('The whole mail')} {spot.element}".strip()
            case Qt.ItemDataRole.ToolTipRole:
                return self.tr("Show in the code")
            case _ if role == WHERE:
                return f"<{spot.element}>" if spot.element else ""
            case _ if role == SPOT:
                return spot
        return None


def known_by(reason: Reason) -> str:
    """Return how sure the rule is, unless it is certain, where it is from and how old that is."""
    known = reason.evidence
    word = "" if known.certainty == "certain" else certainty(known.certainty, current_language()).name
    return " · ".join(part for part in (word, known.source, _date(reason)) if part)


def _date(reason: Reason) -> str:
    return spoken_date(reason.evidence.date, current_language())
