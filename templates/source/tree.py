"""The tree over a template's text: what stands where. It holds places, not copies; unparsing is the text itself.

Children tile what they are in: the content of an element, a branch, a comment or a value with tags is exactly its
children, one after the other. Jinja comes first: a block is a node, and an element that begins in a branch ends in it
at the latest. Blocks whose tags do not stand side by side (in two comments, say) stay single statements.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Literal, NamedTuple, TypeAlias

CommentKind = Literal["comment", "declaration", "cdata", "jinja"]
Flaw = Literal[
    "unclosed-element",
    "crossed",
    "stray-end",
    "unclosed-tag",
    "unclosed-quote",
    "unclosed-comment",
    "unclosed-jinja",
    "unclosed-block",
    "stray-statement",
    "junk",
]


class Span(NamedTuple):
    """The characters from ``start`` up to, without, ``end``; offsets into the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """What every node has: an id that outlives edits elsewhere, and its place."""

    id: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The whole node."""
        return Span(self.start, self.end)

    @property
    def parts(self) -> tuple[Node, ...]:
        """The nodes directly in this one, in the order of the text."""
        return ()


@dataclass(frozen=True, slots=True, eq=False)
class Text(_Placed):
    """Characters that are neither markup nor template tag; entities stand as they were written."""


@dataclass(frozen=True, slots=True, eq=False)
class Comment(_Placed):
    """A comment (conditional ones too), CDATA section, declaration or ``{# … #}``; the tags in it are ``children``."""

    kind: CommentKind
    children: tuple[Node, ...] = ()

    @property
    def parts(self) -> tuple[Node, ...]:
        """Its text and tags; nothing when it holds no tag."""
        return self.children


@dataclass(frozen=True, slots=True, eq=False)
class JinjaOutput(_Placed):
    """``{{ … }}``."""


@dataclass(frozen=True, slots=True, eq=False)
class JinjaStatement(_Placed):
    """``{% … %}``, alone or the tag of a branch or an end; ``keyword`` is its first word."""

    keyword: str


@dataclass(frozen=True, slots=True, eq=False)
class Error(_Placed):
    """Characters with no meaning where they stand; what is wrong is in ``SourceTree.flaws``."""


@dataclass(frozen=True, slots=True, eq=False)
class JinjaBranch(_Placed):
    """A statement and what follows it up to the next one of its block."""

    statement: JinjaStatement
    children: tuple[Node, ...]

    @property
    def parts(self) -> tuple[Node, ...]:
        """Statement and content."""
        return (self.statement, *self.children)


@dataclass(frozen=True, slots=True, eq=False)
class JinjaBlock(_Placed):
    """``{% if %}`` … ``{% endif %}`` and its kind; ``keyword`` is if, for, raw, set, block, macro, call, filter …"""

    keyword: str
    branches: tuple[JinjaBranch, ...]
    ending: JinjaStatement

    @property
    def parts(self) -> tuple[Node, ...]:
        """Branches and the ending statement."""
        return (*self.branches, self.ending)


@dataclass(frozen=True, slots=True, eq=False)
class Attribute(_Placed):
    """An attribute of an opening tag; ``name`` as written, ``raw`` the value as written, without its quotes.

    ``value_start`` is where the value begins, -1 where the name stands alone. ``children`` are there only when the
    name or the value holds template tags; then those of the value tile it.
    """

    name: str
    raw: str
    value_start: int
    quote: str
    children: tuple[Node, ...] = ()

    @property
    def value(self) -> str:
        """The value, entities decoded; template tags stand in it as they are."""
        return unescape(self.raw)

    @property
    def value_span(self) -> Span | None:
        """The characters of the value inside its quotes."""
        return None if self.value_start < 0 else Span(self.value_start, self.value_start + len(self.raw))

    @property
    def dynamic(self) -> bool:
        """Whether a template tag decides its name or value."""
        return bool(self.children)

    @property
    def parts(self) -> tuple[Node, ...]:
        """The tags in its name, then text and tags of its value."""
        return self.children


@dataclass(frozen=True, slots=True, eq=False)
class Element(_Placed):
    """An element of MJML or HTML; ``name`` in lower case.

    ``head`` is what stands in the opening tag: attributes, and template tags around them. ``open_end`` is where the
    opening tag ends, ``close_start`` where the closing tag begins: -1 without one.
    """

    name: str
    head: tuple[Node, ...]
    children: tuple[Node, ...]
    open_end: int
    close_start: int = -1
    empty: bool = False  # closes itself (`/>`), or is one that never has content

    @property
    def opening(self) -> Span:
        """The opening tag."""
        return Span(self.start, self.open_end)

    @property
    def name_span(self) -> Span:
        """The name in the opening tag."""
        return Span(self.start + 1, self.start + 1 + len(self.name))

    @property
    def closing(self) -> Span | None:
        """The closing tag; None for an element that has none, by right or by mistake."""
        return None if self.close_start < 0 else Span(self.close_start, self.end)

    @property
    def content(self) -> Span:
        """What is between the tags."""
        return Span(self.open_end, self.end if self.close_start < 0 else self.close_start)

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes that are always there; not those in a condition between attributes."""
        return tuple(node for node in self.head if isinstance(node, Attribute))

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute of that name; of several the first, which is the one that counts."""
        return next((node for node in self.head if isinstance(node, Attribute) and node.name == name), None)

    def value(self, name: str, default: str = "") -> str:
        """Return the decoded value of the attribute ``name``."""
        found = self.attribute(name)
        return default if found is None else found.value

    @property
    def parts(self) -> tuple[Node, ...]:
        """What is in its opening tag, then its content."""
        return self.head + self.children


Node: TypeAlias = Text | Comment | JinjaOutput | JinjaStatement | Error | JinjaBranch | JinjaBlock | Attribute | Element


class Fault(NamedTuple):
    """Something the parser had to put up with, at ``span``; ``node`` is the id of the node it concerns."""

    flaw: Flaw
    span: Span
    node: int
    name: str = ""


@dataclass(frozen=True, eq=False)
class SourceTree:
    """A text and the nodes that tile it."""

    text: str
    nodes: tuple[Node, ...]
    faults: tuple[Fault, ...]
    next_id: int  # ids from here on were never given in this document

    def source(self, node: Node) -> str:
        """Return the characters of ``node``."""
        return self.text[node.start : node.end]

    def walk(self) -> Iterator[Node]:
        """Yield every node in document order, parents first."""
        return descendants(self.nodes)

    @cached_property
    def _parents(self) -> dict[int, Node]:
        return {part.id: node for node in self.walk() for part in node.parts}

    @cached_property
    def _by_id(self) -> dict[int, Node]:
        return {node.id: node for node in self.walk()}

    @cached_property
    def _by_name(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for node in self.walk():
            if isinstance(node, Element):
                found.setdefault(node.name, []).append(node)
        return found

    def node(self, id_: int) -> Node | None:
        """Return the node of that id."""
        return self._by_id.get(id_)

    def parent(self, node: Node) -> Node | None:
        """Return what ``node`` is directly in: an element, branch, block, attribute or comment; None at the top."""
        return self._parents.get(node.id)

    def ancestors(self, node: Node) -> Iterator[Node]:
        """Yield what ``node`` is in, from the inside out."""
        above = self.parent(node)
        while above is not None:
            yield above
            above = self.parent(above)

    def siblings(self, node: Node) -> tuple[Node, ...]:
        """Return the row of nodes in which ``node`` stands, itself among them."""
        above = self.parent(node)
        if above is None:
            return self.nodes
        if isinstance(above, Element):
            return above.head if node.start < above.open_end else above.children
        return above.children if isinstance(above, JinjaBranch) else above.parts

    def node_at(self, offset: int) -> Node | None:
        """Return the innermost node that holds the character at ``offset``."""
        found: Node | None = None
        row = self.nodes
        while row:
            index = bisect_right(row, offset, key=_start) - 1
            if index < 0 or row[index].end <= offset:
                break
            found = row[index]
            row = found.parts
        return found

    def elements(self, name: str) -> Sequence[Element]:
        """Return every element of that name, in document order."""
        return self._by_name.get(name, [])

    def components_in(self, nodes: Sequence[Node]) -> Iterator[Element]:
        """Yield the elements of a row of nodes, looking into Jinja blocks."""
        stack = list(reversed(nodes))
        while stack:
            node = stack.pop()
            if isinstance(node, Element):
                yield node
            elif isinstance(node, JinjaBlock | JinjaBranch):
                stack.extend(reversed(node.parts))

    def sections(self) -> list[Element]:
        """Return what the body is made of: the elements directly in mj-body, those in conditions and loops too.

        In a file without an mj-body (a part to be included) they are the elements at the top.
        """
        bodies = self.elements("mj-body")
        return list(self.components_in(bodies[0].children if bodies else self.nodes))

    def blocks(self, node: Node) -> list[JinjaBlock]:
        """Return the Jinja blocks around ``node`` up to the next element, from the inside out."""
        found = []
        for above in self.ancestors(node):
            if isinstance(above, Element):
                break
            if isinstance(above, JinjaBlock):
                found.append(above)
        return found

    def expression(self, tag: JinjaOutput | JinjaStatement) -> Span:
        """Return what follows the keyword of a statement, or what an output prints: white space and ``-`` left out."""
        start, end = tag.start + 2, tag.end - 2
        start += self.text.startswith(("-", "+"), start, end)
        end -= self.text.endswith(("-", "+"), start, end)
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        if isinstance(tag, JinjaStatement):
            start += len(tag.keyword)
        rest = self.text[start:end]
        return Span(min(start + len(rest) - len(rest.lstrip()), end), max(start, end - len(rest) + len(rest.rstrip())))

    def name_of(self, element: Element) -> str:
        """Return the label of a section: what follows ``mw-s-`` in its css-class; "" without one."""
        words = element.value("css-class").split()
        return next((word[len(LABEL) :] for word in words if word.startswith(LABEL)), "")


LABEL = "mw-s-"


def _start(node: Node) -> int:
    return node.start


def descendants(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield ``nodes`` and everything in them in document order; deep trees need no deep stack."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.parts))
