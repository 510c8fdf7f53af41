"""Values of a rule that contacts write with other capitals: why a rule may find nobody. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from templates.dynamic.contact_table import ContactTable
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.path import contact_property
from templates.dynamic.rule.tree import Group, Operator, Rule, Test

Capitals: TypeAlias = Mapping[str, Mapping[str, str]]
"""By path of a property, and by value of the rule: how contacts write it."""
COMPARED: frozenset[Operator] = frozenset({"is", "in", "contains", "starts_with", "ends_with"})


def other_capitals(text: str, contacts: ContactTable) -> Capitals:
    """Return the values of a rule that no contact has as they are written, but some with other capitals."""
    found: dict[str, dict[str, str]] = {}
    for test in _asked(parse_rule(text)):
        column = contacts.columns.get(contact_property(test.path) or "")
        for value in test.values if column is not None else ():
            written = _written(test.operator, str(value), column or ())
            if written is not None:
                found.setdefault(test.path, {})[str(value)] = written
    return found


def _asked(rule: Rule) -> Iterator[Test]:
    """The tests that must or may hold, for which capitals count; what is denied finds nobody for other reasons."""
    if isinstance(rule, Group):
        for part in rule.parts:
            yield from _asked(part)
    elif isinstance(rule, Test) and rule.operator in COMPARED and not rule.ignore_case:
        yield rule


def _written(operator: Operator, value: str, column: Sequence[Any]) -> str | None:
    """How the first contact writes ``value``; None where nobody has it, or somebody has it as it is."""
    found: str | None = None
    for words, whole in _texts(column):
        piece = _piece("is" if whole else operator, value, words)
        if piece == value:
            return None
        found = found or (piece if piece.lower() == value.lower() else None)
    return found


def _texts(column: Iterable[Any]) -> Iterator[tuple[str, bool]]:
    """The texts of a property, and whether each is asked as a whole: those of a list are."""
    for each in column:
        if isinstance(each, str):
            yield each, False
        elif isinstance(each, list):
            yield from ((one, True) for one in each)


def _piece(operator: Operator, value: str, words: str) -> str:
    """The part of ``words`` that an operator compares with ``value``."""
    if operator == "starts_with":
        return words[: len(value)]
    if operator == "ends_with":
        return words[-len(value) :]
    if operator == "contains":
        at = words.find(value) if value in words else words.lower().find(value.lower())
        return words[at : at + len(value)] if at >= 0 else ""
    return words
