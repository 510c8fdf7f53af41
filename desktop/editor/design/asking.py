"""Asking for conditions on the canvas: the button of the section under the pointer, and the badges."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QCursor

from desktop.document import OpenDocument
from desktop.dynamic.conditions.show import show_condition, show_loop
from desktop.editor.design.badges import svg
from desktop.editor.design.breadcrumb import way_to
from desktop.editor.design.canvas import DesignCanvas
from desktop.structure import is_movable
from desktop.web.bridge import Message
from templates.source.around import blocks_around
from templates.source.tree import Element


class Asking(QObject):
    """Offers a button on the section under the pointer, unless its condition can be seen, and opens the popups."""

    def __init__(self, canvas: DesignCanvas) -> None:
        super().__init__(canvas)
        self.document: OpenDocument | None = None
        self._canvas = canvas
        canvas.live_page.bridge.told.connect(self._told)

    def ask(self, node_id: int, block_id: int = 0) -> None:
        """Open the popup for a component's own condition, or for the condition or loop with that id around it."""
        document = self.document
        node = document.tree.node(node_id) if document is not None and document.editable else None
        if document is None or not isinstance(node, Element):
            return
        document.select(node_id, "canvas")
        around = blocks_around(document.tree, node)
        level = next((at for at, one in enumerate(around) if one.block.id == block_id), None)
        ask = show_loop if level is not None and around[level].is_loop else show_condition
        ask(document, node_id, self._canvas.window(), QRect(QCursor.pos(), QSize(1, 1)), level=level)

    def _told(self, message: Message) -> None:
        if message.kind == "hover":
            section = self._section(message.integer("id"))
            words = self.tr("Add a condition") if section else ""
            self._canvas.live_page.call("offer", section.id if section else 0, words, svg("split") if section else "")
        elif message.kind == "offer":
            self.ask(message.integer("id"))

    def _section(self, node_id: int) -> Element | None:
        """The section around a component when it is there for everybody and may be changed."""
        document = self.document
        node = document.seen_tree.node(node_id) if document is not None and document.editable else None
        if document is None or not isinstance(node, Element):
            return None
        way = [one for one in way_to(document.seen_tree, node) if is_movable(one)]
        return way[0] if way and not blocks_around(document.seen_tree, way[0]) else None
