"""What a condition or a loop can ask about in an open document: segments, properties, variables, lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from desktop.document import OpenDocument
from desktop.dynamic.conditions.titles import title_of
from desktop.dynamic.rule_builder.names import BuilderName, property_names
from templates.compile.context import RESERVED, unwrap
from templates.dynamic.properties import PropertyType, load_properties
from templates.dynamic.rule.path import path_of
from templates.dynamic.segment import SEGMENTS, load_segments
from templates.errors import MailwrightError
from templates.json_files import parse_data
from templates.loop_names import loop_fields
from templates.source.tree import Element
from templates.workspace import Workspace

_DEEPEST = 3
_MOST = 200


@dataclass(frozen=True)
class ListChoice:
    """A list of the data set: how many rows it has now, and the fields of a row."""

    path: str
    rows: int
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """What there is at one place of a document. ``trouble``: the segments' file could not be read."""

    segments: Mapping[str, str] = field(default_factory=dict)
    names: Sequence[BuilderName] = ()
    types: Mapping[str, PropertyType] = field(default_factory=dict)
    lists: Sequence[ListChoice] = ()
    trouble: MailwrightError | None = None


def known_in(document: OpenDocument, element: Element, data: str | Mapping[str, Any] = "default") -> Known:
    """Return what a condition around ``element`` can ask about. Reads small files; damaged ones count as empty."""
    trouble = None
    try:
        segments = {one.id: one.title for one in load_segments(document.workspace)}
    except MailwrightError as error:
        segments, trouble = {}, error
    try:
        types = load_properties(document.workspace)
    except MailwrightError:
        types = {}
    variables = _variables(document, data)
    variables |= {one.path: one.value for one in loop_fields(document.tree, element.start, variables)}
    names = [*property_names(types, segments), *_names(variables)]
    return Known(segments, names, types, tuple(_lists(variables)), trouble)


def segment_titles(document: OpenDocument | None) -> Mapping[str, str]:
    """Return the titles of the segments by id; none when their file cannot be read. Quick: for whoever paints."""
    if document is None:
        return {}
    path = document.workspace.root / SEGMENTS
    try:
        state = path.stat()
    except OSError:
        return {}
    return _titles(document.workspace, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _titles(workspace: Workspace, _changed: int, _size: int) -> Mapping[str, str]:
    """Read again only when the file is another."""
    try:
        return {one.id: one.title for one in load_segments(workspace)}
    except MailwrightError:
        return {}


def _variables(document: OpenDocument, data: str | Mapping[str, Any]) -> dict[str, Any]:
    """The variables of the message in a data set, as it stands in the editor."""
    try:
        if isinstance(data, str):
            side = f"data/{data}.json"
            data = parse_data(document.side(side) or "{}", document.folder.root / side)
        return {name: value for name, value in unwrap(data)["var"].items() if name not in RESERVED}
    except MailwrightError:
        return {}


def _names(variables: Mapping[str, Any]) -> list[BuilderName]:
    found: list[BuilderName] = []
    for path, value in _leaves(variables):
        if (type_ := _type_of(value)) is not None and len(found) < _MOST:
            found.append(BuilderName(path, title_of(path, {}), type_, _samples(value)))
    return found


def _samples(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(dict.fromkeys(one for one in value[:_MOST] if isinstance(one, str)))
    return () if isinstance(value, bool) else (str(value),)


def _leaves(values: Mapping[str, Any], *above: str) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, Mapping) and len(above) < _DEEPEST:
            yield from _leaves(value, *above, str(name))
        elif above or str(name).isidentifier():
            yield path_of(*above, str(name)), value
        elif "." in str(name):
            yield str(name), value  # a field of a loop around the place
        else:
            yield path_of("vars", str(name)), value


def _type_of(value: object) -> PropertyType | None:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, list):
        return "list"
    if isinstance(value, int | float):
        return "integer" if isinstance(value, int) else "float"
    if not isinstance(value, str):
        return None
    try:
        date.fromisoformat(value)
    except ValueError:
        return "string"
    return "date"


def _lists(variables: Mapping[str, Any]) -> Iterator[ListChoice]:
    for path, value in _leaves(variables):
        if isinstance(value, list):
            rows = [row for row in value if isinstance(row, Mapping)]
            fields = tuple(dict.fromkeys(str(key) for row in rows[:20] for key in row))
            yield ListChoice(path, len(value), fields)
