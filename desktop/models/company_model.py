"""The companies of a batch as an item model: one row each, with how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from desktop.icons import pixmap
from desktop.language import QT_TRANSLATE_NOOP
from templates.brand.batch.listing import Entry
from templates.brand.batch.run import Row
from templates.brand.doubts import Doubt

COMPANY = Qt.ItemDataRole.UserRole + 1
NAME, STATE, DETAIL = range(3)
Index = QModelIndex | QPersistentModelIndex
WORDS = {
    "waiting": QT_TRANSLATE_NOOP("Companies", "Waiting"),
    "reading": QT_TRANSLATE_NOOP("Companies", "Reading"),
    "made": QT_TRANSLATE_NOOP("Companies", "Done"),
    "kept": QT_TRANSLATE_NOOP("Companies", "Was there"),
    "doubtful": QT_TRANSLATE_NOOP("Companies", "Worth a look"),
    "failed": QT_TRANSLATE_NOOP("Companies", "Failed"),
    "stopped": QT_TRANSLATE_NOOP("Companies", "Stopped"),
}
HEADINGS = (
    QT_TRANSLATE_NOOP("Companies", "Company"),
    QT_TRANSLATE_NOOP("Companies", "State"),
    QT_TRANSLATE_NOOP("Companies", "Details"),
)
_ROLE = QPalette.ColorRole
_ICONS = {
    "waiting": ("minus", _ROLE.PlaceholderText),
    "reading": ("refresh-cw", _ROLE.Accent),
    "made": ("circle-check", _ROLE.Accent),
    "kept": ("circle-check", _ROLE.PlaceholderText),
    "doubtful": ("circle-help", _ROLE.Accent),
    "failed": ("circle-x", _ROLE.BrightText),
    "stopped": ("x", _ROLE.PlaceholderText),
}


@dataclass(frozen=True)
class Company:
    """One company: ``state`` is a key of WORDS, ``detail`` says more in the user's language."""

    entry: Entry
    state: str = "waiting"
    detail: str = ""
    row: Row | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def name(self) -> str:
        """What the company calls itself, or what the list calls it."""
        made, source = self.row.made if self.row else None, self.entry.source
        spoken = source if "://" in source else "/".join(PurePath(source).parts[-2:])
        return made.name if made else self.entry.name or spoken


class CompanyModel(QAbstractTableModel):
    """Company, state, details."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._companies: dict[str, Company] = {}
        self._keys: list[str] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Begin a new list: everybody waits."""
        self.beginResetModel()
        self._companies = {entry.key: Company(entry) for entry in entries}
        self._keys = list(self._companies)
        self.endResetModel()

    @property
    def companies(self) -> list[Company]:
        """All of them, in the order of the list."""
        return list(self._companies.values())

    def in_state(self, *states: str) -> list[Company]:
        """Those in one of these states."""
        return [one for one in self._companies.values() if one.state in states]

    def change(self, key: str, **values: Any) -> None:
        """Something about one company is different now."""
        self._companies[key] = replace(self._companies[key], **values)
        row = self._keys.index(key)
        self.dataChanged.emit(self.index(row, NAME), self.index(row, DETAIL))

    def retranslate(self) -> None:
        """Say everything anew in the user's language."""
        if self._companies:
            self.dataChanged.emit(self.index(0, NAME), self.index(len(self._companies) - 1, DETAIL))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, NAME, DETAIL)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many companies there are."""
        return 0 if parent.isValid() else len(self._companies)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """Company, state, details."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the columns are."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Companies", HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one company."""
        if not index.isValid() or index.row() >= len(self._companies):
            return None
        company = self._companies[self._keys[index.row()]]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                state = QCoreApplication.translate("Companies", WORDS[company.state])
                return (company.name, state, company.detail)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return company.detail or company.entry.source
            case Qt.ItemDataRole.DecorationRole if index.column() == STATE:
                icon, ink = _ICONS[company.state]
                return pixmap(icon, QGuiApplication.palette().color(ink), 16)
            case _ if role == COMPANY:
                return company
        return None
