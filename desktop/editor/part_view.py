"""The list in which blocks and modules lie as cards, two in a row, to be dragged or inserted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from desktop.editor.part_delegate import PADDING, PartDelegate

_COLUMNS = 2


class PartView(QListView):
    """Cards of two columns. ``inserted`` comes with a double click, Enter, or Return."""

    inserted = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None, *, notes: bool = False) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self._delegate = PartDelegate(self, notes=notes)
        self.setItemDelegate(self._delegate)
        self.doubleClicked.connect(self._double_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter inserts, also on systems where it edits."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid() and not editing:
            self.inserted.emit(index)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns; they keep theirs whether there is a scroll bar or not."""
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width() - 1
        self._delegate.row_width = room
        self._delegate.width = max(60, room // _COLUMNS - 2 * PADDING)
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag the card itself."""
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        picture = self.card(index)
        drag.setPixmap(picture)
        drag.setHotSpot(QRectF(QPointF(), picture.deviceIndependentSize()).center().toPoint())
        drag.exec(Qt.DropAction.CopyAction)

    def card(self, index: QModelIndex) -> QPixmap:
        """The card of a row as a picture."""
        option: Any = QStyleOptionViewItem()  # PySide's stubs do not know its fields
        ratio = self.devicePixelRatioF()
        size = self._delegate.sizeHint(option, index)
        option.rect = QRect(QPoint(), size)
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setFont(self.font())
        self._delegate.paint(painter, option, index)
        painter.end()
        return made

    def _double_clicked(self, index: QModelIndex) -> None:
        self.inserted.emit(index)
