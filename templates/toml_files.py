"""TOML files that people edit: read with the line of what is wrong, rewritten with comments kept."""

from __future__ import annotations

import contextlib
import copy
import tomllib
import typing
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from templates.errors import InputError, Place
from templates.files import read_text, write_text
from templates.toml_errors import Findings, misfits, syntax_error
from templates.toml_places import KeyPath, key_places

Model = TypeVar("Model", bound=BaseModel)

FORMAT = 1  # of every TOML file this version writes; raised when an older version could no longer read one


def read_toml(path: Path, model: type[Model]) -> Model:
    """Return the file as a ``model``. Keys that the model does not know are ignored (see ``unknown_keys``).

    Raises InputError naming file, line, column, key and what is expected for the first thing that is wrong, also when
    ``format`` says that a newer version wrote the file; StorageError when the file cannot be read.
    """
    return parse_toml(read_text(path), model, str(path))


def parse_toml(text: str, model: type[Model], name: str) -> Model:
    """Return TOML ``text`` as a ``model``; ``name`` is the file that messages name. Raises like ``read_toml``."""
    return fit(_document(text, name), model, name, text)


def fit(document: Mapping[str, Any], model: type[Model], name: str, text: str = "") -> Model:
    """Return values as a ``model``; messages name ``name``, and the lines of ``text``. Raises like ``read_toml``."""
    try:
        return model.model_validate(document)
    except ValidationError:
        wrong, unknown = _compared(document, text, model, name)
        raise [*wrong, *unknown][0] from None  # unknown keys are wrong where the model forbids them


def unknown_keys(path: Path, model: type[BaseModel]) -> list[InputError]:
    """Return a sentence with its place for each key of a readable file that ``model`` does not know (not raised).

    A newer version may have written them, so they are no fault; but a misspelt key should not pass in silence.
    """
    text = read_text(path)
    return _compared(_document(text, str(path)), text, model, str(path))[1]


def update_toml(path: Path, changes: Mapping[str, Any]) -> None:
    """Set the keys of ``changes`` in the file, which is made if missing; everything else stays, comments too.

    A mapping changes the keys inside that table, None removes a key, any other value replaces what was there. Raises
    InputError when the file is not TOML (it is then left alone), StorageError when it cannot be written.
    """
    text = read_text(path) if path.exists() else ""
    changed = updated_toml(text, changes, str(path))
    if changed != text:
        write_text(path, changed)


def updated_toml(text: str, changes: Mapping[str, Any], name: str) -> str:
    """Return TOML ``text`` with ``changes`` made as ``update_toml`` makes them; ``name`` is the file in messages."""
    import tomlkit  # only writing needs it, and it takes as long to load as everything else here
    from tomlkit.exceptions import TOMLKitError

    _document(text, name)
    try:
        document = tomlkit.parse(text)
        _merge(document, changes)
        return tomlkit.dumps(document)
    except TOMLKitError as error:
        raise InputError("This file cannot be rewritten ({reason}).", place=Place(name), reason=str(error)) from error


def _merge(table: MutableMapping[str, Any], changes: Mapping[str, Any]) -> None:
    for key, value in changes.items():
        inner = table.get(key)
        if value is None:
            table.pop(key, None)
        elif isinstance(value, Mapping) and isinstance(inner, MutableMapping):
            _merge(inner, value)
        elif inner != value or isinstance(inner, bool) != isinstance(value, bool):  # True == 1
            table[key] = _plain(value)


def _plain(value: Any) -> Any:
    """Tuples as lists and no None inside: what TOML can hold."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _document(text: str, name: str) -> dict[str, Any]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise syntax_error(error, text, name) from None
    except RecursionError:
        raise InputError("This file nests its lists or tables too deep.", place=Place(name)) from None
    written = document.get("format")
    if isinstance(written, int) and written > FORMAT:
        raise InputError(
            "A newer Mailwright wrote this file (format {written}; this version knows {known}).",
            advice="Update Mailwright to open it; the file was left as it is.",
            place=Place(name, *key_places(text).get(("format",), ())),
            written=written,
            known=FORMAT,
        )
    return document


def _compared(
    document: Mapping[str, Any], text: str, model: type[BaseModel], name: str
) -> tuple[list[InputError], list[InputError]]:
    """What is wrong or missing, and what is merely unknown."""
    details = _details(document, model)
    wanted = _wanted(document, model, [detail for detail in details if detail["type"] == "missing"])
    return misfits(Findings(details, wanted, frozenset(_field_names(model))), text, name)


def _details(document: Mapping[str, Any], model: type[BaseModel]) -> list[ErrorDetails]:
    try:
        model.model_validate(document, extra="forbid")
    except ValidationError as error:
        return error.errors()
    return []


def _wanted(
    document: Mapping[str, Any], model: type[BaseModel], missing: list[ErrorDetails]
) -> dict[KeyPath, ErrorDetails]:
    """What the model says of a value that fits nowhere, put where a key is missing: so it tells what it wants."""
    nothing = object()
    probe = copy.deepcopy(dict(document))
    for detail in missing:
        table: Any = probe
        with contextlib.suppress(KeyError, IndexError, TypeError):  # a step that only pydantic knows, in a union
            for step in detail["loc"][:-1]:
                table = table[step]
            table[detail["loc"][-1]] = nothing
    return {detail["loc"]: detail for detail in _details(probe, model) if detail["input"] is nothing}


def _field_names(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in _models_in(field.annotation):
            yield from _field_names(inner)


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _models_in(part)
