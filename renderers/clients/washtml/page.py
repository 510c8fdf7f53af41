"""The washed mail as a piece of Roundcube's page: the style blocks, and the body as a ``div``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from renderers.clients.html.marks import MARK
from renderers.clients.html.tree import Element, new
from renderers.clients.mail import StyleBlock
from renderers.clients.washtml.addresses import Addresses
from renderers.clients.washtml.attributes import Attributes, wash_attributes
from renderers.clients.washtml.body import body_attributes
from renderers.clients.washtml.builder import Builder
from renderers.clients.washtml.sheet import Scope, WashedSheet, wash_sheet
from renderers.clients.washtml.vocabulary import ELEMENTS, LOST

BODY_END = "body-end"
"""The comment that stands where the body's end tag stood."""

_REMOTE_SHEET = re.compile(r"https?://", re.IGNORECASE)


@dataclass
class Found:
    """What happened, in the mail's order: elements with what became of them.

    ``body`` is the body when it has a class of its own.
    """

    body: Element | None = None
    prefixed: Element | None = None
    removed: list[tuple[Element, str]] = field(default_factory=list)
    washed: list[tuple[Element, Attributes]] = field(default_factory=list)
    sheets: list[tuple[Element, WashedSheet]] = field(default_factory=list)


@dataclass(frozen=True)
class Rules:
    """What a mail is washed by; ``frame`` are the attributes of the ``div`` that was the body."""

    scope: Scope
    addresses: Addresses
    frame: dict[str, str]


class Page:
    """One mail on its way into the page."""

    def __init__(self, rules: Rules, blocks: list[StyleBlock]) -> None:
        self.found = Found()
        self._rules = rules
        self._blocks = {block.element: block for block in blocks}
        self._whole = False

    def build(self, root: Element, top: Element) -> None:
        """Build the washed mail under ``top``. A mail without a body's tag is put into the ``div`` with its head."""
        builder = Builder(top)
        self._whole = any(MARK in body.attrib for body in root.iter("body"))
        if not self._whole:
            builder.start("div", self._rules.frame.items())
        self._walk(root, builder)
        builder.flush()
        if not self._whole:
            builder.end()

    def _walk(self, root: Element, builder: Builder) -> None:
        opened: list[bool] = []
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, node in walker:
            if event == "start":
                opened.append(self._start(node, builder))
                if node.tag in LOST or node.tag in ("style", "title"):
                    walker.skip_subtree()
                else:
                    builder.text(node.text)
                continue
            if event == "end" and opened.pop():
                builder.end()
            elif event == "comment" and node.text == BODY_END:
                self._end_body(opened, builder)
            builder.text(node.tail)

    def _end_body(self, opened: list[bool], builder: Builder) -> None:
        """Close the body with all that is open in it; what comes now stands behind it."""
        if self._whole:
            for place in range(1, len(opened)):
                if opened[place]:
                    builder.end()
                opened[place] = False

    def _start(self, node: Element, builder: Builder) -> bool:
        """Build what becomes of the element; return whether it was opened."""
        tag = node.tag.lower()
        match tag:
            case "style":
                self._sheet(node, builder)
            case "body" if self._whole:
                self._element(node, "div", builder)
                return True
            case "form":
                self.found.removed.append((node, tag))
                builder.start("div", (("class", "form"), *_marks(node)))
                return True
            case "link" if self._linked(node):
                builder.start("link", _linked_attributes(node))
                return True
            case "p" if MARK not in node.attrib:
                # An end tag without a beginning makes a paragraph in browsers, not here.
                return False
            case _ if tag in ELEMENTS:
                self._element(node, tag, builder)
                return True
            case _:
                self._note(node, tag, builder)
        return False

    def _element(self, node: Element, tag: str, builder: Builder) -> None:
        attributes = {str(name).lower(): value for name, value in node.attrib.items() if name != MARK}
        name = node.tag.lower()
        washed = wash_attributes(name, attributes, self._rules.addresses)
        if washed.lost or washed.style.lost or washed.style.changed:
            self.found.washed.append((node, washed))
        kept = (
            body_attributes(washed.kept, self._rules.frame, self._rules.addresses.blocked)
            if name == "body"
            else washed.kept
        )
        if "class" in washed.kept or "id" in washed.kept:
            self._named(node, name, washed)
        builder.start(tag, (*kept.items(), *_marks(node)))

    def _named(self, node: Element, name: str, washed: Attributes) -> None:
        if self.found.prefixed is None:
            self.found.prefixed = node
        if name == "body" and "class" in washed.kept:
            self.found.body = node

    def _sheet(self, node: Element, builder: Builder) -> None:
        block = self._blocks[node]
        washed = wash_sheet(block.text, self._rules.scope, remote=not self._rules.addresses.blocked)
        self.found.sheets.append((node, washed))
        if washed.text is None:
            block.element = new("style")
            return
        block.element = builder.start("style", (("type", "text/css"), *_marks(node)))
        block.text = washed.text
        builder.end()

    def _linked(self, node: Element) -> bool:
        return not self._rules.addresses.blocked and bool(_REMOTE_SHEET.match(node.get("href", "").strip()))

    def _note(self, node: Element, tag: str, builder: Builder) -> None:
        """Leave a note where the element stood; the page's own parts and those about the charset are no news."""
        if tag in ("title", "body") or (tag == "meta" and _names_charset(node)):
            return
        builder.note(f"{tag.partition(':')[0]} {'not allowed' if tag in LOST else 'ignored'}")
        if tag.startswith("head"):
            # The charset is written behind whatever begins like the head's tag: also behind a header's.
            builder.note("meta ignored")
        if tag not in ("html", "head", "meta"):
            self.found.removed.append((node, tag))


def _marks(node: Element) -> tuple[tuple[str, str], ...]:
    return ((MARK, node.attrib[MARK]),) if MARK in node.attrib else ()


def _linked_attributes(node: Element) -> list[tuple[str, str]]:
    kept = ("rel", "type", "media", "href", MARK)
    return [(name, value) for name, value in node.attrib.items() if name in kept]


def _names_charset(node: Element) -> bool:
    return any("charset=" in f"{name}={value}" for name, value in node.attrib.items())
