"""From what an editor wants to the text edits that make it so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from templates.source.edit import escape_text, remove_attribute, set_attribute, set_text
from templates.source.sides import Sides, set_sides
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import Element, SourceTree

_BREAK = re.compile(r"[\r\n]")
CONTENT = "#content"  # stands for the words in an element, beside its attributes
Wanted = str | Sides | None


def edits_for(
    tree: SourceTree, element: Element, attribute: str, wanted: Wanted, inherited: Mapping[str, str]
) -> list[TextEdit]:
    """Return the edits that give ``attribute`` the wanted value; None takes it away."""
    if attribute == CONTENT:
        return set_text(tree, element, _framed(tree, element, escape_text(wanted if isinstance(wanted, str) else "")))
    if isinstance(wanted, Sides):
        return set_sides(tree, element, attribute, wanted, inherited)
    if wanted is None:
        return remove_attribute(tree, element, attribute)
    return _whole(tree, element, attribute, set_attribute(tree, element, attribute, wanted))


def _framed(tree: SourceTree, element: Element, source: str) -> str:
    """Put ``source`` between the line breaks that stand around the words in the element."""
    content = tree.text[slice(*element.content)]
    words = content.strip()
    at = content.find(words) if words else len(content)
    before, after = content[:at], content[at + len(words) :]
    return f"{before if _BREAK.search(before) else ''}{source}{after if _BREAK.search(after) else ''}"


def reset_edits(tree: SourceTree, element: Element, attributes: Sequence[str]) -> list[TextEdit]:
    """Return the edits that take attributes away, with the white space before them."""
    return [edit for name in attributes for edit in remove_attribute(tree, element, name)]


def _whole(tree: SourceTree, element: Element, name: str, edits: list[TextEdit]) -> list[TextEdit]:
    """One edit of the whole value instead of its middle: the steps of a drag then always touch, and become one."""
    attribute = element.attribute(name)
    span = attribute.value_span if attribute else None
    if span is None or len(edits) != 1 or not span.start <= edits[0].start <= edits[0].end <= span.end:
        return edits
    (edit,) = edits
    inner = TextEdit(edit.start - span.start, edit.end - span.start, edit.text)
    return [TextEdit(*span, apply(tree.text[span.start : span.end], [inner]))]
