"""How values compare in a rule: total, so that no value of a contact can make a rule fail.

A missing value (None) takes part in no comparison. Numbers compare as numbers when both sides look like numbers, days
as days, the rest as exact text. Compared with true or false, a value counts as what it counts as in a condition;
what is missing, the empty text and the empty list count as neither.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ].*)?", re.DOTALL)


def number(value: Any) -> int | float | None:
    """Return ``value`` as a number if it is one or looks like one, else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return None


def day(value: Any) -> date | None:
    """Return the day of a date or of an ISO text (a time behind it is ignored), else None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def lowered(value: Any) -> Any:
    """Return texts in lower case, in a list too; other values as they are."""
    if isinstance(value, str):
        return value.lower()
    return [lowered(item) for item in value] if isinstance(value, list | tuple) else value


def is_nothing(value: Any) -> bool:
    """Return whether ``value`` is none, an empty text or an empty list; false and 0 are values."""
    return value is None or (isinstance(value, str | list | tuple) and not value)


def equal(left: Any, right: Any) -> bool:
    """Return whether two values are the same; what is nothing is neither true nor false."""
    if isinstance(left, bool) or isinstance(right, bool):
        return bool(left) == bool(right) and not is_nothing(left) and not is_nothing(right)
    for reading in (number, day):
        # The right side first: it is most often what a rule compares with, and the same for all contacts.
        if (other := reading(right)) is not None and (one := reading(left)) is not None:
            return bool(one == other)
    same_kind = (isinstance(left, str) and isinstance(right, str)) or type(left) is type(right)
    return same_kind and bool(left == right)


def inside(item: Any, container: Any) -> bool:
    """Return whether a text holds ``item``, or a list something equal to it."""
    if isinstance(container, str):
        return isinstance(item, str) and item in container
    if isinstance(container, list | tuple):
        return any(equal(one, item) for one in container)
    return isinstance(container, Mapping) and isinstance(item, str) and item in container


def _ordered(by: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(left: Any, right: Any) -> bool:
        numbers = number(left), number(right)
        if None not in numbers:
            return by(*numbers)
        days = day(left), day(right)
        if days != (None, None):
            return None not in days and by(*days)
        return isinstance(left, str) and isinstance(right, str) and by(left, right)

    return compare


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": equal,
    "ne": lambda left, right: not equal(left, right),
    "lt": _ordered(operator.lt),
    "lteq": _ordered(operator.le),
    "gt": _ordered(operator.gt),
    "gteq": _ordered(operator.ge),
    "in": inside,
    "notin": lambda left, right: not inside(left, right),
}


def compare(how: str, left: Any, right: Any) -> bool:
    """Return the answer of a comparison by Jinja's name of its operator; False when a side is missing."""
    return left is not None and right is not None and _COMPARISONS[how](left, right)
