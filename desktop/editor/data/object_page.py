"""The values of one object as a form; objects inside it are groups that fold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.editor.data.columns import Columns
from desktop.editor.data.context import FieldContext
from desktop.editor.data.field_row import FieldRow
from desktop.editor.data.text_field import is_long
from desktop.editor.inspector.group_box import FoldButton
from desktop.editor.inspector.tab_order import order_tabs
from desktop.widgets import GRID, Translated, label, styled
from templates.data.change import DataPath
from templates.data.form import Field

_TYPED = frozenset(["text", "number", "date", "url", "image", "colour"])
MOST = 200  # values of one object that get a field; who has more writes JSON


class ObjectPage(Translated, QScrollArea):
    """Keeps its rows, and the caret in them, as long as the values are the same ones."""

    wanted = Signal(object, object, bool)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows: dict[DataPath, FieldRow] = {}
        self._context: FieldContext | None = None
        self._fields: Sequence[Field] = ()
        self._titles: Mapping[DataPath, str] = {}
        self._made: tuple[object, ...] = ()
        self._kinds: dict[DataPath, tuple[object, ...]] = {}
        self._typing: DataPath = ()
        self._long: set[DataPath] = set()  # texts for which somebody asked for several lines
        self._folded: set[DataPath] = set()
        self.note = label("muted", wrap=True)
        self._empty = ""

    def show_fields(
        self, fields: Sequence[Field], context: FieldContext, *, titles: Mapping[DataPath, str], empty: str
    ) -> None:
        """Show these; ``empty`` is the sentence in the place of none, ``titles`` name some of them better."""
        self._context, self._fields, self._titles, self._empty = context, fields[:MOST], titles, empty
        made = (context.document, *(self._kind(each) for each in _flat(self._fields)), *titles.items(), empty)
        if made != self._made:
            self._made = made
            self._build()
        if (body := self.widget()) is not None:
            body.setEnabled(context.editable)
        for each in _flat(self._fields):
            if each.path in self.rows:
                self.rows[each.path].show_field(each)

    def focus_field(self, path: DataPath) -> bool:
        """Put the keyboard into a field, and bring it into sight; False when it is not here."""
        row = self.rows.get(path)
        if row is None:
            return False
        self.ensureWidgetVisible(row)
        row.editor.main_control().setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def retranslate(self) -> None:
        """Set every text anew."""
        self._made = ()

    def _kind(self, field: Field) -> tuple[object, ...]:
        """What its row is made for. What is being typed keeps its row: half a number is a text for a moment."""
        if field.path == self._typing and field.path in self.rows and field.editor in _TYPED:
            return self._kinds[field.path]
        long = field.editor == "text" and (is_long(field.value) or field.path in self._long)
        return field.path, field.editor, long, field.used, field.required

    def _build(self) -> None:
        focused = next((path for path, row in self.rows.items() if row.isAncestorOf(self.focusWidget() or self)), None)
        body = styled(QWidget(), "data-form")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(6)
        self.rows = {}
        self._fill(column, self._fields)
        if not self._fields:
            self.note = label("muted", wrap=True)
            self.note.setText(self._empty)
            column.addWidget(self.note)
        column.addStretch()
        before = self.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()  # not at once: one of its fields may be about to tell of a key
        self.setWidget(body)
        order_tabs(body)
        if focused is not None:
            self.focus_field(focused)

    def _fill(self, column: QVBoxLayout, fields: Iterable[Field]) -> None:
        groups = [each for each in fields if each.editor == "group"]
        cells = [(row, row.wide) for row in map(self._row, (each for each in fields if each.editor != "group"))]
        if cells:
            flow = Columns()
            flow.place(cells)
            column.addWidget(flow)
        for group in groups:
            self._add_group(column, group)

    def _add_group(self, column: QVBoxLayout, group: Field) -> None:
        head = FoldButton()
        head.setObjectName("data-fold")
        head.setText(group.label)
        head.setChecked(group.path not in self._folded)
        head.setProperty("path", list(group.path))
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(GRID, 0, 0, GRID)
        inside.setSpacing(6)
        self._fill(inside, group.fields)
        inner.setVisible(head.isChecked())
        head.toggled.connect(inner.setVisible)
        head.toggled.connect(self._toggled)
        column.addWidget(head)
        column.addWidget(inner)

    def _row(self, field: Field) -> FieldRow:
        if self._context is None:
            raise RuntimeError("a form without a document has no rows")
        kind = self._kinds[field.path] = self._kind(field)
        long = kind[2]
        row = FieldRow(field, self._context, self._titles.get(field.path, ""), long=bool(long))
        row.wanted.connect(self._wanted)
        row.opened.connect(self.opened)
        row.widened.connect(self._widened)
        self.rows[field.path] = row
        return row

    def _wanted(self, path: DataPath, value: object, typing: bool) -> None:
        self._typing = path if typing else ()
        self.wanted.emit(path, value, typing)

    def _toggled(self, opened: bool) -> None:
        head = self.sender()
        if isinstance(head, FoldButton):
            path = tuple(head.property("path"))
            self._folded = self._folded - {path} if opened else self._folded | {path}

    def _widened(self, path: DataPath) -> None:
        self._long.add(path)
        self._typing = ()
        if self._context is not None:
            self.show_fields(self._fields, self._context, titles=self._titles, empty=self._empty)
            self.focus_field(path)


def _flat(fields: Iterable[Field]) -> Iterable[Field]:
    for each in fields:
        yield each
        if each.editor == "group":
            yield from _flat(each.fields)
