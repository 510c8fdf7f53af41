"""The answers to a run as an item model, the newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.editor.history.when import spoken
from desktop.proofs.approval.words import origin_text, verdict_text, whole_text
from templates.store.answers import Answer

ANSWER = Qt.ItemDataRole.UserRole + 1
ABOUT = Qt.ItemDataRole.UserRole + 2
ORIGIN = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex


class AnswerModel(QAbstractListModel):
    """One row an answer: ``ABOUT`` is what it is to, ``ORIGIN`` who gave it and when."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answers: tuple[Answer, ...] = ()
        self._names: Mapping[int, str] = {}

    def show_answers(self, answers: Sequence[Answer], names: Mapping[int, str]) -> None:
        """Show these; ``names`` are those of the pictures, by their places."""
        self.beginResetModel()
        self.answers, self._names = tuple(reversed(answers)), names
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many there are."""
        return 0 if parent.isValid() else len(self.answers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one answer."""
        if not index.isValid() or index.row() >= len(self.answers):
            return None
        one = self.answers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one.comment
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                said = (verdict_text(one.verdict), self._about(one), one.comment, self._origin(one))
                return "\n".join(filter(None, said))
            case _ if role == ABOUT:
                return self._about(one)
            case _ if role == ORIGIN:
                return self._origin(one)
            case _ if role == ANSWER:
                return one
        return None

    def _about(self, one: Answer) -> str:
        return whole_text() if one.place is None else self._names.get(one.place, "")

    @staticmethod
    def _origin(one: Answer) -> str:
        return origin_text(one.author, spoken(one.created), from_sheet=one.source == "sheet")
