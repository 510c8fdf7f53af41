"""Where components may stand: what has to be put around them in a place, and the nearest place that takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from templates.source.edit import Where
from templates.source.layout import indented, line_break, unit, whole
from templates.source.parse import parse
from templates.source.schema import ENDING, component, components
from templates.source.tree import Element, JinjaBlock, Node, SourceTree

Frame = tuple[str, ...]  # components to put around something, from the outside in

_FRAMES: tuple[Frame, ...] = ((), ("mj-column",), ("mj-section",), ("mj-section", "mj-column"))
_HOLDS_PARTS = ("mj-body", "mj-wrapper", "mj-head")  # an include brings what its file holds: nearly always sections
_OUTSIDE = ("mjml", "mj-head")


@dataclass(frozen=True)
class Place:
    """Before, after or inside ``anchor``, with the components of ``frame`` around what is put there."""

    anchor: Node
    where: Where
    frame: Frame = ()


@dataclass(frozen=True)
class Piece:
    """Source that can be put into a mail, and the names of the components side by side in it."""

    source: str
    names: tuple[str, ...]


@lru_cache(maxsize=4)  # a drag asks again with every move
def piece_of(source: str) -> Piece | None:
    """Return what ``source`` (anybody's) brings into a body; None when it is no well-formed MJML.

    Of a whole mail it is what its body holds.
    """
    tree = parse(source)
    bodies = tree.elements("mj-body")
    if bodies:
        tree = parse(source[slice(*bodies[0].content)])
    names = tuple(element.name for element in tree.components_in(tree.nodes))
    known = all((found := component(name)) and found.kind != "head" and name != "mjml" for name in names)
    strays = [node for node in tree.nodes if not isinstance(node, Element | JinjaBlock)]
    words = any(not isinstance(node, JinjaBlock) and tree.source(node).strip()[:2] not in _SILENT for node in strays)
    if not names or not known or tree.faults or words:
        return None
    return Piece(tree.text.strip(), names)


_SILENT = {"", "<!", "{#", "{%"}  # how comments and statements begin, and white space once it is stripped


def container_of(tree: SourceTree, anchor: Node, where: Where) -> Element | None:
    """Return the element in which something put there stands; None at the top of a file."""
    if where == "inside" and isinstance(anchor, Element):
        return anchor
    return next((above for above in tree.ancestors(anchor) if isinstance(above, Element)), None)


def frame_in(tree: SourceTree, container: Element | None, names: Sequence[str]) -> Frame | None:
    """Return what components of these names need around them in ``container``; None where they cannot stand."""
    parent = container.name if container else _home(tree)
    if parent in ENDING or (container and _in_opaque(tree, container)):
        return None
    return next((frame for frame in _FRAMES if _fits(parent, frame, names)), None)


def can_place(tree: SourceTree, names: Sequence[str], anchor: Node, where: Where) -> bool:
    """Return whether components of these names may be put exactly there, framed if need be."""
    return frame_in(tree, container_of(tree, anchor, where), names) is not None


def nearest_place(tree: SourceTree, names: Sequence[str], anchor: Node, where: Where) -> Place | None:
    """Return the place that is meant, or the one around it that takes the components; None when there is none."""
    while True:
        if isinstance(anchor, Element) and (anchor.name == "mj-body" or anchor.name in _OUTSIDE):
            return _in_body(tree, names)
        container = container_of(tree, anchor, where)
        frame = frame_in(tree, container, names)
        if frame is not None:
            return _exactly(tree, anchor, where, frame)
        if container is None:
            return None
        anchor, where = container, "before" if where == "before" else "after"


def _exactly(tree: SourceTree, anchor: Node, where: Where, frame: Frame) -> Place:
    if where != "inside":
        return Place(whole(tree, anchor), where, frame)
    columns = [child for child in children_of(tree, anchor) if child.name == "mj-column"] if frame else []
    return Place(columns[-1], "inside") if columns else Place(anchor, where, frame)  # no new column beside the others


def _in_body(tree: SourceTree, names: Sequence[str]) -> Place | None:
    body = next(iter(tree.elements("mj-body")), None)
    frame = frame_in(tree, body, names) if body else None
    return Place(body, "inside", frame) if body is not None and frame is not None else None


def at_end(tree: SourceTree, names: Sequence[str]) -> Place | None:
    """Return the place behind everything in the body, or in a file without one behind everything."""
    if tree.elements("mj-body"):
        return _in_body(tree, names)
    last = next((node for node in reversed(tree.nodes) if isinstance(node, Element | JinjaBlock)), None)
    frame = frame_in(tree, None, names)
    return Place(last, "after", frame) if last is not None and frame is not None else None


def framed(tree: SourceTree, source: str, frame: Frame) -> str:
    """Return ``source`` inside the components of ``frame``, indented as the document is."""
    step, newline = unit(tree), line_break(tree.text)
    for name in reversed(frame):
        source = f"<{name}>{newline}{step}{indented(source, step, newline)}{newline}</{name}>"
    return source


def name_choices(tree: SourceTree, element: Element) -> list[str]:
    """Return the names that ``element`` may have instead: allowed where it stands, and taking what is in it."""
    now = component(element.name)
    container = container_of(tree, element, "before")
    if now is None or now.kind != "body" or container is None:
        return []
    return [name for name in components() if name != element.name and _replaces(name, element, container, tree)]


def _replaces(name: str, element: Element, container: Element, tree: SourceTree) -> bool:
    new, parent = component(name), component(container.name)
    if new is None or new.kind != "body" or parent is None or not parent.allows(name):
        return False
    if new.ending or element.name in ENDING:
        return new.ending and element.name in ENDING and name != "mj-raw"
    inside = list(tree.components_in(element.children))
    return bool(inside) and all(new.allows(child.name) for child in inside)


def children_of(tree: SourceTree, node: Node) -> Iterator[Element]:
    """Yield the components directly in ``node``, those in conditions and loops too."""
    if not isinstance(node, Element):
        return tree.components_in([node])
    return tree.components_in(() if node.name in ENDING else node.children)


def _fits(parent: str, frame: Frame, names: Sequence[str]) -> bool:
    chain = (parent, *frame)
    inner = chain[-1]
    if any(not _allows(outer, name) for outer, name in pairwise(chain)):
        return False
    return all(_allows(inner, name) for name in names)


def _allows(parent: str, name: str) -> bool:
    if name == "mj-include":
        return parent in _HOLDS_PARTS
    found = component(parent)
    return found is not None and name in found.children


def _home(tree: SourceTree) -> str:
    """What the top of a file without a body stands for: the component that may hold what is there."""
    names = [element.name for element in tree.components_in(tree.nodes) if element.name != "mj-include"]
    homes = ("mj-body", "mj-head", *components())
    return next((home for home in homes if all(_allows(home, name) for name in names)), "mj-body")


def _in_opaque(tree: SourceTree, element: Element) -> bool:
    return any(isinstance(above, Element) and above.name in ENDING for above in tree.ancestors(element))
