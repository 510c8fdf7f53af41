"""The names that a template sees: the message's variables, the contact, segments, brand, links and sender."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date
from typing import Any

from templates.errors import InputError

RESERVED = frozenset(["contact", "segment", "brand", "links", "sender", "loop", "vars", "today"])
WRAPPERS = frozenset(["Variables", "Vars"])
ENVELOPE = frozenset(["var", "data", "segment"])


class Segments(Mapping[str, bool]):
    """``segment.<id>``: true for the segments the contact is in, false for every other name."""

    def __init__(self, members: Set[str]) -> None:
        self._members = members

    def __getitem__(self, name: str) -> bool:
        return str(name) in self._members

    def __contains__(self, name: object) -> bool:
        return True  # every name is a segment; most have nobody in them here

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._members))

    def __len__(self) -> int:
        return len(self._members)


def unwrap(data: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return ``{"var": …, "data": …, "segment": …}`` of a data set in any of its three shapes.

    A bare object is the message's variables, as ``{"Variables": …}`` and ``{"Vars": …}`` are; ``{"var", "data",
    "segment"}`` is taken for an envelope only when it has no other keys. Raises InputError for anything else.
    """
    _check_object(data, "The data set")
    keys = frozenset(data)
    if keys and keys <= ENVELOPE:
        for key in keys:
            _check_object(data[key], f'"{key}" in the data set')
        return {key: data.get(key, {}) for key in sorted(ENVELOPE)}
    if len(keys) == 1 and keys <= WRAPPERS:
        (key,) = keys
        _check_object(data[key], f'"{key}" in the data set')
        data = data[key]
    return {"var": data, "data": {}, "segment": {}}


def _check_object(value: object, what: str) -> None:
    if not isinstance(value, Mapping):
        raise InputError(
            "{what} is no object with names and values.", advice='Write {{"name": "value"}} there.', what=what
        )


def context_of(
    data: Mapping[str, Any],
    *,
    contact: Mapping[str, Any],
    segments: Set[str],
    brand: Mapping[str, Any] | None,
    sender: Mapping[str, Any],
    links: Mapping[str, str],
    today: date | None,
) -> dict[str, Any]:
    """Return the template's names. What is given beside the data set wins over what the data set holds."""
    parts = unwrap(data)
    members = {str(name) for name, inside in parts["segment"].items() if inside} | set(segments)
    names: dict[str, Any] = {name: value for name, value in parts["var"].items() if name not in RESERVED}
    names |= {
        "vars": parts["var"],
        "contact": {**parts["data"], **contact},
        "segment": Segments(members),
        "brand": brand or {},
        "sender": sender,
        "links": links,
    }
    return names if today is None else names | {"today": today}
