"""Changes of data, each a pure function: the same data with one thing different, everything else shared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DataPath = tuple[str | int, ...]
"""Names of members and places of items, from 0, from the outside in."""


def value_at(data: Any, path: DataPath) -> Any:
    """Return the value at ``path``. Raises LookupError."""
    for step in path:
        if not isinstance(data, Mapping if isinstance(step, str) else list):
            raise LookupError(path)
        data = data[step]  # type: ignore[index]  # its kind fits: that was asked
    return data


def has(data: Any, path: DataPath) -> bool:
    """Whether there is a value at ``path``."""
    try:
        value_at(data, path)
    except LookupError:
        return False
    return True


def with_value(data: Any, path: DataPath, value: Any) -> Any:
    """Return ``data`` with ``value`` at ``path``; objects on the way there are made. Raises LookupError for a place."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return [*data[:step], with_value(data[step], rest, value), *data[step + 1 :]]
    inside = data if isinstance(data, Mapping) else {}
    return {**inside, step: with_value(inside.get(step), rest, value)}


def without(data: Any, path: DataPath) -> Any:
    """Return ``data`` without the member or item at ``path``; as it is when there is none."""
    if not path or not has(data, path):
        return data
    *around, last = path
    inside = value_at(data, tuple(around))
    if isinstance(last, int):
        return with_value(data, tuple(around), [*inside[:last], *inside[last + 1 :]])
    return with_value(data, tuple(around), {name: value for name, value in inside.items() if name != last})
