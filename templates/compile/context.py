"""The names that a template sees: the message's variables, the contact, segments, brand, links and sender."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date
from typing import Any

from templates.errors import InputError

RESERVED = frozenset(["contact", "segment", "brand", "links", "sender", "loop", "vars", "today"])
ENVELOPES = (frozenset(["Variables"]), frozenset(["Vars"]), frozenset(["var", "data", "segment"]))


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
    if not isinstance(data, Mapping):
        raise InputError("A data set is an object with names and values.", advice='Write {{"name": "value"}}.')
    keys = frozenset(data)
    envelope = next((form for form in ENVELOPES if keys and keys <= form), None)
    parts = dict(data) if envelope is ENVELOPES[2] else {"var": data[min(keys)]} if envelope else {"var": data}
    for key, value in parts.items():
        if not isinstance(value, Mapping):
            raise InputError(
                "{key} in the data set holds no object.", advice='Write {{"name": "value"}}.', key=min(keys & {key, *keys})
            )
    return {key: parts.get(key, {}) for key in ("var", "data", "segment")}


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
