"""The problems of the open template as an item model, and the filter before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.language import current_language
from desktop.models.problem import SEVERITIES, SEVERITY_NAMES, Problem, Severity

PROBLEM = Qt.ItemDataRole.UserRole + 1
WHERE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


def severity_name(severity: Severity) -> str:
    """The severity as a word in the user's language."""
    return QCoreApplication.translate("Problems", SEVERITY_NAMES[severity])


class ProblemModel(QAbstractListModel):
    """One row a problem. ``PROBLEM`` gives it, ``WHERE`` where it is, in words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problems: tuple[Problem, ...] = ()
        self._lines: tuple[int, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many problems there are."""
        return 0 if parent.isValid() else len(self.problems)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one problem."""
        if not index.isValid() or index.row() >= len(self.problems):
            return None
        problem = self.problems[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return problem.sentence(current_language())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row())
            case _ if role == PROBLEM:
                return problem
            case _ if role == WHERE:
                return self._where(index.row())
        return None

    def set_problems(self, problems: Sequence[Problem], lines: Sequence[int]) -> None:
        """Show these, in the lines of that number (from 1; 0: nowhere). The same ones only move."""
        if len(problems) == len(self.problems) and all(map(_alike, problems, self.problems)):
            changed = (tuple(problems), tuple(lines)) != (self.problems, self._lines)
            self.problems, self._lines = tuple(problems), tuple(lines)
            if changed and problems:
                self.dataChanged.emit(self.index(0), self.index(len(problems) - 1))
            return
        self.beginResetModel()
        self.problems, self._lines = tuple(problems), tuple(lines)
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything anew."""
        if self.problems:
            self.dataChanged.emit(self.index(0), self.index(len(self.problems) - 1))

    def _where(self, row: int) -> str:
        problem, line = self.problems[row], self._lines[row]
        if not line:
            return str(problem.place or "")
        if not problem.section:
            return QCoreApplication.translate("Problems", "line {line}").format(line=line)
        pattern = QCoreApplication.translate("Problems", "{section}, line {line}")
        return pattern.format(section=problem.section, line=line)

    def _spoken(self, row: int) -> str:
        problem = self.problems[row]
        words = [f"{severity_name(problem.severity)}: {problem.sentence(current_language())}", self._where(row)]
        if problem.fix:
            words.append(QCoreApplication.translate("Problems", "Can be fixed"))
        return " – ".join(filter(None, words))


def _alike(one: Problem, other: Problem) -> bool:
    """Whether the two differ in nothing but their place."""
    mine, theirs = one.error, other.error
    said = (mine.pattern, mine.values) == (theirs.pattern, theirs.values) if mine and theirs else mine is theirs
    return said and (one.severity, one.message, bool(one.fix)) == (other.severity, other.message, bool(other.fix))


class ProblemFilter(QSortFilterProxyModel):
    """Lets the severities through that are switched on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: frozenset[Severity] = frozenset(SEVERITIES)

    def show_severity(self, severity: Severity, *, shown: bool) -> None:
        """Switch a severity on or off."""
        self._shown = self._shown | {severity} if shown else self._shown - {severity}
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Whether a row is shown."""
        problem = self.sourceModel().index(row, 0, parent).data(PROBLEM)
        return isinstance(problem, Problem) and problem.severity in self._shown
