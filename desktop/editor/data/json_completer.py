"""Proposes names that the template uses and the data lacks, and values that fit, while somebody writes JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from desktop.editor.code.completer import Completer
from desktop.editor.code.editor import CodeEditor
from desktop.editor.code.typing import Keystroke
from desktop.editor.data.json_place import JsonPlace, place_at
from templates.compile.context import ENVELOPE, WRAPPERS
from templates.dynamic.shape import Kind, Shape
from templates.source.completion import Completion, Offer

_EMPTY: dict[Kind, str] = {"number": "0", "boolean": "false", "object": "{}", "list": "[]"}
_INSIDE = frozenset(["text", "unknown", "object", "list", "date", "url", "image", "colour"])


def wrapper_of(data: Mapping[str, Any]) -> str | None:
    """Return the name under which a set has its variables: ``var`` in an envelope, None in a bare object."""
    keys = frozenset(data)
    if keys and keys <= ENVELOPE:
        return "var"
    return next(iter(keys)) if len(keys) == 1 and keys <= WRAPPERS else None


def outside(wrapper: str | None, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the parts' path of what is at ``path`` of the JSON of a set in that shape; () for none."""
    if wrapper == "var":
        return path
    if wrapper is None:
        return ("var", *path)
    return ("var", *path[1:]) if path[:1] == (wrapper,) else ()


class JsonCompleter(Completer):
    """``shape`` is that of ``{"var": …, "data": …, "segment": …}``; ``wrapper`` where a set has its variables."""

    word = re.compile(r"[\w-]*")
    openers = frozenset('"')

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__(editor)
        self.shape = Shape("object")
        self.wrapper: str | None = "var"
        self._spot: JsonPlace | None = None

    def offer_at(self, text: str, caret: int, *, asked: bool) -> Offer | None:
        """Return what may stand there; None for nothing."""
        place = self._spot = place_at(text, caret)
        if place is None or not (asked or place.start < caret):
            return None
        around = self._shape_at(place)
        if around is None:
            return None
        at_name = place.in_object and place.name is None
        found = tuple(_names(around, place) if at_name else _values(around, place))
        start = place.start + text.startswith('"', place.start, caret)
        return Offer(start, caret, found) if found else None

    def write(self, item: Completion, offer: Offer) -> None:
        """Put a proposal in the place of the whole name or value, as a step of its own."""
        editor, place = self._editor, self._spot
        if place is None:
            return
        end = max(place.end, editor.caret)
        quoted = re.compile(r'"(?:[^"\\\n]|\\.)*"?').match(editor.sync.text, place.start)
        end = max(end, quoted.end()) if quoted else end
        insert, caret = item.insert, item.caret
        if re.compile(r"\s*:").match(editor.sync.text, end) and place.name is None and place.in_object:
            insert, caret = json.dumps(item.label, ensure_ascii=False), -1
        self.offer = None
        editor.sync.new_step()
        editor.stroke(Keystroke(place.start, end, insert, caret if caret >= 0 else len(insert)))
        editor.sync.new_step()

    def _shape_at(self, place: JsonPlace) -> Shape | None:
        if not place.path and self.wrapper not in {"var", None}:
            return Shape("object", {str(self.wrapper): Shape("object")})
        at: Shape | None = self.shape
        for key in outside(self.wrapper, place.path):
            at = at and (at.item if isinstance(key, int) else at.fields.get(key))
        return at


def _names(around: Shape, place: JsonPlace) -> Iterator[Completion]:
    for name, shape in around.fields.items():
        if name not in place.written:
            value = _EMPTY.get(shape.kind, '""')
            said = json.dumps(name, ensure_ascii=False)
            inside = len(said) + 2 + (1 if shape.kind in _INSIDE else len(value))
            yield Completion(name, f"{said}: {value}", "variable", shape.default, inside)


def _values(around: Shape, place: JsonPlace) -> Iterator[Completion]:
    shape = around.fields.get(place.name) if place.name is not None else around.item
    if shape is None:
        return
    if shape.kind == "boolean":
        yield from (Completion(word, word, "value") for word in ("true", "false"))
    default = shape.default.strip("'\"")
    if default and shape.kind not in {"object", "list", "boolean"}:
        written = default if shape.kind == "number" else json.dumps(default, ensure_ascii=False)
        yield Completion(default, written, "value")
