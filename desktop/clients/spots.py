"""Where in the template a tag of the mail is at home, and what that place is called."""

from __future__ import annotations

from desktop.clients.look import Explained
from desktop.models.component_names import component_name
from desktop.models.outline_rows import spelled
from templates.source.tree import Element, SourceTree

_HEAD = ("mj-style", "mj-attributes", "mj-head")
_OF_THE_HEAD = ("style", "head", "meta", "link", "title")


def source_of(explained: Explained, at: int | None, tag: str, tree: SourceTree) -> Element | None:
    """Return the component that made a tag of the mail's HTML; for style sheets the part of the head they are in."""
    node = tree.node(explained.places.node(at))
    if isinstance(node, Element):
        return node
    name = tag.partition(".")[0].partition("#")[0]
    names = _HEAD if name in _OF_THE_HEAD else ("mj-body",)
    return next((found[0] for name in names if (found := tree.elements(name))), None)


def spot_name(element: Element | None, tree: SourceTree) -> str:
    """Return what people call the place: the component, and the section that it is in."""
    if element is None:
        return ""
    around = (each for each in (element, *tree.ancestors(element)) if isinstance(each, Element))
    section = next((spelled(name) for each in around if (name := tree.name_of(each))), "")
    return " · ".join(filter(None, (section, component_name(element.name))))
