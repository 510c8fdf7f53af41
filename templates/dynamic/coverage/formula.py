"""Conditions as formulas: questions joined by and, or, not. Simplified as they are made, never multiplied out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from templates.dynamic.coverage.question import Question


@dataclass(frozen=True, slots=True)
class Constant:
    """Always, or never."""

    value: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """The answer to one question."""

    question: Question


@dataclass(frozen=True, slots=True)
class Negation:
    """The opposite of ``part``."""

    part: Formula


@dataclass(frozen=True, slots=True)
class Junction:
    """All or any of two parts or more."""

    kind: Literal["all", "any"]
    parts: tuple[Formula, ...]


Formula: TypeAlias = Constant | Ask | Negation | Junction
ALWAYS, NEVER = Constant(value=True), Constant(value=False)


def opposite(formula: Formula) -> Formula:
    """Return the formula that holds where ``formula`` does not."""
    if isinstance(formula, Constant):
        return NEVER if formula.value else ALWAYS
    return formula.part if isinstance(formula, Negation) else Negation(formula)


def both(*parts: Formula) -> Formula:
    """Return what holds where all parts do."""
    return _joined("all", parts, NEVER)


def either(*parts: Formula) -> Formula:
    """Return what holds where at least one part does."""
    return _joined("any", parts, ALWAYS)


def _joined(kind: Literal["all", "any"], parts: tuple[Formula, ...], decisive: Constant) -> Formula:
    """``decisive`` is the part that settles the matter; its opposite says nothing."""
    kept: list[Formula] = []
    for part in parts:
        if isinstance(part, Constant):
            if part == decisive:
                return decisive
        elif isinstance(part, Junction) and part.kind == kind:
            kept.extend(part.parts)
        else:
            kept.append(part)
    different = tuple(dict.fromkeys(kept))
    if not different:
        return opposite(decisive)
    return different[0] if len(different) == 1 else Junction(kind, different)


def questions(formula: Formula) -> Iterator[Question]:
    """Yield the questions of a formula in their order; one that is asked twice comes twice."""
    stack = [formula]
    while stack:
        here = stack.pop()
        if isinstance(here, Ask):
            yield here.question
        elif isinstance(here, Negation):
            stack.append(here.part)
        elif isinstance(here, Junction):
            stack.extend(reversed(here.parts))


def replaced(formula: Formula, answer: Callable[[Question], Formula]) -> Formula:
    """Return the formula with ``answer(question)`` in each question's place."""
    if isinstance(formula, Ask):
        return answer(formula.question)
    if isinstance(formula, Negation):
        return opposite(replaced(formula.part, answer))
    if isinstance(formula, Junction):
        join = both if formula.kind == "all" else either
        return join(*(replaced(part, answer) for part in formula.parts))
    return formula


def formula_text(formula: Formula) -> str:
    """Return the formula for people: ``contact.city == "Paris" and not segment.vip``."""
    if isinstance(formula, Constant):
        return "true" if formula.value else "false"
    if isinstance(formula, Ask):
        return formula.question.text
    if isinstance(formula, Negation):
        return _denied(formula.part)
    word = " and " if formula.kind == "all" else " or "
    return word.join(_bracketed(part) for part in formula.parts)


def _denied(formula: Formula) -> str:
    test = formula.question.plain if isinstance(formula, Ask) else None
    text = _bracketed(formula)
    for sign, opposed in ((" == ", " != "), (" in ", " not in ")):
        if test is not None and test.comparison == sign.strip():
            return text.replace(sign, opposed, 1)
    return f"not {text}"


def _bracketed(formula: Formula) -> str:
    text = formula_text(formula)
    return f"({text})" if isinstance(formula, Junction) else text
