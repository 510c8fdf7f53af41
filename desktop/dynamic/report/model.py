"""The report as a table, and the filter before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QIcon

from desktop.dynamic.report.rows import KINDS, STATUS_ICONS, STATUSES, Row
from desktop.editor.data.titles import set_title
from desktop.errors import advice, what
from desktop.icons import pixmap
from desktop.language import QT_TRANSLATE_NOOP, current_language
from desktop.theme import roles_of_now
from templates.dynamic.name_finding import NameFinding
from templates.dynamic.report import Status
from templates.errors import TemplateError

ROW = Qt.ItemDataRole.UserRole + 1
NAME, KIND, USED, DEFAULT, SETS = range(5)
_TITLES = (
    QT_TRANSLATE_NOOP("Report", "Name"),
    QT_TRANSLATE_NOOP("Report", "Kind"),
    QT_TRANSLATE_NOOP("Report", "Lines"),
    QT_TRANSLATE_NOOP("Report", "If missing"),
)
_MOST_LINES = 6
Index = QModelIndex | QPersistentModelIndex


def said(text: str) -> str:
    """Return one of the report's words in the user's language."""
    return QCoreApplication.translate("Report", text) if text else ""


class ReportModel(QAbstractTableModel):
    """One row a name; behind the fixed columns one for each data set."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.sets: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[Row], sets: Sequence[str]) -> None:
        """Show these rows for these data sets."""
        if (tuple(rows), tuple(sets)) == (self.rows, self.sets):
            return
        self.beginResetModel()
        self.rows, self.sets = tuple(rows), tuple(sets)
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything anew."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many names there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many columns there are."""
        return 0 if parent.isValid() else SETS + len(self.sets)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return said(_TITLES[section]) if section < SETS else set_title(self.sets[section - SETS])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one name."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.DecorationRole:
                return self._sign(row, column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case _ if role == ROW:
                return row
        return None

    def status(self, row: Row, column: int) -> Status | None:
        """What the data set of a column has for a row."""
        return row.sets.get(self.sets[column - SETS]) if column >= SETS else None

    def _text(self, row: Row, column: int) -> str:
        if column == NAME:
            return row.name
        if row.grade == "unused":
            return said(QT_TRANSLATE_NOOP("Report", "Not used by the template")) if column == KIND else ""
        if column == KIND:
            return said(KINDS[row.shape.kind])
        if column == USED:
            return lines_of(row)
        return _without(row) if column == DEFAULT else ""

    def _sign(self, row: Row, column: int) -> QIcon | None:
        roles = roles_of_now()
        status = self.status(row, column)
        if status is not None:
            ink = {"present": roles.success, "absent": roles.muted, "missing": roles.danger, "wrong": roles.danger}
            return QIcon(pixmap(STATUS_ICONS[status], QColor(ink[status]), 16, 2))
        if column == NAME and row.grade in {"error", "warning"}:
            name, colour = ("circle-x", roles.danger) if row.grade == "error" else ("triangle-alert", roles.warning)
            return QIcon(pixmap(name, QColor(colour), 16, 2))
        return None

    def _colour(self, row: Row, column: int) -> QColor | None:
        if column == USED and any(one.span for one in row.used):
            return QColor(roles_of_now().accent)
        quiet = row.grade == "unused" or column in {KIND, USED} or (column == DEFAULT and not row.shape.required)
        return QColor(roles_of_now().muted) if quiet else None

    def _spoken(self, row: Row, column: int) -> str:
        status = self.status(row, column)
        if status is not None:
            return f"{set_title(self.sets[column - SETS])}: {said(STATUSES[status])}"
        if column in {NAME, DEFAULT}:
            return "\n".join([self._text(row, column), *sentences(row, hints=column == DEFAULT)])
        return self._text(row, column)


def sentences(row: Row, *, hints: bool = False) -> list[str]:
    """Return what is to be said about a row, in the user's language and with the data sets' titles."""
    return [_sentence(one) for one in (row.hints if hints else row.findings)]


def _sentence(finding: NameFinding) -> str:
    error, language = finding.error, current_language()
    values = {**error.values, "sets": ", ".join(map(set_title, finding.sets))}
    shown = TemplateError(error.pattern, advice=error.advice_pattern, place=None, **values)
    return f"{what(shown, language)} {advice(shown, language)}".rstrip()


def lines_of(row: Row) -> str:
    """Return the lines in which a name is used: the numbers of the template's own, of included files their names."""
    places = dict.fromkeys(
        str(one.place.line) if one.span else f"{one.place.file.rpartition('/')[2]}:{one.place.line}" for one in row.used
    )
    return ", ".join(list(places)[:_MOST_LINES]) + (" …" if len(places) > _MOST_LINES else "")


def _without(row: Row) -> str:
    """What happens where there is no value."""
    if row.shape.required:
        return said(QT_TRANSLATE_NOOP("Report", "No mail"))
    if row.shape.when:
        pattern = said(QT_TRANSLATE_NOOP("Report", "No mail if {condition}"))
        return pattern.format(condition=row.shape.when[0])
    if row.shape.default in {"", '""', "[]", "{}"}:
        return said(QT_TRANSLATE_NOOP("Report", "Nothing")) if row.used and not row.findings else ""
    return row.shape.default


class ReportFilter(QSortFilterProxyModel):
    """Lets those rows through whose name holds what was typed, and if asked only those with something wrong."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted, self._only_wrong = "", False

    def show_only(self, wanted: str, *, only_wrong: bool) -> None:
        """Filter by a part of the name, and by whether something is wrong."""
        self._wanted, self._only_wrong = wanted.strip().casefold(), only_wrong
        self.invalidate()

    def filterAcceptsRow(self, place: int, parent: Index) -> bool:
        """Whether a row is shown."""
        row = self.sourceModel().index(place, 0, parent).data(ROW)
        if not isinstance(row, Row):
            return False
        return self._wanted in row.name.casefold() and (not self._only_wrong or row.grade in {"error", "warning"})
