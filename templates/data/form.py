"""The form of a data set: a field for everything that the template uses, and for whatever else the data holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from templates.data.change import DataPath
from templates.data.data_set import KEYS, Parts, parts_of
from templates.data.editors import MISSING, Editor, editor_of, fits_kind, kind_of_given, plain_editor
from templates.data.words import label_of, placeholder_of
from templates.dynamic.shape import Kind, Shape

_DEEPEST: Final = 6  # groups and lists in each other; what lies deeper is edited as JSON
MOST_ROWS: Final = 500  # of a grid; a longer list is edited as JSON
_SHAPES: Final = {"var": "", "data": "contact", "segment": "segment"}


@dataclass(frozen=True)
class Column:
    """A column of a grid."""

    name: str
    label: str
    kind: Kind
    required: bool = False
    used: bool = True
    placeholder: str = ""


@dataclass(frozen=True)
class Field:
    """One value of the data set, or a place for one.

    ``path`` leads to it from the set's parts (``var``, ``data``, ``segment``). ``value`` is MISSING where the set has
    none, and where ``fields``, ``rows`` or ``items`` hold it. ``placeholder`` is what the template shows without it;
    ``when`` the conditions under which it is needed; ``fits`` says whether the value is of the kind it should be;
    ``columns`` names a grid's columns with what is known of each, also when there is no row.
    """

    path: DataPath
    label: str
    kind: Kind
    editor: Editor
    value: Any = MISSING
    required: bool = False
    when: tuple[str, ...] = ()
    placeholder: str = ""
    used: bool = True
    fits: bool = True
    present: bool = False
    fields: tuple[Field, ...] = ()
    rows: tuple[tuple[Field, ...], ...] = ()
    items: tuple[Field, ...] = ()
    columns: tuple[Column, ...] = ()

    @property
    def is_missing(self) -> bool:
        """Whether a mail with this data set cannot be made without a value here."""
        return self.required and not self.present


@dataclass(frozen=True)
class Form:
    """The fields that the template uses, by part of the data set, and what the data holds besides."""

    variables: tuple[Field, ...] = ()
    contact: tuple[Field, ...] = ()
    segments: tuple[Field, ...] = ()
    extra: tuple[Field, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields at the top, in their order on the page."""
        return self.variables + self.contact + self.segments + self.extra


def form_of(shapes: Mapping[str, Shape], data: Mapping[str, Any]) -> Form:
    """Return the form of ``data``, a data set in any of its three shapes.

    ``shapes`` are those of the template (dynamic.variables.shapes_of). Raises InputError when the data is none.
    """
    parts = parts_of(data)
    made = {key: _members((key,), _shapes_of(key, shapes), parts[key]) for key in KEYS}
    variables, contact, segments = (tuple(each for each in made[key] if each.used) for key in KEYS)
    extra = tuple(each for key in KEYS for each in made[key] if not each.used)
    return Form(variables, contact, segments, extra)


def data_of(form: Form) -> Parts:
    """Return the data of a form, by the parts of a data set: what ``form_of`` was given."""
    parts: dict[str, dict[str, Any]] = {key: {} for key in KEYS}
    for each in form.fields:
        if each.present:
            parts[str(each.path[0])][str(each.path[1])] = value_of(each)
    return parts


def value_of(field: Field) -> Any:
    """Return the value of a field with what lies in it; MISSING where there is none."""
    if not field.present or field.editor not in {"group", "grid", "values"}:
        return field.value
    if field.editor == "group":
        return _object(field.fields)
    if field.editor == "grid":
        return [_object(row) for row in field.rows]
    return [value_of(item) for item in field.items]


def _object(fields: Iterable[Field]) -> dict[str, Any]:
    return {str(each.path[-1]): value_of(each) for each in fields if each.present}


def find(form: Form, path: DataPath) -> Field | None:
    """Return the field of that path; None when there is none."""
    waiting = list(form.fields)
    while waiting:
        each = waiting.pop()
        if each.path == path:
            return each
        if path[: len(each.path)] == each.path:
            waiting += [*each.fields, *each.items, *(cell for row in each.rows for cell in row)]
    return None


def missing_in(form: Form) -> list[Field]:
    """Return every field without which no mail can be made, rows of grids included."""
    found: list[Field] = []
    waiting = list(form.fields)
    while waiting:
        each = waiting.pop(0)
        found += [each] if each.is_missing else []
        if each.present:
            waiting += [*each.fields, *(cell for row in each.rows for cell in row)]
    return found


def _shapes_of(key: str, shapes: Mapping[str, Shape]) -> Mapping[str, Shape]:
    if name := _SHAPES[key]:
        return shapes[name].fields if name in shapes else {}
    return {name: shape for name, shape in shapes.items() if name not in _SHAPES.values()}


def _members(path: DataPath, shapes: Mapping[str, Shape], values: Mapping[str, Any]) -> tuple[Field, ...]:
    """The fields of an object: those that the template uses first, in the order of the template."""
    names = dict.fromkeys([*shapes, *values])
    return tuple(_field((*path, name), shapes.get(name), values.get(name, MISSING)) for name in names)


def _field(path: DataPath, shape: Shape | None, value: Any) -> Field:
    known = shape or Shape()
    made = Field(
        path,
        label_of(path[-1]),
        kind=known.kind if known.kind != "unknown" else kind_of_given(value),
        editor="locked",
        value=value,
        required=known.required,
        when=known.when,
        placeholder=placeholder_of(known.default),
        used=shape is not None,
        present=value is not MISSING,
    )
    return _filled(made, known)


def _filled(made: Field, shape: Shape) -> Field:
    """``made`` with its editor and what lies in it."""
    value = made.value
    if value is MISSING:
        return _empty(made, shape)
    if isinstance(value, Mapping):
        if len(made.path) > _DEEPEST or made.kind != "object":
            return replace(made, fits=made.kind in {"object", "list"})
        return replace(made, editor="group", value=MISSING, fields=_members(made.path, shape.fields, value))
    if isinstance(value, list):
        return _list(made, shape, value)
    return replace(made, editor=plain_editor(made.kind, value), fits=fits_kind(made.kind, value))


def _empty(made: Field, shape: Shape) -> Field:
    if made.kind == "object":
        return replace(made, editor="group", fields=_members(made.path, shape.fields, {}))
    if made.kind == "list":
        is_grid = shape.item is not None and shape.item.kind == "object"
        return replace(made, editor="grid" if is_grid else "values", columns=_columns(shape, []))
    return replace(made, editor=editor_of(made.kind))


def _list(made: Field, shape: Shape, value: list[Any]) -> Field:
    if made.kind != "list" or len(value) > MOST_ROWS or len(made.path) > _DEEPEST:
        return replace(made, fits=made.kind == "list")
    item = shape.item or Shape()
    if all(isinstance(row, Mapping) for row in value) and (value or item.kind == "object"):
        return _grid(made, shape, value)
    if any(isinstance(row, Mapping | list) for row in value):
        return replace(made, fits=item.kind != "object")
    plain = item if item.kind not in {"object", "list"} else Shape()
    items = (_field((*made.path, place), plain, one) for place, one in enumerate(value))
    numbered = tuple(replace(one, label=str(place)) for place, one in enumerate(items, 1))
    fits = item.kind != "object" or not value
    return replace(made, editor="values", value=MISSING, items=numbered, fits=fits)


def _grid(made: Field, shape: Shape, rows: list[Any]) -> Field:
    columns = _columns(shape, rows)
    known = shape.item.fields if shape.item else {}
    cells = tuple(
        tuple(
            _field((*made.path, place, each.name), known.get(each.name), row.get(each.name, MISSING))
            for each in columns
        )
        for place, row in enumerate(rows)
    )
    return replace(made, editor="grid", value=MISSING, rows=cells, columns=columns)


def _columns(shape: Shape, rows: Iterable[Mapping[str, Any]]) -> tuple[Column, ...]:
    fields = shape.item.fields if shape.item else {}
    names = dict.fromkeys([*fields, *(name for row in rows for name in row)])
    known = {name: fields.get(name, Shape()) for name in names}
    return tuple(
        Column(name, label_of(name), one.kind, one.required, name in fields, placeholder_of(one.default))
        for name, one in known.items()
    )
