"""The nodes of a mail's structure with what MJML will see around them, Jinja's blocks thought away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from templates.source.schema import ENDING
from templates.source.tree import Element, JinjaBlock, JinjaBranch, Node, SourceTree


class Placed(NamedTuple):
    """A node in the content of ``parent`` (None at the top).

    ``ending`` is the component around it whose content is HTML; ``block`` the innermost condition or loop between it
    and its parent.
    """

    node: Node
    parent: Element | None
    ending: Element | None
    block: JinjaBlock | None


def placed(tree: SourceTree) -> Iterator[Placed]:
    """Yield every node of the content in document order, branches and blocks among them."""
    stack = [Placed(node, None, None, None) for node in reversed(tree.nodes)]
    while stack:
        one = stack.pop()
        yield one
        node = one.node
        if isinstance(node, Element):
            ending = one.ending or (node if node.name in ENDING else None)
            stack.extend(Placed(child, node, ending, None) for child in reversed(node.children))
        elif isinstance(node, JinjaBlock | JinjaBranch):
            block = node if isinstance(node, JinjaBlock) else one.block
            stack.extend(Placed(part, one.parent, one.ending, block) for part in reversed(node.parts))
