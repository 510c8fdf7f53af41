"""A row of the outline as its model keeps it, and where something goes that is dropped between rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QMimeData

from desktop.editor.mime import block_of, node_of
from desktop.models.outline_rows import Row
from desktop.structure import can_insert, can_move_node
from templates.source.edit import Where
from templates.source.tree import SourceTree

FRAME = frozenset(["mjml", "mj-head", "mj-body"])


@dataclass(eq=False)
class Item:
    """A row as the model keeps it. ``count`` is how often the mail on the canvas shows it; None: not known."""

    row: Row
    parent: Item | None = None
    children: list[Item] = field(default_factory=list)
    count: int | None = None
    problems: tuple[str, ...] = ()

    @property
    def id(self) -> int:
        """The id of its node."""
        return self.row.part.id


@dataclass(frozen=True)
class Drop:
    """Something let go over the outline: the id of a node or the source of a block, and where it shall go."""

    node: int
    source: str
    anchor: int
    where: Where


def drop_of(data: QMimeData, top: Sequence[Item], above: Item | None, row: int) -> Drop | None:
    """Return what ``data`` is and where it goes: before the child ``row`` of ``above``, or into that when -1.

    Without ``above`` it is ``row`` of ``top``. None when the data is of no use here, or there is no place.
    """
    node, source = node_of(data), block_of(data)
    if not (node or source):
        return None
    place: tuple[Item, Where] | None
    if above is None:
        place = _at_top(top, row)
    elif row < 0 or not above.children:
        place = above, "inside"
    else:
        place = _between(above.children, row)
    return Drop(node, source, place[0].id, place[1]) if place else None


def is_allowed(tree: SourceTree, drop: Drop) -> bool:
    """Whether MJML lets it stand there."""
    if drop.node:
        return can_move_node(tree, drop.node, drop.anchor, drop.where)
    return can_insert(tree, drop.source, drop.anchor, drop.where)


def _at_top(top: Sequence[Item], row: int) -> tuple[Item, Where] | None:
    """A place among the sections: the rows of the body and of the settings are no neighbours of theirs."""
    sections = [item for item in top if item.row.part.name not in FRAME]
    if not sections:
        return (top[0], "inside") if top else None
    first = top.index(sections[0])
    return _between(sections, max(0, row - first) if row >= 0 else len(sections))


def _between(items: Sequence[Item], row: int) -> tuple[Item, Where]:
    return (items[row], "before") if row < len(items) else (items[-1], "after")
