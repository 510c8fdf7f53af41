"""One use of a value in a template: its path, its place, what is asked of it, and under which conditions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from templates.dynamic.shape import Kind

Path = tuple[str, ...]
"""The namespace (``var``, ``contact``, ``segment``, ``brand``, ``links``, ``sender``), names, and ITEM for any item."""

ITEM = "[]"
ROWS = "[][]"  # a list cut into rows (``|batch``): its items are lists of the items
VARIABLE = "var"

Role = Literal["print", "test", "loop", "value"]


@dataclass(frozen=True)
class Condition:
    """What holds where something is used: ``source`` as the template says it, ``paths`` are what it asks about."""

    source: str
    paths: frozenset[Path]


@dataclass(frozen=True)
class Use:
    """``path`` is used at ``offset`` of the text with its includes.

    ``kind`` is what the use needs it to be; ``strict``: a value of another kind fails. ``safe``: it may be missing.
    ``default`` is what the template writes in its place, as Jinja source, "" for nothing. ``sure`` is how many names
    of the path are certainly there, because a condition around the use asked for them.
    """

    path: Path
    offset: int
    role: Role
    kind: Kind = "unknown"
    strict: bool = False
    safe: bool = False
    default: str = ""
    sure: int = 0
    conditions: tuple[Condition, ...] = ()

    def demands(self, length: int) -> bool:
        """Whether the first ``length`` names of the path must be there for this use to work."""
        return not self.safe and self.sure < length <= len(self.path) and ITEM not in self.path[length:]

    def conditions_beside(self, path: Path) -> tuple[str, ...]:
        """The conditions that ask about anything else than ``path`` and what it lies in."""
        around = {path[:length] for length in range(1, len(path) + 1)}
        return tuple(dict.fromkeys(one.source for one in self.conditions if not one.paths <= around))


@dataclass(frozen=True)
class Ref:
    """What an expression may refer to: a path, where it is written, and what stands in for it when it is missing."""

    path: Path
    offset: int
    safe: bool = False
    default: str = ""


@dataclass(frozen=True)
class Value:
    """What an expression is: what it refers to, and the parts of an object or list that is written out."""

    refs: tuple[Ref, ...] = ()
    members: dict[str, Value] = field(default_factory=dict, compare=False)

    def member(self, name: str) -> Value:
        """Its part of that name."""
        if name in self.members:
            return self.members[name]
        return Value(tuple(_grown(ref, _member(ref.path, name)) for ref in self.refs))

    def item(self) -> Value:
        """Any of its items."""
        return Value(tuple(_grown(ref, _item(ref.path)) for ref in self.refs))

    def rows(self) -> Value:
        """The list cut into rows."""
        return Value(tuple(replace(ref, path=(*ref.path, ROWS)) for ref in self.refs))

    def at(self, offset: int) -> Value:
        """The same, written somewhere else."""
        return Value(tuple(replace(ref, offset=offset) for ref in self.refs), self.members)

    def or_default(self, default: str) -> Value:
        """The same, with something in its place when it is missing."""
        return Value(tuple(replace(ref, safe=True, default=ref.default or default) for ref in self.refs), self.members)


NOTHING = Value()


def either(values: Iterable[Value]) -> Value:
    """One of several values."""
    found = list(values)
    members = {name: part for value in found for name, part in value.members.items()}
    return Value(tuple(dict.fromkeys(ref for value in found for ref in value.refs)), members)


def _grown(ref: Ref, path: Path) -> Ref:
    return Ref(path, ref.offset)  # the default stood for the whole, a part of it may be missing all the same


def _member(path: Path, name: str) -> Path:
    return (VARIABLE, name) if path == ("vars",) else (*path, name)


def _item(path: Path) -> Path:
    return path[:-1] if path[-1] == ROWS else (*path, ITEM)


def path_text(path: Path) -> str:
    """The path as a template writes it: ``products[].price``, ``contact.city``, ``vars["first-name"]``."""
    names = path[1:] if path[0] == VARIABLE and len(path) > 1 else path
    text = ""
    for name in names:
        if name == ITEM:
            text += ITEM
        elif name.isidentifier():
            text += f".{name}" if text else name
        else:
            text = f"{text or 'vars'}[{json.dumps(name, ensure_ascii=False)}]"
    return text
