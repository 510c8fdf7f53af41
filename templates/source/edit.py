"""Every edit of a template, as a pure function from a tree to text edits. What an edit does not name stays as it is.

``source`` arguments are template source; use ``escape_text`` for plain words. Values of attributes are plain: they
are escaped here, their template tags are not.
"""

from __future__ import annotations

from typing import Literal

from templates.source.attributes import remove_attribute, set_attribute
from templates.source.blocks import set_expression, unwrap_condition, unwrap_loop, wrap_condition, wrap_loop
from templates.source.branches import add_branch, move_branch, move_into_branch, remove_branch, set_test
from templates.source.escape import escape_text
from templates.source.layout import (
    alone,
    begins_line,
    blank_line_around,
    contents,
    cut_lines,
    gap_start,
    indentation,
    indented,
    line_break,
    unit,
    whole,
)
from templates.source.loop import set_loop
from templates.source.rename import rename_class, rename_section
from templates.source.text_edit import TextEdit, apply, invert, replacement
from templates.source.tree import Attribute, Element, JinjaBranch, Node, SourceTree, Text

__all__ = [
    "TextEdit",
    "Where",
    "add_branch",
    "apply",
    "change_tag",
    "delete",
    "duplicate",
    "escape_text",
    "insert",
    "invert",
    "move",
    "move_branch",
    "move_into_branch",
    "remove_attribute",
    "remove_branch",
    "rename_class",
    "rename_section",
    "set_attribute",
    "set_expression",
    "set_loop",
    "set_test",
    "set_text",
    "unwrap_condition",
    "unwrap_loop",
    "whole",
    "wrap_condition",
    "wrap_loop",
]

Where = Literal["before", "after", "inside"]


def set_text(tree: SourceTree, node: Element | Text, source: str) -> list[TextEdit]:
    """Put ``source`` in the place of a text, or of everything in an element; one that closes itself is opened."""
    if isinstance(node, Text):
        return replacement(tree.text, node.start, node.end, source)
    if node.closing is None:
        return [_opened(tree, node, source)]
    return replacement(tree.text, *node.content, source)


def _opened(tree: SourceTree, element: Element, source: str) -> TextEdit:
    """The end of the opening tag, ``source`` and a closing tag, for an element without one."""
    start = element.open_end
    text = tree.text[element.start : start]
    if text.endswith(">"):
        slash = text.endswith("/>")
        start -= 2 if slash else 1
        start = gap_start(tree.text, start) if slash else start
    return TextEdit(start, element.end, f">{source}</{_name(tree, element)}>")


def _name(tree: SourceTree, element: Element) -> str:
    return tree.text[slice(*element.name_span)]


def change_tag(tree: SourceTree, element: Element, name: str) -> list[TextEdit]:
    """Give the element another name."""
    edits = replacement(tree.text, *element.name_span, name)
    if element.closing:
        start = element.closing.start + 2
        edits += replacement(tree.text, start, start + len(element.name), name)
    return edits


def insert(tree: SourceTree, anchor: Node, source: str, where: Where) -> list[TextEdit]:
    """Put ``source`` before or after ``anchor``, or inside it (an element or a branch) behind all that it holds.

    It gets lines of its own, indented as ``anchor`` is, where ``anchor`` has its own; inside a line it stays in line.
    """
    if where == "inside":
        return _insert_inside(tree, anchor, source)
    text, newline = tree.text, line_break(tree.text)
    if not alone(text, anchor.span):
        at = anchor.start if where == "before" else anchor.end
        return [TextEdit(at, at, indented(source, indentation(text, at), newline))]
    prefix = indentation(text, anchor.start)
    block = indented(source, prefix, newline)
    newline *= 1 + blank_line_around(text, anchor.span)
    if where == "before":
        return [TextEdit(anchor.start, anchor.start, f"{block}{newline}{prefix}")]
    return [TextEdit(anchor.end, anchor.end, f"{newline}{prefix}{block}")]


def _insert_inside(tree: SourceTree, anchor: Node, source: str) -> list[TextEdit]:
    if isinstance(anchor, JinjaBranch):
        return insert(tree, (contents(tree, anchor) or [anchor.statement])[-1], source, "after")
    if not isinstance(anchor, Element):
        return []
    if inside := contents(tree, anchor):
        return insert(tree, inside[-1], source, "after")
    text, newline = tree.text, line_break(tree.text)
    outer = indentation(text, anchor.start)
    if not begins_line(text, anchor.start):
        return set_text(tree, anchor, indented(source, outer, newline))
    inner = outer + unit(tree)
    return set_text(tree, anchor, f"{newline}{inner}{indented(source, inner, newline)}{newline}{outer}")


def delete(tree: SourceTree, node: Node) -> list[TextEdit]:
    """Take ``node`` out, with its lines when nothing else is in them. Of an attribute, the white space before goes."""
    if isinstance(node, Attribute):
        return [TextEdit(gap_start(tree.text, node.start), node.end, "")]
    return [TextEdit(*cut_lines(tree.text, node.span), "")]


def duplicate(tree: SourceTree, node: Node) -> list[TextEdit]:
    """Put a copy of ``node`` behind it."""
    text = tree.text
    if not alone(text, node.span):
        return [TextEdit(node.end, node.end, tree.source(node))]
    gap = line_break(text) * (1 + blank_line_around(text, node.span)) + indentation(text, node.start)
    return [TextEdit(node.end, node.end, f"{gap}{tree.source(node)}")]


def move(tree: SourceTree, node: Node, anchor: Node, where: Where, *, source: str = "") -> list[TextEdit]:
    """Take ``node`` out and put it before, after or inside ``anchor``; no edit when that is in ``node`` itself.

    White space is not moved: it belongs to its neighbours. ``source`` takes the place of the node's own, when what is
    put there needs something around it.
    """
    if node.start <= anchor.start < node.end or not tree.source(node).strip():
        return []
    if where == "inside" and isinstance(anchor, Element | JinjaBranch) and contents(tree, anchor)[-1:] == [node]:
        return []
    (cut,) = delete(tree, node)
    return [cut, *(_outside(edit, cut) for edit in insert(tree, anchor, source or tree.source(node), where))]


def _outside(edit: TextEdit, cut: TextEdit) -> TextEdit:
    """Return ``edit`` at the rim of ``cut`` when it is an insertion inside it: in white space that goes too."""
    if cut.start < edit.start < cut.end and edit.start == edit.end:
        return TextEdit(cut.end, cut.end, edit.text)
    return edit
