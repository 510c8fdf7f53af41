"""The rules of a style sheet as stretches of its text, before any parser repairs it: client bugs act on the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from renderers.clients.css.scan import split, tokens, without_comments

_NAME = re.compile(r"(?:\s++|/\*.*?\*/)*+[-\w]++(?:\s++|/\*.*?\*/)*+:", re.DOTALL)
_COMMENT = re.compile(r"""/\*(.*?)(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?""", re.DOTALL)
# What reads as part of a value: no quotes, braces or escapes, and each bracket closed.
_READABLE = re.compile(r"(?:[^()\[\]{}\"'\\]++|\([^()\[\]{}\"'\\]*+\))*+")


@dataclass(slots=True)
class RawRule:
    """One rule: its prelude runs from ``start`` to ``brace`` (comments before it included), its body on to ``end``.

    ``at`` says that it is an @-rule, ``within_at`` that one of those around it is; ``leaf`` that it holds no rules.
    """

    start: int
    brace: int
    at: bool
    within_at: bool
    end: int
    leaf: bool = True

    def own(self, text: str) -> str:
        """Return its prelude, and its body unless that holds other rules."""
        return text[self.start : self.end if self.leaf else self.brace]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """The rules in the order of their braces, and whether an ``@`` stands inside an @-rule."""

    rules: Sequence[RawRule]
    nested_at: bool


@lru_cache(maxsize=64)
def raw_sheet(text: str) -> RawSheet:
    """Return the rules of ``text``. Nothing is an error; what is never closed ends with the text."""
    rules: list[RawRule] = []
    waiting: list[RawRule] = []
    start, at, brackets, nested = 0, False, 0, False
    for place, character in tokens(text):
        if character in "{}":
            if character == "{":
                _open(rules, waiting, RawRule(start, place, at, _within_at(waiting), len(text)))
            elif waiting:
                waiting.pop().end = place + 1
            start, at, brackets = place + 1, False, 0
        elif character == "@":
            nested = nested or _within_at(waiting)
            at = True
        elif character == ";" and not brackets:
            start, at = place + 1, False
        else:
            brackets = max(0, brackets + (character in "([") - (character in ")]"))
    return RawSheet(rules, nested)


def _open(rules: list[RawRule], waiting: list[RawRule], rule: RawRule) -> None:
    if waiting:
        waiting[-1].leaf = False
    rules.append(rule)
    waiting.append(rule)


def _within_at(waiting: Sequence[RawRule]) -> bool:
    return bool(waiting) and (waiting[-1].at or waiting[-1].within_at)


def has_comment(text: str) -> bool:
    """Tell whether a comment stands in the text."""
    return "/*" in text and without_comments(text) != text


def blank_comments(text: str) -> str:
    """Return the text with a blank for each comment."""
    return _COMMENT.sub(lambda match: match[0] if match[1] is None else " ", text)


def open_comments(declarations: str) -> str:
    """Return declarations whose values hold what was in their comments, where that reads as a value."""
    if "/*" not in declarations:
        return declarations
    return ";".join(map(_opened, split(declarations, ";")))


def _opened(declaration: str) -> str:
    name = _NAME.match(declaration)
    return declaration[: name.end()] + _COMMENT.sub(_content, declaration[name.end() :]) if name else declaration


def _content(match: re.Match[str]) -> str:
    content = match[1]
    if content is None or not _READABLE.fullmatch(content):
        return match[0]
    return f" {content.replace('/*', ' ')} "


def cut_out(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """Return the text without the stretches (start, end), which are in order and may hold one another."""
    kept: list[str] = []
    place = 0
    for start, end in stretches:
        if start >= place:
            kept.append(text[place:start])
        place = max(place, end)
    return "".join([*kept, text[place:]])
