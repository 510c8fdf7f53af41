"""The workspace's modules as an item model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QImage

from desktop.editor.mime import BLOCK, block_data
from desktop.models.block_model import HEADING, NOTE, PART, PICTURE, SOURCE, Index
from templates.modules import Module


@dataclass(frozen=True)
class ModuleEntry:
    """A module with its text, and the templates and modules that link it."""

    module: Module
    source: str
    users: tuple[str, ...] = ()


class ModuleModel(QAbstractListModel):
    """One row a module, by name. ``PART`` gives the ``ModuleEntry``. A dragged module is linked."""

    rename_wanted = Signal(object, str)
    """A Module, and what somebody wants to call it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[ModuleEntry] = []
        self._pictures: dict[str, QImage] = {}
        self.editable = True
        """Whether modules may be inserted and renamed here."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many modules there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one module."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return entry.module.title
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join([entry.module.id, *entry.users])
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.module.title}, {self._note(entry)}"
            case _ if role == NOTE:
                return self._note(entry)
            case _:
                picture = self._pictures.get(picture_key(entry))
                return {PART: entry, SOURCE: entry.source, PICTURE: picture, HEADING: False}.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the row changes when the file has it."""
        entry = index.data(PART)
        if role != Qt.ItemDataRole.EditRole or not isinstance(entry, ModuleEntry) or not self.editable:
            return False
        if str(value).strip() != entry.module.title:
            self.rename_wanted.emit(entry.module, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Modules can be dragged and renamed."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return found | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable if self.editable else found

    def mimeTypes(self) -> list[str]:
        """What a drag brings."""
        return [BLOCK]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The link to the module that is dragged."""
        entries = [index.data(PART) for index in indexes if index.data(PART)]
        return block_data("\n".join(entry.module.link for entry in entries), text=True)

    def supportedDragActions(self) -> Qt.DropAction:
        """A module stays in the list."""
        return Qt.DropAction.CopyAction

    def set_entries(self, entries: Sequence[ModuleEntry]) -> None:
        """Show other modules; what stays keeps its row's selection when only texts and uses are different."""
        same = [entry.module for entry in entries] == [entry.module for entry in self._entries]
        if same:
            self._entries = list(entries)
            self.retranslate()
            return
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    @property
    def entries(self) -> Sequence[ModuleEntry]:
        """What is shown."""
        return tuple(self._entries)

    def row_of(self, module: Module | None) -> int:
        """The row of a module, -1 when it is not there."""
        return next((row for row, entry in enumerate(self._entries) if entry.module == module), -1)

    def take_picture(self, key: str, image: QImage) -> None:
        """Show this picture of the module whose ``picture_key`` it has."""
        self._pictures[key] = image
        for row, entry in enumerate(self._entries):
            if picture_key(entry) == key:
                self.dataChanged.emit(self.index(row), self.index(row), [PICTURE])

    def forget_pictures(self) -> None:
        """Show outlines again: the brand is another."""
        self._pictures.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Every row says something else."""
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def _note(self, entry: ModuleEntry) -> str:
        return self.tr("Linked %n time(s)", "", len(entry.users)) if entry.users else self.tr("Not linked")


def picture_key(entry: ModuleEntry) -> str:
    """What a picture of the module depends on, besides the brand: another text needs another picture."""
    return f"{entry.module.id} {hash(entry.source)}"
