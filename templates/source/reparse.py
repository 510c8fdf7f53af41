"""A tree after edits. Nodes that the edits do not touch keep their ids, so a selection outlives typing elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, count

from templates.source.parse import parse
from templates.source.text_edit import TextEdit, apply, in_order
from templates.source.tree import Node, SourceTree, Text

Key = tuple[type, int]  # a node's kind and its first character: no two nodes share both


def reparse(tree: SourceTree, edits: Sequence[TextEdit]) -> SourceTree:
    """Return the tree of the edited text.

    A node keeps its id when its first character is still there, or when the edits carried it elsewhere as it was; every
    other node has an id that was never given before in this document.
    """
    ordered = in_order(edits)
    fresh = count(tree.next_id).__next__
    kept = _kept(tree, ordered)
    claimed: set[int] = set()

    def id_of(kind: type, start: int) -> int:
        id_ = kept.get((kind, start))
        if id_ is None or id_ in claimed:
            return fresh()
        claimed.add(id_)
        return id_

    return parse(apply(tree.text, ordered), id_of=id_of)


def _kept(tree: SourceTree, edits: Sequence[TextEdit]) -> dict[Key, int]:
    """Return the ids of the old nodes by where they begin in the new text."""
    starts = _new_starts(edits)
    found: dict[Key, int] = {}
    index = 0
    for node in tree.walk():
        while index < len(edits) and edits[index].end <= node.start:
            index += 1
        _keep(found, node, edits, starts, index)
    for node, start in _carried(tree, edits, starts):
        found.setdefault((type(node), start), node.id)
    return found


def _keep(found: dict[Key, int], node: Node, edits: Sequence[TextEdit], starts: Sequence[int], index: int) -> None:
    """Note where ``node`` begins now; ``index`` is the first edit that ends behind its beginning."""
    moved = node.start + (_end(edits, starts, index - 1) if index else 0)
    replaced = index < len(edits) and edits[index].start <= node.start
    if not replaced:
        found[type(node), moved] = node.id
    if isinstance(node, Text):
        # What is typed at the beginning of a text, or in its place, belongs to it.
        first = bisect_left(edits, node.start, key=_start)
        if first < len(edits) and edits[first].start == node.start:
            found.setdefault((Text, starts[first]), node.id)


def _start(edit: TextEdit) -> int:
    return edit.start


def _new_starts(edits: Sequence[TextEdit]) -> list[int]:
    """Return where the text of each edit begins in the new text."""
    growth = accumulate((len(edit.text) - (edit.end - edit.start) for edit in edits), initial=0)
    return [edit.start + moved for edit, moved in zip(edits, growth, strict=False)]


def _end(edits: Sequence[TextEdit], starts: Sequence[int], index: int) -> int:
    """Return by how much everything behind an edit has moved."""
    return starts[index] + len(edits[index].text) - edits[index].end


def _carried(tree: SourceTree, edits: Sequence[TextEdit], starts: Sequence[int]) -> Iterator[tuple[Node, int]]:
    """Yield the nodes in what one edit took out and another put in, with their new beginnings."""
    moves = list(_moves(tree.text, edits, starts))
    for node in tree.walk() if moves else ():
        for start, end, to in moves:
            if start <= node.start and node.end <= end:
                yield node, node.start - start + to


def _moves(text: str, edits: Sequence[TextEdit], starts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    for cut in edits:
        piece = text[cut.start : cut.end]
        core = piece.strip()
        if cut.text or not core:
            continue
        start = cut.start + piece.index(core)
        for edit, new_start in zip(edits, starts, strict=True):
            if core in edit.text:
                yield start, start + len(core), new_start + edit.text.index(core)
