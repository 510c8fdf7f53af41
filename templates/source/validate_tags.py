"""Template tags in places where they do harm.

A preview and a sent mail run Jinja first, so there tags may stand almost everywhere. An export that keeps its tags
runs MJML first, and MJML computes with widths and counts columns: those findings have the scope ``export``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from templates.errors import TemplateError
from templates.source.finding import Finding
from templates.source.placed import Placed
from templates.source.tree import (
    Attribute,
    Element,
    JinjaBlock,
    JinjaBranch,
    JinjaOutput,
    JinjaStatement,
    SourceTree,
    Text,
    descendants,
)

ROWS = frozenset(["mj-section", "mj-group"])
_OF_BRAND = re.compile(r"(?:not\s+)?brand(?:\.\w+)+")
COMPUTED = frozenset(["mj-column", "mj-image"])  # MJML does arithmetic with the width of these


def tag_findings(tree: SourceTree, place: Placed) -> Iterator[Finding]:
    """Yield the tags in an element, or around it, that cannot do there what they say."""
    node = place.node
    if place.ending is not None or not isinstance(node, Element | JinjaBlock):
        return
    if isinstance(node, Element):
        yield from _include(node)
        yield from _width(tree, node)
    elif isinstance(node, JinjaBlock) and place.parent is not None:
        yield from _columns(tree, node, place.parent)
        yield from _carousel(node, place.parent)


def _include(element: Element) -> Iterator[Finding]:
    path = element.attribute("path") if element.name == "mj-include" else None
    if path is not None and path.dynamic:
        error = TemplateError(
            "The path of an include is fixed: {path} holds a template tag.",
            advice="Put a condition around two includes instead.",
            path=path.raw,
        )
        yield Finding(path.span, "tag-in-path", error)


def _width(tree: SourceTree, element: Element) -> Iterator[Finding]:
    if element.name not in COMPUTED:
        return
    for node in descendants(element.head):
        if isinstance(node, Attribute) and node.name == "width" and _undecided(tree, node):
            error = TemplateError(
                "The width of {element} holds a template tag, but MJML computes with it.",
                advice="Write a number.",
                element=element.name,
            )
            yield Finding(node.span, "tag-in-width", error, scope="export")


def _undecided(tree: SourceTree, node: Attribute | JinjaBranch) -> bool:
    """Whether a tag here waits for more than the brand, which an export writes in before MJML runs."""
    tags = [part for part in node.parts[: 1 if isinstance(node, JinjaBranch) else None] if not isinstance(part, Text)]
    return any(
        not isinstance(tag, JinjaOutput | JinjaStatement) or not _OF_BRAND.fullmatch(_expression(tree, tag))
        for tag in tags
    )


def _expression(tree: SourceTree, tag: JinjaOutput | JinjaStatement) -> str:
    return tree.text[slice(*tree.expression(tag))]


def _columns(tree: SourceTree, block: JinjaBlock, row: Element) -> Iterator[Finding]:
    """A row whose number of columns is decided later, and whose columns do not all say how wide they are."""
    if row.name not in ROWS or block.keyword not in {"if", "for"} or tree.blocks(block):
        return
    if not any(_undecided(tree, branch) for branch in block.branches if branch.statement.keyword != "else"):
        return
    columns = [one for one in tree.components_in(row.children) if one.name == "mj-column"]
    deciding = any(one.name == "mj-column" for one in tree.components_in([block]))
    if deciding and not all(one.attribute("width") for one in columns):
        error = TemplateError(
            "This condition or loop decides how many columns there are, but MJML computes their widths before.",
            advice="Give each column of the row a width, or put the condition around whole sections.",
        )
        yield Finding(block.branches[0].statement.span, "columns-in-block", error, scope="export")


def _carousel(block: JinjaBlock, parent: Element) -> Iterator[Finding]:
    if parent.name == "mj-carousel":
        error = TemplateError(
            "This condition or loop is lost: MJML counts the pictures of a carousel before.",
            advice="Put it around the whole carousel.",
        )
        yield Finding(block.branches[0].statement.span, "tag-in-carousel", error, scope="export")
