"""What a text component holds, as a row of units: each visible character, tag and template tag with its own source.

Joined, the sources are the content byte for byte. White space that a reader of the mail never sees belongs to the unit
behind it (``before``); what is left at the end is the ``tail``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from itertools import count
from typing import Literal

from templates.source.parse import parse
from templates.source.schema import ENDING, components
from templates.source.tree import (
    Comment,
    Element,
    JinjaBlock,
    JinjaBranch,
    JinjaOutput,
    JinjaStatement,
    Node,
    SourceTree,
    Text,
)

Kind = Literal["char", "open", "close", "atom"]

# Components whose content is words: of those that hold HTML, mj-raw is code and a carousel's picture has none.
TEXT_COMPONENTS = frozenset(
    name for name in ENDING if components()[name].kind == "body" and name not in {"mj-raw", "mj-carousel-image"}
)
# Where a person expects Enter to be done with it, not a second paragraph.
ONE_LINE = frozenset(["mj-button", "mj-navbar-link", "mj-social-element", "mj-accordion-title"])

_BLOCK_NAMES = "address blockquote caption center col colgroup dd div dl dt h1 h2 h3 h4 h5 h6 li ol p pre table tbody"
_INLINE_NAMES = "a abbr b big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time"
BLOCKS = frozenset([*_BLOCK_NAMES.split(), "td", "tfoot", "th", "thead", "tr", "ul"])
INLINE = frozenset([*_INLINE_NAMES.split(), "tt", "u", "var"])
CHIPS = frozenset(["{{", "{%", "{#", "<!", "?"])  # what an atom's ``text`` is when it is no element
_LINE_ENDS = frozenset(["br", "hr"])
_PIECE = re.compile(r"[ \t\r\n\f]+|&[#\w]+;?|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unit:
    """A character, the opening or closing tag of an element, or an atom: a template tag, comment, picture, line break.

    ``text`` is the character, the element's name, or one of ``CHIPS``. ``id`` is shared by the two tags of an element;
    characters have 0. ``source`` is None for what was typed and is not written yet.
    """

    kind: Kind
    id: int
    text: str
    source: str | None
    before: str = ""

    @property
    def edge(self) -> bool:
        """Whether a line of text ends here."""
        return self.text in (_LINE_ENDS if self.kind == "atom" else BLOCKS) and self.kind != "char"


@dataclass(frozen=True, slots=True)
class RichText:
    """The units of a text component's content, and the white space behind them."""

    units: tuple[Unit, ...]
    tail: str = ""

    @property
    def source(self) -> str:
        """The content as MJML source."""
        return "".join(f"{unit.before}{unit.source or ''}" for unit in self.units) + self.tail

    @property
    def words(self) -> str:
        """The visible characters."""
        return "".join(unit.text for unit in self.units if unit.kind == "char")

    @property
    def next_id(self) -> int:
        """An id that no unit has."""
        return max((unit.id for unit in self.units), default=0) + 1


def editable(element: Element | None) -> bool:
    """Return whether the component's content is words that can be edited where they stand."""
    return element is not None and element.name in TEXT_COMPONENTS


def rich_text(tree: SourceTree, element: Element) -> RichText:
    """Return the content of a text component."""
    return _Reader(tree, element.name == "pre").read(element.children)


def read(source: str) -> RichText:
    """Return ``source`` (HTML with template tags) as the content of a text component."""
    tree = parse(source)
    return _Reader(tree, pre=False).read(tree.nodes)


class _Reader:
    """Walks a row of nodes. White space is seen once, and not where a line begins or ends."""

    def __init__(self, tree: SourceTree, pre: bool) -> None:
        self._tree, self._pre = tree, pre
        self._units: list[Unit] = []
        self._ids = count(1)
        self._gap = ""  # hidden source in front of the next unit
        self._space = ""  # white space that is seen if the line goes on
        self._collapsing = True  # white space shows nothing here

    def read(self, nodes: Sequence[Node]) -> RichText:
        self._row(nodes)
        self._flush(edge=True)
        return RichText(tuple(self._units), self._gap)

    def _row(self, nodes: Sequence[Node]) -> None:
        for node in nodes:
            self._node(node)

    def _node(self, node: Node) -> None:
        if isinstance(node, Text):
            for piece in _PIECE.findall(self._tree.source(node)):
                self._piece(piece)
        elif isinstance(node, JinjaBlock | JinjaBranch):
            self._row(node.parts)
        elif isinstance(node, Element):
            self._element(node)
        else:
            self._atom(_chip(node), node)

    def _piece(self, piece: str) -> None:
        if piece.isspace() and piece[0] in " \t\r\n\f":
            self._white(piece)
            return
        self._flush()
        shown = unescape(piece) if len(piece) > 1 else piece
        if not shown:
            self._gap += piece
        for place, character in enumerate(shown):
            self._add("char", 0, character, _part(piece, shown, place))
            self._collapsing = False

    def _white(self, run: str) -> None:
        if self._pre:
            for end in re.findall(r"\r\n|.", run, re.DOTALL):
                self._add("char", 0, "\n" if end[0] in "\r\n" else end, end)
        elif self._space:
            self._space += run
        elif self._collapsing:
            self._gap += run
        else:
            self._space = run

    def _flush(self, *, edge: bool = False) -> None:
        """Show the white space that was put aside, or hide it where a line ends."""
        space, self._space = self._space, ""
        if edge:
            self._gap += space
            self._collapsing = True
        elif space:
            self._add("char", 0, " ", space)
            self._collapsing = True

    def _element(self, node: Element) -> None:
        name, text = node.name, self._tree.text
        inline = name in INLINE and node.content.start < node.content.end
        if node.empty or not (inline or name in BLOCKS):
            self._atom(name, node)
            return
        id_, pre = next(self._ids), self._pre
        self._flush(edge=name in BLOCKS)
        self._add("open", id_, name, text[slice(*node.opening)])
        self._pre = pre or name == "pre"
        self._row(node.children)
        self._flush(edge=name in BLOCKS)
        self._pre = pre
        self._add("close", id_, name, text[slice(*node.closing)] if node.closing else "")

    def _atom(self, text: str, node: Node) -> None:
        self._flush(edge=text in _LINE_ENDS)
        self._add("atom", next(self._ids), text, self._tree.source(node))
        self._collapsing = text in _LINE_ENDS

    def _add(self, kind: Kind, id_: int, text: str, source: str) -> None:
        self._units.append(Unit(kind, id_, text, source, self._gap))
        self._gap = ""


def _part(piece: str, shown: str, place: int) -> str:
    """The source of one character of what ``piece`` shows: an entity is all with its first, plain ones follow it."""
    plain = len(shown) - 1 if piece.endswith(shown[1:]) else 0
    if place == 0:
        return piece[: len(piece) - plain]
    return shown[place] if plain else ""


def _chip(node: Node) -> str:
    if isinstance(node, JinjaOutput):
        return "{{"
    if isinstance(node, JinjaStatement):
        return "{%"
    if isinstance(node, Comment):
        return "{#" if node.kind == "jinja" else "<!"
    return "?"
