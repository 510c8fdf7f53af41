"""The values that one name can have, as far as conditions tell them apart.

Each test of a name divides its values; values that no test tells apart are one class. So equalities exclude each
other, ranges of numbers and dates follow each other, and 50 towns are 51 classes instead of 2^50 cases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from templates.dynamic.coverage.question import MISSING, ORDERING, Answer, Question
from templates.dynamic.rule.compare import day

OTHER = "\u2026"  # stands for any text that nobody mentioned
CONSTANTS = 400  # of one name that are told apart
Evaluate = Callable[[Question, Any], Answer]


@dataclass(frozen=True)
class ValueClass:
    """Values that the tests answer alike. ``example`` is one; ``open`` tests have either answer among them."""

    example: Any
    true: frozenset[Question]
    open: frozenset[Question]


def value_classes(
    questions: Sequence[Question], kind: str, mentioned: Iterable[Any], evaluate: Evaluate
) -> tuple[ValueClass, ...]:
    """Return the classes of the values of one name.

    ``questions`` all read this name alone; ``kind`` is its property type, "" when nobody knows; ``mentioned`` are the
    constants that they compare with. ``evaluate`` answers a question for a value, None where the test fails with it.
    Of a name without a type, a value with which a test fails is no class: it gives no mail. The missing value is one.
    """
    classes: dict[tuple[frozenset[Question], frozenset[Question]], Any] = {}
    for value, known in _candidates(kind, list(mentioned), questions):
        answers = {one: evaluate(one, value) for one in questions}
        failed = any(answers[one] is None for one in questions if one.plain is not None)
        if failed and not kind and value is not MISSING:
            continue
        unsure = frozenset(one for one in questions if not known and not one.exact)
        true = frozenset(one for one, answer in answers.items() if answer and one not in unsure)
        classes.setdefault((true, unsure), value)
    return tuple(ValueClass(example, true, unsure) for (true, unsure), example in classes.items())


def _candidates(kind: str, mentioned: list[Any], questions: Sequence[Question]) -> list[tuple[Any, bool]]:
    """Return values with whether it is this very value (True), or stands for many that nobody mentioned."""
    mentioned = mentioned[:CONSTANTS]
    found: list[tuple[Any, bool]] = [(MISSING, True)]
    texts = [one for one in mentioned if isinstance(one, str)]
    numbers = sorted({one for one in mentioned if isinstance(one, int | float) and not isinstance(one, bool)})
    if kind in {"integer", "float"} or (not kind and numbers):
        found += _numbers(numbers, whole=kind == "integer")
    days = _days(mentioned) if kind in {"", "date"} else []
    if days or kind == "date":
        found += _dates(days)
    if kind == "boolean" or (not kind and any(isinstance(one, bool) for one in mentioned)):
        found += [(False, True), (True, True)]
    if kind == "list":
        found += [([], True), ([OTHER], False)]
    if kind in {"", "string"}:  # the empty text last: to rules it is no value, so it makes a poor example
        found += [*((one, True) for one in dict.fromkeys(texts)), *_other_texts(texts, questions), ("", True)]
    return found


def _other_texts(texts: Sequence[str], questions: Sequence[Question]) -> list[tuple[Any, bool]]:
    ordered = any(one.plain is not None and one.plain.comparison in ORDERING for one in questions)
    between = [f"{text}\u0001" for text in texts] if ordered else []
    return [(text, False) for text in ["\u0001", *between, OTHER]] if ordered else [(OTHER, False)]


def _numbers(numbers: Sequence[int | float], *, whole: bool) -> list[tuple[Any, bool]]:
    if not numbers:
        return [(0, True), (1, False)]
    found: list[tuple[Any, bool]] = [(0, True), (numbers[0] - 1, False), (numbers[-1] + 1, False)]
    found += [(number, True) for number in numbers]
    for low, high in pairwise(numbers):
        middle = (low + high) // 2 if whole else (low + high) / 2
        if low < middle < high:
            found.append((middle, False))
    return found


def _days(mentioned: Sequence[Any]) -> list[date]:
    return sorted({found for one in mentioned if (found := day(one)) is not None})


def _dates(known: Sequence[date]) -> list[tuple[Any, bool]]:
    found: list[tuple[Any, bool]] = [(each, True) for each in known]
    one = timedelta(days=1)
    for middle in known or [date(2000, 1, 1)]:
        found += [(each, False) for each in (_moved(middle, -one), _moved(middle, one)) if each not in known]
    return found


def _moved(when: date, by: timedelta) -> date:
    try:
        return when + by
    except OverflowError:
        return when
