"""JSON as a text field writes it: its colours, and what its keys do. Pure functions of the text."""

from __future__ import annotations

import re

from desktop.editor.code.language import CodeLanguage
from desktop.editor.code.syntax import Piece
from desktop.editor.code.typing import Keystroke
from templates.source.layout import indentation, line_start

_TOKEN = re.compile(
    r"(?P<attribute>\"(?:[^\"\\]|\\.)*\"(?=\s*:))|(?P<string>\"(?:[^\"\\]|\\.)*\"?)|"
    r"(?P<literal>-?\d[\d.eE+-]*|\b(?:true|false|null)\b)|(?P<punctuation>[{}\[\],:])"
)
_PAIRS = {"{": "}", "[": "]", '"': '"'}
_OPENS = re.compile(r"[{\[]\s*\Z")


def pieces(line: str, state: int) -> tuple[list[Piece], int]:
    """Return the pieces of a line; no piece of JSON goes over the end of its line, so there is one state."""
    found = _TOKEN.finditer(line)
    return [Piece(one.start(), one.end() - one.start(), one.lastgroup or "") for one in found], 0


def in_string(text: str, at: int) -> bool:
    """Return whether ``at`` is between the quotes of a text, which end in its line."""
    line = text[line_start(text, at) : at]
    return len(re.findall(r'"', re.sub(r"\\.", "", line))) % 2 == 1


def on_character(text: str, at: int, character: str) -> Keystroke | None:
    """Write the second of a pair along; typed again, just go behind it."""
    inside = in_string(text, at)
    if character in '"]}' and text.startswith(character, at) and inside == (character == '"'):
        return None if _is_escaped(text, at) else Keystroke(at, at + 1, character, 1)
    if character not in _PAIRS or inside:
        return None
    follows = text[at : at + 1]
    if follows and follows not in ' \t\r\n,]}"':
        return None
    if character == '"' and follows == '"':
        return None
    return Keystroke(at, at, character + _PAIRS[character], 1)


def _is_escaped(text: str, at: int) -> bool:
    return (at - len(text[:at].rstrip("\\"))) % 2 == 1


def on_enter(text: str, start: int, end: int, step: str) -> Keystroke:
    """Return a new line, indented as this one; a step deeper behind an opening bracket, between two if they touch."""
    indent = indentation(text, start)[: start - line_start(text, start)]
    if not _OPENS.search(text[line_start(text, start) : start]) or in_string(text, start):
        return Keystroke(start, end, f"\n{indent}", len(indent) + 1)
    deeper = f"\n{indent}{step}"
    rest = f"\n{indent}" if re.compile(r"[ \t]*[}\]]").match(text, end) else ""
    return Keystroke(start, end, deeper + rest, len(deeper))


def on_backspace(text: str, at: int) -> Keystroke | None:
    """Return what takes an empty pair away as a whole; None for nothing special."""
    left = text[at - 1 : at] if at else ""
    if left in _PAIRS and text.startswith(_PAIRS[left], at) and in_string(text, at) == (left == '"'):
        return Keystroke(at - 1, at + 1, "", 0)
    return None


JSON = CodeLanguage(pieces, on_character, on_enter, on_backspace)
