"""The segments as rows: what they are called, how many contacts are in them, how many templates use them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.segment_facts import Facts
from templates.dynamic.segment import Segment

SHOWN = Qt.ItemDataRole.UserRole + 1
"""The ShownSegment of a row."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ShownSegment:
    """One row. ``detail`` is its second line; ``wrong``: its text is no rule, or the rule asks what there is not."""

    id: str
    title: str
    detail: str
    wrong: bool = False


class SegmentModel(QAbstractListModel):
    """In the order of the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self._facts = Facts()
        self._wrong: frozenset[str] = frozenset()

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show these; rows stay where their ids do, so that the list keeps its place."""
        if [one.id for one in segments] == self.ids:
            self._segments = tuple(segments)
            self._refresh()
            return
        self.beginResetModel()
        self._segments = tuple(segments)
        self.endResetModel()

    def set_facts(self, facts: Facts) -> None:
        """Show these counts."""
        self._facts = facts
        self._refresh()

    def set_wrong(self, ids: frozenset[str]) -> None:
        """Mark these segments."""
        if ids != self._wrong:
            self._wrong = ids
            self._refresh()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._refresh()

    @property
    def ids(self) -> list[str]:
        """The ids in order."""
        return [one.id for one in self._segments]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many there are."""
        return 0 if parent.isValid() else len(self._segments)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one segment."""
        if not index.isValid() or index.row() >= len(self._segments):
            return None
        shown = self._shown(self._segments[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown.title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{shown.title}\n{shown.detail}"
            case Qt.ItemDataRole.AccessibleTextRole:
                wrong = (self.tr("with a problem"),) if shown.wrong else ()
                return ", ".join((shown.title, shown.detail.replace(" · ", ", "), *wrong))
            case _ if role == SHOWN:
                return shown
        return None

    def _shown(self, segment: Segment) -> ShownSegment:
        count, templates = self._facts.count(segment.id), self._facts.templates(segment.id)
        parts = [self.tr("%n contact(s)", "", count)] if count is not None else []
        if not segment.rule.strip():
            parts = [self.tr("no condition yet")]
        parts += [self.tr("%n template(s)", "", len(templates))] if templates else [self.tr("not used")]
        return ShownSegment(segment.id, segment.title, " · ".join(parts), segment.id in self._wrong)

    def _refresh(self) -> None:
        if self._segments:
            self.dataChanged.emit(self.index(0), self.index(len(self._segments) - 1))
