"""The accounts as a tree. Dragging a row onto the one above or below it asks for tokens to be moved that way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.tokens.facts import ShownAccount, TokenFacts
from desktop.tokens.rights import can_move
from desktop.tokens.words import badges, figures, spoken

SHOWN = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-mailwright-account"
Index = QModelIndex | QPersistentModelIndex
_NONE = TokenFacts((), "", is_shared=False)


class AccountModel(QAbstractItemModel):
    """One row an account; an index carries the account's place in ``facts.accounts``."""

    move_wanted = Signal(str, str)
    """From which account tokens are to go, and to which."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts = _NONE
        self._below: dict[str | None, list[int]] = {}
        self._rows: list[tuple[int, int]] = []  # of each place: the place above (-1: none), the row in it

    def show_facts(self, facts: TokenFacts) -> bool:
        """Show other facts; False when only figures and names changed, so that nothing unfolds or loses its choice."""
        if _shape(facts) == _shape(self.facts):
            self.facts = facts
            for place in range(len(facts.accounts)):
                index = self._index(place)
                self.dataChanged.emit(index, index)
            return False
        self.beginResetModel()
        self.facts = facts
        self._arrange()
        self.endResetModel()
        return True

    def index_of(self, id_: str) -> QModelIndex:
        """Where an account is; an invalid index when it is not there."""
        places = (place for place, each in enumerate(self.facts.accounts) if each.account.id == id_)
        place = next(places, -1)
        return self._index(place) if place >= 0 else QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        """The row-th account below ``parent``."""
        below = self._under(parent)
        return self.createIndex(row, column, below[row]) if 0 <= row < len(below) and column == 0 else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - Qt has two of this name
        """The account above."""
        above = self._rows[index.internalId()][0] if index.isValid() else -1
        return self._index(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many accounts are right below."""
        return len(self._under(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row shows and says."""
        if not index.isValid():
            return None
        shown: ShownAccount = self.facts.accounts[index.internalId()]
        if role == SHOWN:
            return shown
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.account.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(shown)
        if role == Qt.ItemDataRole.ToolTipRole:
            said = [
                f"{shown.account.name} ({shown.account.id})",
                figures(shown),
                *(words for words, _ in badges(shown)),
            ]
            return "\n".join(said)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row may be dragged; where it may be dropped says ``canDropMimeData``."""
        drag = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | drag if index.isValid() else Qt.ItemFlag.NoItemFlags

    def supportedDropActions(self) -> Qt.DropAction:
        """A row stays where it is."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """What may be dropped."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What is dragged: an account's id."""
        data = QMimeData()
        data.setData(MIME, indexes[0].data(SHOWN).account.id.encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Whether tokens may go that way."""
        taker = parent.data(SHOWN)
        return bool(taker) and data.hasFormat(MIME) and can_move(self.facts, _dragged(data), taker.account.id)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask how many; nothing is moved here."""
        if self.canDropMimeData(data, action, row, column, parent):
            self.move_wanted.emit(_dragged(data), parent.data(SHOWN).account.id)
        return False

    def _arrange(self) -> None:
        self._below, self._rows = {}, []
        places = {each.account.id: place for place, each in enumerate(self.facts.accounts)}
        for place, each in enumerate(self.facts.accounts):
            above = places.get(each.account.parent or "", -1)  # the one above may be out of sight
            rows = self._below.setdefault(self.facts.accounts[above].account.id if above >= 0 else None, [])
            self._rows.append((above, len(rows)))
            rows.append(place)

    def _index(self, place: int) -> QModelIndex:
        return self.createIndex(self._rows[place][1], 0, place)

    def _under(self, parent: Index) -> list[int]:
        id_ = self.facts.accounts[parent.internalId()].account.id if parent.isValid() else None
        return self._below.get(id_, [])


def _shape(facts: TokenFacts) -> list[str]:
    return [each.account.path for each in facts.accounts]


def _dragged(data: QMimeData) -> str:
    return bytes(data.data(MIME).data()).decode()
