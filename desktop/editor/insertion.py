"""Where a block or a module goes that is inserted without being dropped somewhere."""

from __future__ import annotations

from desktop import structure
from desktop.document import OpenDocument
from templates.source.edit import Where
from templates.source.tree import Element, SourceTree


def insert_below(document: OpenDocument, source: str, *, origin: str, footer: bool = False) -> bool:
    """Put ``source`` below the section in which something is selected; with nothing selected to the end.

    A wrapper counts as one section: what is in it is somebody's group. ``footer`` belongs to the footer.
    """
    tree = document.tree
    selected = structure.element_of(document)
    anchor = _section_around(tree, selected) if selected else None
    if anchor is not None:
        return structure.insert_block(document, source, anchor.id, "after", origin=origin)
    node_id, where = end_of(tree, footer=footer)
    document.select(0, origin)  # an insertion without an anchor looks at what is selected
    return structure.insert_block(document, source, node_id, where, origin=origin)


def end_of(tree: SourceTree, *, footer: bool = False) -> tuple[int, Where]:
    """Return the anchor (0: none) at the end of the mail: above its footer, for what is no ``footer`` itself."""
    sections = tree.sections()
    last = sections[-1] if sections else None
    if last is None or footer:
        return 0, "after"
    return (last.id, "before") if "footer" in f"{last.value('path')} {last.value('css-class')}" else (0, "after")


def _section_around(tree: SourceTree, element: Element) -> Element | None:
    around = {one.id for one in (element, *tree.ancestors(element))}
    return next((section for section in tree.sections() if section.id in around), None)
