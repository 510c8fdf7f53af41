"""What a row's operator is compared with, and what remains of its values under another operator or property."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.dynamic.rule_builder.names import Sort
from templates.dynamic.rule.operators import Takes, operators_for, takes, value_from_words
from templates.dynamic.rule.tree import Operator, Test, Value
from templates.errors import InputError

USUAL_DAYS = 30


def operators_of(sort: Sort, current: Operator | None = None) -> tuple[Operator, ...]:
    """Return what can be asked of a property of that sort; ``current`` is among it although it does not fit."""
    offered: tuple[Operator, ...] = ("true", "false") if sort == "activity" else operators_for(sort)
    return offered if current is None or current in offered else (*offered, current)


def taken(operator: Operator, sort: Sort) -> Takes:
    """Return which values an operator takes: an activity is always asked for days."""
    return "days" if sort == "activity" else takes(operator)


def is_finished(test: Test, sort: Sort) -> bool:
    """Whether a row says all that its operator needs."""
    count = len(test.values)
    wanted = {"nothing": count == 0, "one": count == 1, "two": count == 2, "several": count > 0, "days": count == 1}
    return bool(test.path) and wanted[taken(test.operator, sort)]


def read_value(words: str, sort: Sort, *, days: bool = False) -> Value:
    """Return what somebody typed as a value of that sort, or as a number of days. Raises InputError when it is none."""
    asked = "integer" if sort == "activity" else sort
    return value_from_words(words, asked, "in_last_days" if days else "is")


def text_of(value: Value) -> str:
    """Return a value as people read it and may type it again."""
    return value.isoformat() if isinstance(value, date) else str(value)


def fits(value: Value, sort: Sort) -> bool:
    """Whether the editor for that sort can show the value."""
    if sort in {"integer", "float", "activity"}:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, date if sort == "date" else str)


def fitted(values: Sequence[Value], operator: Operator, sort: Sort, today: date) -> tuple[Value, ...]:
    """Return what remains of a row's values under another operator or property, and what is usual where none does."""
    how_many = taken(operator, sort)
    if how_many == "nothing":
        return ()
    if how_many == "days":
        return _first_of(values, sort, days=True) or (USUAL_DAYS,)
    kept = [kept for value in values for kept in _first_of([value], sort)]
    if how_many == "several":
        return tuple(kept)
    if sort == "date":
        kept += [today, today]
    return tuple(kept[:2] if how_many == "two" else kept[:1])


def _first_of(values: Sequence[Value], sort: Sort, *, days: bool = False) -> tuple[Value, ...]:
    try:
        return (read_value(text_of(values[0]), sort, days=days),) if values else ()
    except InputError:
        return ()
