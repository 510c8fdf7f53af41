"""Conditions with segments: Mailjet asks for a segment alone, so `and`, `or` and `not` become nested conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from templates.dialects.neutral import (
    Branch,
    Choice,
    Default,
    Expression,
    For,
    Function,
    If,
    Logic,
    Node,
    Segment,
    Text,
)

COPIES = 16  # of a body; each doubles when conditions are joined
LARGEST_COPY = 2_000  # bytes of a section that is written more than once
_TAG = 20  # bytes of a tag, about


def has_segment(expression: Expression) -> bool:
    """Return whether a segment is asked for anywhere in ``expression``."""
    return isinstance(expression, Segment) or any(has_segment(part) for part in _parts(expression))


def _parts(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, Logic):
        yield from expression.operands
    elif isinstance(expression, Function):
        yield from expression.arguments
    elif isinstance(expression, Default):
        yield expression.value
    elif isinstance(expression, Choice):
        yield expression.condition


def alone(expression: Expression) -> bool:
    """Return whether ``expression`` can be the condition of one ``if``."""
    return isinstance(expression, Segment) or not (isinstance(expression, Logic) and has_segment(expression))


@dataclass(frozen=True)
class Copies:
    """How often what is shown when a condition holds is written, and what is shown when it does not."""

    then: int
    otherwise: int


def copies(condition: Expression) -> Copies:
    """Return what ``nested`` makes of ``condition``."""
    if alone(condition) or not isinstance(condition, Logic):
        return Copies(1, 1)
    first, *rest = [copies(one) for one in condition.operands]
    if condition.operator == "not":
        return Copies(first.otherwise, first.then)
    second = rest[0]
    if condition.operator == "and":
        return Copies(first.then * second.then, first.then * second.otherwise + first.otherwise)
    if condition.operator == "or":
        return Copies(first.then + first.otherwise * second.then, first.otherwise * second.otherwise)
    same = first.then * second.then + first.otherwise * second.otherwise
    return Copies(first.then * second.otherwise + first.otherwise * second.then, same)


def nested(condition: Expression, then: tuple[Node, ...], otherwise: tuple[Node, ...], at: int) -> tuple[Node, ...]:
    """Return conditions with each segment alone that show ``then`` where ``condition`` holds."""
    if alone(condition) or not isinstance(condition, Logic):
        return (If((Branch(condition, then, at),), otherwise, at),)
    first, *rest = condition.operands
    if condition.operator == "not":
        return nested(first, otherwise, then, at)
    second = nested(rest[0], then, otherwise, at)
    if condition.operator == "and":
        return nested(first, second, otherwise, at)
    if condition.operator == "or":
        return nested(first, then, second, at)
    return nested(first, nested(rest[0], otherwise, then, at), second, at)


def too_large(branch: Branch, otherwise: tuple[Node, ...]) -> bool:
    """Return whether ``nested`` would write more copies of what a condition shows than anybody wants in a mail."""
    many = copies(branch.condition)
    parts = ((many.then, branch.body), (many.otherwise, otherwise))
    return any(count > COPIES or (count > 1 and size(nodes) > LARGEST_COPY) for count, nodes in parts)


def size(nodes: Iterable[Node]) -> int:
    """Return about how many bytes ``nodes`` are when written, with the copies that segments make inside them."""
    total = 0
    for node in nodes:
        if isinstance(node, Text):
            total += len(node.text.encode())
        elif isinstance(node, If):
            total += _size_of_condition(node)
        else:
            total += _TAG + (size(node.body) if isinstance(node, For) else 0)
    return total


def _size_of_condition(node: If) -> int:
    total = size(node.otherwise)
    for branch in reversed(node.branches):
        many = copies(branch.condition)
        total = many.then * (size(branch.body) + _TAG) + many.otherwise * total
    return total
