"""A rule as text: as ``segments.toml`` holds it, and as a condition in a template.

The two differ because templates are strict: an unknown name without a default is an error there. What is written is
read back by ``parse_rule`` as the rule's normal form (normal.py), and its words stay within what other mail languages
can say where they can say it at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.matches import matches
from templates.dynamic.rule.normal import ORDERING, finite, normal
from templates.dynamic.rule.path import FUNCTIONS, asks_membership, contact_property, text_literal
from templates.dynamic.rule.tree import EVERYBODY, Not, Other, Rule, Test, Value
from templates.errors import InputError

_SIGNS = {
    "is": "==",
    "is_not": "!=",
    "less": "<",
    "before": "<",
    "at_most": "<=",
    "more": ">",
    "after": ">",
    "at_least": ">=",
}
_METHODS = {"starts_with": "startswith", "ends_with": "endswith"}
_JOINED = {"all": " and ", "any": " or "}


class _Text(NamedTuple):
    """Text, and what it is to the brackets around it; ``whole``: one test, whose parts need none of their own."""

    text: str
    kind: Literal["name", "comparison", "all", "any", "not", "other"] = "comparison"
    whole: bool = False


def rule_text(rule: Rule) -> str:
    """Return ``rule`` as ``segments.toml`` holds it.

    Raises InputError for a number that cannot be written and for a test that lacks a value.
    """
    return _text(normal(rule), _plain).text


def condition_text(rule: Rule, types: Mapping[str, PropertyType]) -> str:
    """Return ``rule`` as a template's condition: the same answer, and no failure where a property is missing.

    ``types`` are those of the contacts' properties; it matters for lists. Raises InputError like ``rule_text``.
    """
    return _text(normal(rule), _Guarded(types).test).text


def value_text(value: Value) -> str:
    """Return ``value`` as the template language writes it. Raises InputError for infinity and what is no number."""
    if not finite(value):
        raise InputError("{value} cannot stand in a rule.", advice="Write a number.", value=value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return text_literal(value.isoformat() if isinstance(value, date) else value)


def _text(rule: Rule, write_test: Callable[[Test], _Text]) -> _Text:
    if isinstance(rule, Test):
        return write_test(rule)
    if isinstance(rule, Other):
        return _Text(rule.text, "other")
    if isinstance(rule, Not):
        inner = _text(rule.part, write_test)
        return _Text(f"not {inner.text}" if inner.kind == "name" else f"not ({inner.text})", "not")
    if rule == EVERYBODY:
        return _Text("true", "name")
    parts = [_inside(_text(part, write_test), rule.kind) for part in rule.parts]
    return _Text(_JOINED[rule.kind].join(parts), rule.kind)


def _inside(part: _Text, outer: str) -> str:
    plain = part.kind in {"name", "comparison", "not"} or (part.whole and part.kind == outer == "all")
    return part.text if plain else f"({part.text})"


def _plain(test: Test) -> _Text:
    """The form of ``segments.toml``."""
    if asks_membership(test) or test.operator == "true":
        return _asked(test, test.path)
    subject = f"{test.path}|lower" if test.ignore_case else test.path
    values = [value_text(value) for value in test.values]
    if test.operator in {"in", "not_in"}:
        return _Text(f"{subject} {test.operator.replace('_', ' ')} [{', '.join(values)}]")
    return _Text(_comparison(test, subject, values))


def _asked(test: Test, name: str) -> _Text:
    if test.path in FUNCTIONS:
        name = f"{name}({', '.join(map(value_text, test.values))})"
    return _Text(f"not {name}", "not") if test.operator == "false" else _Text(name, "name")


def _comparison(test: Test, subject: str, values: list[str]) -> str:
    """A test of one comparison with ``subject``."""
    operator = test.operator
    if operator in _SIGNS:
        return f"{subject} {_SIGNS[operator]} {values[0]}"
    if operator in _METHODS:
        return f"{f'({subject})' if '|' in subject else subject}.{_METHODS[operator]}({values[0]})"
    if operator == "between":
        return f"{values[0]} <= {subject} <= {values[1]}"
    if operator in {"contains", "contains_not"}:
        return f"{values[0]} {'in' if operator == 'contains' else 'not in'} {subject}"
    if operator in {"in_last_days", "in_next_days"}:
        return f"{subject} is {operator}({values[0]})"
    return {"exists": f"{subject} is not none", "exists_not": f"{subject} is none", "false": f"{subject} == false"}[
        operator
    ]


class _Guarded:
    """Writes tests for a template's strict environment."""

    def __init__(self, types: Mapping[str, PropertyType]) -> None:
        self._types = types

    def test(self, test: Test) -> _Text:
        if asks_membership(test):
            return _asked(test, test.path)
        if test.operator == "true":
            return _Text(f"{test.path}|default(false)")
        if test.operator == "false":
            return _Text(f"{test.path}|default(true) == false")
        if test.operator in {"exists", "exists_not"}:
            return _Text(self._presence(test.path, there=test.operator == "exists"))
        parts = self._parts(test)
        if test.operator == "in":
            return _Text(" or ".join(parts) or "false", "any" if len(parts) > 1 else "comparison", whole=True)
        if self._fails_or_differs(test):
            parts = [self._presence(test.path, there=True), *parts]
        return _Text(" and ".join(parts), "all" if len(parts) > 1 else "comparison", whole=True)

    def _presence(self, path: str, *, there: bool) -> str:
        nothing = self._nothing(path)
        return f"{path}|default({nothing}) {'!=' if there else '=='} {nothing}"

    def _nothing(self, path: str) -> str:
        return "[]" if self._is_list(path) else '""'

    def _is_list(self, path: str) -> bool:
        return self._types.get(contact_property(path) or "") == "list"

    def _fails_or_differs(self, test: Test) -> bool:
        """Whether the default alone would not give the rule's answer for a missing value, or no answer at all."""
        days = test.operator in {"in_last_days", "in_next_days"}
        missing: Any = [] if self._is_list(test.path) else ""
        return days or test.operator in ORDERING or matches(test, missing, date.min)

    def _parts(self, test: Test) -> list[str]:
        """The comparisons of ``test``, each with a default."""
        values = test.values
        if test.operator in {"in", "not_in"}:
            sign = "==" if test.operator == "in" else "!="
            return [f"{self._subject(test, value)} {sign} {value_text(value)}" for value in values]
        if test.operator == "between":
            pairs = zip((">=", "<="), values, strict=True)
            return [f"{self._subject(test, value)} {sign} {value_text(value)}" for sign, value in pairs]
        subject = self._subject(test, values[0])
        if test.operator in {"in_last_days", "in_next_days"}:
            days = values[0] if isinstance(values[0], int | float) else -1
            low, high = (-days, 0) if test.operator == "in_last_days" else (0, days)
            return [f"{value_text(low)} <= days_until({subject}) <= {value_text(high)}"]
        return [_comparison(test, subject, [value_text(value) for value in values])]

    def _subject(self, test: Test, value: Value) -> str:
        default = self._nothing(test.path)
        if test.operator in ORDERING and isinstance(value, int | float):
            default = "0"
        elif value is False:
            default = "true"  # the empty text counts as false
        lower = 'map("lower")' if default == "[]" else "lower"
        return f"{test.path}|default({default})" + (f"|{lower}" if test.ignore_case else "")
