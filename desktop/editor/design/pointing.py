"""What the pointer and the keys do on the canvas: hover, select, walk, write, ask for the menu.

The page's word is taken for nothing: whatever id it names, only a component of the document's own tree is selected.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Signal

from desktop import structure
from desktop.document import OpenDocument
from desktop.editor.design.canvas import DesignCanvas
from desktop.models.component_names import component_name
from desktop.web.bridge import Message
from templates.source.step import parent_of
from templates.source.tree import Element

ORIGIN = "canvas"


class Pointing(QObject):
    """Turns messages of the page into selections of ``document``."""

    write = Signal(int, int, float, float)
    """The user wants to write: id, which repetition, and the place of the click in the page (-1: by key)."""
    menu = Signal(QPoint)
    """The user wants the menu of what is selected now, at this place of the screen."""

    def __init__(self, canvas: DesignCanvas) -> None:
        super().__init__(canvas)
        self.document: OpenDocument | None = None
        self._canvas = canvas
        self._acts = {
            "hover": self._hovered,
            "click": self._clicked,
            "open": self._opened,
            "menu": self._menu_wanted,
            "key": self._key,
            "tab": self._tab,
        }
        canvas.live_page.bridge.told.connect(self._told)

    def select(self, node_id: int, turn: int = -1, *, reveal: bool = True) -> None:
        """Select a component from the canvas, outline it there and, with ``reveal``, scroll until it is seen.

        What the pointer is on is seen, and stays under it: the second click of two has to meet what the first one met.
        """
        if self.document is not None:
            self.document.select(node_id, ORIGIN)
            self._canvas.outline(self.document.selected, turn=turn, reveal=reveal)

    def _told(self, message: Message) -> None:
        act = self._acts.get(message.kind)
        if act is not None and self.document is not None:
            act(self.document, message)

    def _element(self, document: OpenDocument, message: Message) -> Element | None:
        node = document.seen_tree.node(message.integer("id"))
        return node if isinstance(node, Element) else None

    def _hovered(self, document: OpenDocument, message: Message) -> None:
        element = self._element(document, message)
        if element is not None:
            section = document.seen_tree.name_of(element)
            name = component_name(element.name)
            self._canvas.live_page.call("label", element.id, f"{name} · {section}" if section else name)

    def _clicked(self, document: OpenDocument, message: Message) -> None:
        element = self._element(document, message)
        if element is not None and message.flag("alt"):
            element = parent_of(document.seen_tree, element)
        self.select(element.id if element else 0, message.integer("turn"), reveal=False)

    def _opened(self, document: OpenDocument, message: Message) -> None:
        element = self._element(document, message)
        if element is not None:
            self.select(element.id, message.integer("turn"), reveal=False)
            self.write.emit(element.id, message.integer("turn"), message.number("x"), message.number("y"))

    def _menu_wanted(self, document: OpenDocument, message: Message) -> None:
        element = self._element(document, message)
        self.select(element.id if element else 0, message.integer("turn"), reveal=False)
        at = QPointF(message.number("x"), message.number("y")) * self._canvas.zoom
        self.menu.emit(self._canvas.view.mapToGlobal(at.toPoint()))

    def _key(self, document: OpenDocument, message: Message) -> None:
        if message.text("key") == "Enter":
            element = document.selected_element
            if element is not None:
                self.write.emit(element.id, message.integer("turn"), -1.0, -1.0)
            return
        walk = _WALKS.get(message.text("key"))
        if walk is not None and walk(document):
            self._canvas.outline(document.selected, turn=message.integer("turn"), reveal=True)

    def _tab(self, _document: OpenDocument, message: Message) -> None:
        self._canvas.focusNextPrevChild(not message.flag("back"))


_WALKS = {
    "Escape": structure.select_parent,
    "ArrowLeft": structure.select_parent,
    "ArrowRight": structure.select_first_child,
    "ArrowUp": structure.select_previous,
    "ArrowDown": structure.select_next,
}
