"""The rows of a list as a table: a column for each value that a row has, or one for lists of plain values."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPalette

from desktop.language import QT_TRANSLATE_NOOP
from templates.data.change import DataPath
from templates.data.entered import entered, shown
from templates.data.form import Column, Field
from templates.data.words import label_of

Index = QModelIndex | QPersistentModelIndex
FIELD = Qt.ItemDataRole.UserRole + 1
VALUE = QT_TRANSLATE_NOOP("RowsModel", "Value")
ROWS = QT_TRANSLATE_NOOP("RowsModel", "%n row(s)")
_RANKS: dict[str, int] = {"image": 1, "url": 2, "object": 3, "list": 3}
NEEDED = QT_TRANSLATE_NOOP("RowsModel", "Needed")


class RowsModel(QAbstractTableModel):
    """Shows a ``Field`` that is a grid or a list of values; ``entered`` says which cell is to get which value."""

    entered = Signal(object, object)
    """A path, and a value for it (MISSING: none)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field: Field | None = None
        self.columns: tuple[Column, ...] = ()
        self._order: tuple[int, ...] = ()  # the columns as they are shown, by their places in a row
        self.editable = True

    def show_field(self, field: Field | None, *, editable: bool) -> bool:
        """Show another state of a list; True when rows or columns are others than before."""
        columns, order = _columns_of(field)
        before = self._size()
        same = self.field is not None and field is not None and self.field.path == field.path
        if same and columns == self.columns and _length(field) == before:
            self.field, self.editable = field, editable
            if before:
                self.dataChanged.emit(self.index(0, 0), self.index(before - 1, len(columns) - 1))
            return False
        self.beginResetModel()
        self.field, self.columns, self.editable = field, columns, editable
        self._order = order
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How long the list is."""
        return 0 if parent.isValid() else self._size()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many values a row has."""
        return 0 if parent.isValid() else len(self.columns)

    def cell(self, index: Index) -> Field | None:
        """The value of a cell."""
        if not index.isValid() or self.field is None:
            return None
        if self.field.editor == "values":
            return self.field.items[index.row()]
        return self.field.rows[index.row()][self._order[index.column()]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one cell."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == FIELD:
            return cell
        if role == Qt.ItemDataRole.EditRole:
            return shown(cell.value)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown(cell.value)[:400] or None
        if role == Qt.ItemDataRole.CheckStateRole and cell.editor == "boolean" and cell.present:
            return Qt.CheckState.Checked if cell.value is True else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(cell)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another value; the document answers."""
        cell = self.cell(index)
        if cell is None or role not in {Qt.ItemDataRole.EditRole, Qt.ItemDataRole.CheckStateRole}:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            new: Any = Qt.CheckState(value) is Qt.CheckState.Checked
        else:
            new = entered(value, cell.kind, cell.value) if isinstance(value, str) else value
        if new is cell.value or (type(new) is type(cell.value) and new == cell.value):
            return False
        self.entered.emit(cell.path, new)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells that hold several values are opened, not typed."""
        flags = super().flags(index)
        cell = self.cell(index)
        if cell is None or not self.editable:
            return flags
        if cell.editor == "boolean" and cell.present:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags if opens(cell) else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of columns, the numbers of rows."""
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.label if column.name else QCoreApplication.translate("RowsModel", VALUE)
        return column.name or None if role == Qt.ItemDataRole.ToolTipRole else None

    def title(self) -> str:
        """What the list is called."""
        return label_of(self.field.path[-1]) if self.field else ""

    def path_of(self, index: Index) -> DataPath:
        """Where a cell's value lies."""
        cell = self.cell(index)
        return cell.path if cell else ()

    def _size(self) -> int:
        return _length(self.field)

    def _text(self, cell: Field) -> str:
        if cell.editor in {"grid", "values"} and cell.present:
            return QCoreApplication.translate("RowsModel", ROWS, None, len(cell.rows) + len(cell.items)) + " ›"
        if cell.editor == "group" and cell.present:
            return "… ›"
        if cell.editor == "boolean" and cell.present:
            return ""
        if cell.is_missing:
            return QCoreApplication.translate("RowsModel", NEEDED)
        if not cell.present:
            return cell.placeholder
        text = shown(cell.value).replace("\n", " ")
        return text.rpartition("/")[2] or text if cell.editor == "image" else text  # the tip has the whole path

    def _colour(self, cell: Field) -> QColor | None:
        palette = QPalette()
        if cell.is_missing or not cell.fits:
            return palette.color(QPalette.ColorRole.BrightText)
        return None if cell.present else palette.color(QPalette.ColorRole.PlaceholderText)


def opens(cell: Field) -> bool:
    """Whether a cell leads to values of its own."""
    return cell.editor in {"grid", "values", "group", "locked"}


def _length(field: Field | None) -> int:
    return 0 if field is None else len(field.rows) + len(field.items)


def _columns_of(field: Field | None) -> tuple[tuple[Column, ...], tuple[int, ...]]:
    """The columns as people read them: words first, addresses and lists last; and which place of a row each shows."""
    if field is None:
        return (), ()
    if field.editor == "values":
        return (Column("", "", field.items[0].kind if field.items else "unknown"),), (0,)
    order = sorted(range(len(field.columns)), key=lambda place: _RANKS.get(field.columns[place].kind, 0))
    return tuple(field.columns[place] for place in order), tuple(order)
