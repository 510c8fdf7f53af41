"""Nodes side by side while they are being read, and the Jinja blocks that open and close among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from templates.source.jinja import Matching, Tag
from templates.source.tree import (
    Comment,
    Error,
    Fault,
    Flaw,
    JinjaBlock,
    JinjaBranch,
    JinjaOutput,
    JinjaStatement,
    Node,
    Span,
    Text,
)

IdOf = Callable[[type, int], int]  # (kind of node, where it begins) -> its id


class Reading:
    """What all rows of one text share: its tags with their roles, the ids, and the faults found so far."""

    def __init__(self, tags: Sequence[Tag], matching: Matching, zones: Sequence[int], id_of: IdOf | None) -> None:
        self.tags = tags
        self.faults: list[Fault] = []
        self.next_id = 1
        self._id_of = id_of or self._next_id
        self.role = _roles(matching, zones)
        self._matching = matching

    def new_id(self, kind: type, start: int) -> int:
        """Return the id for a node of that kind that begins at ``start``."""
        id_ = self._id_of(kind, start)
        if id_ >= self.next_id:
            self.next_id = id_ + 1
        return id_

    def _next_id(self, _kind: type, _start: int) -> int:
        return self.next_id

    def fault(self, flaw: Flaw, start: int, end: int, node: int, name: str = "") -> None:
        """Note something wrong."""
        self.faults.append(Fault(flaw, Span(start, end), node, name))

    def leaf(self, index: int) -> Node:
        """Return the node of a tag that begins, divides or ends no block."""
        tag = self.tags[index]
        if tag.kind == "output":
            return JinjaOutput(self.new_id(JinjaOutput, tag.start), tag.start, tag.end)
        if tag.kind == "comment":
            return Comment(self.new_id(Comment, tag.start), tag.start, tag.end, "jinja")
        if tag.kind == "unclosed":
            id_ = self.new_id(Error, tag.start)
            self.fault("unclosed-jinja", tag.start, tag.end, id_)
            return Error(id_, tag.start, tag.end)
        id_ = self.new_id(JinjaStatement, tag.start)
        if index in self._matching.unclosed:
            self.fault("unclosed-block", tag.start, tag.end, id_, tag.keyword)
        elif index in self._matching.stray:
            self.fault("stray-statement", tag.start, tag.end, id_, tag.keyword)
        return JinjaStatement(id_, tag.start, tag.end, tag.keyword)


def _roles(matching: Matching, zones: Sequence[int]) -> dict[int, str]:
    """Return begin, branch or end by tag; blocks whose tags stand in different places have no role."""
    roles: dict[int, str] = {}
    for members in matching.blocks:
        if len({zones[index] for index in members}) == 1:
            roles.update(dict.fromkeys(members, "branch"))
            roles[members[0]], roles[members[-1]] = "begin", "end"
    return roles


@dataclass(slots=True)
class OpenBlock:
    """A block whose end is still to come; ``outer`` is the row it stands in."""

    id: int
    start: int
    keyword: str
    outer: list[Node]
    branch_id: int = 0
    statement: JinjaStatement | None = None
    branches: list[JinjaBranch] = field(default_factory=list)


class Row:
    """A row of nodes; ``nodes`` is the innermost one that is open."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.nodes: list[Node] = []
        self._blocks: list[OpenBlock] = []

    def text(self, start: int, end: int) -> None:
        """Add what is between two other nodes."""
        if start < end:
            self.nodes.append(Text(self.reading.new_id(Text, start), start, end))

    def jinja(self, index: int) -> None:
        """Add a tag, or open, divide or close a block with it."""
        role = self.reading.role.get(index)
        if role is None:
            self.nodes.append(self.reading.leaf(index))
        elif role == "begin":
            self.begin(self.reading.tags[index])
        elif role == "branch":
            tag = self.reading.tags[index]
            self.end_branch(tag.start)
            self._begin_branch(tag)
        else:
            self.end(self.reading.tags[index])

    def begin(self, tag: Tag) -> None:
        """Open a block."""
        self._blocks.append(OpenBlock(self.reading.new_id(JinjaBlock, tag.start), tag.start, tag.keyword, self.nodes))
        self._begin_branch(tag)

    def _begin_branch(self, tag: Tag) -> None:
        block = self._blocks[-1]
        block.branch_id = self.reading.new_id(JinjaBranch, tag.start)
        id_ = self.reading.new_id(JinjaStatement, tag.start)
        block.statement = JinjaStatement(id_, tag.start, tag.end, tag.keyword)
        self.nodes = []

    def end_branch(self, end: int) -> None:
        """Close a branch before the tag at ``end``."""
        block = self._blocks[-1]
        statement = block.statement
        if statement is not None:
            branch = JinjaBranch(block.branch_id, statement.start, end, statement, tuple(self.nodes))
            block.branches.append(branch)

    def end(self, tag: Tag) -> None:
        """Close a block."""
        self.end_branch(tag.start)
        block = self._blocks.pop()
        ending = JinjaStatement(self.reading.new_id(JinjaStatement, tag.start), tag.start, tag.end, tag.keyword)
        self.nodes = block.outer
        self.nodes.append(JinjaBlock(block.id, block.start, tag.end, block.keyword, tuple(block.branches), ending))


def text_row(reading: Reading, start: int, end: int, tags: range) -> tuple[Node, ...]:
    """Return text and tags from ``start`` to ``end``, where there is no markup: a value, a comment."""
    row = Row(reading)
    for index in tags:
        row.text(start, reading.tags[index].start)
        row.jinja(index)
        start = reading.tags[index].end
    row.text(start, end)
    return tuple(row.nodes)
