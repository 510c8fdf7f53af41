"""Where a component that is dragged over the canvas would go. Pure: the tree, and where everything is drawn.

A place is beside a component or inside an empty one. Texts and their kind go into columns; near the upper and lower
edge of a section, and between sections, they get a section of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from templates.source.edit import Where
from templates.source.place import Frame, container_of, frame_in
from templates.source.schema import ENDING
from templates.source.tree import Element, SourceTree

EDGE = 8.0  # CSS pixels along the upper and the lower edge of a section that mean the place beside it
THICK = 3.0  # of the line that shows a place
_ACROSS = frozenset(["mj-section", "mj-group", "mj-navbar", "mj-social"])  # what is in them stands side by side
_ROOMY = frozenset(["mj-body", "mj-wrapper"])  # a text that is put there gets the section that it needs


@dataclass(frozen=True)
class Box:
    """Where one element of a component is drawn, in CSS pixels of the document; a loop draws several."""

    id: int
    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is in the box."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def distance(self, x: float, y: float) -> float:
        """How far the point is from the box, in pixels."""
        return max(self.x - x, 0, x - self.x - self.width) + max(self.y - y, 0, y - self.y - self.height)


@dataclass(frozen=True)
class Drop:
    """A place in the text, and the line (or, ``inside``, the box) that shows it."""

    anchor: int
    where: Where
    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0
    framed: bool = False  # a section will be put around it

    @property
    def inside(self) -> bool:
        """Whether it is in an empty component."""
        return self.where == "inside"


@dataclass(frozen=True)
class Stage:
    """A mail as it is drawn, and what is dragged over it: the names of components, or one that is in it (``moved``)."""

    tree: SourceTree
    boxes: Sequence[Box]
    names: tuple[str, ...]
    moved: int = 0

    def drop_at(self, x: float, y: float) -> Drop | None:
        """Return where a drop at this point goes; None where nothing of that kind can stand, or it stands already."""
        hits = sorted((box for box in self._known if box.holds(x, y)), key=self._depth)
        if any(self._is_moved(box.id) for box in hits):
            return None
        for drop in self._drops(hits, x, y):
            if drop.anchor == self.moved:
                return None
            frame = self._frame(drop)
            if frame is not None:
                return replace(drop, framed="mj-section" in frame)
        return None

    def _drops(self, hits: Sequence[Box], x: float, y: float) -> Iterator[Drop]:
        """Yield the places that the point may mean, the likeliest first."""
        for box in hits:
            if self._container(box.id) in _ROOMY and min(y - box.y, box.y + box.height - y) < EDGE:
                yield _beside(box, y < box.y + box.height / 2)
        for box in reversed(hits):
            element = self.tree.node(box.id)
            if isinstance(element, Element) and element.name not in ENDING and element.name != "mj-include":
                yield from self._in(element, box, x, y)
        yield from self._in_body(x, y)

    def _in(self, element: Element, box: Box, x: float, y: float) -> Iterator[Drop]:
        children = [one for one in self._children(element) if box.holds(*_middle(one))]
        if not children:
            yield Drop(element.id, "inside", box.x, box.y, box.width, box.height)
        else:
            yield _nearest(children, x, y, across=element.name in _ACROSS and not _stacked(children))

    def _in_body(self, x: float, y: float) -> Iterator[Drop]:
        sections = {one.id for one in self.tree.sections()}
        drawn = [box for box in self._known if box.id in sections]
        if drawn:
            yield _nearest(drawn, x, y, across=False)
        else:
            yield from (Drop(body.id, "inside") for body in self.tree.elements("mj-body")[:1])

    def _children(self, element: Element) -> list[Box]:
        inside = {one.id for one in self.tree.components_in(element.children)}
        return [box for box in self._known if box.id in inside]

    @cached_property
    def _known(self) -> list[Box]:
        """The boxes of components; a mail may hold marks that are not ours."""
        return [box for box in self.boxes if isinstance(self.tree.node(box.id), Element)]

    def _depth(self, box: Box) -> int:
        node = self.tree.node(box.id)
        return sum(1 for _ in self.tree.ancestors(node)) if node else 0

    def _is_moved(self, node_id: int) -> bool:
        node, moved = self.tree.node(node_id), self.tree.node(self.moved)
        return bool(node and moved and moved.start <= node.start < moved.end)

    def _container(self, node_id: int, where: Where = "before") -> str:
        node = self.tree.node(node_id)
        container = container_of(self.tree, node, where) if node else None
        return container.name if container else "mj-body"

    def _frame(self, drop: Drop) -> Frame | None:
        """Return what would be put around it there; None where it cannot go, or only with more than is expected."""
        anchor = self.tree.node(drop.anchor)
        if anchor is None:
            return None
        frame = frame_in(self.tree, container_of(self.tree, anchor, drop.where), self.names)
        return frame if not frame or drop.inside or self._container(drop.anchor) in _ROOMY else None


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def _stacked(boxes: Sequence[Box]) -> bool:
    """Whether columns stand one above the other, as on a phone."""
    return any(after.y >= before.y + before.height - 1 for before, after in pairwise(boxes))


def _nearest(boxes: Sequence[Box], x: float, y: float, *, across: bool) -> Drop:
    box = min(boxes, key=lambda one: one.distance(x, y))
    middle = _middle(box)
    return _beside(box, x < middle[0] if across else y < middle[1], across=across)


def _beside(box: Box, before: bool, *, across: bool = False) -> Drop:
    where: Where = "before" if before else "after"
    if across:
        x = box.x if before else box.x + box.width
        return Drop(box.id, where, max(0.0, x - THICK / 2), box.y, THICK, box.height)
    y = box.y if before else box.y + box.height
    return Drop(box.id, where, box.x, max(0.0, y - THICK / 2), box.width, THICK)
