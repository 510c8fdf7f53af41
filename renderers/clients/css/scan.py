"""Where CSS text may be cut: strings, comments and brackets are passed over as browsers do."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_TOKEN = re.compile(
    r"""
    /\*.*?(?:\*/|\Z)
  | "(?:[^"\\\n]|\\.)*+(?:"|(?=\n)|\Z)
  | '(?:[^'\\\n]|\\.)*+(?:'|(?=\n)|\Z)
  | \\.
  | url\(\s*+(?!["'])(?:[^)\\]|\\.)*+(?:\)|\Z)
  | [{}()\[\];:,@!]
    """,
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_COMMENT_OR_STRING = re.compile(r"""(/\*.*?(?:\*/|\Z))|"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?""", re.DOTALL)


def tokens(text: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """Yield (offset, character) of each delimiter that is in no string, comment, escape or bare ``url()``."""
    for match in _TOKEN.finditer(text, start):
        if len(match[0]) == 1 and match[0] != "\\":
            yield match.start(), match[0]


def split(text: str, at: str) -> list[str]:
    """Split at the character ``at`` outside of brackets."""
    pieces: list[str] = []
    waiting: list[str] = []
    start = 0
    for place, character in tokens(text):
        if character == at and not waiting:
            pieces.append(text[start:place])
            start = place + 1
        elif character in _CLOSING:
            waiting.append(_CLOSING[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    return [*pieces, text[start:]]


def without_comments(text: str) -> str:
    """Return the text without comments; those inside strings are text."""
    if "/*" not in text:
        return text
    return _COMMENT_OR_STRING.sub(lambda match: "" if match[1] else match[0], text)
