"""Panels behind tabs: the left column of the editor, and the drawer at its bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.widgets import styled


class _Bar(QTabBar):
    """A tab bar that also tells when the tab that is chosen already is clicked again."""

    again = Signal(int)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of the second click before the tab changes."""
        place = self.tabAt(event.position().toPoint())
        was = self.currentIndex()
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and place == was >= 0:
            self.again.emit(place)


class TabbedPanels(QWidget):
    """Shows one of several panels. As a ``drawer`` it closes to its row of tabs by a second click."""

    toggled = Signal(bool)

    def __init__(self, panels: Sequence[QWidget], parent: QWidget | None = None, *, drawer: bool = False) -> None:
        super().__init__(parent)
        self.panels = tuple(panels)
        self.bar = _Bar(drawBase=False, expanding=False, documentMode=True)
        self.bar.setObjectName("panels")
        self.stack = QStackedWidget()
        for panel in panels:
            self.bar.addTab("")
            self.stack.addWidget(panel)
        self.bar.currentChanged.connect(self._chosen)
        if drawer:
            self.bar.again.connect(self._again)
        head = styled(QWidget(), "panel-tabs")
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self.bar)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.stack, 1)

    def set_titles(self, titles: Sequence[str], name: str) -> None:
        """Name the tabs, and the bar for screen readers."""
        self.bar.setAccessibleName(name)
        for place, title in enumerate(titles):
            self.bar.setTabText(place, title)

    def show_panel(self, panel: QWidget) -> None:
        """Bring a panel to the front, and open the drawer."""
        self.bar.setCurrentIndex(self.panels.index(panel))
        self.set_open(True)

    @property
    def is_open(self) -> bool:
        """Whether a panel is to be seen."""
        return not self.stack.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Open or close the drawer."""
        if is_open != self.is_open:
            self.stack.setVisible(is_open)
            self.setMaximumHeight(16_777_215 if is_open else self.bar.sizeHint().height() + 4)
            self.toggled.emit(is_open)

    def _chosen(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.set_open(True)

    def _again(self, _place: int) -> None:
        self.set_open(not self.is_open)
