"""Columns on the canvas: their borders are pulled, and another one is added."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.document import OpenDocument
from desktop.editor.design.canvas import DesignCanvas
from desktop.web.bridge import Message
from templates.source.columns import ROWS, add_column, column_widths, columns, fixed_number, resize_columns
from templates.source.tree import Element, SourceTree


class Columns(QObject):
    """Shows the handles of the row in which something is selected, and makes the edits."""

    def __init__(self, canvas: DesignCanvas) -> None:
        super().__init__(canvas)
        self.document: OpenDocument | None = None
        self._canvas = canvas
        canvas.live_page.ready.connect(self.show)
        canvas.live_page.bridge.told.connect(self._told)

    def show(self) -> None:
        """Show the handles for what is selected now, and places in empty columns."""
        document = self.document
        if document is not None:
            self._show_empty(document.seen_tree)
        element = document.selected_element if document and document.editable else None
        row = row_of(document.seen_tree, element) if document and element else None
        given = None
        if document is not None and row is not None:
            tree = document.seen_tree
            given = {
                "id": row.id,
                "columns": [one.id for one in columns(tree, row)],
                "widths": column_widths(tree, row),
                "fixed": fixed_number(tree, row),
                "words": {"add": self.tr("Add a column"), "resize": self.tr("Drag to resize the columns")},
            }
        self._canvas.live_page.call("columns", given)

    def _show_empty(self, tree: SourceTree) -> None:
        empty = [one.id for one in tree.elements("mj-column") if next(tree.components_in(one.children), None) is None]
        self._canvas.live_page.call("empties", {"columns": empty, "text": self.tr("Drop here")})

    def _told(self, message: Message) -> None:
        if message.kind not in {"resize", "add_column"} or self.document is None:
            return
        tree = self.document.tree
        row = tree.node(message.integer("row"))
        if not isinstance(row, Element) or row.name not in ROWS:
            return
        if message.kind == "resize":
            self._resize(self.document, row, message.numbers("widths"))
        else:
            self._add(self.document, row, message.integer("at"))

    def _resize(self, document: OpenDocument, row: Element, widths: tuple[float, ...]) -> None:
        tree = document.tree
        good = len(widths) == len(columns(tree, row)) and all(0 < width <= 100 for width in widths)
        if good:
            document.edit(self.tr("Resize the columns"), resize_columns(tree, row, widths), origin="canvas")

    def _add(self, document: OpenDocument, row: Element, at: int) -> None:
        edits = add_column(document.tree, row, at)
        document.edit(self.tr("Add a column"), edits, origin="canvas", select=row.start)


def row_of(tree: SourceTree, element: Element) -> Element | None:
    """Return the innermost row of columns that is ``element`` or holds it."""
    around = [element, *(node for node in tree.ancestors(element) if isinstance(node, Element))]
    return next((one for one in around if one.name in ROWS and columns(tree, one)), None)
