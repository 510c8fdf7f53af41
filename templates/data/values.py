"""Plausible data for a template: "Fill with samples"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from templates.data.data_set import Parts, parts_of
from templates.data.sample_values import Taste, sample
from templates.dynamic.shape import Shape
from templates.dynamic.usage.use import ITEM, Path
from templates.workspace import Workspace

ROWS = 3
_DEEPEST = 8


def filled(data: Mapping[str, Any], shapes: Mapping[str, Shape], taste: Taste, *, replace: bool = False) -> Parts:
    """Return the parts of ``data`` with a plausible value for whatever the template uses and the data lacks.

    Lists that are missing get three rows. What is there stays as it is, unless ``replace``: then every value that the
    template uses is a sample. Segments stay as they are. Raises InputError when ``data`` is no data set.
    """
    parts = parts_of(data)
    return {
        "var": _object(variables_of(shapes), parts["var"], 0, taste, replace),
        "data": _object(_fields(shapes, "contact"), parts["data"], 0, taste, replace),
        "segment": parts["segment"],
    }


def variables_of(shapes: Mapping[str, Shape]) -> Mapping[str, Shape]:
    """Return the shapes of the message's variables alone."""
    return {name: shape for name, shape in shapes.items() if name not in {"contact", "segment"}}


def _fields(shapes: Mapping[str, Shape], name: str) -> Mapping[str, Shape]:
    return shapes[name].fields if name in shapes else {}


def _object(
    shapes: Mapping[str, Shape], values: Mapping[str, Any], row: int, taste: Taste, replace: bool, depth: int = 0
) -> dict[str, Any]:
    made = dict(values)
    for name, shape in shapes.items():
        made[name] = _value(name, shape, values.get(name), row, taste, replace, depth)
    return made


def _value(name: str, shape: Shape, value: Any, row: int, taste: Taste, replace: bool, depth: int) -> Any:
    if shape.kind == "object" and (value is None or isinstance(value, Mapping)) and depth < _DEEPEST:
        return _object(shape.fields, value or {}, row, taste, replace, depth + 1)
    if shape.kind == "list":
        return _list(name, shape, value, taste, replace, depth)
    return sample(name, shape.kind, row, taste) if replace or value is None else value


def _list(name: str, shape: Shape, value: Any, taste: Taste, replace: bool, depth: int) -> Any:
    is_kept = value is not None and not (replace and isinstance(value, list))
    if is_kept:
        return _rows_filled(shape, value, taste, depth) if isinstance(value, list) else value
    item = shape.item or Shape("text")
    if depth >= _DEEPEST:
        return []
    return [_value(_singular(name), item, None, row, taste, replace, depth + 1) for row in range(ROWS)]


def _rows_filled(shape: Shape, rows: list[Any], taste: Taste, depth: int) -> list[Any]:
    """The rows that are there, with what an object among them lacks."""
    if shape.item is None or shape.item.kind != "object" or depth >= _DEEPEST:
        return rows
    fields = {key: one for key, one in shape.item.fields.items() if one.required or one.when}
    return [
        _object(fields, row, place, taste, False, depth + 1) if isinstance(row, Mapping) else row
        for place, row in enumerate(rows)
    ]


def _singular(name: str) -> str:
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


def pictures_of(workspace: Workspace, brand: str) -> list[str]:
    """Return the pictures that a brand's folder has for samples, as paths from the workspace's root, by name."""
    folder = workspace.brand_folder(brand) / "art"
    return sorted(path.relative_to(workspace.root).as_posix() for path in folder.glob("*.png"))


def with_sample(parts: Parts, path: Path, shape: Shape, taste: Taste) -> Parts:
    """Return the parts of a data set with a sample at ``path`` of the template (ITEM: in every row that lacks it)."""
    key = "data" if path[0] == "contact" else "var"
    return {**parts, key: _put(parts[key], path[1:], shape, taste, 0)}


def _put(value: Any, path: Path, shape: Shape, taste: Taste, row: int) -> Any:
    name, rest = path[0], path[1:]
    if name == ITEM:
        if not rest or not isinstance(value, list):
            return value
        return [_put(one, rest, shape, taste, place) for place, one in enumerate(value)]
    if not isinstance(value, Mapping):
        return value
    if rest:
        return {**value, name: _put(value.get(name, {}), rest, shape, taste, row)}
    return value if name in value else {**value, name: _value(name, shape, None, row, taste, True, 0)}
