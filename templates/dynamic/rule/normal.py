"""The one tree for each rule that means the same: what the text of a rule is read back as."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from templates.dynamic.rule.compare import day
from templates.dynamic.rule.operators import takes
from templates.dynamic.rule.path import asks_membership
from templates.dynamic.rule.tree import EVERYBODY, Group, Not, Operator, Rule, Test, Value
from templates.errors import InputError

NOBODY = Not(EVERYBODY)
OPPOSITES: dict[Operator, Operator] = {"exists": "exists_not", "exists_not": "exists"}
ASKED: dict[Operator, Operator] = {"true": "false", "false": "true"}
TEXTUAL = frozenset(["contains", "contains_not", "starts_with", "ends_with"])
ORDERING = frozenset(["less", "at_most", "more", "at_least", "before", "after", "between"])
EQUALITY = frozenset(["is", "is_not", "in", "not_in"])
_NEEDED = {"one": 1, "two": 2, "days": 1}


def opposite(part: Rule) -> Rule:
    """Return what holds exactly where ``part`` does not.

    Most tests have no test for it: where a value is missing, neither ``is`` nor ``is not`` holds.
    """
    if isinstance(part, Not):
        return part.part
    if isinstance(part, Test):
        pairs = ASKED if asks_membership(part) else OPPOSITES
        if part.operator in pairs:
            return replace(part, operator=pairs[part.operator])
    return Not(part)


def grouped(group: Group) -> Rule:
    """Return ``group`` without the brackets that say nothing: of one part, of none."""
    if not group.parts:
        return EVERYBODY
    return group.parts[0] if len(group.parts) == 1 else group


def normal(rule: Rule) -> Rule:
    """Return the tree that ``rule`` is read back as; it holds for the same contacts. ``Other`` stays as it is.

    Raises InputError for a test that lacks a value.
    """
    if isinstance(rule, Group):
        return grouped(Group(rule.kind, tuple(normal(part) for part in rule.parts)))
    if isinstance(rule, Not):
        return opposite(normal(rule.part))
    if isinstance(rule, Test):
        return normal_test(rule)
    return rule if rule.text.strip() else EVERYBODY


def normal_test(test: Test) -> Rule:
    """Return the plainest test that says the same as ``test``. Raises InputError when it lacks a value."""
    if len(test.values) != _NEEDED.get(takes(test.operator), len(test.values)):
        raise InputError(
            "`{path}` is compared with the wrong number of values.",
            advice="Give it as many as its comparison takes.",
            path=test.path,
        )
    test = replace(test, values=tuple(_value(test.operator, value) for value in test.values))
    if test.operator in EQUALITY:
        return _equality(test)
    if test.operator == "in_last_days" and test.values == (0,):
        return replace(test, operator="in_next_days", ignore_case=False)  # today, said twice
    if test.operator in {"less", "more", "before", "after"}:
        test = replace(test, operator=_ordering(test))
    lettered = test.operator in TEXTUAL and any(isinstance(value, str) for value in test.values)
    return _cased(test) if lettered else replace(test, ignore_case=False)


def _value(operator: Operator, value: Value) -> Value:
    if isinstance(value, date):
        value = str(day(value))
    if operator in {"starts_with", "ends_with"}:
        return str(value)
    if operator in TEXTUAL or not isinstance(value, str) or len(value) != len("2026-01-01"):
        return value  # of a longer text the time behind the day would be lost
    return day(value) or value


def _ordering(test: Test) -> Operator:
    dated = any(day(value) is not None for value in test.values)
    if test.operator in {"less", "before"}:
        return "before" if dated else "less"
    return "after" if dated else "more"


def _equality(test: Test) -> Rule:
    """Of a list of values: without the empty text, which is no value; of one value the plain test.

    True and false among other values are tests of their own: they are compared in another way.
    """
    positive = test.operator in {"is", "in"}
    values = tuple(value for value in test.values if value != "")
    if test.operator in {"is", "is_not"} and not values:
        return Test(test.path, "exists_not" if positive else "exists")
    if not values:
        return replace(test, values=(), ignore_case=False) if positive else Test(test.path, "exists")
    flags = [value for value in values if isinstance(value, bool)]
    if flags and len(values) > 1:
        rest = tuple(value for value in values if not isinstance(value, bool))
        each = [*((flag,) for flag in flags), *([rest] if rest else [])]
        return Group("any" if positive else "all", tuple(normal_test(replace(test, values=some)) for some in each))
    if len(values) > 1:
        return _cased(replace(test, values=values))
    if isinstance(values[0], bool):
        return Test(test.path, "true" if values[0] is positive else "false")
    return _cased(replace(test, operator="is" if positive else "is_not", values=values))


def _cased(test: Test) -> Test:
    if not (test.ignore_case and any(isinstance(value, str) for value in test.values)):
        return replace(test, ignore_case=False)
    return replace(test, values=tuple(value.lower() if isinstance(value, str) else value for value in test.values))


def finite(value: Value) -> bool:
    """Return whether ``value`` can be written: infinity and NaN cannot."""
    return not isinstance(value, float) or math.isfinite(value)
