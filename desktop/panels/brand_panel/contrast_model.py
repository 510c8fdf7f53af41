"""The contrasts of a brand's mails as a model: one row a kind of text or shape, light and dark side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.language import QT_TRANSLATE_NOOP
from templates.brand.colours.contrast_table import PairCheck

ROW = Qt.ItemDataRole.UserRole
MOVED = 2.0  # CIEDE2000 from which a shift can be seen
NAMES = {
    "ink": QT_TRANSLATE_NOOP("Contrast", "Text"),
    "muted": QT_TRANSLATE_NOOP("Contrast", "Quiet text"),
    "link": QT_TRANSLATE_NOOP("Contrast", "Links"),
    "action": QT_TRANSLATE_NOOP("Contrast", "Buttons"),
    "on_action": QT_TRANSLATE_NOOP("Contrast", "Button text"),
    "on_primary": QT_TRANSLATE_NOOP("Contrast", "Band text"),
    "band_action": QT_TRANSLATE_NOOP("Contrast", "Band button"),
    "on_band_action": QT_TRANSLATE_NOOP("Contrast", "Band button text"),
    "accent": QT_TRANSLATE_NOOP("Contrast", "Accent"),
    "on_accent": QT_TRANSLATE_NOOP("Contrast", "Accent text"),
}
_NONE = QModelIndex()


@dataclass(frozen=True)
class ContrastRow:
    """The weakest pair of a role in light and in dark mails."""

    role: str
    light: PairCheck
    dark: PairCheck

    @property
    def name(self) -> str:
        """What it is, in the user's language."""
        return QCoreApplication.translate("Contrast", NAMES.get(self.role, self.role))

    @property
    def passes(self) -> bool:
        """Whether both can be read."""
        return self.light.passes and self.dark.passes

    @property
    def is_moved(self) -> bool:
        """Whether somebody asked for another colour in light mails than the one that is used."""
        return self.light.moved_by >= MOVED


def rows_of(checks: Sequence[PairCheck]) -> list[ContrastRow]:
    """One row a role, in the order of NAMES."""
    weakest: dict[tuple[str, str], PairCheck] = {}
    for check in checks:
        key = (check.role, check.scheme)
        if key not in weakest or check.ratio / check.least < weakest[key].ratio / weakest[key].least:
            weakest[key] = check
    roles = [*NAMES, *(check.role for check in checks)]
    known = [role for role in dict.fromkeys(roles) if (role, "light") in weakest and (role, "dark") in weakest]
    return [ContrastRow(role, weakest[role, "light"], weakest[role, "dark"]) for role in known]


class ContrastModel(QAbstractListModel):
    """Rows of ContrastRow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ContrastRow] = []

    def show_checks(self, checks: Sequence[PairCheck]) -> None:
        """Show these; while the roles stay the same, so do the selection and the scroll position."""
        rows = rows_of(checks)
        if [row.role for row in rows] == [row.role for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """One row a role."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, its name, and what is said of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join([row.name, *self._said(row)])
        return "\n".join(self._said(row)) if role == Qt.ItemDataRole.ToolTipRole else None

    def _said(self, row: ContrastRow) -> list[str]:
        said = []
        for scheme, check in ((self.tr("Light mails"), row.light), (self.tr("Dark mails"), row.dark)):
            passes = self.tr("passes") if check.passes else self.tr("too weak")
            words = self.tr("{scheme}: {used} on {ground}, {ratio} : 1, at least {least} : 1, {passes}")
            said.append(
                words.format(
                    scheme=scheme,
                    used=check.used,
                    ground=check.on,
                    ratio=ratio_text(check.ratio),
                    least=ratio_text(check.least),
                    passes=passes,
                )
            )
            if check.moved_by >= MOVED:
                moved = self.tr("moved from {colour} so that it can be seen (ΔE {distance})")
                said.append(moved.format(colour=check.wanted, distance=ratio_text(check.moved_by)))
        return said


def ratio_text(ratio: float) -> str:
    """A ratio as people write it; never rounded up to what it is not."""
    return str(int(ratio)) if ratio >= 10 else QLocale().toString(int(ratio * 10) / 10, "f", 1)
