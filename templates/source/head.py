"""What stands in an opening tag: attributes, and the template tags in and around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from templates.source.jinja import Tag
from templates.source.markup import Markup, Piece
from templates.source.row import Reading, Row, text_row
from templates.source.tree import Attribute, Error, Node


def zones(tags: Sequence[Tag], markup: Sequence[Markup]) -> list[int]:
    """Return for each tag a number of the place it stands in: 0 is content; else a comment, an opening tag, a value.

    A block is a node only where all its tags stand in one place.
    """
    found = [0] * len(tags)
    index = 0
    for item in markup:
        while index < len(tags) and tags[index].start < item.start:
            index += 1
        while index < len(tags) and tags[index].start < item.end:
            found[index] = _zone(item, tags[index].start)
            index += 1
        if index == len(tags):
            break
    return found


def _zone(item: Markup, at: int) -> int:
    piece = _piece_at(item.pieces, at)
    if piece is None:
        return item.start + 1
    if piece.value and at >= piece.value[0]:
        return piece.value[0] + 1
    return -at  # in a name: every tag by itself


def _piece_at(pieces: Sequence[Piece], at: int) -> Piece | None:
    index = bisect_right(pieces, at, key=_piece_start) - 1
    return pieces[index] if index >= 0 and at < pieces[index].end else None


def _piece_start(piece: Piece) -> int:
    return piece.start


def head(reading: Reading, source: str, item: Markup, tags: range) -> tuple[Node, ...]:
    """Return the nodes in the opening tag ``item``, which holds the tags of that range."""
    if not tags:
        return tuple(_node(reading, source, piece, tags) for piece in item.pieces)
    row = Row(reading)
    index = tags.start
    for piece in item.pieces:
        while index < tags.stop and reading.tags[index].start < piece.start:
            row.jinja(index)
            index += 1
        first = index
        while index < tags.stop and reading.tags[index].start < piece.end:
            index += 1
        row.nodes.append(_node(reading, source, piece, range(first, index)))
    for rest in range(index, tags.stop):
        row.jinja(rest)
    return tuple(row.nodes)


def _node(reading: Reading, source: str, piece: Piece, tags: range) -> Node:
    if piece.start == piece.name_end:
        id_ = reading.new_id(Error, piece.start)
        reading.fault("junk", piece.start, piece.end, id_)
        return Error(id_, piece.start, piece.end)
    id_ = reading.new_id(Attribute, piece.start)
    name = source[piece.start : piece.name_end]
    if piece.value is None:
        return Attribute(id_, piece.start, piece.end, name, "", -1, "", _in_name(reading, tags))
    start, end = piece.value
    children: tuple[Node, ...] = ()
    if tags:
        in_name = sum(reading.tags[index].start < piece.name_end for index in tags)
        middle = tags.start + in_name
        children = _in_name(reading, range(tags.start, middle))
        if middle < tags.stop:
            children += text_row(reading, start, end, range(middle, tags.stop))
    return Attribute(id_, piece.start, piece.end, name, source[start:end], start, piece.quote, children)


def _in_name(reading: Reading, tags: range) -> tuple[Node, ...]:
    return tuple(reading.leaf(index) for index in tags)
