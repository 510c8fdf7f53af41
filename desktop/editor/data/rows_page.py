"""A list as a table, with what can be done to its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QTableView, QVBoxLayout, QWidget

from desktop.editor.data.context import FieldContext
from desktop.editor.data.rows_view import RowsView
from desktop.editor.inspector.elided import ElidedLabel
from desktop.widgets import GRID, IconButton, Translated, button, label
from templates.data.entered import entered, shown
from templates.data.form import Field
from templates.data.table_text import cells_of, rows_of


@dataclass(frozen=True)
class New:
    """A row that is not there yet."""

    value: Any


class RowsPage(Translated, QWidget):
    """Says what is to become of the list: ``rows_wanted`` has all its rows, in their new order.

    Each is the number of a row that there is, or a ``New`` one.
    """

    entered = Signal(object, object)
    rows_wanted = Signal(str, list)
    opened = Signal(object)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = RowsView()
        self.view.asked.connect(self.do)
        self.view.moved.connect(self._moved)
        self.view.opened.connect(self.opened)
        self.view.rows.entered.connect(self.entered)
        self.view.selectionModel().currentChanged.connect(self._enable)
        self.back_button = IconButton("arrow-left", size=16)
        self.back_button.clicked.connect(self.back)
        self.crumbs = ElidedLabel("strong")
        self.add, self.paste = button(quiet=True), button(quiet=True)
        self.add.clicked.connect(self.add_row)
        self.paste.clicked.connect(self.paste_rows)
        self.twice, self.delete = IconButton("copy-plus", size=16), IconButton("trash-2", size=16)
        self.up, self.down = IconButton("arrow-up", size=16), IconButton("arrow-down", size=16)
        self._verbs = {"duplicate": self.twice, "delete": self.delete, "up": self.up, "down": self.down}
        for verb, each in self._verbs.items():
            each.setProperty("verb", verb)
            each.clicked.connect(self._clicked)
        self.empty = label("muted", wrap=True)
        self.add_first, self.paste_first = button(), button(quiet=True)
        self.add_first.clicked.connect(self.add_row)
        self.paste_first.clicked.connect(self.paste_rows)
        self._field: Field | None = None
        self._then: tuple[int, int] | None = None  # the rows to select when they are there
        self._pasted = False  # they are a surprise: it is said how many they are
        self._lay_out()
        self.retranslate()

    def show_field(self, field: Field, context: FieldContext, crumbs: Sequence[str]) -> None:
        """Show a list; ``crumbs`` name what it lies in and it."""
        other = self._field is None or self._field.path != field.path
        self._field = field
        self.view.delegate.context = context
        current = self.view.currentIndex()
        at = (0, 0) if other else (current.row(), current.column())
        changed = self.view.rows.show_field(field, editable=context.editable)
        if other:
            self.view.fit_columns()
        if changed or self._then is not None:
            self._restore(at)
        self.crumbs.setText("  ›  ".join(crumbs))
        self.back_button.setVisible(len(crumbs) > 1)
        self.view.setAccessibleName(" › ".join(crumbs))
        self._places.setCurrentIndex(0 if field.rows or field.items else 1)
        for each in (self.add, self.paste, self.add_first, self.paste_first):
            each.setEnabled(context.editable)
        self._enable()

    def do(self, verb: str) -> None:
        """Duplicate, delete, move up or down, copy or paste the chosen rows."""
        rows, length = self.view.chosen_rows(), self.view.rows.rowCount()
        if verb == "paste":
            self.paste_rows()
        elif verb == "copy":
            self._copy()
        elif rows and self.view.rows.editable:
            self._change(verb, rows, length)

    def add_row(self) -> None:
        """Add a row behind the chosen one, and begin to write it."""
        if self._field is None:
            return
        rows, length = self.view.chosen_rows(), self.view.rows.rowCount()
        at = rows[-1] + 1 if rows else length
        is_grid = self._field.editor == "grid"
        self._want(self.tr("Add a row"), [*range(at), New({} if is_grid else ""), *range(at, length)], (at, 1))

    def paste_rows(self) -> None:
        """Put the table of the clipboard in: one cell into the current one, rows behind it."""
        cells = cells_of(QGuiApplication.clipboard().text())
        index = self.view.currentIndex()
        if not cells or self._field is None or not self.view.rows.editable:
            return
        if len(cells) == 1 == len(cells[0]) and index.isValid():
            self.view.rows.setData(index, cells[0][0])
            return
        new = self._rows_of(cells, max(0, index.column()))
        rows, length = self.view.chosen_rows(), self.view.rows.rowCount()
        at = rows[-1] + 1 if rows else length
        if new:
            self._pasted = True
            self._want(self.tr("Paste rows"), [*range(at), *new, *range(at, length)], (at, len(new)))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.back_button.name(self.tr("Back"))
        self.add.setText(self.tr("Add row"))
        self.paste.setText(self.tr("Paste table"))
        self.paste.setToolTip(self.tr("Rows copied from a spreadsheet, with or without their heading"))
        self.add_first.setText(self.tr("Add the first row"))
        self.paste_first.setText(self.tr("Paste a table from a spreadsheet"))
        self.empty.setText(self.tr("This list has no rows: the mail repeats nothing here."))
        self.twice.name(self.tr("Duplicate row (Ctrl+D)"))
        self.delete.name(self.tr("Delete row (Del)"))
        self.up.name(self.tr("Move up (Alt+↑)"))
        self.down.name(self.tr("Move down (Alt+↓)"))

    def _rows_of(self, cells: Sequence[Sequence[str]], start: int) -> list[New]:
        field = self._field
        if field is None:
            return []
        if field.editor == "values":
            kind = self.view.rows.columns[0].kind
            return [New(entered(row[0], kind)) for row in cells if row[0].strip()]
        return [
            New(row)
            for row in rows_of(cells, {column.name: column.kind for column in self.view.rows.columns}, start=start)
        ]

    def _change(self, verb: str, rows: list[int], length: int) -> None:
        kept = [row for row in range(length) if row not in rows]
        if verb == "delete":
            self._want(self.tr("Delete rows"), kept, (min(rows[0], max(0, len(kept) - 1)), 1))
        elif verb == "duplicate":
            after = rows[-1] + 1
            self._want(self.tr("Duplicate rows"), [*range(after), *rows, *range(after, length)], (after, len(rows)))
        elif verb in {"up", "down"}:
            at = rows[0] - 1 if verb == "up" else rows[-1] + 2 - len(rows)
            if 0 <= at <= len(kept):
                self._want(self.tr("Move rows"), [*kept[:at], *rows, *kept[at:]], (at, len(rows)))

    def _moved(self, start: int, to: int) -> None:
        kept = [row for row in range(self.view.rows.rowCount()) if row != start]
        self._want(self.tr("Move rows"), [*kept[:to], start, *kept[to:]], (to, 1))

    def _copy(self) -> None:
        model = self.view.rows
        indexes = sorted((one.row(), one.column()) for one in self.view.selectionModel().selectedIndexes())
        lines: dict[int, list[str]] = {}
        for row, column in indexes:
            cell = model.cell(model.index(row, column))
            lines.setdefault(row, []).append(shown(cell.value) if cell else "")
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines.values()))

    def _want(self, label_: str, rows: Sequence[int | New], then: tuple[int, int]) -> None:
        self._then = then
        self.rows_wanted.emit(label_, list(rows))

    def _restore(self, at: tuple[int, int]) -> None:
        """Select what was just put there, else what was selected before."""
        model, then, pasted = self.view.rows, self._then, self._pasted
        self._then, self._pasted = None, False
        if not model.rowCount() or not model.columnCount():
            return
        row = min(then[0] if then else at[0], model.rowCount() - 1)
        column = min(max(0, at[1]), model.columnCount() - 1)
        self.view.setCurrentIndex(model.index(max(0, row), column))
        if then is not None:
            choice = self.view.selectionModel()
            for each in range(then[0], min(then[0] + then[1], model.rowCount())):
                choice.select(model.index(each, column), QItemSelectionModel.SelectionFlag.Select)
        if then is not None and pasted:
            self.view.scrollTo(model.index(row, column), QTableView.ScrollHint.PositionAtTop)
            self._tell_pasted(then[1])

    def _tell_pasted(self, count: int) -> None:
        if (context := self.view.delegate.context) is not None:
            context.document.notified.emit("info", self.tr("%n row(s) added", "", count))

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, IconButton):
            self.do(sender.property("verb"))

    def _enable(self) -> None:
        row, length = self.view.currentIndex().row(), self.view.rows.rowCount()
        there = row >= 0 and self.view.rows.editable
        self.twice.setEnabled(there)
        self.delete.setEnabled(there)
        self.up.setEnabled(there and row > 0)
        self.down.setEnabled(there and row < length - 1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GRID, 2, GRID, 2)
        head.setSpacing(2)
        head.addWidget(self.back_button)
        head.addWidget(self.crumbs, 1)
        for each in (self.add, self.paste):
            each.setObjectName("small-button")
            head.addWidget(each)
        for tool in self._verbs.values():
            tool.setObjectName("small")
            head.addWidget(tool)
        nothing = QWidget()
        middle = QVBoxLayout(nothing)
        middle.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        middle.addWidget(self.empty)
        offers = QHBoxLayout()
        offers.addWidget(self.add_first)
        offers.addWidget(self.paste_first)
        offers.addStretch()
        middle.addLayout(offers)
        middle.addStretch()
        self._places = QStackedLayout()
        self._places.addWidget(self.view)
        self._places.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._places, 1)


def rearranged(before: Sequence[Any], rows: Sequence[int | New]) -> list[Any]:
    """Return the list that ``rows_wanted`` means: numbers are rows of ``before``."""
    return [row.value if isinstance(row, New) else before[row] for row in rows]
