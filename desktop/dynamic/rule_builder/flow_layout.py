"""A layout that fills lines from left to right, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

SPACE = 4


class FlowLayout(QLayout):
    """The last item takes what is left of its line."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def move_to_end(self, place: int) -> None:
        """Make the item at ``place`` the last one."""
        self._items.append(self._items.pop(place))
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It takes what it gets."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """As narrow as it may be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out in ``rect``; return the height of all lines."""
        left, top, line = rect.x(), rect.y(), 0
        for item in self._items:
            is_last = item is self._items[-1]
            size = item.minimumSize() if is_last else item.sizeHint().boundedTo(QSize(rect.width(), 999))
            if left > rect.x() and left + size.width() > rect.right() + 1:
                left, top, line = rect.x(), top + line + SPACE, 0
            width = rect.right() + 1 - left if is_last else size.width()
            height = max(size.height(), item.sizeHint().height())
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
            left, line = left + width + SPACE, max(line, height)
        return top + line - rect.y()
