"""JSON laid out anew: names, values and their spelling stay as they are."""

from __future__ import annotations

import re

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_OPENING, _CLOSING = frozenset("{["), frozenset("}]")


def formatted(text: str) -> str:
    """Return ``text``, which is valid JSON, with a line for each value and two spaces a level."""
    pieces = _TOKEN.findall(text)
    parts: list[str] = []
    level, before = 0, ""
    for piece in pieces:
        closes = piece in _CLOSING
        level -= closes
        if before == ":":
            parts.append(" ")
        elif before == "," or (before in _OPENING) != closes:
            parts.append("\n" + "  " * level)
        parts.append(piece)
        level += piece in _OPENING
        before = piece
    return "".join([*parts, "\n"])
