"""Whether a test fits the type of the property that it asks: its comparison, and the number and kind of its values."""

from __future__ import annotations

from datetime import date

from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.operators import operators_for, takes
from templates.dynamic.rule.tree import Test, Value
from templates.errors import InputError, Place

_COUNTS = {"nothing": (0, 0), "one": (1, 1), "two": (2, 2), "several": (1, 1_000), "days": (1, 1)}
# What the builder does not offer for every type of one value, and the language allows.
_LENIENT = frozenset(["true", "less", "at_most", "more", "at_least", "before", "after", "between", "in", "not_in"])


def misfits(test: Test, kind: PropertyType | None, place: Place) -> list[InputError]:
    """Return what is wrong with ``test`` of a property of type ``kind``, None when it is not known."""
    low, high = _COUNTS[takes(test.operator)]
    if not low <= len(test.values) <= high:
        return [
            InputError(
                "`{path}` is compared with the wrong number of values.",
                advice="Give it as many as its comparison takes.",
                place=place,
                path=test.path,
            )
        ]
    if takes(test.operator) == "days" and not _is_days(test.values[0]):
        return [
            InputError(
                "`{path}` needs a number of days.",
                advice="Write a whole number such as 30.",
                place=place,
                path=test.path,
            )
        ]
    if kind is None or (_can_ask(test, kind) and all(_can_be(value, kind, test) for value in test.values)):
        return []
    return [_clash(test.path, kind, place)]


def _is_days(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value == int(value) and value >= 0


def _can_ask(test: Test, kind: PropertyType) -> bool:
    return test.operator in operators_for(kind) or (kind not in {"list", "boolean"} and test.operator in _LENIENT)


def _can_be(value: Value, kind: PropertyType, test: Test) -> bool:
    if takes(test.operator) == "days" or kind == "list":
        return True
    if kind in {"integer", "float"}:
        return isinstance(value, int | float) and not isinstance(value, bool)
    # A text that looks like a day is read as one.
    return isinstance(value, date) or (kind == "string" and isinstance(value, str))


def _clash(path: str, kind: PropertyType, place: Place) -> InputError:
    """Say what the property is, and how it is asked."""
    if kind in {"integer", "float"}:
        return InputError(
            "`{path}` is a number, so it cannot be asked like this.",
            advice="Compare it with a number: `{path} >= 18`.",
            place=place,
            path=path,
        )
    if kind == "date":
        return InputError(
            "`{path}` is a date, so it cannot be asked like this.",
            advice='Compare it with a day: `{path} < "1990-01-01"`.',
            place=place,
            path=path,
        )
    if kind == "boolean":
        return InputError(
            "`{path}` is true or false, so it cannot be asked like this.",
            advice="Write `{path}` or `{path} == false`.",
            place=place,
            path=path,
        )
    if kind == "list":
        return InputError(
            "`{path}` is a list, so it cannot be asked like this.",
            advice='Ask what it holds: `"ski" in {path}`.',
            place=place,
            path=path,
        )
    return InputError(
        "`{path}` is a text, so it cannot be asked like this.",
        advice='Compare it with a text: `{path} == "Lyon"`.',
        place=place,
        path=path,
    )
