"""What is worth knowing about the coverage, as a list of sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.dynamic.coverage.words import finding_words
from desktop.icons import pixmap
from desktop.theme import roles_of_now
from desktop.widgets import GRID, Translated
from templates.dynamic.coverage.findings import CoverageFinding

_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
FINDING = Qt.ItemDataRole.UserRole
LEFT = 24  # pixels for the icon
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class FindingModel(QAbstractListModel):
    """One row a finding."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: Sequence[CoverageFinding] = ()
        self._names: Sequence[str] = ()
        self._segments: Mapping[str, str] = {}

    def show_findings(
        self, findings: Sequence[CoverageFinding], names: Sequence[str], segments: Mapping[str, str]
    ) -> None:
        """Show these; ``names`` are the components', ``segments`` titles by id."""
        self.beginResetModel()
        self.findings, self._names, self._segments = findings, names, segments
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        """How many there are."""
        return len(self.findings) if not parent.isValid() else 0

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence, its icon, the finding."""
        finding = self.findings[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return finding_words(finding, self._names, self._segments)
        return finding if role == FINDING else None


class _FindingDelegate(QStyledItemDelegate):
    """An icon for how grave it is, and the whole sentence beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the sentence is in the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        text = QRect(0, 0, width - LEFT - 2 * GRID, 10_000)
        return QSize(width - 1, option.fontMetrics.boundingRect(text, _WRAPPED, str(index.data())).height() + 2 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one finding."""
        finding: CoverageFinding = index.data(FINDING)
        area, roles, warning = option.rect, roles_of_now(), finding.level == "warning"
        painter.save()
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(QColor(roles.focus), 1) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.hover))
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        colour = QColor(roles.warning if warning else roles.muted)
        mark = pixmap("triangle-alert" if warning else "info", colour, 16, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(area.left() + GRID, area.top() + GRID), mark)
        painter.setPen(QColor(roles.text))
        painter.drawText(area.adjusted(LEFT + GRID, GRID, -GRID, 0), _WRAPPED, str(index.data()))
        painter.restore()


class FindingList(Translated, QListView):
    """A click on a finding goes to its section."""

    chosen = Signal(int)
    """The index of a component; of several the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.findings = FindingModel(self)
        self.setModel(self.findings)
        self.setItemDelegate(_FindingDelegate(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._chosen)
        self.activated.connect(self._chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("What is worth knowing"))
        self.scheduleDelayedItemsLayout()

    def _chosen(self, index: QModelIndex) -> None:
        finding: CoverageFinding = index.data(FINDING)
        for component in finding.components[:1]:
            self.chosen.emit(component)
