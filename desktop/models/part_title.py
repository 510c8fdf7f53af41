"""What one component of a mail is called where there is room for a name only."""

from __future__ import annotations

from desktop.models.component_names import component_name
from desktop.models.outline_rows import spelled, words_of
from templates.source.tree import Element, SourceTree


def part_title(tree: SourceTree, element: Element) -> str:
    """Return its label, else the file that it includes, else what it is."""
    label = tree.name_of(element)
    if label:
        return spelled(label)
    included = words_of(tree, element) if element.name == "mj-include" else ""
    return included or component_name(element.name)
