"""Marks for the canvas: every component of the body gets the class ``mw-n-<node id>``: a click finds its source.

Only the text that a canvas builds is marked. A mark is an insertion into the text; typing words moves it along, so
that the next picture of the mail need not wait for a new tree. In MJML a ``css-class`` of its own hides the one that a
component gets from its classes or from mj-attributes, so a mark repeats it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from templates.source.inherited import Defaults
from templates.source.parse import parse
from templates.source.placed import placed
from templates.source.schema import component
from templates.source.text_edit import TextEdit, in_order
from templates.source.tree import Attribute, Element, SourceTree, descendants

MARK = "mw-n-"
_MARKUP = re.compile(r"""[<>{}%#"'/]""")  # characters that may make other components of a text
_DECIDING = re.compile(r"""\b(?:mj-class|path)\s*=\s*["'][^"'<>]*\Z""")  # values that decide what is inherited
_UNSAFE = re.compile(r"""["&<>]""")  # not to be repeated in a value: text that is written anew could end it
_NOTHING = Defaults({}, {}, {})


@dataclass(frozen=True)
class Marks:
    """What to insert where: offsets in the order of the text, and a text for each."""

    places: tuple[int, ...]
    texts: tuple[str, ...]

    def into(self, text: str) -> str:
        """Return ``text`` with the marks in it."""
        parts = [text[: self.places[0]]] if self.places else [text]
        for (start, end), mark in zip(pairwise((*self.places, len(text))), self.texts, strict=True):
            parts += (mark, text[start:end])
        return "".join(parts)

    def after(self, before: str, edits: Sequence[TextEdit]) -> Marks | None:
        """Return the marks of the text that ``edits`` make of ``before``; None when they touch more than words."""
        places = list(self.places)
        moved = 0
        for edit in in_order(edits):
            if _MARKUP.search(edit.text) or _MARKUP.search(before, edit.start, edit.end) or _decides(before, edit):
                return None
            first = bisect_left(places, edit.start + moved)
            if bisect_right(places, edit.end + moved) != first and edit.end != edit.start:
                return None
            growth = len(edit.text) - (edit.end - edit.start)
            if growth:
                places[first:] = [place + growth for place in places[first:]]
            moved += growth
        return Marks(tuple(places), self.texts)


def marks(tree: SourceTree, defaults: Defaults = _NOTHING) -> Marks:
    """Return the marks of every component that ends up as an HTML element; ``defaults`` are those of the mail."""
    return _in_order(_marks(tree, defaults))


def marked_include(text: str, node_id: int, defaults: Defaults = _NOTHING) -> str:
    """Return an included text with its outermost components marked as the mj-include of ``node_id``."""
    tree = parse(text)
    found = (_mark(tree, element, node_id, defaults) for element in tree.sections() if _is_body(element))
    return _in_order(mark for mark in found if mark).into(text)


def _decides(before: str, edit: TextEdit) -> bool:
    """Return whether words are about what other components inherit."""
    if edit.start < before.rfind("</mj-attributes>"):
        return True
    return _DECIDING.search(before, max(0, before.rfind("<", 0, edit.start)), edit.start) is not None


def _in_order(found: Iterator[tuple[int, str]]) -> Marks:
    ordered = sorted(found)
    return Marks(tuple(place for place, _ in ordered), tuple(text for _, text in ordered))


def _marks(tree: SourceTree, defaults: Defaults) -> Iterator[tuple[int, str]]:
    for one in placed(tree):
        node = one.node
        if not isinstance(node, Element):
            continue
        if node.name == "mj-raw" and one.ending is None:
            for child in tree.components_in(node.children):
                if mark := _mark(tree, child, node.id, _NOTHING, "class"):
                    yield mark
        elif one.ending is None and _is_body(node) and (mark := _mark(tree, node, node.id, defaults)):
            yield mark


def _is_body(element: Element) -> bool:
    known = component(element.name)
    return known is not None and known.kind == "body" and element.name not in {"mj-body", "mj-raw"}


def _mark(
    tree: SourceTree, element: Element, node_id: int, defaults: Defaults, attribute: str = "css-class"
) -> tuple[int, str] | None:
    """Return where and how to mark one element; None where its class cannot be known."""
    named = [node for node in descendants(element.head) if isinstance(node, Attribute) and node.name == attribute]
    if not named:
        mark = f"{_inherited(tree, element, defaults)}{MARK}{node_id}"
        return element.name_span.end, f' {attribute}="{mark}"'
    own = element.attribute(attribute)
    if own is None or own.value_span is None or not own.quote:
        return None
    return own.value_span.end, f" {MARK}{node_id}"


def _inherited(tree: SourceTree, element: Element, defaults: Defaults) -> str:
    """Return the classes that ``element`` gets without writing any, and a blank."""
    found = defaults.inherited(tree, element).get("css-class") if defaults is not _NOTHING else None
    return f"{found.value} " if found and not _UNSAFE.search(found.value) else ""
