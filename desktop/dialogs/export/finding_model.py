"""What was found out about an export, as an item model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.dialogs.export.wish import Found
from desktop.errors import advice, what
from desktop.language import current_language

FOUND = Qt.ItemDataRole.UserRole + 1
ADVICE = Qt.ItemDataRole.UserRole + 2
WHERE = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex


class FindingModel(QAbstractListModel):
    """One row a finding: the sentence is what is displayed, ``ADVICE`` and ``WHERE`` stand below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[Found, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many there are."""
        return 0 if parent.isValid() else len(self.found)

    def set_found(self, found: Sequence[Found]) -> None:
        """Show these."""
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one finding."""
        if not index.isValid() or index.row() >= len(self.found):
            return None
        one, spoken = self.found[index.row()], current_language()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return what(one.error, spoken)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{what(one.error, spoken)}\n{advice(one.error, spoken)}".rstrip()
            case Qt.ItemDataRole.AccessibleTextRole:
                return " – ".join(filter(None, (what(one.error, spoken), advice(one.error, spoken), _where(one))))
            case _ if role == ADVICE:
                return advice(one.error, spoken)
            case _ if role == WHERE:
                return _where(one)
            case _ if role == FOUND:
                return one
        return None


def _where(one: Found) -> str:
    """The template and the line; the file too, where it is a part that templates share."""
    place = one.error.place
    if place is None or place.line is None:
        return one.template
    own = place.file.startswith(f"templates/{one.template}/")
    name = one.template if own else f"{one.template} · {place.file.rpartition('/')[2]}"
    return QCoreApplication.translate("Findings", "{name}, line {line}").format(name=name, line=place.line)
