"""The blocks of the palette as an item model: a heading for each group, below it the blocks that fit the search."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QImage

from desktop.editor.mime import BLOCK, block_data
from desktop.language import QT_TRANSLATE_NOOP, current_language
from templates.blocks import Block

PART = Qt.ItemDataRole.UserRole + 1
PICTURE = Qt.ItemDataRole.UserRole + 2  # QImage, None until it is there
HEADING = Qt.ItemDataRole.UserRole + 3  # whether the row is the heading of a group
SOURCE = Qt.ItemDataRole.UserRole + 4  # MJML: what the outline of a missing picture is drawn from
NOTE = Qt.ItemDataRole.UserRole + 5  # a second line, "" for none
Index = QModelIndex | QPersistentModelIndex

GROUPS = {
    "structure": QT_TRANSLATE_NOOP("Blocks", "Layout"),
    "text": QT_TRANSLATE_NOOP("Blocks", "Text"),
    "media": QT_TRANSLATE_NOOP("Blocks", "Pictures"),
    "action": QT_TRANSLATE_NOOP("Blocks", "Buttons and answers"),
    "commerce": QT_TRANSLATE_NOOP("Blocks", "Shop"),
    "people": QT_TRANSLATE_NOOP("Blocks", "People and news"),
    "footer": QT_TRANSLATE_NOOP("Blocks", "Footer"),
}


class BlockModel(QAbstractListModel):
    """One row a group and one a block. ``PART`` gives the block, None for a heading."""

    def __init__(self, blocks: Sequence[Block], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocks = tuple(blocks)
        self._pictures: dict[str, QImage] = {}
        self._words: list[str] = []
        self.language = "en"
        """The language of what is inserted: that of the template."""
        self._rows = self._found()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many headings and blocks there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == HEADING:
            return isinstance(row, str)
        return self._heading(row, role) if isinstance(row, str) else self._block(row, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings only say where one is."""
        if isinstance(index.data(PART), Block):
            return (
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsDragEnabled
                | Qt.ItemFlag.ItemNeverHasChildren
            )
        return Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        """What a drag brings."""
        return [BLOCK]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The source of the block that is dragged; of a small one only what may also go into a column."""
        blocks = [index.data(PART) for index in indexes if index.data(PART)]
        sources = (one.component(self.language) or one.source(self.language) for one in blocks)
        return block_data("\n\n".join(sources), text=True)

    def supportedDragActions(self) -> Qt.DropAction:
        """A block stays in the palette."""
        return Qt.DropAction.CopyAction

    @property
    def found(self) -> int:
        """How many blocks fit the search."""
        return sum(isinstance(row, Block) for row in self._rows)

    def set_words(self, words: str) -> None:
        """Show the blocks in which every word occurs, whatever its case and accents."""
        self._words = _plain(words).split()
        self.beginResetModel()
        self._rows = self._found()
        self.endResetModel()

    def row_of(self, block_id: str) -> int:
        """The row of a block, -1 when it is not shown."""
        return next((row for row, one in enumerate(self._rows) if isinstance(one, Block) and one.id == block_id), -1)

    def take_picture(self, block_id: str, image: QImage) -> None:
        """Show this picture of a block."""
        self._pictures[block_id] = image
        row = self.row_of(block_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row), [PICTURE])

    def forget_pictures(self) -> None:
        """Show outlines again: the brand is another."""
        self._pictures.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Every row says something else."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _heading(self, group: str, role: int) -> Any:
        texts = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return QCoreApplication.translate("Blocks", GROUPS[group]) if role in texts else None

    def _block(self, block: Block, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _said(block.title)
            case Qt.ItemDataRole.ToolTipRole:
                return _said(block.description)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_said(block.title)}: {_said(block.description)}"
            case _:
                return {PART: block, SOURCE: block.mjml, PICTURE: self._pictures.get(block.id), NOTE: ""}.get(role)

    def _found(self) -> list[Block | str]:
        """The blocks that fit with their groups; those that are called so come first, Enter takes the first."""
        fitting = [block for block in self._blocks if all(word in _searched(block) for word in self._words)]
        called = {block.id for block in fitting if all(word in _called(block) for word in self._words)}
        ranked = sorted(fitting, key=lambda one: one.id not in called)
        rows: list[Block | str] = []
        for group in dict.fromkeys(block.group for block in ranked):
            rows += [group, *(block for block in ranked if block.group == group)]
        return rows


def _said(texts: Mapping[str, str]) -> str:
    return texts.get(current_language()) or texts["en"]


def _called(block: Block) -> str:
    """What a block is called, in every language."""
    return _plain(" ".join(block.title.values()))


def _searched(block: Block) -> str:
    """All words of a block, in every language: who works in English may think of ``bouton``."""
    tables = (block.title, block.keywords, block.description)
    return _plain(" ".join(text for table in tables for text in table.values()))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()
