"""The badges of the whole mail: for whom a component is there, and how often it is repeated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from PySide6.QtCore import QObject, Signal

from assets import asset
from desktop.dynamic.conditions.words import tag_words
from desktop.editor.design.canvas import DesignCanvas
from desktop.web.bridge import Message
from templates.dynamic.whole import branch_components, component_blocks, conditional_blocks
from templates.source.tree import JinjaBlock, JinjaBranch, SourceTree

Row = dict[str, object]


class Badges(QObject):
    """Tells the page of one canvas what to tint and to label."""

    chosen = Signal(int, int)
    """A badge was clicked: the block that it names, and its first component."""

    def __init__(self, canvas: DesignCanvas) -> None:
        super().__init__(canvas)
        self._page = canvas.live_page
        self._rows: list[Row] = []
        self._of: tuple[SourceTree | None, Mapping[str, str]] = (None, {})
        self._page.ready.connect(self._send)
        self._page.bridge.told.connect(self._told)

    def show(self, tree: SourceTree | None, segments: Mapping[str, str]) -> None:
        """Label the components of this tree; None labels nothing. ``segments`` are their titles by id."""
        if tree is not None and self._of == (tree, segments):
            return  # only words are different
        self._of = (tree, segments)
        rows = [] if tree is None else list(self._rows_of(tree, segments))
        if rows != self._rows:
            self._rows = rows
            self._send()

    def retranslate(self) -> None:
        """Forget the words, which are those of another language."""
        self._of = (None, {})

    def _send(self) -> None:
        self._page.call("badges", self._rows)

    def _told(self, message: Message) -> None:
        if message.kind == "badge":
            self.chosen.emit(message.integer("block"), message.integer("id"))

    def _rows_of(self, tree: SourceTree, segments: Mapping[str, str]) -> Iterator[Row]:
        opened = {block.id for block in conditional_blocks(tree)}
        for block in component_blocks(tree):
            if block.keyword == "for" or block.id in opened:
                for branch in block.branches:
                    if components := branch_components(tree, branch):
                        yield self._row(tree, block, branch, components, segments)

    def _row(
        self,
        tree: SourceTree,
        block: JinjaBlock,
        branch: JinjaBranch,
        components: list[int],
        segments: Mapping[str, str],
    ) -> Row:
        repeats = branch.statement.keyword == "for"
        test = tree.text[slice(*tree.expression(branch.statement))]
        words = self.tr("Repeats ×{count}") if repeats else tag_words(branch.statement.keyword, test, segments)
        kind = "for" if repeats else "if" if branch is block.branches[0] else "else"
        return {
            "id": block.id,
            "components": components,
            "words": words[:1].upper() + words[1:],
            "icon": svg("repeat" if repeats else "split"),
            "kind": kind,
        }


@cache
def svg(name: str) -> str:
    """Return the source of an icon, for the page."""
    return asset(f"icons/{name}.svg").read_text("utf-8")
