"""One line of the form: the name of a value, its editor, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.editor.data.choice_fields import ColourField, DateField, UrlField, YesNoField
from desktop.editor.data.context import FieldContext
from desktop.editor.data.field import FieldEditor, NumberField
from desktop.editor.data.picture_field import PictureField
from desktop.editor.data.text_field import LongField, TextField, is_long
from desktop.editor.inspector.elided import ElidedLabel
from desktop.widgets import IconButton, Translated, label, set_role
from templates.data.editors import MISSING
from templates.data.form import Field

LABEL = 84  # pixels


class TickField(FieldEditor):
    """In a segment or not."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.clicked.connect(self._clicked)
        self.row.addWidget(self.box, 1)
        self.setFocusProxy(self.box)

    def show_value(self, value: Any, default: str) -> None:
        """Show whether the recipient is in it."""
        self.box.setChecked(bool(value) and value is not MISSING)

    def main_control(self) -> QWidget:
        """The box."""
        return self.box

    def retranslate(self) -> None:
        """Name the box."""
        self.box.setText(self.name)
        self.box.setAccessibleName(self.name)

    def _clicked(self, ticked: bool) -> None:
        self.said.emit(ticked, False)


class OpenField(FieldEditor):
    """A list, or an object inside a row: its size, and the way into it."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton()
        self.button.setProperty("choice", True)
        self.button.clicked.connect(self.opened)
        self._count: int | None = None
        self.row.addWidget(self.button, 1)
        self.setFocusProxy(self.button)

    def show_value(self, value: Any, default: str) -> None:
        """A list has no value of its own: ``show_count`` shows how long it is."""

    def show_count(self, count: int | None) -> None:
        """Show how many rows there are; None for what has no rows."""
        self._count = count
        self.retranslate()

    def main_control(self) -> QWidget:
        """The button."""
        return self.button

    def retranslate(self) -> None:
        """Set every text anew."""
        rows = self.tr("Open") if self._count is None else self.tr("%n row(s)", "", self._count)
        self.button.setText(f"{rows} ›")
        self.button.setAccessibleName(f"{self.name}: {rows}")


class LockedField(OpenField):
    """A value that only JSON can show as it is."""

    def retranslate(self) -> None:
        """Set every text anew."""
        self.button.setText(self.tr("Edit as JSON ›"))
        self.button.setAccessibleName(self.tr("{name}: edit as JSON").format(name=self.name))


def make_editor(field: Field, context: FieldContext) -> FieldEditor:
    """Return a new editor for a value."""
    if field.path[0] == "segment" and field.editor == "boolean":
        return TickField()
    if field.editor == "image":
        return PictureField(context)
    if field.editor == "text":
        return LongField() if is_long(field.value) else TextField()
    return _MAKERS[field.editor]()


_MAKERS: dict[str, Callable[[], FieldEditor]] = {
    "number": NumberField,
    "boolean": YesNoField,
    "date": DateField,
    "url": UrlField,
    "colour": ColourField,
    "grid": OpenField,
    "values": OpenField,
    "group": OpenField,
    "locked": LockedField,
}


class FieldRow(Translated, QWidget):
    """Shows a field; ``wanted`` says which path gets which value, and whether that goes on with typing."""

    wanted = Signal(object, object, bool)
    opened = Signal(object)
    """The path of a list, or of a value that only JSON shows."""
    widened = Signal(object)
    """The path of a text that wants several lines."""

    def __init__(self, field: Field, context: FieldContext, title: str = "", *, long: bool = False) -> None:
        super().__init__()
        self.field, self._title = field, title or field.label
        self.editor = LongField() if long and field.editor == "text" else make_editor(field, context)
        self.editor.said.connect(self._said)
        self.title = ElidedLabel("muted")
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.title.setFixedWidth(LABEL)
        self.title.setBuddy(self.editor.main_control())
        self.words = label("danger", wrap=True)
        self.words.hide()
        self.remove = IconButton("trash-2", size=14)
        self.remove.setObjectName("small")
        self.remove.setVisible(not field.used)
        self.remove.clicked.connect(self._remove)
        if isinstance(self.editor, OpenField):
            self.editor.opened.connect(self._opened)
        if isinstance(self.editor, TextField):
            self.editor.more.clicked.connect(self._widen)
        self._lay_out()
        self.retranslate()

    @property
    def wide(self) -> bool:
        """Whether it takes a whole line of the form."""
        return self.editor.wide

    def show_field(self, field: Field) -> None:
        """Show another value with the same editor."""
        self.field = field
        self.editor.show_value(field.value, self.tr("Needed") if field.is_missing else field.placeholder)
        if isinstance(self.editor, OpenField):
            self.editor.show_count(None if field.editor == "group" else len(field.rows) + len(field.items))
        self.words.setText("" if field.fits else self._what_does_not_fit(field))
        self.words.setVisible(not field.fits)
        role = "danger" if field.is_missing or not field.fits else "muted"
        if self.title.property("role") != role:
            set_role(self.title, role)

    def retranslate(self) -> None:
        """Set every text anew."""
        ticks = isinstance(self.editor, TickField)
        needed = self.tr("{name} (needed)").format(name=self._title)
        self.title.setText("" if ticks else self._title)
        self.editor.set_name(needed if self.field.required and not ticks else self._title)
        self.title.setToolTip(self._tip())
        self.editor.setToolTip(self._tip() if ticks else "")
        self.remove.setToolTip(self.tr("Remove: the template does not use it"))
        self.remove.setAccessibleName(self.tr("Remove {name}").format(name=self._title))
        self.show_field(self.field)

    def _what_does_not_fit(self, field: Field) -> str:
        if field.kind == "list":
            return self.tr("The template repeats something for each item of this, but it is no list.")
        if field.kind == "object":
            return self.tr("The template looks for values inside this, but it has none.")
        if field.kind == "number":
            return self.tr("The template calculates with this: write a number.")
        return self.tr("The template shows this as one value, but it holds several.")

    def _tip(self) -> str:
        field = self.field
        lines = [tag_of(field)]
        if field.required:
            lines.append(self.tr("The mail cannot be made without it."))
        if field.when:
            lines.append(self.tr("Used when {condition}").format(condition=" / ".join(field.when)))
        if field.placeholder:
            lines.append(self.tr("Without it: {default}").format(default=field.placeholder))
        if not field.used:
            lines.append(self.tr("The template does not use it."))
        return "\n".join(lines)

    def _said(self, value: object, typing: bool) -> None:
        self.wanted.emit(self.field.path, value, typing)

    def _remove(self) -> None:
        self.wanted.emit(self.field.path, MISSING, False)

    def _opened(self) -> None:
        self.opened.emit(self.field.path)

    def _widen(self) -> None:
        self.widened.emit(self.field.path)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop if self.wide else Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.editor, 1)
        line.addWidget(self.remove)
        if isinstance(self.editor, TickField):
            self.title.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.words)


def tag_of(field: Field) -> str:
    """Return the name by which a template calls the value of a field."""
    part, *names = field.path
    words = [str(name) for name in names if not isinstance(name, int)]
    return ".".join([*{"data": ["contact"], "segment": ["segment"]}.get(str(part), []), *words])
