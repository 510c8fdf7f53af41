"""The row of open documents, above the editor."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from desktop.editor.documents import Documents, Opened
from desktop.widgets import GRID, Translated, styled


class DocumentTabs(Translated, QWidget):
    """One tab a document, with a dot where something is unsaved."""

    close_wanted = Signal(object)
    """An Opened."""

    def __init__(self, documents: Documents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "tabs")
        self._documents = documents
        self.bar = QTabBar(tabsClosable=True, movable=False, drawBase=False, expanding=False, documentMode=True)
        self.bar.setObjectName("documents")
        self.row = row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(GRID)
        row.addWidget(self.bar, 1)
        documents.opened.connect(self._opened)
        documents.closed.connect(self.bar.removeTab)
        documents.current_changed.connect(self._current_changed)
        self.bar.currentChanged.connect(self._chosen)
        self.bar.tabCloseRequested.connect(self._close)
        self.retranslate()

    def add(self, widget: QWidget) -> None:
        """Put something at the right end of the row."""
        self.row.addWidget(widget)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.bar.setAccessibleName(self.tr("Open templates"))
        self.refresh()

    def refresh(self, _clean: bool = True) -> None:
        """Mark what is unsaved or read only."""
        for place, opened in enumerate(self._documents.all):
            document = opened.document
            mark = "" if document.is_clean else " •"
            self.bar.setTabText(place, f"{document.name}{mark}")
            tip = self.tr("Read only") if not document.editable else self.tr("Not saved") if mark else ""
            self.bar.setTabToolTip(place, tip)

    def _opened(self, opened: Opened) -> None:
        self.bar.blockSignals(True)  # the first tab would make itself the current one
        self.bar.addTab(opened.document.name)
        self.bar.blockSignals(False)
        opened.document.saved_changed.connect(self.refresh)
        self._name_close_button(self.bar.count() - 1)
        self.refresh()

    def _name_close_button(self, place: int) -> None:
        button = self.bar.tabButton(place, QTabBar.ButtonPosition.RightSide)
        if button is not None:
            button.setAccessibleName(self.tr("Close {name}").format(name=self._documents.all[place].document.name))

    def _current_changed(self, opened: object) -> None:
        if isinstance(opened, Opened):
            self.bar.setCurrentIndex(self._documents.all.index(opened))

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self._documents.all):
            self._documents.make_current(self._documents.all[place])

    def _close(self, place: int) -> None:
        self.close_wanted.emit(self._documents.all[place])
