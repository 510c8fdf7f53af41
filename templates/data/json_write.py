"""A changed value put into the text of its JSON: what is the same stays byte for byte as it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from templates.data.json_text import JsonNode, json_node

_INDENT = re.compile(r"\n([ \t]+)\S")
_SHORT = 100  # characters of a row that stands in one line


def written(data: Any) -> str:
    """Return ``data`` as Mailwright writes it: two blanks a level, a short list or row in one line."""
    return _Writer("", None, "  ", "\n").fresh(data, 0) + "\n"


def rewritten(text: str, before: Any, after: Any) -> str:
    """Return ``text``, which is ``before`` as JSON, with what differs in ``after`` changed and nothing else.

    New values follow the indentation of the rest. A value that only moved is moved as it was written.
    """
    if same(before, after):
        return text
    try:
        root = json_node(text)
    except (RecursionError, ValueError):
        return written(after)
    step = match[1] if (match := _INDENT.search(text)) else "  "
    writer = _Writer(text, root, step, "\r\n" if "\r\n" in text else "\n")
    return text[: root.start] + writer.value(root, before, after, 0) + text[root.end :]


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are the same and are written the same: 1, 1.0 and true differ, so does another order."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(value, other[name]) for name, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return repr(one) == repr(other)


class _Writer:
    def __init__(self, text: str, root: JsonNode | None, step: str, newline: str) -> None:
        self._text, self._root = text, root
        self._step, self._newline = step, newline

    def value(self, node: JsonNode, before: Any, after: Any, depth: int) -> str:
        """Return ``after``, written over ``before`` at ``node``."""
        if same(before, after):
            return self._text[node.start : node.end]
        if isinstance(before, dict) and isinstance(after, dict) and before and after:
            return self._container(node, self._object(node, before, after, depth), depth)
        if isinstance(before, list) and isinstance(after, list) and before and after:
            return self._container(node, self._list(node, before, after, depth), depth)
        return self.fresh(after, depth)

    # Containers: each part with the old place that it continues, None for a new one

    def _object(
        self, node: JsonNode, before: Mapping[str, Any], after: Mapping[str, Any], depth: int
    ) -> list[tuple[int | None, str]]:
        places = {member.name: place for place, member in enumerate(node.members)}
        renamed = _renamed(list(before), before, after)
        parts: list[tuple[int | None, str]] = []
        for name, value in after.items():
            old = name if name in before else renamed.get(name)
            if old is None:
                parts.append((None, f"{_quoted(name)}: {self.fresh(value, depth + 1)}"))
                continue
            member = node.members[places[old]]
            between = self._text[member.start : member.node.start]
            if old != name:
                between = _quoted(name) + between[len(_source(self._text, member.start)) :]
            parts.append((places[old], between + self.value(member.node, before[old], value, depth + 1)))
        return parts

    def _list(
        self, node: JsonNode, before: Sequence[Any], after: Sequence[Any], depth: int
    ) -> list[tuple[int | None, str]]:
        parts: list[tuple[int | None, str]] = []
        for place, value in zip(_origins(before, after), after, strict=True):
            if place is None:
                twin = next((old for old, one in zip(node.items, before, strict=True) if one is value), None)
                parts.append((None, self._text[twin.start : twin.end] if twin else self.fresh(value, depth + 1)))
            else:
                parts.append((place, self.value(node.items[place], before[place], value, depth + 1)))
        return parts

    def _container(self, node: JsonNode, parts: Sequence[tuple[int | None, str]], depth: int) -> str:
        """Put ``parts`` together with the white space and commas that stood between them."""
        spans = node.parts
        usual = self._between(spans) if len(spans) > 1 else self._usual_between(node, spans, depth)
        made = self._text[node.start : spans[0][0]]
        last: int | None = None
        for number, (place, part) in enumerate(parts):
            if number:
                follows = place is not None and last is not None and place > last
                made += self._text[spans[last][1] : spans[last + 1][0]] if follows and last is not None else usual
            made += part
            last = place
        return made + self._text[spans[-1][1] : node.end]

    def _between(self, spans: Sequence[tuple[int, int]]) -> str:
        return self._text[spans[-2][1] : spans[-1][0]]

    def _usual_between(self, node: JsonNode, spans: Sequence[tuple[int, int]], depth: int) -> str:
        is_open = "\n" in self._text[node.start : spans[0][0]]
        return f",{self._newline}{self._step * (depth + 1)}" if is_open else ", "

    # New values

    def fresh(self, value: Any, depth: int) -> str:
        """Return a value that was not there before."""
        line = json.dumps(value, ensure_ascii=False)
        if not isinstance(value, dict | list) or not value or (depth > 1 and len(line) <= _SHORT and _is_flat(value)):
            return line
        if isinstance(value, dict):
            parts = [f"{_quoted(name)}: {self.fresh(each, depth + 1)}" for name, each in value.items()]
        else:
            parts = [self.fresh(each, depth + 1) for each in value]
        inner, outer = (self._newline + self._step * level for level in (depth + 1, depth))
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        return f"{opening}{inner}{f',{inner}'.join(parts)}{outer}{closing}"


def _is_flat(value: Any) -> bool:
    inside: Iterable[Any] = value.values() if isinstance(value, dict) else value
    return not any(isinstance(one, dict | list) and one for one in inside)


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _source(text: str, start: int) -> str:
    """The name that begins at ``start``, as it is written."""
    return text[start : json.JSONDecoder().raw_decode(text, start)[1]]


def _renamed(order: Sequence[str], before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, str]:
    """Return the old name of each new one that has taken its place, with the same value."""
    found = {}
    for place, name in enumerate(after):
        old = order[place] if place < len(order) else name
        if name not in before and old not in after and same(before.get(old), after[name]):
            found[name] = old
    return found


def _origins(before: Sequence[Any], after: Sequence[Any]) -> list[int | None]:
    """Return for each item of ``after`` which one of ``before`` it is, or was before it changed."""
    start = 0
    while start < min(len(before), len(after)) and same(before[start], after[start]):
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and same(before[-1 - end], after[-1 - end]):
        end += 1
    middle = range(start, len(before) - end)
    found = _moved(before, middle, after[start : len(after) - end])
    return [*range(start), *found, *range(len(before) - end, len(before))]


def _moved(before: Sequence[Any], middle: range, after: Sequence[Any]) -> list[int | None]:
    by_text: dict[str, list[int]] = {}
    for place in reversed(middle):
        by_text.setdefault(json.dumps(before[place]), []).append(place)
    found: list[int | None] = []
    for value in after:
        places = by_text.get(json.dumps(value), [])
        found.append((places.pop() if len(places) > 1 else places[0]) if places else None)
    free = [place for place in middle if place not in set(found)]
    if len(after) == len(middle):  # nothing came and nothing went: the others were changed where they stand
        return [free.pop(0) if place is None and free else place for place in found]
    return found
