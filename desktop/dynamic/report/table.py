"""The table of the report: a click on the lines goes to the next place where the name is used."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.dynamic.report.model import DEFAULT, KIND, NAME, ROW, USED, ReportFilter
from desktop.dynamic.report.rows import Row
from templates.source.tree import Span

_WIDTHS = {NAME: 190, KIND: 76, USED: 80, DEFAULT: 108}
_SET_WIDTH, _HEIGHT = 70, 30


class ReportTable(QTableView):
    """Shows rows; ``wanted`` asks for a place in the text."""

    wanted = Signal(object, bool)
    """A Span, and whether the person wants to write there."""
    row_changed = Signal(object)
    """The Row that is current, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rows")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.filter = ReportFilter(self)
        self.setModel(self.filter)
        self.filter.modelReset.connect(self._size_columns)
        self.clicked.connect(self._clicked)
        self.activated.connect(self._activated)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self._shown: dict[str, int] = {}

    def row(self, index: QModelIndex | None = None) -> Row | None:
        """The row at ``index``, or the current one."""
        found = (index or self.currentIndex()).data(ROW)
        return found if isinstance(found, Row) else None

    def select_name(self, name: str) -> None:
        """Make the row of that name current; the first one when there is none."""
        places = range(self.filter.rowCount())
        rows = [self.row(self.filter.index(place, NAME)) for place in places]
        place = next((place for place, row in enumerate(rows) if row and row.name == name), 0)
        if rows:
            self.setCurrentIndex(self.filter.index(place, NAME))
        self.row_changed.emit(self.row())

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        for column in range(self.filter.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, _WIDTHS.get(column, _SET_WIDTH))
        header.moveSection(header.visualIndex(USED), header.count() - 1)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == USED:
            self._go(index, write=False)

    def _activated(self, index: QModelIndex) -> None:
        if index.column() != USED:
            self._go(index, write=True)

    def _go(self, index: QModelIndex, *, write: bool) -> None:
        """Show the next place of the name, round the end."""
        row = self.row(index)
        spans: list[Span] = [one.span for one in row.used if one.span is not None] if row else []
        if row is not None and spans:
            turn = self._shown.get(row.name, -1) + 1
            self._shown = {row.name: turn}
            self.wanted.emit(spans[turn % len(spans)], write)

    def _current_changed(self, _index: QModelIndex, _before: QModelIndex) -> None:
        self.row_changed.emit(self.row())
