"""Which nodes of a template fill several lines, so that all but the first and the last can be hidden."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from templates.source.tree import Comment, Element, JinjaBlock, Node, SourceTree


class Fold(NamedTuple):
    """The node ``node`` stands in the lines from ``first`` to ``last``, counted from 0; those between can be hidden."""

    node: int
    first: int
    last: int


def folds(tree: SourceTree, starts: Sequence[int]) -> list[Fold]:
    """Return what can be folded, one for each first line, the outermost. ``starts`` are the offsets of the lines."""
    found: dict[int, Fold] = {}
    stack = list(reversed(tree.nodes))
    while stack:
        node = stack.pop()
        stack.extend(reversed(_inside(node)))
        if isinstance(node, Element | JinjaBlock | Comment):
            first, last = _line(starts, node.start), _line(starts, node.end - 1)
            if last > first + 1:
                found.setdefault(first, Fold(node.id, first, last))
    return [found[line] for line in sorted(found)]


def _inside(node: Node) -> Sequence[Node]:
    return node.children if isinstance(node, Element) else node.parts


def _line(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1
