"""Text to tree. Any text has a tree, in linear time: what is wrong with it becomes faults with places."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from templates.compile.markup import VOID
from templates.source.head import head, zones
from templates.source.jinja import Tag, match_blocks, scan
from templates.source.markup import Markup, blot, lex
from templates.source.row import IdOf, Reading, Row, text_row
from templates.source.schema import ENDING
from templates.source.tree import Comment, Element, Error, Node, SourceTree


def parse(text: str, *, id_of: IdOf | None = None) -> SourceTree:
    """Return the tree of ``text``: lossless (``.text`` is the input), for any text.

    Ids count from 1 unless ``id_of`` gives them.
    """
    with _collector_paused():
        return _parse(text, id_of)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """A tree has no cycles, and searching hundreds of thousands of its nodes for some takes half of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _parse(text: str, id_of: IdOf | None) -> SourceTree:
    tags = scan(text)
    markup = list(lex(blot(text, tags)))
    reading = Reading(tags, match_blocks(text, tags), zones(tags, markup), id_of)
    content = _Content(reading, text)
    for item in markup:
        content.markup(item)
    content.finish()
    return SourceTree(text, tuple(content.nodes), tuple(reading.faults), reading.next_id)


@dataclass(slots=True)
class _Region:
    """Where closing tags look for their element: they reach into no other branch, and out of no ending element.

    ``ending`` is the element that only its own closing tag ends, ``depth`` its place among the open ones.
    """

    ending: str = ""
    depth: int = 0
    opaque: bool = False
    outer: _Region | None = None
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _OpenElement:
    id: int
    item: Markup
    head: tuple[Node, ...]
    outer: list[Node]
    region: _Region  # the one it stands in


class _Content(Row):
    """The rows of a whole text, with the elements that are open."""

    def __init__(self, reading: Reading, text: str) -> None:
        super().__init__(reading)
        self._source = text
        self._done = 0
        self._tag = 0
        self._open: list[_OpenElement] = []
        self._region = _Region()
        self._regions: list[tuple[_Region, int]] = []  # of open branches: what was outside, and how many were open
        self._crossing: dict[str, list[int]] = {}  # places in the faults of unclosed elements, by name

    def markup(self, item: Markup) -> None:
        """Add a tag or comment, and before it the text and template tags up to it."""
        self._advance(item.start)
        tags = self._tags_in(item.end)
        self._done = item.end
        if item.kind == "open":
            self._element(item, tags)
        elif item.kind == "close":
            self._close(item)
        else:
            self._comment(item, tags)

    def finish(self) -> None:
        """Add the rest of the text and end what is still open."""
        self._advance(len(self._source))
        while self._open:
            self._pop(len(self._source))

    def _advance(self, end: int) -> None:
        tags = self.reading.tags
        while self._tag < len(tags) and tags[self._tag].start < end:
            tag = tags[self._tag]
            self.text(self._done, tag.start)
            self._done = tag.end
            self.jinja(self._tag)
            self._tag += 1
        self.text(self._done, end)

    def _tags_in(self, end: int) -> range:
        first, tags = self._tag, self.reading.tags
        while self._tag < len(tags) and tags[self._tag].start < end:
            self._tag += 1
        return range(first, self._tag)

    def begin(self, tag: Tag) -> None:
        """Open a block: the elements in it are its own."""
        super().begin(tag)
        self._regions.append((self._region, len(self._open)))
        self._region = _Region(opaque=self._region.opaque)

    def end_branch(self, end: int) -> None:
        """Close a branch, and with it the elements that began in it."""
        while len(self._open) > self._regions[-1][1]:
            self._pop(end)
        super().end_branch(end)

    def end(self, tag: Tag) -> None:
        """Close a block; what was open before it is open again."""
        super().end(tag)
        self._region = self._regions.pop()[0]

    def _comment(self, item: Markup, tags: range) -> None:
        id_ = self.reading.new_id(Comment, item.start)
        kind = item.kind if item.kind in {"declaration", "cdata"} else "comment"
        children = text_row(self.reading, item.start, item.end, tags) if tags else ()
        self.nodes.append(Comment(id_, item.start, item.end, kind, children))
        if item.fault:
            self.reading.fault(item.fault, item.start, item.end, id_)

    def _element(self, item: Markup, tags: range) -> None:
        id_ = self.reading.new_id(Element, item.start)
        inside = head(self.reading, self._source, item, tags)
        if item.fault:
            self.reading.fault(item.fault, item.start, item.end, id_, item.name)
        if item.empty or item.name in VOID:
            self.nodes.append(Element(id_, item.start, item.end, item.name, inside, (), item.end, -1, empty=True))
            return
        region = self._region
        region.counts[item.name] = region.counts.get(item.name, 0) + 1
        if item.name in ENDING and not region.opaque:
            self._region = _Region(item.name, len(self._open), opaque=True, outer=region)
        self._open.append(_OpenElement(id_, item, inside, self.nodes, region))
        self.nodes = []

    def _close(self, item: Markup) -> None:
        name, region = item.name, self._region
        if region.ending == name:
            while len(self._open) > region.depth + 1:
                self._pop(item.start)
            self._pop(item.end, item.start)
        elif region.counts.get(name) or self._breaks_out(name, region):
            while self._open[-1].item.name != name:
                self._pop(item.start)
            self._pop(item.end, item.start)
        else:
            self._stray(item)
            return
        if item.fault:
            self.reading.fault(item.fault, item.start, item.end, self.nodes[-1].id, name)

    def _breaks_out(self, name: str, region: _Region) -> bool:
        """Whether the closing tag of a component shows that an ending element inside it was never closed."""
        component = name.startswith("mj-") or name == "mjml"
        return component and region.outer is not None and bool(region.outer.counts.get(name))

    def _stray(self, item: Markup) -> None:
        id_ = self.reading.new_id(Error, item.start)
        self.nodes.append(Error(id_, item.start, item.end))
        if crossed := self._crossing.get(item.name):
            index = crossed.pop()
            fault = self.reading.faults[index]
            self.reading.faults[index] = fault._replace(flaw="crossed", span=self.nodes[-1].span)
        else:
            self.reading.fault("stray-end", item.start, item.end, id_, item.name)

    def _pop(self, end: int, close_start: int = -1) -> None:
        """End the innermost element, by its closing tag or (without ``close_start``) because it has to end here."""
        found = self._open.pop()
        item = found.item
        self._region = found.region
        found.region.counts[item.name] -= 1
        inside = tuple(self.nodes)
        self.nodes = found.outer
        self.nodes.append(
            Element(found.id, item.start, end, item.name, found.head, inside, item.end, close_start, empty=False)
        )
        if close_start < 0:
            self._crossing.setdefault(item.name, []).append(len(self.reading.faults))
            self.reading.fault("unclosed-element", item.start, item.end, found.id, item.name)
