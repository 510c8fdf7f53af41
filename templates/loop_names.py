"""What a tag may name inside a loop: the item, and the fields of its list's items."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from templates.source.tree import JinjaBlock, JinjaBranch, SourceTree

_LOOP = re.compile(r"([A-Za-z_]\w*)\s+in\s+([A-Za-z_][\w.]*)(\[:\d+\])?(?:\|each)?\Z")
_ROWS = 20  # that are looked at for fields


@dataclass(frozen=True)
class LoopField:
    """``path`` is what a tag says inside the loop; ``value`` is that of the list's first item that has one.

    ``always``: every item has it, so that a tag needs nothing in its place.
    """

    path: str
    value: Any
    always: bool


def loop_fields(tree: SourceTree, at: int, variables: Mapping[str, Any]) -> list[LoopField]:
    """Return what the loops around the character at ``at`` give, the innermost first.

    ``variables`` are those of the message; a loop over anything but a name, or a list that they lack, gives its item's
    name alone.
    """
    known: dict[str, Any] = dict(variables)
    found: list[LoopField] = []
    for name, path in _loops(tree, at):
        items = _items(_value(known, path))
        known[name] = _merged(items)
        found[:0] = _fields(name, items)
    return found


def _loops(tree: SourceTree, at: int) -> Iterator[tuple[str, str]]:
    """The loops around a place from the outside in: the item's name, and the path of the list."""
    node = tree.node_at(at)
    around = [node, *tree.ancestors(node)] if node else []
    for block in reversed(around):
        if not isinstance(block, JinjaBlock) or block.keyword != "for":
            continue
        branch: JinjaBranch = block.branches[0]
        said = _LOOP.match(tree.text[slice(*tree.expression(branch.statement))].strip())
        if said and branch.statement.end <= at < branch.end:
            yield said[1], said[2]


def _value(values: Mapping[str, Any], path: str) -> Any:
    found: Any = values
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _items(value: Any) -> Sequence[Any]:
    if isinstance(value, Mapping):
        return list(value.values())[:_ROWS]  # what a loop over an object gives other mail languages
    return value[:_ROWS] if isinstance(value, list) else []


def _merged(items: Sequence[Any]) -> dict[str, Any]:
    """One item with every field that any of them has."""
    return {key: value for item in reversed(items) if isinstance(item, Mapping) for key, value in item.items()}


def _fields(name: str, items: Sequence[Any]) -> list[LoopField]:
    objects = [item for item in items if isinstance(item, Mapping)]
    if not objects:
        return [LoopField(name, items[0] if items else None, bool(items))]
    return [
        LoopField(f"{name}{_step(str(key))}", value, all(key in item for item in objects))
        for key, value in _merged(objects).items()
    ]


def _step(key: str) -> str:
    return f".{key}" if key.isidentifier() else f"[{json.dumps(key, ensure_ascii=False)}]"
