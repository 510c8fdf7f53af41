"""The conditions and loops around a component: which branch it stands in, and whether it has it to itself."""

from __future__ import annotations

from dataclasses import dataclass

from templates.source.layout import contents
from templates.source.tree import Element, JinjaBlock, JinjaBranch, JinjaStatement, Node, SourceTree


@dataclass(frozen=True, eq=False)
class Around:
    """A condition or loop around a component that stands in the branch of that ``number``.

    ``own``: the branch holds the component (with what is closer around it) and nothing else, so that a change of it
    concerns no other component.
    """

    block: JinjaBlock
    number: int
    own: bool

    @property
    def branch(self) -> JinjaBranch:
        """The branch in which the component stands."""
        return self.block.branches[self.number]

    @property
    def statement(self) -> JinjaStatement:
        """The tag with which that branch begins."""
        return self.branch.statement

    @property
    def is_loop(self) -> bool:
        """Whether it repeats the component; the else of a loop does not."""
        return self.block.keyword == "for" and self.number == 0


def blocks_around(tree: SourceTree, node: Node) -> list[Around]:
    """Return the conditions and loops around a component, up to the next one, from the inside out."""
    found: list[Around] = []
    inner, own = node, True
    for block in tree.blocks(node):
        number = next(at for at, branch in enumerate(block.branches) if branch.start <= node.start < branch.end)
        own = own and contents(tree, block.branches[number]) == [inner]
        if block.keyword in {"if", "for"}:
            found.append(Around(block, number, own))
        inner = block
    return found


def own_condition(tree: SourceTree, node: Node) -> Around | None:
    """Return the innermost condition of which a component has a branch to itself."""
    return next((one for one in blocks_around(tree, node) if one.own and one.block.keyword == "if"), None)


def own_loop(tree: SourceTree, node: Node) -> Around | None:
    """Return the innermost loop that repeats a component and nothing else."""
    return next((one for one in blocks_around(tree, node) if one.own and one.is_loop), None)


def component_in(tree: SourceTree, branch: JinjaBranch) -> Element | None:
    """Return the first component in a branch."""
    return next(tree.components_in(branch.children), None)
