"""The answer of one test for one value: what a test means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from templates.dynamic.rule.compare import compare, day, equal, inside, lowered
from templates.dynamic.rule.tree import Test

_Verdict = Callable[[Any, Sequence[Any]], bool]

_VERDICTS: dict[str, _Verdict] = {
    "is": lambda value, wanted: equal(value, wanted[0]),
    "is_not": lambda value, wanted: not equal(value, wanted[0]),
    "contains": lambda value, wanted: inside(wanted[0], value),
    "contains_not": lambda value, wanted: not inside(wanted[0], value),
    "starts_with": lambda value, wanted: isinstance(value, str) and value.startswith(str(wanted[0])),
    "ends_with": lambda value, wanted: isinstance(value, str) and value.endswith(str(wanted[0])),
    "in": lambda value, wanted: any(equal(value, one) for one in wanted),
    "not_in": lambda value, wanted: not any(equal(value, one) for one in wanted),
    "less": lambda value, wanted: compare("lt", value, wanted[0]),
    "before": lambda value, wanted: compare("lt", value, wanted[0]),
    "at_most": lambda value, wanted: compare("lteq", value, wanted[0]),
    "more": lambda value, wanted: compare("gt", value, wanted[0]),
    "after": lambda value, wanted: compare("gt", value, wanted[0]),
    "at_least": lambda value, wanted: compare("gteq", value, wanted[0]),
    "between": lambda value, wanted: compare("gteq", value, wanted[0]) and compare("lteq", value, wanted[1]),
    "true": lambda value, _wanted: bool(value),
    "false": lambda value, _wanted: not value,
}


def matches(test: Test, value: Any, today: date) -> bool:
    """Return whether ``value`` passes ``test``; None is a missing value and passes ``exists_not`` alone.

    ``value`` is as ``properties.prepared`` gives it; of a segment or a function it is the bool that it answers.
    """
    if test.operator in {"exists", "exists_not"}:
        return (value is None) == (test.operator == "exists_not")
    if value is None:
        return False
    if test.operator == "in_last_days":
        return days_away(value, today, lambda away: 0 <= -away <= _number(test))
    if test.operator == "in_next_days":
        return days_away(value, today, lambda away: 0 <= away <= _number(test))
    if test.ignore_case:
        return _VERDICTS[test.operator](lowered(value), lowered(test.values))
    return _VERDICTS[test.operator](value, test.values)


def days_away(value: Any, today: date, accepts: Callable[[int], bool]) -> bool:
    """Return whether ``value`` is a day whose distance from ``today`` is accepted: 1 is tomorrow, -1 yesterday."""
    when = day(value)
    return when is not None and accepts((when - today).days)


def _number(test: Test) -> float:
    """The number of days of ``test``; none, where it has something else, lets no day pass."""
    days = test.values[0] if test.values else None
    return days if isinstance(days, int | float) else -1
