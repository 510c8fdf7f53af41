"""A rule as a tree: tests of properties, joined by groups. What the builder shows and the text says are this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Operator = Literal[
    "is",
    "is_not",
    "contains",
    "contains_not",
    "starts_with",
    "ends_with",
    "in",
    "not_in",
    "less",
    "at_most",
    "more",
    "at_least",
    "between",
    "before",
    "after",
    "in_last_days",
    "in_next_days",
    "exists",
    "exists_not",
    "true",
    "false",
]
Value: TypeAlias = str | int | float | bool | date


@dataclass(frozen=True)
class Test:
    """One question about one name.

    ``path`` is what a tag would say: ``contact.city``, ``segment.loyalty``, a variable ``promo``, or a function of the
    language with its argument as the only value (``opened_since``). ``values`` are as many as the operator takes:
    none for ``exists`` and ``true``, two for ``between``, a number of days for ``in_last_days``, any for ``in``.
    """

    path: str
    operator: Operator
    values: tuple[Value, ...] = ()
    ignore_case: bool = False


@dataclass(frozen=True)
class Group:
    """All (and) or any (or) of its parts; an empty group holds for everybody."""

    kind: Literal["all", "any"]
    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class Not:
    """The opposite of its part."""

    part: Rule


@dataclass(frozen=True)
class Other:
    """An expression that no test can say; the builder shows its text as it is and keeps it."""

    text: str


Rule: TypeAlias = Test | Group | Not | Other
EVERYBODY = Group("all", ())
