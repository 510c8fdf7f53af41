"""What can be asked of each type of property, how many values an operator takes, and typed words as values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeAlias

from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.tree import Operator, Value
from templates.errors import InputError

AskedType: TypeAlias = PropertyType | Literal["segment"]
Takes = Literal["nothing", "one", "two", "several", "days"]

_EQUALITY: tuple[Operator, ...] = ("is", "is_not")
_LISTS: tuple[Operator, ...] = ("in", "not_in")
_PRESENCE: tuple[Operator, ...] = ("exists", "exists_not")
_NUMBER: tuple[Operator, ...] = (
    *_EQUALITY,
    "more",
    "at_least",
    "less",
    "at_most",
    "between",
    *_LISTS,
    *_PRESENCE,
)
_OPERATORS: Mapping[AskedType, tuple[Operator, ...]] = {
    "string": (*_EQUALITY, "contains", "contains_not", "starts_with", "ends_with", *_LISTS, *_PRESENCE),
    "integer": _NUMBER,
    "float": _NUMBER,
    "date": (
        *_EQUALITY,
        "before",
        "after",
        "at_least",
        "at_most",
        "between",
        "in_last_days",
        "in_next_days",
        *_PRESENCE,
    ),
    "boolean": ("true", "false", *_PRESENCE),
    "list": ("contains", "contains_not", *_PRESENCE),
    "segment": ("true", "false"),
}
_TAKES: Mapping[Operator, Takes] = {
    "in": "several",
    "not_in": "several",
    "between": "two",
    "in_last_days": "days",
    "in_next_days": "days",
    "exists": "nothing",
    "exists_not": "nothing",
    "true": "nothing",
    "false": "nothing",
}
_SPACES = re.compile(r"[\s'’]")  # what stands between thousands
_NUMBER_WORDS = re.compile(r"[+-]?\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+")
_ENGLISH = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+\.\d+")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})")
MOST_DIGITS = 30


def operators_for(asked: AskedType) -> tuple[Operator, ...]:
    """Return what can be asked of a property of this type, the commonest first."""
    return _OPERATORS[asked]


def takes(operator: Operator) -> Takes:
    """Return which values ``operator`` takes: none, one, two, any number of them, or a number of days."""
    return _TAKES.get(operator, "one")


def value_from_words(words: str, asked: AskedType, operator: Operator = "is") -> Value:
    """Return what a person typed as one value for ``operator`` on a property of this type.

    Numbers may be written ``1 234,5`` or ``1,234.5``, days ``2026-12-24`` or ``24/12/2026``. Raises InputError.
    """
    words = words.strip()
    if takes(operator) == "days":
        return days_from_words(words)
    if asked in {"integer", "float"}:
        return number_from_words(words)
    if asked == "date":
        return day_from_words(words)
    if not words:
        raise InputError("The value is missing.", advice="Write what the property is compared with.")
    return words


def days_from_words(words: str) -> int:
    """Return a number of days. Raises InputError for a fraction, and for less than 0."""
    number = number_from_words(words)
    if number != int(number) or not 0 <= number <= 100_000:
        raise InputError("`{words}` is no number of days.", advice="Write a whole number such as 30.", words=words[:40])
    return int(number)


def number_from_words(words: str) -> int | float:
    """Return the number that ``words`` say in French or English. Raises InputError, also when both could be meant."""
    plain = _SPACES.sub("", words)
    if _THOUSANDS.fullmatch(plain) and not _SPACES.search(words.strip()):
        raise InputError(
            "`{words}` may be a thousand or a fraction.",
            advice="Write it without the comma: 1234, or 1.234.",
            words=words[:40],
        )
    plain = plain.replace(",", "") if _ENGLISH.fullmatch(plain) else plain.replace(",", ".")
    if not _NUMBER_WORDS.fullmatch(plain) or len(plain) > MOST_DIGITS or not plain.isascii():
        raise InputError("`{words}` is not a number.", advice="Write it like 18 or 1234.5.", words=words[:40])
    return float(plain) if "." in plain else int(plain)


def day_from_words(words: str) -> date:
    """Return the day that ``words`` say: 2026-12-24, 24/12/2026, 24.12.2026. Raises InputError."""
    text = words.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
    else:
        raise InputError("`{words}` is not a day.", advice="Write it like 2026-12-24 or 24/12/2026.", words=words[:40])
    try:
        return date(year, month, day)
    except ValueError:
        raise InputError(
            "There is no day {day} of month {month} in {year}.",
            advice="Write the day first, then the month: 24/12/2026, or 2026-12-24.",
            day=day,
            month=month,
            year=year,
        ) from None
