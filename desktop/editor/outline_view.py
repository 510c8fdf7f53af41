"""The tree of the outline: its look, its drop line, its filter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from desktop.editor.outline_delegate import OutlineDelegate
from desktop.icons import pixmap
from desktop.models.component_names import component_name
from desktop.models.outline_item import Item
from desktop.models.outline_model import ITEM

_INDENT = 14
_CHEVRON = 14


class OutlineView(QTreeView):
    """Shows an OutlineModel."""

    menu_wanted = Signal(QPoint)
    """A context menu, at this place of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(700)
        self.setItemDelegate(OutlineDelegate(self))
        self.expanded.connect(self._expand_only_child)
        self._drop_line: QRect | None = None
        self._words: list[str] = []

    # The filter

    def set_filter(self, text: str) -> bool:
        """Show only rows that contain every word of ``text``, with what they stand in; say whether there are any.

        All when it is empty. Again when the rows are others.
        """
        self._words = text.casefold().split()
        rows = range(self.model().rowCount())
        shown = sum(self._filter(row, QModelIndex(), False) for row in rows)
        return shown > 0 or not self._words

    def _filter(self, row: int, parent: QModelIndex, inside_match: bool) -> bool:
        """Hide or show a row and what is in it; say whether it is shown. What is in a match is shown too."""
        index = self.model().index(row, 0, parent)
        item: Item = index.data(ITEM)
        part = item.row.part
        text = f"{index.data()} {component_name(part.name)} {'' if part.children else part.words}".casefold()
        match = inside_match or all(word in text for word in self._words)
        shown = [self._filter(each, index, match) for each in range(self.model().rowCount(index))]
        is_shown = match or any(shown)
        self.setRowHidden(row, parent, not is_shown)
        if self._words and any(shown) and not match:
            self.expand(index)
        return is_shown

    def open_rows(self, parent: QModelIndex | None = None) -> list[int]:
        """The ids of the rows that are open, from the outside in."""
        above = parent or QModelIndex()
        rows = (self.model().index(row, 0, above) for row in range(self.model().rowCount(above)))
        found: list[int] = []
        for index in rows:
            if self.isExpanded(index):
                found += [index.internalId(), *self.open_rows(index)]
        return found

    def _expand_only_child(self, index: QModelIndex) -> None:
        """A section with one column shows what is in it by one click."""
        if self.model().rowCount(index) == 1:
            self.expand(self.model().index(0, 0, index))

    # Drag and drop

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Remember where the line goes."""
        super().dragMoveEvent(event)
        self._drop_line = self._line_at(event.position().toPoint()) if event.isAccepted() else None
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """No line."""
        self._drop_line = None
        super().dragLeaveEvent(event)
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the model tell of it; the view itself moves nothing."""
        self._drop_line = None
        super().dropEvent(event)
        self.viewport().update()

    def _line_at(self, at: QPoint) -> QRect:
        index = self.indexAt(at)
        area = self.visualRect(index)
        position, where = self.dropIndicatorPosition(), QAbstractItemView.DropIndicatorPosition
        if position == where.OnItem:
            return area
        y = area.top() if position == where.AboveItem else area.bottom() + 1
        if not index.isValid():
            area = self._last_row()
            y = area.bottom() + 1
        return QRect(area.left(), y, area.width(), 0)

    def _last_row(self) -> QRect:
        model = self.model()
        return self.visualRect(model.index(model.rowCount() - 1, 0))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and over them the place where a drop goes."""
        super().paintEvent(event)
        if self._drop_line is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QGuiApplication.palette().color(QPalette.ColorRole.Accent), 2))
        line = self._drop_line
        if line.height():
            painter.drawRoundedRect(line.adjusted(-2, 1, -3, -2), 6, 6)
            return
        painter.drawLine(line.left() + 4, line.top(), line.right() - 4, line.top())
        painter.drawEllipse(QPoint(line.left() + 1, line.top()), 3, 3)

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground of the whole line first."""
        selected = index == self.currentIndex()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height()).adjusted(4, 1, -4, -1)
        colours = QGuiApplication.palette()
        if selected or hovered:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role = QPalette.ColorRole.Midlight if selected else QPalette.ColorRole.Light
            painter.setBrush(colours.color(role))
            ring = selected and self.hasFocus()
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Accent), 1.5) if ring else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(ground, 6, 6)
            painter.restore()
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """A chevron where there is something inside."""
        if not self.model().hasChildren(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        colour = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        top = rect.center().y() - _CHEVRON // 2 + 1
        painter.drawPixmap(rect.right() - _CHEVRON + 1, top, pixmap(name, colour, _CHEVRON, self.devicePixelRatioF()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse where it points, by the key beside the row."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(at)
