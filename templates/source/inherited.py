"""What an attribute is worth where it is not written: from a class, from mj-attributes, from the parent, from MJML.

The order is MJML's own, the later one wins: MJML's default, mj-all, what some parents pass on, the component's line in
mj-attributes, the element's mj-class (of several the last), what an outer mj-class says about such children.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from templates.errors import MailwrightError
from templates.source.layout import line_start
from templates.source.parse import parse
from templates.source.schema import component
from templates.source.tree import Element, Node, SourceTree

Include = Callable[[str, str], tuple[str, str]]  # (path, id of the including file) -> (text, id)
OriginKind = Literal["default", "all", "parent", "component", "class", "class-child"]

DEPTH = 10
_SETTINGS = frozenset(["mj-breakpoint"])
_ICONS = (
    "border icon-align icon-width icon-height icon-position icon-wrapped-url icon-wrapped-alt icon-unwrapped-url"
    " icon-unwrapped-alt font-family"
)
_SOCIAL = (
    "border border-radius color font-family font-size font-weight font-style icon-size icon-height icon-padding"
    " text-padding line-height text-decoration"
)
# Attributes that a parent passes on: by the parent's name, the child's attribute and the parent's.
PASSED_ON: Mapping[str, Mapping[str, str]] = {
    "mj-social": {**{name: name for name in _SOCIAL.split()}, "padding": "inner-padding"},
    "mj-accordion": {name: name for name in _ICONS.split()},
    "mj-accordion-element": {"font-family": "font-family"},
    "mj-carousel": {name: name for name in ("border-radius", "tb-border", "tb-border-radius")},
}


@dataclass(frozen=True)
class Origin:
    """Where a value comes from: ``name`` is the class or component that says it.

    ``file`` and ``line`` (from 1) say where it is written; "" and 0 for MJML's defaults and what a parent passes on.
    """

    kind: OriginKind
    name: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True)
class Inherited:
    """The value of an attribute that the element does not write."""

    value: str
    origin: Origin


Values = Mapping[str, Inherited]
_Table = dict[str, dict[str, Inherited]]


@dataclass(frozen=True)
class Defaults:
    """What a mail's head says about attributes: its mj-attributes, those of included parts too."""

    components: Mapping[str, Values]
    """By component; ``mj-all`` is one of them."""
    classes: Mapping[str, Values]
    children: Mapping[tuple[str, str], Values]
    """By class and component: what the class says about such components inside."""
    settings: Mapping[str, Values] = field(default_factory=dict)
    """By element (``mj-breakpoint``): what the heads say of the mail as a whole, the last one of them."""

    def inherited(self, tree: SourceTree, element: Element) -> dict[str, Inherited]:
        """Return every attribute of ``element`` that is worth something without being written there."""
        found = _mjml(element.name)
        found.update(self.components.get("mj-all", {}))
        found.update(self._passed_on(tree, element))
        found.update(self.components.get(element.name, {}))
        found.update(self._of_classes(_classes(element)))
        for name in _outer_classes(tree, element):
            found.update(self.children.get((name, element.name), {}))
        return found

    def effective(self, tree: SourceTree, element: Element) -> dict[str, str]:
        """Return every attribute of ``element`` with what it is worth, written or not."""
        found = {name: one.value for name, one in self.inherited(tree, element).items()}
        found.update((one.name, one.value) for one in reversed(element.attributes))
        return found

    def _of_classes(self, names: Sequence[str]) -> dict[str, Inherited]:
        found: dict[str, Inherited] = {}
        for name in names:
            values = dict(self.classes.get(name, {}))
            if "css-class" in found and "css-class" in values:  # the one attribute that adds up
                both = f"{found['css-class'].value} {values['css-class'].value}"
                values["css-class"] = Inherited(both, values["css-class"].origin)
            found.update(values)
        return found

    def _passed_on(self, tree: SourceTree, element: Element) -> dict[str, Inherited]:
        parent = _parent(tree, element)
        names = PASSED_ON.get(parent.name, {}) if parent else {}
        if parent is None or not names:
            return {}
        known, values = component(element.name), self.effective(tree, parent)
        origin = Origin("parent", parent.name)
        return {
            name: Inherited(values[theirs], origin)
            for name, theirs in names.items()
            if values.get(theirs) and known and name in known.attributes
        }


def _mjml(name: str) -> dict[str, Inherited]:
    """MJML's own defaults; its table holds more than attributes."""
    known = component(name)
    if known is None:
        return {}
    given = {attribute: known.defaults.get(attribute) for attribute in known.attributes}
    return {attribute: Inherited(value, Origin("default")) for attribute, value in given.items() if value is not None}


def _parent(tree: SourceTree, element: Element) -> Element | None:
    return next((node for node in tree.ancestors(element) if isinstance(node, Element)), None)


def _classes(element: Element) -> list[str]:
    return element.value("mj-class").split()


def _outer_classes(tree: SourceTree, element: Element) -> list[str]:
    """The classes of the nearest element around that has any."""
    for node in tree.ancestors(element):
        if isinstance(node, Element) and node.attribute("mj-class"):
            return _classes(node)
    return []


def defaults(tree: SourceTree, file: str = "", include: Include | None = None) -> Defaults:
    """Gather what ``tree``, the file whose id is ``file``, and the parts that it includes say in their heads.

    Parts that cannot be read are passed over: the compiler says so.
    """
    reader = _Reader(include)
    reader.read(_File(tree, file, (file,)))
    return Defaults(reader.components, reader.classes, reader.children, reader.settings)


@dataclass(frozen=True)
class _File:
    tree: SourceTree
    name: str
    opened: tuple[str, ...]

    def values(self, element: Element, kind: OriginKind, name: str) -> dict[str, Inherited]:
        """Return the attributes of ``element``; of one written twice the first, as MJML reads it."""
        found: dict[str, Inherited] = {}
        for attribute in reversed(element.attributes):
            line = self.tree.text.count("\n", 0, line_start(self.tree.text, attribute.start)) + 1
            found[attribute.name] = Inherited(attribute.value, Origin(kind, name, self.name, line))
        return found


@dataclass
class _Reader:
    """Walks heads in the order in which MJML sees them: what whole documents bring along comes at the end."""

    include: Include | None
    components: _Table = field(default_factory=dict)
    classes: _Table = field(default_factory=dict)
    children: dict[tuple[str, str], dict[str, Inherited]] = field(default_factory=dict)
    settings: _Table = field(default_factory=dict)
    late: list[tuple[_File, Sequence[Node]]] = field(default_factory=list)

    def read(self, file: _File) -> None:
        for head in file.tree.elements("mj-head")[:1]:
            self._head(file, head.children)
        self._body(file)
        for part, nodes in self.late:  # grows while it is read
            self._head(part, nodes)

    def _body(self, file: _File) -> None:
        for element in file.tree.elements("mj-include"):
            above = [node.name for node in file.tree.ancestors(element) if isinstance(node, Element)]
            part = None if "mj-head" in above else self._opened(file, element)
            if part is not None:
                self._body(part)

    def _head(self, file: _File, nodes: Sequence[Node]) -> None:
        for owner, element in self._flat(file, nodes):
            if element.name == "mj-attributes":
                for inner, one in self._flat(owner, element.children):
                    self._definition(inner, one)
            elif element.name in _SETTINGS:
                self.settings[element.name] = owner.values(element, "component", element.name)

    def _flat(self, file: _File, nodes: Sequence[Node]) -> Iterator[tuple[_File, Element]]:
        """Yield the elements of a row with their files, those of includes in place."""
        for element in file.tree.components_in(nodes):
            if element.name != "mj-include":
                yield file, element
            elif part := self._opened(file, element):
                yield from self._flat(part, () if part.tree.elements("mjml") else part.tree.nodes)

    def _opened(self, file: _File, element: Element) -> _File | None:
        """Return the included file; the head of a whole document is put aside."""
        if self.include is None or element.value("type", "mjml") != "mjml" or len(file.opened) > DEPTH:
            return None
        try:
            text, name = self.include(element.value("path"), file.name)
        except MailwrightError:
            return None
        if name in file.opened:
            return None
        part = _File(parse(text), name, (*file.opened, name))
        self.late += [(part, head.children) for head in part.tree.elements("mj-head")[:1]]
        return part

    def _definition(self, file: _File, element: Element) -> None:
        if element.name != "mj-class":
            kind: OriginKind = "all" if element.name == "mj-all" else "component"
            self.components.setdefault(element.name, {}).update(file.values(element, kind, element.name))
            return
        name = element.value("name")
        values = file.values(element, "class", name)
        values.pop("name", None)
        self.classes.setdefault(name, {}).update(values)
        for child in file.tree.components_in(element.children):  # said again, it replaces all that was said
            self.children[name, child.name] = file.values(child, "class-child", name)
