"""Setting and removing attributes: quotes, layout and everything else in the opening tag stay as they are."""

from __future__ import annotations

import re

from templates.source.escape import escape_value
from templates.source.layout import gap_start
from templates.source.text_edit import TextEdit, replacement
from templates.source.tree import Attribute, Element, SourceTree, descendants

DOUBLE = '"'
_UNQUOTED = re.compile(r"[^\s\"'<>=`{}/&]+")


def set_attribute(tree: SourceTree, element: Element, name: str, value: str) -> list[TextEdit]:
    """Give the attribute the plain ``value``, wherever it is written in the element; add it where it is not."""
    found = _written(element, name)
    if not found:
        return [_new_attribute(tree, element, name, value)]
    return [edit for attribute in found for edit in _set_value(tree, attribute, value)]


def _written(element: Element, name: str) -> list[Attribute]:
    """The attribute that counts; where there are only conditional ones, all of them."""
    if direct := element.attribute(name):
        return [direct]
    return [node for node in descendants(element.head) if isinstance(node, Attribute) and node.name == name]


def _set_value(tree: SourceTree, attribute: Attribute, value: str) -> list[TextEdit]:
    if attribute.value == value and attribute.value_span:
        return []
    if attribute.value_span is None:
        return [TextEdit(attribute.end, attribute.end, f'="{escape_value(value, DOUBLE)}"')]
    start, end = attribute.value_span
    quote = attribute.quote
    if quote and not _closed(tree, attribute):
        return [TextEdit(start, end, f"{escape_value(value, quote)}{quote}")]
    if quote:
        return replacement(tree.text, start, end, escape_value(value, quote))
    if _UNQUOTED.fullmatch(value):
        return [TextEdit(start, end, escape_value(value, DOUBLE))]
    return [TextEdit(start, end, f'"{escape_value(value, DOUBLE)}"')]


def _closed(tree: SourceTree, attribute: Attribute) -> bool:
    span = attribute.value_span
    return span is not None and attribute.end > span.end and tree.text[span.end] == attribute.quote


def _new_attribute(tree: SourceTree, element: Element, name: str, value: str) -> TextEdit:
    """Add an attribute behind the last one, in a line of its own where that has one."""
    at = element.head[-1].end if element.head else element.name_span.end
    gap = " "
    if element.head:
        last = element.head[-1]
        before = tree.text[: last.start]
        space = before[len(before.rstrip(" \t\r\n")) :]
        gap = space if "\n" in space or "\r" in space else " "
    return TextEdit(at, at, f'{gap}{name}="{escape_value(value, DOUBLE)}"')


def remove_attribute(tree: SourceTree, element: Element, name: str) -> list[TextEdit]:
    """Take every attribute of that name out of the element, with the white space before it."""
    found = [node for node in descendants(element.head) if isinstance(node, Attribute) and node.name == name]
    return [TextEdit(gap_start(tree.text, node.start), node.end, "") for node in found]
