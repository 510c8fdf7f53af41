"""One step up or down: where a component goes when it is moved by a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from templates.source.edit import Where
from templates.source.layout import contents
from templates.source.tree import Element, JinjaBlock, JinjaBranch, Node, SourceTree

Direction = Literal[-1, 1]


@dataclass(frozen=True)
class Step:
    """Put ``node`` before, after or inside ``anchor``; ``condition`` are the tags that go with it, begin and end."""

    node: Node
    anchor: Node
    where: Where
    condition: tuple[str, str] | None = None


def step_of(tree: SourceTree, element: Element, by: Direction) -> Step | None:
    """Return the step of ``element`` with the blocks that hold nothing else; None where it is the first or last.

    It passes a block as a whole. It leaves a condition with a copy of it, and a loop never: what it shows stays the
    same. At the edge of a column it goes into the next one.
    """
    unit = _movable(tree, element)
    side: Where = "before" if by < 0 else "after"
    row = [node for node in tree.siblings(unit) if _solid(tree, node)]
    at = row.index(unit) + by
    if 0 <= at < len(row):
        return Step(unit, row[at], side)
    above = tree.parent(unit)
    if isinstance(above, JinjaBranch):
        return _out_of_condition(tree, unit, above, side)
    if isinstance(above, Element) and above.name == "mj-wrapper":
        return Step(unit, _movable(tree, above), side)
    if isinstance(above, Element) and above.name == "mj-column":
        return _into_next_column(tree, unit, above, by)
    return None


def _movable(tree: SourceTree, element: Element) -> Node:
    """The element, or the blocks around it (if, else and all) in which it has its branch to itself."""
    node: Node = element
    while True:
        branch = tree.parent(node)
        block = tree.parent(branch) if branch else None
        if not isinstance(branch, JinjaBranch) or block is None or contents(tree, branch) != [node]:
            return node
        node = block


def _solid(tree: SourceTree, node: Node) -> bool:
    return next(tree.components_in([node]), None) is not None


def _out_of_condition(tree: SourceTree, unit: Node, branch: JinjaBranch, side: Where) -> Step | None:
    block = tree.parent(branch)
    if not isinstance(block, JinjaBlock) or block.keyword != "if" or len(block.branches) > 1:
        return None
    return Step(unit, block, side, (tree.source(branch.statement), tree.source(block.ending)))


def _into_next_column(tree: SourceTree, unit: Node, column: Element, by: Direction) -> Step | None:
    columns = tree.elements(column.name)
    at = columns.index(column) + by
    if not 0 <= at < len(columns):
        return None
    inside = contents(tree, columns[at])
    return Step(unit, inside[0], "before") if by > 0 and inside else Step(unit, columns[at], "inside")


def parent_of(tree: SourceTree, element: Element) -> Element | None:
    """Return what a component stands in; None at the top, and for what is not of the mail's body."""
    above = next((node for node in tree.ancestors(element) if isinstance(node, Element)), None)
    return above if above is not None and above.name != "mjml" else None


def neighbour(tree: SourceTree, element: Element, by: Direction) -> Element | None:
    """Return the component before or after another one in what both stand in, across conditions and loops."""
    above = next((node for node in tree.ancestors(element) if isinstance(node, Element)), None)
    row = list(tree.components_in(above.children if above else tree.nodes))
    at = row.index(element) + by if element in row else -1
    return row[at] if 0 <= at < len(row) else None
