"""The coverage of a mail as a table: sections by segments. Columns arrive one by one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.dynamic.conditions.words import condition_words
from desktop.dynamic.coverage.titles import titles
from desktop.dynamic.coverage.words import SIGNS, cell_words, counted, segment_title, share_words
from templates.dynamic.coverage.formula import formula_text
from templates.dynamic.coverage.reach import Reach
from templates.dynamic.coverage.table import NOBODYS, Cell, Column, Shows
from templates.dynamic.variants import Study

CELL = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1  # contacts of the segment who see the section; None while nobody counted
SHOWS = Qt.ItemDataRole.UserRole + 2  # always, sometimes or never, as the contacts have it where they were counted
CONDITIONAL = Qt.ItemDataRole.UserRole + 3
_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class CoverageModel(QAbstractTableModel):
    """Rows are the study's ``rows``, columns its segments and, last, contacts in none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.study: Study | None = None
        self.names: list[str] = []
        self.titles: dict[str, str] = {}
        self.segments: list[str] = []
        self.columns: dict[str, Column] = {}
        self.reach: Reach | None = None

    def show_study(self, read: Study) -> None:
        """Begin anew, with no cell known; with the same sections and segments old cells stay until new ones come."""
        names = titles(read.components)
        segments = {segment.id: segment.title for segment in read.facts.segments}
        before = self.study.rows if self.study is not None else ()
        same = (names, segments, read.rows) == (self.names, self.titles, before)
        if not same:
            self.beginResetModel()
            self.columns, self.reach = {}, None
        self.study, self.names, self.titles = read, names, segments
        self.segments = [*segments, NOBODYS]
        if not same:
            self.endResetModel()

    def show_column(self, column: Column) -> None:
        """Fill a column."""
        self.columns[column.segment] = column
        place = self.segments.index(column.segment)
        self.dataChanged.emit(self.index(0, place), self.index(self.rowCount() - 1, place))

    def show_reach(self, reach: Reach) -> None:
        """Add how many contacts there are."""
        self.reach = reach
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: _Index = _NONE) -> int:
        """One for each component."""
        return len(self.study.rows) if self.study is not None and not parent.isValid() else 0

    def columnCount(self, parent: _Index = _NONE) -> int:
        """One for each segment, and one more."""
        return len(self.segments) if not parent.isValid() else 0

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sign, the cell, the number of contacts, or the whole as words."""
        cell = self.cell(index.row(), index.column())
        if role == CELL:
            return cell
        if role == COUNT:
            return self._count(index)
        if role == SHOWS:
            return self._shows(index, cell) if cell else None
        if role == CONDITIONAL:
            return self.study is not None and self.study.components[self.study.rows[index.row()]].conditional
        if role == Qt.ItemDataRole.DisplayRole:
            return SIGNS[self._shows(index, cell)] if cell else ""
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole} and cell:
            return self._told(index, cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of segments and sections; the tip says a section's condition."""
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation is Qt.Orientation.Horizontal:
                return segment_title(self.segments[section], self.titles)
            return self.name(section)
        if role == Qt.ItemDataRole.ToolTipRole and self.study is not None:
            return self._section_tip(section) if orientation is Qt.Orientation.Vertical else self._segment_tip(section)
        return None

    def name(self, row: int) -> str:
        """What the component of a row is called, indented by its depth."""
        if self.study is None:
            return ""
        index = self.study.rows[row]
        return "    " * self.study.components[index].depth + self.names[index]

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell there; None while it is not known."""
        known = self.columns.get(self.segments[column])
        return known.cells[row] if known is not None else None

    # Inside

    def _count(self, index: _Index) -> int | None:
        counts = self.reach.cells.get(self.segments[index.column()]) if self.reach is not None else None
        return counts[self.study.rows[index.row()]] if counts is not None and self.study is not None else None

    def _shows(self, index: _Index, cell: Cell) -> Shows:
        """A contact may be in several segments: whoever counts finds some where one segment alone sees nothing."""
        count, segment = self._count(index), self.segments[index.column()]
        if count is None or self.reach is None or not self.reach.segments[segment]:
            return cell.shows
        if count in {0, self.reach.segments[segment]}:
            return cell.shows if cell.shows == "sometimes" else "always" if count else "never"
        return "sometimes"

    def _told(self, index: _Index, cell: Cell) -> str:
        segment = segment_title(self.segments[index.column()], self.titles)
        lines = [f"{self.name(index.row()).strip()} – {segment}", cell_words(cell, self.titles)]
        count = self._count(index)
        if count is not None and self.reach is not None:
            lines.append(share_words(count, self.reach.segments[self.segments[index.column()]]))
        return "\n".join(lines)

    def _section_tip(self, row: int) -> str:
        if self.study is None:
            return ""
        index = self.study.rows[row]
        lines = [self.name(row).strip()]
        if self.study.components[index].conditional:
            lines.append(condition_words(formula_text(self.study.written[index]), self.titles, longest=0))
        if self.reach is not None:
            lines.append(counted.contacts(self.reach.components[index]))
        return "\n".join(lines)

    def _segment_tip(self, column: int) -> str:
        segment = self.segments[column]
        lines = [segment_title(segment, self.titles)]
        if self.reach is not None and segment in self.reach.segments:
            lines.append(counted.contacts(self.reach.segments[segment]))
        return "\n".join(lines)
