"""The rows of the outline: the components of a mail with the words that tell them apart. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import PurePosixPath
from typing import Literal

from templates.source.jinja import scan
from templates.source.schema import ENDING, component
from templates.source.tree import Element, JinjaBlock, JinjaBranch, JinjaOutput, JinjaStatement, Node, SourceTree

LONGEST = 80  # characters of a text that are shown
DEEPEST = 50  # components, conditions and loops in each other; what is deeper has no row
_LOOK_AT = 1200  # characters of source that are searched for them
_MARKUP = re.compile(r"<!--.*?-->|<[^>]*>?", re.DOTALL)
_SPACE = re.compile(r"\s+")
_LANGUAGE = re.compile(r"\.[a-z]{2}$")
_WORDS_OF = {"mj-image": "alt", "mj-carousel-image": "alt", "mj-social-element": "name", "mj-font": "name"}


@dataclass(frozen=True)
class Badge:
    """A condition or loop around a component: ``test`` is its expression, empty for the ``else`` of a condition."""

    kind: Literal["if", "for"]
    test: str
    block: int  # the id of its node


@dataclass(frozen=True)
class Part:
    """A component: its own ``label`` (of a section), the ``words`` in it, and what is inside."""

    id: int
    name: str
    label: str
    words: str
    children: tuple[Row, ...]
    source: str


@dataclass(frozen=True)
class Row:
    """A component with the conditions and loops around it, from the outside in."""

    part: Part
    badges: tuple[Badge, ...] = ()


class RowMaker:
    """Makes the rows of one document's trees; what stayed as it was is taken from the time before."""

    def __init__(self) -> None:
        self._parts: dict[int, Part] = {}
        self._tree = SourceTree("", (), (), 0)

    def rows(self, tree: SourceTree) -> tuple[Row, ...]:
        """Return the body, what is in it, and the head, in this order; of a part of a mail what is at its top."""
        self._tree = tree
        old, self._parts = self._parts, {}
        bodies, heads = tree.elements("mj-body"), tree.elements("mj-head")
        if not bodies:
            return tuple(self._rows(tree.nodes, old, 0))
        body = Row(Part(bodies[0].id, "mj-body", "", "", (), ""))
        settings = [Row(self._part(head, old, 1)) for head in heads[:1]]
        return (body, *self._rows(bodies[0].children, old, 0), *settings)

    def _rows(
        self, nodes: Sequence[Node], old: Mapping[int, Part], depth: int, badges: tuple[Badge, ...] = ()
    ) -> Iterator[Row]:
        for node in nodes if depth < DEEPEST else ():
            if isinstance(node, Element):
                if node.name.startswith("mj"):
                    yield Row(self._part(node, old, depth + 1), badges)
            elif isinstance(node, JinjaBlock):
                for branch in node.branches:
                    around = (*badges, *self._badge(node, branch))
                    yield from self._rows(branch.children, old, depth + 1, around)

    def _badge(self, block: JinjaBlock, branch: JinjaBranch) -> tuple[Badge, ...]:
        if block.keyword not in {"if", "for"}:
            return ()
        kind: Literal["if", "for"] = "for" if block.keyword == "for" and branch is block.branches[0] else "if"
        test = "" if branch.statement.keyword == "else" else _expression(self._tree, branch.statement)
        return (Badge(kind, test, block.id),)

    def _part(self, element: Element, old: Mapping[int, Part], depth: int) -> Part:
        source = self._tree.source(element)
        known = old.get(element.id)
        if known is None or known.source != source:
            inside = () if element.name in ENDING else tuple(self._rows(element.children, old, depth))
            label = self._tree.name_of(element)
            known = Part(element.id, element.name, label, words_of(self._tree, element, inside), inside, source)
            self._parts[element.id] = known
        else:
            self._keep(known)
        return known

    def _keep(self, part: Part) -> None:
        self._parts[part.id] = part
        for row in part.children:
            self._keep(row.part)


def words_of(tree: SourceTree, element: Element, inside: Sequence[Row] = ()) -> str:
    """Return the words by which people know a component: its text, its label, the file it includes; "" for none."""
    if element.name == "mj-include":
        return included_name(element.value("path"))
    if element.name in _WORDS_OF:
        return shortened(element.value(_WORDS_OF[element.name])) or PurePosixPath(element.value("src")).name
    if element.name in ENDING:
        start, end = element.content
        return shortened(tree.text[start : min(end, start + _LOOK_AT)]) if element.name not in _CODE else ""
    known = component(element.name)
    return next((row.part.words for row in inside if row.part.words), "") if known and known.kind == "body" else ""


_CODE = frozenset(["mj-style", "mj-raw", "mj-html-attribute"])


def included_name(path: str) -> str:
    """Return what an included file is called: ``brands/acme/parts/footer-night.en.mjml`` is “Footer night”."""
    return spelled(_LANGUAGE.sub("", PurePosixPath(path).stem))


def spelled(label: str) -> str:
    """Return a label as words: ``early-access`` is “Early access”."""
    words = label.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def shortened(source: str) -> str:
    """Return the beginning of what ``source`` (HTML with template tags) says; an output tag as ``{name}``."""
    parts: list[str] = []
    done = 0
    for tag in scan(source):
        parts.append(source[done : tag.start])
        if tag.kind == "output":
            parts.append("{" + source[tag.start + 2 : tag.end - 2].strip("- ").partition("|")[0].strip() + "}")
        done = tag.end
    parts.append(source[done:])
    plain = _SPACE.sub(" ", unescape(_MARKUP.sub(" ", "".join(parts)))).strip()
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"


def _expression(tree: SourceTree, tag: JinjaOutput | JinjaStatement) -> str:
    return _SPACE.sub(" ", tree.text[slice(*tree.expression(tag))])
