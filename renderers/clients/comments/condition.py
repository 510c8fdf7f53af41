"""The conditions of conditional comments, ``(gte mso 12) & !(mso 16)``, asked of what a client says of itself.

The grammar is Internet Explorer's, which Word took over: ``!`` before ``&`` before ``|``, parentheses, a feature alone
or with a version, and ``gt gte lt lte`` in front of one with a version. Small and capital letters are the same.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping

MAX_DEPTH = 32
"""Parentheses and exclamation marks nested deeper make no condition."""

_TOKEN = re.compile(
    r"\s*+(?:(?P<sign>[()&|!])|(?P<number>\d+(?:\.\d+)?+)(?![\w.])|(?P<name>[a-z_]\w*+))", re.IGNORECASE
)
_COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


class _MalformedError(ValueError):
    """The text is no condition."""


def holds(condition: str, features: Mapping[str, float]) -> bool:
    """Return whether the condition holds for a client with these features and versions (names in small letters).

    A feature that the client does not have is false, with any version and comparison; so is a malformed condition,
    even after ``!``.
    """
    try:
        return _Condition(condition, features).value()
    except _MalformedError:
        return False


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    place, end = 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            raise _MalformedError(text)
        tokens.append(match[match.lastgroup or 0].lower())
        place = match.end()
    return tokens


class _Condition:
    """One pass over the tokens; a method for each rule of the grammar."""

    def __init__(self, text: str, features: Mapping[str, float]) -> None:
        self._tokens = [*_tokens(text), ""]
        self._features = features
        self._next = 0
        self._depth = 0

    def value(self) -> bool:
        """The whole condition."""
        found = self._any()
        if self._here:
            raise _MalformedError(self._here)
        return found

    @property
    def _here(self) -> str:
        return self._tokens[self._next]

    def _take(self) -> str:
        self._next += 1
        return self._tokens[self._next - 1]

    def _any(self) -> bool:
        found = self._all()
        while self._here == "|":
            self._next += 1
            found = self._all() or found
        return found

    def _all(self) -> bool:
        found = self._one()
        while self._here == "&":
            self._next += 1
            found = self._one() and found
        return found

    def _one(self) -> bool:
        if self._here not in ("!", "("):
            return self._feature()
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _MalformedError(self._here)
        if self._take() == "!":
            found = not self._one()
        else:
            found = self._any()
            if self._take() != ")":
                raise _MalformedError
        self._depth -= 1
        return found

    def _feature(self) -> bool:
        compare = _COMPARISONS.get(self._here)
        if compare:
            self._next += 1
        name = self._name()
        has = self._features.get(name)
        if not self._here[:1].isdigit():
            if compare:
                raise _MalformedError(name)
            return name == "true" or has is not None
        version = float(self._take())
        return has is not None and (compare or operator.eq)(has, version)

    def _name(self) -> str:
        if not self._here[:1].isalpha() and self._here[:1] != "_":
            raise _MalformedError(self._here)
        return self._take()
