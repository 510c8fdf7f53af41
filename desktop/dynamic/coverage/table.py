"""The table of sections and segments: titles stay in sight, and fifty of each can still be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.dynamic.coverage.model import CONDITIONAL, COUNT, SHOWS, CoverageModel
from desktop.dynamic.coverage.words import number_text
from desktop.icons import pixmap
from desktop.theme import Roles, roles_of_now
from desktop.widgets import Translated
from templates.dynamic.coverage.table import Shows

ROW, NARROW, WIDE, WIDEST = 30, 34, 96, 190
FEW = 7  # segments whose titles stand upright; of more they are turned
TITLES, TURNED = 210, 150
_ICONS: dict[Shows, str] = {"always": "check", "sometimes": "circle-help", "never": "minus"}


class _CellDelegate(QStyledItemDelegate):
    """A sign on its ground: a tick, a question mark, a dash; the number of contacts where there is room."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        shows: Shows | None = index.data(SHOWS)
        area, roles = option.rect, roles_of_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(roles.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if shows is not None:
            _paint_sign(painter, area, shows, roles, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(roles.focus), 2))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -2, -2), 5, 5)
        painter.restore()


def _paint_sign(
    painter: QPainter, area: QRect, shows: Shows, roles: Roles, index: QModelIndex | QPersistentModelIndex
) -> None:
    ground, ink = {
        "always": (roles.soft, roles.on_soft) if index.data(CONDITIONAL) else ("", roles.muted),
        "sometimes": (roles.hover, roles.warning),
        "never": ("", roles.muted),
    }[shows]
    count: int | None = index.data(COUNT)
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(area).adjusted(3, 3, -3, -4), 5, 5)
    beside = count is not None and area.width() > 2 * NARROW
    size = 14
    text = number_text(count) if count is not None and beside else ""
    width = size + (6 + QFontMetrics(painter.font()).horizontalAdvance(text) if text else 0)
    left = area.center().x() - width / 2
    mark = pixmap(_ICONS[shows], QColor(ink), size, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(left, area.center().y() - size / 2), mark)
    if text:
        painter.setPen(QColor(ink))
        rest = QRect(round(left) + size + 6, area.top(), area.width(), area.height())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), text)


class SegmentHeader(QHeaderView):
    """The titles of segments: upright where there is room, turned where there are many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.turned = False
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        """As high as turned titles need."""
        return QSize(0, TURNED if self.turned else 40)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw one title."""
        roles = roles_of_now()
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        painter.save()
        painter.fillRect(rect, QColor(roles.window))
        painter.setPen(QColor(roles.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(roles.text))
        painter.setFont(_heading())
        metrics = QFontMetrics(painter.font())
        if self.turned:
            painter.translate(rect.center().x() + metrics.ascent() / 2 - 1, rect.bottom() - 8)
            painter.rotate(-90)
            painter.drawText(0, 0, metrics.elidedText(title, Qt.TextElideMode.ElideRight, rect.height() - 16))
        else:
            text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, rect.width() - 12)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.restore()


class SectionHeader(QHeaderView):
    """The titles of sections, always in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setDefaultSectionSize(ROW)
        self.setFixedWidth(TITLES)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw one title; a section that nobody sees is pale."""
        roles = roles_of_now()
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Vertical))
        painter.save()
        painter.fillRect(rect, QColor(roles.window))
        painter.setPen(QColor(roles.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(_heading())
        painter.setPen(QColor(roles.text))
        text = QFontMetrics(painter.font()).elidedText(title, Qt.TextElideMode.ElideRight, rect.width() - 20)
        painter.drawText(rect.adjusted(12, 0, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()


def _heading() -> QFont:
    font = QFont(QGuiApplication.font())
    font.setPixelSize(12)
    return font


class CoverageTable(Translated, QTableView):
    """Sections by segments. A section's title or cell selects it, a segment's title or Enter on a cell shows it."""

    section_chosen = Signal(int)
    """A row."""
    segment_chosen = Signal(int)
    """A column."""

    def __init__(self, model: CoverageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coverage")
        self.segments, self.sections = SegmentHeader(self), SectionHeader(self)
        self.setHorizontalHeader(self.segments)
        self.setVerticalHeader(self.sections)
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.sections.sectionClicked.connect(self.section_chosen)
        self.segments.sectionClicked.connect(self.segment_chosen)
        self.clicked.connect(self._clicked)
        self.activated.connect(self._activated)
        model.modelReset.connect(self._fit)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Sections and the segments that see them"))
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Follow the theme in what is drawn here."""
        if event.type() == QEvent.Type.PaletteChange:
            self.segments.viewport().update()
            self.sections.viewport().update()
        return super().event(event)

    def _fit(self) -> None:
        many = self.model().columnCount() > FEW
        self.segments.turned = many
        metrics = QFontMetrics(_heading())
        for place in range(self.model().columnCount()):
            title = str(self.model().headerData(place, Qt.Orientation.Horizontal))
            wide = min(max(WIDE, metrics.horizontalAdvance(title) + 24), WIDEST)
            self.setColumnWidth(place, NARROW if many else wide)
        self.segments.setFixedHeight(self.segments.sizeHint().height())

    def _clicked(self, index: QModelIndex) -> None:
        self.section_chosen.emit(index.row())

    def _activated(self, index: QModelIndex) -> None:
        self.section_chosen.emit(index.row())
        self.segment_chosen.emit(index.column())
