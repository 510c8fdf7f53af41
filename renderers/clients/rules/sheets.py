"""Sheets rewritten once, however many pictures ask: parsed sheets are shared, so their identity is a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from renderers.clients.css.sheet import Node
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail

Nodes = tuple[Node, ...]
Made = TypeVar("Made")

_KEPT = 64


class Rewriter(Generic[Made]):
    """Calls ``rewrite`` for a sheet it has not seen: that returns the new sheet, and what it made of what.

    A sheet is kept with its result, so that no other takes its id.
    """

    def __init__(self, rewrite: Callable[[Nodes], tuple[Nodes, Sequence[Made]]]) -> None:
        self._rewrite = rewrite
        self._seen: dict[int, tuple[Nodes, tuple[Nodes, Sequence[Made]]]] = {}

    def __call__(self, nodes: Nodes) -> tuple[Nodes, Sequence[Made]]:
        """Return the result for a sheet."""
        seen = self._seen.get(id(nodes))
        if seen is None:
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            seen = nodes, self._rewrite(nodes)
            self._seen[id(nodes)] = seen
        return seen[1]


def rewrite_blocks(mail: Mail, sheet: Rewriter[Made]) -> Iterator[tuple[Element, Made]]:
    """Rewrite every style block of the mail, not those of the client; yield what was made in which block."""
    for block in mail.blocks:
        block.rules, made = sheet(block.rules)
        for each in made:
            yield block.element, each
