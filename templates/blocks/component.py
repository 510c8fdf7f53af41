"""Blocks that are no more than a few components: dropped into a column they need no section of their own."""

from __future__ import annotations

from templates.source.layout import indented
from templates.source.parse import parse
from templates.source.place import piece_of
from templates.source.tree import Element

_MOST = 3  # components: more are a section in their own right
_PLAIN = frozenset(["css-class", "padding"])  # what a section may say without being more than a frame


def component_of(source: str) -> str | None:
    """Return what the section ``source`` holds in its one column; None when it is more than a plain frame."""
    tree = parse(source)
    sections = [node for node in tree.nodes if isinstance(node, Element)]
    if [one.name for one in sections] != ["mj-section"] or tree.source(sections[0]) != source:
        return None
    columns = [node for node in sections[0].children if isinstance(node, Element)]
    if [one.name for one in columns] != ["mj-column"] or columns[0].head:
        return None
    if not {one.name for one in sections[0].attributes} <= _PLAIN:
        return None
    inside = source[slice(*columns[0].content)]
    piece = piece_of(inside)
    return indented(inside, "", "\n") if piece and len(piece.names) <= _MOST else None
