"""The names that a row can ask about, as people know them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.dynamic.conditions.titles import title_of
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.path import FUNCTIONS, path_of, segment_id

Sort = Literal["string", "integer", "float", "boolean", "date", "list", "segment", "activity"]
MOST_SAMPLES = 50
_LOOKED_AT = 2000  # contacts, for samples: whoever writes a value knows it, the list only saves typing


@dataclass(frozen=True)
class BuilderName:
    """``path`` is what a rule says (``contact.city``), ``title`` what people call it, ``samples`` values it has."""

    path: str
    title: str
    type: PropertyType
    samples: Sequence[str] = ()

    @property
    def sort(self) -> Sort:
        """What is asked of it: like its type, but a segment is asked for who is in it, an activity for how long ago."""
        if segment_id(self.path) is not None:
            return "segment"
        return "activity" if self.path in FUNCTIONS else self.type


def named(path: str, names: Iterable[BuilderName]) -> BuilderName:
    """Return the name of that path; one that is not known goes by its path and holds text."""
    return next((name for name in names if name.path == path), BuilderName(path, path, "string"))


def property_names(
    types: Mapping[str, PropertyType], segments: Mapping[str, str], contacts: ContactTable | None = None
) -> list[BuilderName]:
    """Return the properties of contacts as names, with values that these contacts have; then the segments.

    ``segments`` are their titles by id.
    """
    properties = [(path_of("contact", name), type_, samples_of(name, contacts)) for name, type_ in types.items()]
    names = [BuilderName(path, title_of(path, segments), type_, samples) for path, type_, samples in properties]
    return [*names, *(BuilderName(path_of("segment", id_), title, "boolean") for id_, title in segments.items())]


def samples_of(name: str, contacts: ContactTable | None) -> tuple[str, ...]:
    """Return values that a property has, each once, in order."""
    if contacts is None or name not in contacts.columns:
        return ()
    found: dict[str, None] = {}
    for value in contacts.columns[name][:_LOOKED_AT]:
        for each in value if isinstance(value, list) else [value]:
            if each not in {None, ""}:
                found[str(each)] = None
        if len(found) >= MOST_SAMPLES:
            break
    return tuple(sorted(found))
