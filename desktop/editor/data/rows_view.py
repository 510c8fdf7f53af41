"""The table of a list: cells with the editors of their kinds; rows are moved by key and by dragging their number."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.editor.data.context import FieldContext
from desktop.editor.data.field import FieldEditor, LineField
from desktop.editor.data.field_row import OpenField, make_editor
from desktop.editor.data.rows_model import FIELD, RowsModel, opens
from desktop.editor.data.text_field import LongField
from templates.data.form import Field

Index = QModelIndex | QPersistentModelIndex
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_VERBS = {
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_D, _CONTROL): "duplicate",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "delete",
}
WIDEST = 280  # pixels that a column takes by itself


class CellDelegate(QStyledItemDelegate):
    """Gives each cell the editor of its kind; a long text is edited in one line here."""

    context: FieldContext | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell."""
        cell = index.data(FIELD)
        if not isinstance(cell, Field) or self.context is None or cell.editor in {"text", "number"}:
            line = QLineEdit(parent)
            line.setObjectName("cell")
            line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
            return line
        editor = make_editor(cell, self.context)
        editor.setParent(parent)
        editor.setObjectName("cell-editor")
        editor.setAutoFillBackground(True)
        editor.set_name(cell.label)
        editor.show_value(cell.value, cell.placeholder)
        editor.said.connect(self._said)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's value; what is being typed in an editor of its own stays."""
        if isinstance(editor, QLineEdit):
            text = str(index.data(Qt.ItemDataRole.EditRole) or "")
            if text != editor.text():
                editor.setText(text)
        elif isinstance(editor, FieldEditor):
            cell = index.data(FIELD)
            editor.show_value(cell.value, cell.placeholder)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take over what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
        elif isinstance(editor, LineField):
            model.setData(index, editor.line.text())

    def _said(self, value: object, typing: bool) -> None:
        """What is chosen counts at once, what is typed when the cell is left."""
        editor = self.sender()
        if isinstance(editor, FieldEditor) and not typing and not isinstance(editor, OpenField | LongField):
            view = self.parent()
            if isinstance(view, RowsView):
                view.take(value)


class RowsView(QTableView):
    """``asked`` says what is to happen to the chosen rows, ``moved`` that one was dragged."""

    asked = Signal(str)
    moved = Signal(int, int)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rows")
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.delegate = CellDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)  # Tab goes on to the next control; the arrow keys go through the cells
        self.setWordWrap(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(48)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        numbers = self.verticalHeader()
        numbers.setSectionsMovable(True)
        numbers.setDefaultSectionSize(28)
        numbers.setMinimumWidth(30)
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        numbers.sectionMoved.connect(self._dragged)
        self.activated.connect(self._activated)
        self.doubleClicked.connect(self._activated)

    def fit_columns(self) -> None:
        """Make the columns as wide as what they show, up to a limit."""
        self.resizeColumnsToContents()
        head = self.horizontalHeader()
        for place, column in enumerate(self.rows.columns):
            most = WIDEST if column.kind not in {"url", "image"} else WIDEST // 2
            head.resizeSection(place, max(72, min(most, head.sectionSize(place) + 12)))

    def chosen_rows(self) -> list[int]:
        """The rows in which something is selected, from the top; the current one if nothing is."""
        found = {index.row() for index in self.selectionModel().selectedIndexes()}
        current = self.currentIndex()
        return sorted(found or ({current.row()} if current.isValid() else set()))

    def take(self, value: object) -> None:
        """Give the current cell a value that was chosen."""
        index = self.currentIndex()
        if index.isValid():
            self.closePersistentEditor(index)
            self.rows.entered.emit(self.rows.path_of(index), value)

    def event(self, event: QEvent) -> bool:
        """Ask for the keys of rows before the window's shortcuts get them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._verb(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, duplicate, delete, copy and paste by key; Enter edits or opens."""
        verb = self._verb(event)
        if verb:
            self.asked.emit(verb)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state() != QTableView.State.EditingState:
            index = self.currentIndex()
            cell = self.rows.cell(index)
            if cell is not None and opens(cell):
                self.opened.emit(cell.path)
            elif index.isValid():
                self.edit(index)
        else:
            super().keyPressEvent(event)

    def _verb(self, event: QKeyEvent) -> str:
        if self.state() == QTableView.State.EditingState:
            return ""
        if event.matches(QKeySequence.StandardKey.Paste):
            return "paste"
        if event.matches(QKeySequence.StandardKey.Copy):
            return "copy"
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return next((verb for (key, with_), verb in _VERBS.items() if key == event.key() and with_ == held), "")

    def _activated(self, index: QModelIndex) -> None:
        cell = self.rows.cell(index)
        if cell is not None and opens(cell):
            self.opened.emit(cell.path)

    def _dragged(self, _row: int, start: int, to: int) -> None:
        """The header shows the rows in their order again; the document's step moves them."""
        numbers = self.verticalHeader()
        with QSignalBlocker(numbers):
            numbers.moveSection(to, start)
        self.moved.emit(start, to)
