"""Why a picture looks so, as a tree: what the client does, and below it where it did it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.language import current_language
from renderers.clients.explanation import Reason
from renderers.clients.words import translated

REASON = Qt.ItemDataRole.UserRole + 1
SPOT = Qt.ItemDataRole.UserRole + 2
WHERE = Qt.ItemDataRole.UserRole + 3
"""Of a reason: its rule, source, date and certainty. Of a place: the component and the tag."""
MOST_PLACES = 200  # of one reason; a mail of a thousand cells has a thousand of them
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Spot:
    """One place: the offset of a tag in the mail's HTML, what it is called, and the component that it is in."""

    at: int | None
    element: str
    component: str


@dataclass(frozen=True)
class Group:
    """A reason and its places."""

    reason: Reason
    spots: tuple[Spot, ...]


class ReasonModel(QAbstractItemModel):
    """Two levels. A place's index holds the row of its reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: Sequence[Group] = ()

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        if self._groups:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._groups) - 1, 0))

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default, an immutable value
        """An index whose id is 0 for a reason, or the reason's row + 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008 - Qt's own default, an immutable value
        """The reason of a place."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """Reasons, or the places of one."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() or parent.column() else len(self._groups[parent.row()].spots)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about a reason or a place."""
        if not index.isValid():
            return None
        if index.internalId():
            return self._of_spot(self._groups[int(index.internalId()) - 1].spots[index.row()], role)
        return self._of_reason(self._groups[index.row()].reason, role)

    def _of_reason(self, reason: Reason, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return reason.sentence(current_language())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{reason.sentence(current_language())}\n{known_by(reason)}"
            case _ if role == WHERE:
                return known_by(reason)
            case _ if role == REASON:
                return reason
        return None

    def _of_spot(self, spot: Spot, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return spot.component or self.tr("The whole mail")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{spot.component or self.tr('The whole mail')} {spot.element}".strip()
            case _ if role == WHERE:
                return f"<{spot.element}>" if spot.element else ""
            case _ if role == SPOT:
                return spot
        return None


def known_by(reason: Reason) -> str:
    """Return where the rule is from, how old that is and how sure."""
    known = reason.evidence
    word = "" if known.certainty == "certain" else translated(known.certainty, current_language())
    return " · ".join(part for part in (word, known.source, known.date) if part)
