"""The tree of reasons, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QPainter, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QTreeView

from desktop.clients.reason_delegate import ReasonDelegate
from desktop.clients.reason_model import REASON, SPOT, WHERE, Group, ReasonModel, Spot
from desktop.icons import pixmap

_ARROW = 14
_ARROW_TOP = {True: 8, False: 9}  # pixels from the top of the row: of a reason, of a section


class ReasonTree(QTreeView):
    """Rows follow the width: their sentences wrap. A click or Enter on a place, or on a reason with one, wants it."""

    spot_wanted = Signal(object)
    """The Spot that somebody wants to see in the text."""
    source_wanted = Signal(str)
    """The address of what a rule is known from."""

    def __init__(self, model: ReasonModel) -> None:
        super().__init__()
        self._reasons = model
        self.setObjectName("reasons")
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setMouseTracking(True)
        self.setIndentation(18)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(ReasonDelegate(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.clicked.connect(self._choose)

    def unfold(self, *, everything: bool) -> None:
        """Open the sections: what does not show only when there is nothing else, or when ``everything`` is wanted."""
        for row in range(self._reasons.rowCount()):
            alone = self._reasons.rowCount() == 1
            self.setExpanded(self._reasons.index(row, 0), everything or alone or not self._reasons.is_behind(row))

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw the arrow beside the first line of the sentence, not in the middle of the row."""
        if index.model().rowCount(index):
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
            top = rect.top() + _ARROW_TOP[index.data(REASON) is not None]
            painter.drawPixmap(rect.right() - _ARROW, top, _arrow(name, colour.name(), self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the heights anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody who comes by keyboard sees where they are."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self._reasons.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        spot = self._spot(index)
        if spot is not None:
            self.spot_wanted.emit(spot)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def _spot(self, index: QModelIndex) -> Spot | None:
        group: Group | None = index.data(REASON)
        if group is not None and group.count == 1:
            return group.spots[0]
        found: Spot | None = index.data(SPOT)
        return found

    def _open_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            index = self.currentIndex()
        group: Group | None = index.data(REASON)
        if group is not None:
            menu = self._menu(index, group)
            menu.popup(self.viewport().mapToGlobal(self.visualRect(index).center() if place.isNull() else place))

    def _menu(self, index: QModelIndex, group: Group) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copied = f"{index.data()}\n{index.data(WHERE)}"
        menu.addAction(self.tr("Copy")).triggered.connect(lambda: QApplication.clipboard().setText(copied))
        self._add_sources(menu, tuple(group.reason.sources))
        return menu

    def _add_sources(self, menu: QMenu, sources: Sequence[tuple[str, str]]) -> None:
        for name, address in sources:
            action = menu.addAction(self.tr("Read {source}").format(source=name))
            action.setToolTip(address)
            action.setData(address)
            action.triggered.connect(self._read)

    def _read(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.source_wanted.emit(action.data())


@lru_cache(maxsize=16)
def _arrow(name: str, colour: str, ratio: float) -> QPixmap:
    return pixmap(name, QColor(colour), _ARROW, ratio)
