"""JSON read with the place of every value, so that one value can be changed and the rest stays as it was written.

What is inside a value is looked for when it is asked for: a change deep in a large text reads only what is around it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True)
class Member:
    """One name and its value in an object; ``start`` is the quote before the name."""

    name: str
    start: int
    node: JsonNode


@dataclass(frozen=True)
class JsonNode:
    """The value of ``text`` from ``start`` to, without, ``end``."""

    text: str
    start: int
    end: int

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """The members of an object."""
        return tuple(_members(self.text, self.start)) if self.text[self.start] == "{" else ()

    @cached_property
    def items(self) -> tuple[JsonNode, ...]:
        """The items of a list."""
        return tuple(_items(self.text, self.start)) if self.text[self.start] == "[" else ()

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """From where to where its members or items go."""
        return tuple((one.start, one.node.end) for one in self.members) or tuple(
            (one.start, one.end) for one in self.items
        )


def json_node(text: str) -> JsonNode:
    """Return the value that ``text`` is, valid JSON (json_files.py has looked). Raises RecursionError, ValueError."""
    start = _skip(text, len(text) - len(text.removeprefix("\ufeff")))
    return _node(text, start)


def _node(text: str, start: int) -> JsonNode:
    return JsonNode(text, start, _end(text, start))


def _end(text: str, start: int) -> int:
    return _DECODER.raw_decode(text, start)[1]


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _members(text: str, at: int) -> Iterator[Member]:
    at = _skip(text, at + 1)
    while text[at] != "}":
        name, behind = _DECODER.raw_decode(text, at)
        member = Member(name, at, _node(text, _skip(text, _skip(text, behind) + 1)))
        yield member
        at = _next(text, member.node.end)


def _items(text: str, at: int) -> Iterator[JsonNode]:
    at = _skip(text, at + 1)
    while text[at] != "]":
        item = _node(text, at)
        yield item
        at = _next(text, item.end)


def _next(text: str, behind: int) -> int:
    """Where the next part begins, or the bracket that closes stands."""
    at = _skip(text, behind)
    return _skip(text, at + 1) if text[at] == "," else at
