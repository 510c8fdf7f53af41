"""Dragging over the canvas: the place is shown while the drag goes on, and the drop is one edit.

Qt delivers drags to the widget under the pointer that takes them. The web view is made not to, so that they come to the
canvas, and the page is only asked once for where everything is drawn. All that follows is decided here.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from desktop import structure
from desktop.document import OpenDocument
from desktop.editor.design.canvas import DesignCanvas
from desktop.editor.design.dragged import Dragged, dragged_of
from desktop.editor.design.drop_place import Box, Drop, Stage

_RIM = 40  # pixels at the upper and the lower edge in which the mail scrolls
_TICK_MS = 16
_FASTEST = 8  # pixels a tick
_MOST_BOXES = 50_000


class Drops(QObject):
    """Takes the drags of ``canvas``."""

    aimed = Signal(object)
    """The Drop that letting go would mean, or None."""
    pictures = Signal(object, object)
    """Picture files were dropped: a list of paths, and the Drop."""

    def __init__(self, canvas: DesignCanvas) -> None:
        super().__init__(canvas)
        self.document: OpenDocument | None = None
        self.drop: Drop | None = None
        self._canvas = canvas
        self._dragged: Dragged | None = None
        self._stage: Stage | None = None
        self._at = QPointF()
        self._scroll = QTimer(self, interval=_TICK_MS)
        self._scroll.timeout.connect(self._scroll_on)
        self._canvas.setAcceptDrops(True)
        self._canvas.installEventFilter(self)
        self._keep_view_out()
        self._canvas.live_page.ready.connect(self._keep_view_out)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged over the canvas."""
        if isinstance(event, QDragEnterEvent):
            self.enter(event)
        elif isinstance(event, QDragMoveEvent):
            self.move(event)
        elif isinstance(event, QDropEvent):
            self.let_go(event)
        elif isinstance(event, QDragLeaveEvent):
            self.leave(event)
        else:
            return super().eventFilter(watched, event)
        return True

    def enter(self, event: QDragEnterEvent) -> None:
        """Take the drag when it brings something for this mail."""
        self.stop()
        document = self.document
        if document is None or not document.editable:
            event.ignore()
            return
        self._dragged = dragged_of(event.mimeData(), document.tree)
        if self._dragged is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self._at = event.position()
        self._canvas.live_page.run("JSON.stringify(mw.boxes())", self._take_boxes)
        self._scroll.start()

    def move(self, event: QDragMoveEvent) -> None:
        """Show the place under the pointer."""
        self._at = event.position()
        self._aim()
        if self.drop is not None or (self._dragged is not None and self._stage is None):
            event.acceptProposedAction()
        else:
            event.ignore()

    def leave(self, event: QDragLeaveEvent) -> None:
        """The drag went elsewhere, or Esc ended it."""
        event.accept()
        self.stop()

    def let_go(self, event: QDropEvent) -> None:
        """Make the edit."""
        self._at = event.position()
        self._aim()
        drop, dragged = self.drop, self._dragged
        self.stop()
        if self.document is None or drop is None or dragged is None:
            event.ignore()
            return
        event.acceptProposedAction()
        if dragged.files:
            self.pictures.emit(list(dragged.files), drop)
        elif dragged.node:
            structure.move_node(self.document, dragged.node, drop.anchor, drop.where, origin="drop")
        else:
            structure.insert_block(self.document, dragged.source, drop.anchor, drop.where, origin="drop")

    def stop(self) -> None:
        """Nothing is dragged any more."""
        self._scroll.stop()
        self._dragged = self._stage = None
        self._show(None)

    def _keep_view_out(self) -> None:
        """Drags go to the canvas; the engine makes the widget inside its view with the first document."""
        view = self._canvas.view
        for widget in (view, view.focusProxy()):
            if widget is not None:
                widget.setAcceptDrops(False)

    def _take_boxes(self, answer: object) -> None:
        if self.document is not None and self._dragged is not None:
            boxes = boxes_of(answer)
            self._stage = Stage(self.document.tree, boxes, self._dragged.names, self._dragged.node)
            self._aim()

    def _aim(self) -> None:
        place = self._canvas.to_page(self._at)
        self._show(self._stage.drop_at(place.x(), place.y()) if self._stage else None)

    def _show(self, drop: Drop | None) -> None:
        if drop == self.drop:
            return
        self.drop = drop
        shown = None
        if drop is not None and drop.width:
            place = {"x": drop.x, "y": drop.y, "width": drop.width, "height": drop.height}
            shown = {**place, "inside": drop.inside, "label": self.tr("New section") if drop.framed else ""}
        self._canvas.live_page.call("showDrop", shown)
        self.aimed.emit(drop)

    def _scroll_on(self) -> None:
        stage, y = self._canvas.stage, self._at.y()
        rim = min(_RIM, stage.height() // 4)
        step = min(0, y - stage.top() - rim) + max(0, y - stage.bottom() + rim)
        bar = self._canvas.bar
        before = bar.value()
        bar.setValue(before + max(-_FASTEST, min(_FASTEST, round(step / 3))))
        if bar.value() != before:
            self._aim()


def boxes_of(answer: object) -> list[Box]:
    """Return the boxes in the page's answer; what is no box is left out."""
    try:
        rows = json.loads(answer) if isinstance(answer, str) else []
    except ValueError:
        return []
    good = (row for row in rows[:_MOST_BOXES] if isinstance(row, list) and len(row) == 5)
    return [Box(int(row[0]), *map(float, row[1:])) for row in good if all(isinstance(one, int | float) for one in row)]
