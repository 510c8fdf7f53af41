"""CSS text as Roundcube reads it before it judges it: entities and escapes resolved, tags and comments gone."""

from __future__ import annotations

import re
from html.entities import html5

_ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));")
# An escape of one digit stays as it is: two to six are needed.
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{2,6})\s?|([^0-9a-fA-F]))", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?(?:(\*/)|\Z)", re.DOTALL)
_NOTE = re.compile(r"<!--.*?(?:(-->)|\Z)", re.DOTALL)
_TAG = re.compile(r"<(?:!--.*?(?:-->|\Z)|(?=\S))", re.DOTALL)
BYTE = "\udc80"
"""What an escape above 7F leaves: a single byte, which is no character."""

_NO_CHARACTER = "\ufffd"


def decoded(text: str) -> str:
    """Return the text with entities resolved twice and escapes once."""
    if "&" in text:
        text = _ENTITY.sub(_character, _ENTITY.sub(_character, text))
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    return text


def without_comments(text: str) -> str:
    """Return the text without comments; one that stays open is left."""
    return _COMMENT.sub(_unless_open, text) if "/*" in text else text


def without_notes(text: str) -> str:
    """Return the text without HTML's comments; one that stays open is left."""
    return _NOTE.sub(_unless_open, text) if "<!--" in text else text


def without_tags(text: str) -> str:
    """Return the text without tags: from a ``<`` that no blank follows to the ``>`` that closes it, or to the end."""
    if "<" not in text:
        return text
    pieces: list[str] = []
    start = 0
    while match := _TAG.search(text, start):
        pieces.append(text[start : match.start()])
        start = _closing(text, match)
    return "".join([*pieces, text[start:]])


def _unless_open(match: re.Match[str]) -> str:
    return "" if match[1] else match[0]


def _closing(text: str, match: re.Match[str]) -> int:
    """Return where the tag ends; one inside another counts."""
    if match[0].startswith("<!--"):
        return match.end()
    depth, place, quote = 0, match.start(), ""
    while place < len(text):
        character = text[place]
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "<>":
            depth += 1 if character == "<" else -1
            if depth == 0:
                return place + 1
        place += 1
    return len(text)


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return html5.get(f"{name};", match[0])
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else _NO_CHARACTER


def _unescaped(match: re.Match[str]) -> str:
    digits, character = match.groups()
    if not digits:
        return str(character)
    byte = int(digits, 16) % 256
    if byte >= 0x80:
        return BYTE
    if byte in b"\0\t\n\v\f\r":
        return " " if byte else ""
    return chr(byte) if byte >= 0x20 else _NO_CHARACTER
