"""Import of Mailjet's contact filters, which define its segments: ``(age>=50) and (age<70)``, ``HasOpenedSince(30)``.

Values stand without quotes and end where the next word of the language begins. The grammar is our reading of the
published examples.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn

from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.normal import normal
from templates.dynamic.rule.path import path_of
from templates.dynamic.rule.syntax import LONGEST, place_of, plain_lines, too_deep
from templates.dynamic.rule.tree import Group, Not, Operator, Rule, Test, Value
from templates.dynamic.typed import typed
from templates.errors import InputError, LimitError, Place

_DEEPEST = 60
_FUNCTIONS = {"hasopenedsince": "opened_since", "hasclickedsince": "clicked_since"}
_OPERATORS: dict[str, Operator] = {
    "=": "is",
    "==": "is",
    "!=": "is_not",
    "<>": "is_not",
    "<": "less",
    "<=": "at_most",
    ">": "more",
    ">=": "at_least",
}
_NAME = re.compile(r"(?:data:)?([^\W\d][\w-]*)")
_SIGN = re.compile(r"===?|!=|<>|<=|>=|[=<>]")
_WORD = re.compile(r"(and|or|not|xor)\b|!(?!=)", re.IGNORECASE)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"' + r"|'((?:[^'\\]|\\.)*)'", re.DOTALL)
# Up to a bracket or a word that joins: one behind a blank, so that `country=Andorra` stays whole.
_BARE = re.compile(r"(?:(?!\s(?:and|or|xor)\b)[^()\n\"'=<>!])+", re.IGNORECASE)
_SPACE = re.compile(r"\s*")
_NUMBER = re.compile(r"-?\d{1,18}(?:\.\d{1,18})?")


def rule_from_filter(text: str, types: Mapping[str, PropertyType] | None = None, name: str = "filter") -> Rule:
    """Return the rule that a contact filter says.

    ``types`` decide what values are; of an unknown property a value that looks like a number is one. Raises InputError
    with line and column in ``name`` for what cannot be read, LimitError for what is too long or too deep.
    """
    text = plain_lines(text)
    if len(text) > LONGEST:
        raise LimitError(
            "The rule has more than {limit} characters.",
            advice="Split it into several segments.",
            place=Place(name),
            limit=LONGEST,
        )
    reader = _Reader(text, types or {}, name)
    rule = reader.any_of(0)
    reader.expect_end()
    return normal(rule)


@dataclass
class _Reader:
    """Reads from the left; ``at`` is the offset of what comes next."""

    text: str
    types: Mapping[str, PropertyType]
    name: str
    at: int = field(default=0)

    def any_of(self, depth: int) -> Rule:
        return self._chain("or", "any", depth)

    def _all_of(self, depth: int) -> Rule:
        return self._chain("and", "all", depth)

    def _chain(self, word: str, kind: Literal["any", "all"], depth: int) -> Rule:
        if depth > _DEEPEST:
            raise too_deep(self.name)
        parts = [self._all_of(depth + 1) if kind == "any" else self._part(depth + 1)]
        while self._takes_word(word):
            parts.append(self._all_of(depth + 1) if kind == "any" else self._part(depth + 1))
        return parts[0] if len(parts) == 1 else Group(kind, tuple(parts))

    def _part(self, depth: int) -> Rule:
        if self._takes_word("not"):
            if depth > _DEEPEST:
                raise too_deep(self.name)
            return Not(self._part(depth + 1))
        if self._takes("("):
            rule = self.any_of(depth + 1)
            if not self._takes(")"):
                self._refuse_bracket()
            return rule
        return self._test()

    def _test(self) -> Test:
        start = self._skip()
        match = _NAME.match(self.text, self.at)
        if match is None:
            self._refuse(start)
        self.at = match.end()
        if self._takes("("):
            return self._function(match[1], start)
        sign = _SIGN.match(self.text, self._skip())
        if sign is None:
            self._refuse(self.at)
        self.at = sign.end()
        value = self._value(match[1])
        return Test(path_of("contact", match[1]), _OPERATORS[sign[0].replace("===", "==")], (value,))

    def _function(self, function: str, start: int) -> Test:
        path = _FUNCTIONS.get(function.lower())
        if path is None:
            raise InputError(
                "`{function}` is no function of contact filters that is known here.",
                advice="`HasOpenedSince(30)` and `HasClickedSince(30)` are; build the rule without it.",
                place=self._place(start),
                function=function,
            )
        self._skip()
        number = _NUMBER.match(self.text, self.at)
        if number is None:
            self._refuse(self.at)
        self.at = number.end()
        if not self._takes(")"):
            self._refuse_bracket()
        return Test(path, "true", (_plain(number[0]),))

    def _value(self, property_: str) -> Value:
        start = self._skip()
        quoted = _QUOTED.match(self.text, self.at)
        bare = None if quoted else _BARE.match(self.text, self.at)
        words = re.sub(r"\\(.)", r"\1", quoted[1] or quoted[2] or "") if quoted else bare[0].strip() if bare else ""
        if quoted is None and not words:
            raise InputError(
                "The value is missing that `{path}` is compared with.",
                advice="Write it like country=France.",
                place=self._place(start),
                path=property_,
            )
        self.at = quoted.end() if quoted else bare.end() if bare else self.at
        kind = self.types.get(property_)
        value: Any = typed(words, kind) if kind not in {None, "list"} else words if quoted else _plain(words)
        return "" if value is None else value

    def expect_end(self) -> None:
        """Raise InputError when something stands behind the filter."""
        if self._skip() < len(self.text):
            self._refuse(self.at)

    def _skip(self) -> int:
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
        return self.at

    def _takes(self, sign: str) -> bool:
        found = self.text.startswith(sign, self._skip())
        self.at += len(sign) if found else 0
        return found

    def _takes_word(self, word: str) -> bool:
        match = _WORD.match(self.text, self._skip())
        found = match is not None and (match[1] or "not").lower() == word
        self.at = match.end() if match is not None and found else self.at
        return found

    def _refuse_bracket(self) -> NoReturn:
        raise InputError("A bracket is opened before this and never closed.", place=self._place(self.at))

    def _refuse(self, offset: int) -> NoReturn:
        raise InputError(
            "This contact filter cannot be read from here on: `{rest}`.",
            advice="Write it like (age>=50) and (country=France).",
            place=self._place(offset),
            rest=self.text[offset : offset + 40],
        )

    def _place(self, offset: int) -> Place:
        return place_of(self.text, offset, self.name)


def _plain(words: str) -> Value:
    """A value of a property whose type is not known."""
    if _NUMBER.fullmatch(words):
        return float(words) if "." in words else int(words)
    return {"true": True, "false": False}.get(words.lower(), words)
