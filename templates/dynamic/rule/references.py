"""Where an expression names segments. A broken one is read as far as it makes sense."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from templates.dynamic.rule.path import path_of

_TEXT = r'"(?:[^"\\]|\\.)*"|' + r"'(?:[^'\\]|\\.)*'"
# Texts are passed over; a member or a filter of the same name is none of ours.
_REFERENCE = re.compile(
    rf"{_TEXT}|[.|]\s*segment\b|\bsegment\b\s*(?:\.\s*(?P<name>\w+)|\[\s*(?:(?P<text>{_TEXT})|(?P<number>\d+))\s*\])",
    re.DOTALL,
)


class Reference(NamedTuple):
    """``segment.<id>`` or ``segment["<id>"]`` from ``start`` to ``end``."""

    start: int
    end: int
    id: str


def references(expression: str) -> list[Reference]:
    """Return each segment that an expression names, in its order."""
    return [
        Reference(match.start(), match.end(), match["name"] or match["number"] or _unquoted(match["text"]))
        for match in _REFERENCE.finditer(expression)
        if match.lastgroup
    ]


def renamed(expression: str, old: str, new: str) -> str:
    """Return an expression that names the segment ``new`` where it named ``old``; the rest as it was."""
    for found in reversed(references(expression)):
        if found.id == old:
            expression = expression[: found.start] + path_of("segment", new) + expression[found.end :]
    return expression


def _unquoted(literal: str) -> str:
    inner = literal[1:-1]
    if "\\" not in inner:
        return inner
    try:
        return str(json.loads(f'"{inner}"'))
    except ValueError:
        return inner
