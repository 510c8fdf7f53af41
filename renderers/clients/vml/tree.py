"""Taking elements apart in one pass over the mail: lxml looks at a whole subtree each time that one is moved."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from renderers.clients.html.marks import MARK
from renderers.clients.html.tree import Element, new
from renderers.clients.vml.names import DRAWN

_GONE = "mw-gone"


def dissolve(element: Element) -> None:
    """Have the element's content take its place when ``swept`` is called."""
    element.attrib.clear()
    element.tag = _GONE


def sweep(root: Element) -> None:
    """Put the content of dissolved elements in their place."""
    etree.strip_tags(root, _GONE)


def empty(element: Element) -> Element:
    """Return an element of the same name and attributes that stands before it and holds nothing; dissolve it itself."""
    bare = new(element.tag, element.attrib.items())
    element.addprevious(bare)
    dissolve(element)
    return bare


def become(element: Element, tag: str, css: Iterable[tuple[str, str]], **attributes: str) -> None:
    """Make it another element with the same content and mark, this style, and no attributes but these."""
    kept = {MARK: element.get(MARK, "")} if MARK in element.attrib else {}
    element.attrib.clear()
    element.tag = tag
    for name, value in {**kept, **attributes}.items():
        element.set(name, value)
    style(element, css)


def style(element: Element, css: Iterable[tuple[str, str]]) -> None:
    """Add to the element's style, and mark it as drawn."""
    # Both come last: the style of what is drawn is set aside and comes back when the mail is shown once more.
    said = (element.attrib.pop("style", "") or "").rstrip("; ")
    element.attrib.pop(DRAWN, None)
    element.set(DRAWN, "")
    element.set("style", ";".join((*([said] if said else ()), *(f"{name}:{value}" for name, value in css))))
