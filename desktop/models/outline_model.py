"""The components of an open template as an item model. It changes by differences: what is open or selected stays so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.editor.mime import BLOCK, NODE, node_data
from desktop.models.outline_item import FRAME, Drop, Item, drop_of, is_allowed
from desktop.models.outline_rows import Row, spelled
from desktop.models.outline_words import badge_text, spoken, title_of, told
from templates.source.tree import SourceTree

ITEM = Qt.ItemDataRole.UserRole + 1
"""The Item of a row."""
BADGES = Qt.ItemDataRole.UserRole + 2
"""The conditions and loops of a row: for each ``if`` or ``for``, and what its badge says."""
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NOT_COUNTED = frozenset(["mj-raw", "mj-include", "mj-carousel-image"])  # in the mail they are no element, or several


class OutlineModel(QAbstractItemModel):
    """One row a component. It changes nothing itself: it tells what was dropped and what was typed."""

    dropped = Signal(object)
    """A Drop."""
    renamed = Signal(int, str)
    """A node's id and the label that somebody typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top: list[Item] = []
        self._items: dict[int, Item] = {}
        self.tree: SourceTree | None = None
        self.editable = False
        self._segments: Mapping[str, str] = {}

    # What the view asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The index of a row. Its internal id is that of the node: ids are never used twice in a document."""
        children = self._children(parent)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].id)

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]  # the other form, without an argument, is QObject's
        """The index of what a row stands in."""
        item = self.item(child)
        return self._index_of(item.parent) if item and item.parent else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many components are in one."""
        return 0 if parent.column() > 0 else len(self._children(parent))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one component."""
        item = self.item(index)
        if item is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title_of(item.row)
            case Qt.ItemDataRole.EditRole:
                return spelled(item.row.part.label)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(item.row, item.count, len(item.children), item.problems, self._segments)
            case Qt.ItemDataRole.ToolTipRole:
                # As rich text with everything escaped: else Qt takes what looks like HTML in a mail's words for HTML.
                tip = told(item.row, item.count, item.problems, self._segments)
                return f"<qt>{escape(tip).replace(chr(10), '<br>')}</qt>"
            case _ if role == BADGES:
                return [(one.kind, badge_text(one, item.count, self._segments)) for one in item.row.badges]
            case _ if role == ITEM:
                return item
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Somebody typed a label; the document decides, and the row follows it."""
        item = self.item(index)
        if item is None or role != Qt.ItemDataRole.EditRole or value == spelled(item.row.part.label):
            return False
        self.renamed.emit(item.id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The frame of the mail stays where it is; into what holds nothing nothing can be dropped."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        item, flag = self.item(index), Qt.ItemFlag
        found = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDropEnabled
        if item and self.editable and self._in_body(item):
            found |= flag.ItemIsDragEnabled | flag.ItemIsEditable
        return found

    # Drag and drop

    def supportedDropActions(self) -> Qt.DropAction:
        """Components move, blocks are copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """What may be dropped."""
        return [NODE, BLOCK]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What a drag takes along: the node's id."""
        return node_data(indexes[0].internalId() if indexes else 0)

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Whether MJML allows it there."""
        return self._drop(data, row, parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell what was dropped where. The rows follow the document, so nothing is removed here."""
        drop = self._drop(data, row, parent)
        if drop is None:
            return False
        self.dropped.emit(drop)
        return True

    def _drop(self, data: QMimeData, row: int, parent: Index) -> Drop | None:
        """What would be dropped there; None where MJML forbids it, and where nobody may change anything."""
        drop = drop_of(data, self._top, self.item(parent), row) if self.editable else None
        return drop if drop and self.tree and is_allowed(self.tree, drop) else None

    # Changes

    def set_rows(self, rows: Sequence[Row], tree: SourceTree, *, editable: bool) -> None:
        """Show these rows. Rows that were there stay the same row, wherever they move among their neighbours."""
        self.tree, self.editable = tree, editable
        self._match(None, rows)

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._top, self._items, self.tree = [], {}, None
        self.endResetModel()

    def set_segments(self, segments: Mapping[str, str]) -> None:
        """Say what the segments are called, by their ids."""
        if segments == self._segments:
            return
        self._segments = dict(segments)
        for item in self._items.values():
            if item.row.badges:
                self._tell(item)

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Say how often the mail on the canvas shows the components with a condition or a loop, where that is known."""
        for item in self._items.values():
            known = item.row.badges and item.row.part.name not in _NOT_COUNTED and self._in_body(item)
            count = counts.get(item.id, 0) if known else None
            if count != item.count:
                item.count = count
                self._tell(item)

    def set_problems(self, problems: Mapping[int, tuple[str, ...]]) -> None:
        """Say what is wrong with which component."""
        for item in self._items.values():
            found = problems.get(item.id, ())
            if found != item.problems:
                item.problems = found
                self._tell(item)

    def retranslate(self) -> None:
        """The words are in another language now."""
        for item in self._items.values():
            self._tell(item)

    def index_of(self, node_id: int) -> QModelIndex:
        """The index of a component; an invalid one when it has no row."""
        return self._index_of(self._items.get(node_id))

    def item(self, index: Index) -> Item | None:
        """The row behind an index."""
        return self._items.get(index.internalId()) if index.isValid() else None

    # Inside

    def _children(self, parent: Index) -> list[Item]:
        if not parent.isValid():
            return self._top
        item = self.item(parent)
        return item.children if item else []

    def _index_of(self, item: Item | None) -> QModelIndex:
        if item is None:
            return QModelIndex()
        row = item.parent.children if item.parent else self._top
        return self.createIndex(row.index(item), 0, item.id)

    def _in_body(self, item: Item) -> bool:
        top = item
        while top.parent:
            top = top.parent
        return top.row.part.name not in FRAME

    def _tell(self, item: Item) -> None:
        index = self._index_of(item)
        self.dataChanged.emit(index, index)

    def _match(self, parent: Item | None, rows: Sequence[Row]) -> None:
        """Make the children of ``parent`` those of ``rows``."""
        children = parent.children if parent else self._top
        wanted = {row.part.id for row in rows}
        for at in range(len(children) - 1, -1, -1):
            if children[at].id not in wanted:
                self._remove(parent, children, at)
        for at, row in enumerate(rows):
            if at < len(children) and children[at].id == row.part.id:
                self._update(children[at], row)
            else:
                self._place(parent, children, at, row)

    def _place(self, parent: Item | None, children: list[Item], at: int, row: Row) -> None:
        item = self._items.get(row.part.id)
        if item is None or item.parent is not parent or item not in children:
            self._insert(parent, children, at, row)
            return
        index, was = self._index_of(parent), children.index(item)
        self.beginMoveRows(index, was, was, index, at)
        children.insert(at, children.pop(was))
        self.endMoveRows()
        self._update(item, row)

    def _insert(self, parent: Item | None, children: list[Item], at: int, row: Row) -> None:
        if known := self._items.get(row.part.id):  # it was in another component
            above = known.parent.children if known.parent else self._top
            self._remove(known.parent, above, above.index(known))
        self.beginInsertRows(self._index_of(parent), at, at)
        children.insert(at, self._made(row, parent))
        self.endInsertRows()

    def _made(self, row: Row, parent: Item | None) -> Item:
        item = Item(row, parent)
        self._items[item.id] = item
        item.children = [self._made(each, item) for each in row.part.children]
        return item

    def _remove(self, parent: Item | None, children: list[Item], at: int) -> None:
        self.beginRemoveRows(self._index_of(parent), at, at)
        self._forget(children.pop(at))
        self.endRemoveRows()

    def _forget(self, item: Item) -> None:
        if self._items.get(item.id) is item:
            del self._items[item.id]
        for child in item.children:
            self._forget(child)

    def _update(self, item: Item, row: Row) -> None:
        old, item.row = item.row, row
        if old.part is not row.part:
            self._match(item, row.part.children)
        if (old.badges, old.part.label, old.part.words, old.part.name) != (
            *(row.badges, row.part.label, row.part.words, row.part.name),
        ):
            self._tell(item)
