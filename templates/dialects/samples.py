"""Sample data beside a template: what a name can be worth, and data completed by what a language needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from templates.dialects.finding import EACH, Need

MOST = 10_000  # values looked at for one name


def values_at(data: Any, path: Sequence[str | int]) -> Iterator[Any]:
    """Yield what ``path`` leads to in ``data``; EACH goes into every item of a list or object."""
    if not path:
        yield data
        return
    first, rest = path[0], path[1:]
    if first == EACH:
        for item in _items(data)[:MOST]:
            yield from values_at(item, rest)
    elif isinstance(data, Mapping) and first in data:
        yield from values_at(data[first], rest)
    elif isinstance(data, list) and str(first).isdigit() and int(first) < len(data):
        yield from values_at(data[int(first)], rest)


def completed(data: Mapping[str, Any], needs: Sequence[Need]) -> dict[str, Any]:
    """Return ``data`` with the values of ``needs`` where it has none."""
    whole = _copied(data)
    for need in sorted(needs, key=lambda one: len(one.path)):
        _complete(whole, need.path, need.value)
    return dict(whole)


def _complete(data: Any, path: Sequence[str | int], value: Any) -> None:
    first, rest = path[0], path[1:]
    if first == EACH:
        for item in _items(data):
            _complete(item, rest, value)
    elif not isinstance(data, dict):
        return  # a need of a list's item that is no object: nothing can be put into it
    elif not rest:
        data.setdefault(first, list(value) if isinstance(value, tuple) else value)
    elif first in data:
        _complete(data[first], rest, value)


def _items(data: Any) -> list[Any]:
    return list(data.values()) if isinstance(data, Mapping) else data if isinstance(data, list) else []


def _copied(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(value) for value in data] if isinstance(data, list) else data
