"""Which type a rule takes a property to have that nobody has declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.check import GIVEN, leaves
from templates.dynamic.rule.names import names_in
from templates.dynamic.rule.path import contact_property
from templates.dynamic.rule.tree import Rule, Test
from templates.errors import InputError, LimitError


def undeclared(rule: Rule, types: Mapping[str, PropertyType]) -> dict[str, PropertyType]:
    """Return the properties that ``rule`` asks and ``types`` lack, each with the type that its tests imply.

    The first test that implies one decides; a property of which nothing can be told is a text.
    """
    found: dict[str, PropertyType | None] = {}
    for name, type_ in _asked(rule):
        if name not in types and name not in GIVEN:
            found[name] = found.get(name) or type_
    return {name: type_ or "string" for name, type_ in found.items()}


def _asked(rule: Rule) -> Iterator[tuple[str, PropertyType | None]]:
    for leaf in leaves(rule):
        if isinstance(leaf, Test):
            if (name := contact_property(leaf.path)) is not None:
                yield name, _implied(leaf)
            continue
        try:
            read = names_in(leaf.text).property_names()
        except (InputError, LimitError):
            continue
        for name in read:
            yield name, None


def _implied(test: Test) -> PropertyType | None:
    if test.operator in {"true", "false"}:
        return "boolean"
    if test.operator in {"in_last_days", "in_next_days", "before", "after"}:
        return "date"
    kinds = {_kind(value) for value in test.values}
    if kinds == {"integer", "float"}:
        return "float"
    return kinds.pop() if len(kinds) == 1 else None


def _kind(value: object) -> PropertyType:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "float"
    return "date" if isinstance(value, date) else "string"
