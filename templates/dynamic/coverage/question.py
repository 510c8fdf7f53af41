"""The questions that conditions ask: about a segment, about one value, or anything else the language can say."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from templates.dynamic.rule.path import names_of, path_of
from templates.dynamic.rule.tree import Operator, Test
from templates.dynamic.rule.write import rule_text

Comparison = Literal["==", "!=", "<", "<=", ">", ">=", "in", "truth", "defined"]
Answer: TypeAlias = bool | None
_COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
ORDERING = frozenset(["<", "<=", ">", ">="])
# The answers to these for values that nobody mentions are those of the values beside them.
_EXACT: frozenset[Operator] = frozenset(
    [
        *("is", "is_not", "in", "not_in", "less", "at_most", "more", "at_least", "between", "before", "after"),
        *("in_last_days", "in_next_days", "exists", "exists_not", "true", "false"),
    ]
)
_ABOUT_CONTACT = frozenset(["contact", "segment"])


class Missing:
    """The value of a name that is not there."""

    def __repr__(self) -> str:
        return "missing"


MISSING = Missing()


@dataclass(frozen=True, slots=True)
class Plain:
    """A test of one value against constants: what a machine can compute with, exactly.

    ``instead`` is the default for a missing value; ``falsy_too`` uses it for every value that counts as false.
    """

    comparison: Comparison
    constants: tuple[Any, ...] = ()
    instead: Any = ""
    falsy_too: bool = False

    def __call__(self, value: Any) -> Answer:
        """Return whether ``value`` (MISSING for none) passes; None where the test itself fails with it."""
        if self.comparison == "defined":
            return value is not MISSING
        if value is MISSING or (self.falsy_too and not value):
            value = self.instead
        try:
            return self._holds(value)
        except TypeError:
            return None

    def _holds(self, value: Any) -> bool:
        if self.comparison == "truth":
            return bool(value)
        if self.comparison == "in":
            return value in self.constants
        return bool(_COMPARE[self.comparison](value, self.constants[0]))


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is true or false of a mail's reader and data; equal questions have the same ``source``.

    ``text`` is for people. ``source`` is a template that prints something exactly where the answer is yes; for kind
    ``segment`` the segment's id, for kind ``rule`` the expression of a segment's rule. ``paths`` are the values it
    reads (``contact.city``). ``plain`` is there when that is all, for a rule ``test``.
    """

    kind: Literal["segment", "mail", "rule"]
    text: str
    source: str
    paths: tuple[str, ...]
    plain: Plain | None = None
    test: Test | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Question) and (self.kind, self.source) == (other.kind, other.source)

    def __hash__(self) -> int:
        return hash((self.kind, self.source))

    @property
    def exact(self) -> bool:
        """Whether the answer for values that nobody mentions follows from the answers for those that somebody does."""
        if self.test is not None:
            return self.test.operator in _EXACT and not self.test.ignore_case
        return self.plain is not None

    @property
    def about_contact(self) -> bool:
        """Whether the answer depends on who reads the mail."""
        return self.kind != "mail" or any(names_of(path)[0] in _ABOUT_CONTACT for path in self.paths)


def rule_question(test: Test) -> Question:
    """Return a test of a segment's rule as a question."""
    return Question("rule", rule_text(test), repr(test), (test.path,), test=test)


def segment_question(segment: str) -> Question:
    """Return the question whether the reader is in a segment."""
    name = path_of("segment", segment)
    return Question("segment", name, segment, (name,))
