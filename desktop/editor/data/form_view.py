"""A data set as a form: a table of contents, and beside it the page that was chosen there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.data.contents import EXTRA, ContentsView, Place
from desktop.editor.data.context import FieldContext
from desktop.editor.data.object_page import ObjectPage
from desktop.editor.data.reading import Known
from desktop.editor.data.rows_page import RowsPage
from desktop.editor.inspector.elided import ElidedLabel
from desktop.widgets import GRID, IconButton, Translated
from templates.data.change import DataPath
from templates.data.form import Field, Form, find, missing_in
from templates.data.words import label_of

START: DataPath = ("var",)
_LISTS = frozenset(["grid", "values"])


class FormView(Translated, QWidget):
    """Says what is to change; ``show_form`` shows what came of it."""

    wanted = Signal(object, object, bool)
    """A path, its value (MISSING: none), and whether that goes on with typing."""
    rows_wanted = Signal(object, str, list)
    """The path of a list, what is done to it, and all its rows in their new order (rows_page.py)."""
    list_shown = Signal()
    """A list is shown that was not: its rows want room."""
    json_wanted = Signal(object)
    """The path of a value that only JSON shows."""

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()
        self.path: DataPath = START
        self._known = Known()
        self._context: FieldContext | None = None
        self.contents = ContentsView()
        self.contents.chosen.connect(self.go)
        self.values, self.rows = ObjectPage(), RowsPage()
        self.values.wanted.connect(self.wanted)
        self.values.opened.connect(self._open)
        self.rows.entered.connect(self._entered)
        self.rows.opened.connect(self._open)
        self.rows.rows_wanted.connect(self._rows_wanted)
        self.rows.back.connect(self.up)
        self.back = IconButton("arrow-left", size=16)
        self.back.clicked.connect(self.up)
        self.crumbs = ElidedLabel("strong")
        self._lay_out()
        self.retranslate()

    def show_form(self, form: Form, known: Known, context: FieldContext) -> None:
        """Show a data set; the page stays as long as there is something for it."""
        self.form, self._known, self._context = form, known, context
        self._show()

    def go(self, path: DataPath) -> None:
        """Show another page."""
        self.path = path
        self._show()

    def up(self) -> None:
        """Show the page that leads here."""
        found = next((each for each in _around(self.path) if self._field(each) is not None), self.path[:1])
        self.go(found)

    def show_field(self, path: DataPath) -> bool:
        """Show the page of a value, and put the keyboard into it."""
        self.go(next((each for each in _around(path) if self._field(each) is not None), path[:1]))
        return self.values.focus_field(path)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.contents.setAccessibleName(self.tr("What the data consists of"))
        self.back.name(self.tr("Back"))
        if self._context is not None:
            self._show()

    def _show(self) -> None:
        context = self._context
        if context is None:
            return
        field = self._field(self.path)
        if field is None and len(self.path) > 1:
            self.path = self.path[:1]
        if self.path == EXTRA and not self.form.extra:
            self.path = START
        self.contents.show_places(self._places(), self.path)
        if field is not None and field.editor in _LISTS:
            self.rows.show_field(field, context, self._crumbs())
            if self._pages.currentIndex() != 1:
                self._pages.setCurrentIndex(1)
                self.list_shown.emit()
            return
        self._way.setVisible(field is not None)
        self.crumbs.setText("  ›  ".join(self._crumbs()))
        fields = self._fields(field)
        titles: dict[DataPath, str] = {("segment", name): title for name, title in self._known.segments.items()}
        self.values.show_fields(fields, context, titles=titles, empty=self._nothing_here())
        self._pages.setCurrentIndex(0)

    def _field(self, path: DataPath) -> Field | None:
        found = find(self.form, path) if len(path) > 1 else None
        return found if found is not None and found.editor in {*_LISTS, "group"} else None

    def _fields(self, field: Field | None) -> tuple[Field, ...]:
        if field is not None:
            return field.fields
        form = self.form
        by_part = {"var": form.variables, "data": form.contact, "segment": form.segments, "extra": form.extra}
        return by_part.get(str(self.path[0]), ())

    def _nothing_here(self) -> str:
        if self.path[0] == "segment":
            return self.tr("No segments yet. Once there are some, tick here which the recipient belongs to.")
        if self.path[0] == "data":
            return self.tr("The template says nothing about its recipient. Insert a contact property, and it is here.")
        return self.tr("The template uses no variables yet. Insert a merge tag in a text, and its value is here.")

    def _crumbs(self) -> list[str]:
        """Name what the page lies in: names and numbers of rows."""
        return [str(each + 1) if isinstance(each, int) else label_of(each) for each in self.path[1:]]

    def _places(self) -> tuple[Place, ...]:
        form = self.form
        lists = [each for each in form.variables if each.editor in _LISTS]
        plain = tuple(each for each in form.variables if each.editor not in _LISTS)
        return (
            Place(START, self.tr("Message"), len(plain), _missing(plain)),
            *(Place(each.path, each.label, len(each.rows) + len(each.items), _missing((each,))) for each in lists),
            Place(("data",), self.tr("Recipient"), len(form.contact), _missing(form.contact)),
            Place(("segment",), self.tr("Segments"), sum(each.value is True for each in form.segments)),
            *((Place(EXTRA, self._title_of_rest(), len(form.extra)),) if form.extra else ()),
        )

    def _title_of_rest(self) -> str:
        return self.tr("Not used") if self._known.shapes else self.tr("Values")

    def _open(self, path: DataPath) -> None:
        if self._field(path) is not None:
            self.go(path)
            self.rows.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.json_wanted.emit(path)

    def _entered(self, path: DataPath, value: object) -> None:
        self.wanted.emit(path, value, False)

    def _rows_wanted(self, words: str, rows: list[object]) -> None:
        self.rows_wanted.emit(self.path, words, rows)

    def _lay_out(self) -> None:
        self._way = QWidget()
        way = QHBoxLayout(self._way)
        way.setContentsMargins(GRID, 2, GRID, 2)
        way.setSpacing(4)
        way.addWidget(self.back)
        way.addWidget(self.crumbs, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._way)
        column.addWidget(self.values, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.rows)
        sides = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        sides.addWidget(self.contents)
        sides.addWidget(self._pages)
        sides.setStretchFactor(1, 1)
        sides.setSizes([168, 540])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(sides)


def _around(path: DataPath) -> list[DataPath]:
    """Return the paths that ``path`` lies in, the nearest first."""
    return [path[:length] for length in range(len(path) - 1, 1, -1)]


def _missing(fields: tuple[Field, ...]) -> int:
    return len(missing_in(Form(variables=fields)))
