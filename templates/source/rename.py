"""New names for sections and classes, wherever the old one is used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from templates.source.attributes import set_attribute
from templates.source.text_edit import TextEdit
from templates.source.tree import LABEL, Attribute, Element, Node, SourceTree, Span, Text, descendants

ClassKind = Literal["css-class", "mj-class"]
# Where each kind of class is used and (for mj-class) defined.
_ATTRIBUTES = {"css-class": frozenset(["css-class", "class"]), "mj-class": frozenset(["mj-class"])}
_STYLES = frozenset(["mj-style", "style"])


def rename_section(tree: SourceTree, element: Element, name: str) -> list[TextEdit]:
    """Label a section: ``css-class="mw-s-<name>"`` in place of its label so far; an empty name takes it away."""
    slug = slug_of(name)
    words = element.value("css-class").split()
    label = [f"{LABEL}{slug}"] if slug else []
    at = next((index for index, word in enumerate(words) if word.startswith(LABEL)), None)
    if at is None:
        words += label
    else:
        words[at : at + 1] = label
    return set_attribute(tree, element, "css-class", " ".join(words))


def slug_of(name: str) -> str:
    """Return ``name`` as a label is written: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def rename_class(tree: SourceTree, old: str, new: str, *, kind: ClassKind = "css-class") -> list[TextEdit]:
    """Rename a class in every attribute that names it, and where it is defined: style rules, or mj-class."""
    word = re.compile(rf"(?<![^\s]){re.escape(old)}(?![^\s])")
    selector = re.compile(rf"\.{re.escape(old)}(?![\w-])")
    edits: list[TextEdit] = []
    for element in (node for node in tree.walk() if isinstance(node, Element)):
        for value in _class_values(element, kind):
            edits += _replaced(tree, value, word, new)
        if kind == "css-class" and element.name in _STYLES:
            for text in (node for node in element.children if isinstance(node, Text)):
                edits += _replaced(tree, text.span, selector, f".{new}")
        if kind == "css-class" and element.name == "mj-selector" and (path := element.attribute("path")):
            edits += _replaced(tree, path.value_span, selector, f".{new}")
    return edits


def _class_values(element: Element, kind: ClassKind) -> Iterator[Span]:
    names = _ATTRIBUTES[kind]
    if kind == "mj-class" and element.name == "mj-class":
        names |= {"name"}
    for attribute in _attributes(element):
        if attribute.name in names and attribute.value_span:
            texts: list[Node] = [part for part in attribute.children if isinstance(part, Text)]
            yield from [part.span for part in texts] if attribute.children else [attribute.value_span]


def _attributes(element: Element) -> Iterator[Attribute]:
    return (node for node in descendants(element.head) if isinstance(node, Attribute))


def _replaced(tree: SourceTree, span: Span | None, pattern: re.Pattern[str], new: str) -> Iterator[TextEdit]:
    if span is None:
        return
    for match in pattern.finditer(tree.text[span.start : span.end]):
        yield TextEdit(span.start + match.start(), span.start + match.end(), new)
