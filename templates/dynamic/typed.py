"""Values of contacts as their properties' types want them, whoever wrote them: a file's cell, JSON, a program.

What does not fit stays as it is, so that nothing is lost and a check can name it. The empty text, the empty list and
NaN are no value at all.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.compare import day
from templates.dynamic.rule.operators import day_from_words, number_from_words
from templates.errors import InputError

YES = frozenset(["true", "yes", "y", "oui", "o", "vrai", "1", "on", "x"])
NO = frozenset(["false", "no", "n", "non", "faux", "0", "off"])
_LONGEST = 100  # characters of a number or a day
_INFERRED = 0.98  # of the values have to fit a type for it to be guessed: files have misprints


def typed(value: Any, wanted: PropertyType | None = None) -> Any:
    """Return ``value`` as its property's type, None for no value; as it is where it does not fit or no type is known.

    ``"12"`` is 12 where a number is wanted, ``"oui"`` is True, ``"24/12/2026"`` a date, ``"a; b"`` and ``'["a", "b"]'``
    a list.
    """
    value = _plain(value)
    return value if value is None or wanted is None else _plain(_CONVERSIONS[wanted](value))


def typed_contact(contact: Mapping[str, Any], types: Mapping[str, PropertyType]) -> dict[str, Any]:
    """Return the properties of ``contact`` that have a value, typed."""
    found = {str(name): typed(value, types.get(name)) for name, value in contact.items()}
    return {name: value for name, value in found.items() if value is not None}


def as_sent(contact: Mapping[str, Any]) -> dict[str, Any]:
    """Return a typed contact as a mail's template gets it: days as ISO texts, as an API call would send them."""
    return {name: sent(value) for name, value in contact.items()}


def sent(value: Any) -> Any:
    """Return a typed value as a mail's template gets it."""
    return value.isoformat() if isinstance(value, date) else value


def fits(value: Any, wanted: PropertyType) -> bool:
    """Return whether a value that ``typed`` gave is of its property's type; no value fits every type."""
    if value is None:
        return True
    if isinstance(value, bool):
        return wanted == "boolean"
    return isinstance(value, _KINDS[wanted])


def inferred_type(values: Iterable[Any]) -> PropertyType:
    """Return the type that a column of ``values`` seems to have; ``string`` when none fits nearly all of them.

    Digits with a zero in front are text: postal codes, telephone numbers.
    """
    known = [value for value in map(_plain, values) if value is not None]
    wanted: PropertyType
    for wanted in ("boolean", "integer", "float", "date", "list"):
        count = sum(_means(value, wanted) for value in known)
        if known and count >= _INFERRED * len(known):
            return wanted
    return "string"


def _means(value: Any, wanted: PropertyType) -> bool:
    if isinstance(value, str):
        text = value.strip()
        if wanted == "boolean":  # 0 and 1 alone are numbers
            return text.lower() in (YES | NO) - {"0", "1", "x", "o", "y", "n"}
        if wanted == "list":
            return text.startswith("[") and isinstance(_list(text), list)
        if wanted in {"integer", "float"} and text.lstrip("+-")[:1] == "0" and text.lstrip("+-")[1:2].isdigit():
            return False
    made = typed(value, wanted)
    return made is not None and fits(made, wanted)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | set | frozenset):
        value = list(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, float):
        return None if math.isnan(value) else value + 0.0  # no -0.0
    return None if value in ("", []) else value


def _string(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int | float) else value


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return number_from_words(value.strip()) if len(value) <= _LONGEST else value
    except InputError:
        return value


def _integer(value: Any) -> Any:
    number = _number(value)
    whole = isinstance(number, float) and number.is_integer()
    return int(number) if whole else number if isinstance(number, int) else value


def _boolean(value: Any) -> Any:
    word = value.strip().lower() if isinstance(value, str) else str(value) if isinstance(value, int) else ""
    return True if word in YES else False if word in NO else value


def _date(value: Any) -> Any:
    if not isinstance(value, str) or len(value) > _LONGEST:
        return value
    try:
        return day(value.strip()) or day_from_words(value)
    except InputError:
        return value


def _list(value: Any) -> Any:
    if isinstance(value, str):
        value = _listed(value)
    items = value if isinstance(value, list) else [value]
    return [item for item in map(_item, items) if item is not None]


def _listed(text: str) -> Any:
    if text.strip().startswith("["):
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list):
            return found
    return [part.strip() for part in text.split(";")]


def _item(value: Any) -> Any:
    value = _plain(value)
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else value


_CONVERSIONS: Mapping[PropertyType, Callable[[Any], Any]] = {
    "string": _string,
    "integer": _integer,
    "float": _number,
    "boolean": _boolean,
    "date": _date,
    "list": _list,
}
_KINDS: Mapping[PropertyType, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "float": (int, float),
    "boolean": bool,
    "date": date,
    "list": list,
}
