"""Conditions that only ask for segments: what a list with ticks can show and write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from templates.dynamic.rule.path import path_of, segment_id
from templates.dynamic.rule.tree import Group, Not, Rule, Test

Kind = Literal["any", "all", "none"]


@dataclass(frozen=True)
class Choice:
    """In any, in all, or in none of the segments with these ids."""

    kind: Kind = "any"
    ids: tuple[str, ...] = ()


def choice_of(rule: Rule) -> Choice | None:
    """Return what segments a rule asks for; None when it asks for more."""
    if isinstance(rule, Not) and isinstance(rule.part, Group) and rule.part.kind == "any":
        found = _ids(rule.part.parts, "true")
        return Choice("none", found) if found else None
    if isinstance(rule, Group):
        if found := _ids(rule.parts, "true"):
            return Choice(rule.kind, found)
        found = _ids(rule.parts, "false") if rule.kind == "all" else ()
        return Choice("none", found) if found else None
    if found := _ids((rule,), "true"):
        return Choice("any", found)
    found = _ids((rule,), "false")
    return Choice("none", found) if found else None


def choice_text(choice: Choice) -> str:
    """Return the condition as a template says it, ``segment.loyalty or segment.travels``; "" without segments."""
    names = [path_of("segment", one) for one in choice.ids]
    if choice.kind != "none":
        return (" or " if choice.kind == "any" else " and ").join(names)
    joined = " or ".join(names)
    return f"not ({joined})" if len(names) > 1 else f"not {joined}" if names else ""


def _ids(parts: tuple[Rule, ...], operator: Literal["true", "false"]) -> tuple[str, ...]:
    """The segments when every part asks for one with that operator, else none."""
    found = [segment_id(part.path) for part in parts if isinstance(part, Test) and part.operator == operator]
    return tuple(one for one in found if one is not None) if len(found) == len(parts) and None not in found else ()
