"""The table of contrasts: each row shows the pair as it is in light and in dark mails, its ratio, and a mark."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.icons import pixmap
from desktop.panels.brand_panel.contrast_model import ROW, ContrastModel, ContrastRow, ratio_text
from desktop.widgets import Translated
from templates.brand.colours.brand_colours import BrandColours
from templates.brand.colours.contrast_table import PairCheck, checks

LINE, MOVED_LINE = 26, 17
_CELL = 68
_SHAPES = {"action", "accent", "band_action"}  # no text, so no letters are shown


class _RowDelegate(QStyledItemDelegate):
    """Name, light, dark; below them what had to be moved."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line, or two."""
        row: ContrastRow = index.data(ROW)
        return QSize(0, LINE + (MOVED_LINE if row.is_moved else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row: ContrastRow = index.data(ROW)
        area: QRect = option.rect
        colours = QGuiApplication.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Accent), 2))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 5, 5)
        line = QRect(area.left() + 4, area.top(), area.width() - 4, LINE)
        name = line.adjusted(0, 0, -2 * _CELL, 0)
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        text = option.fontMetrics.elidedText(row.name, Qt.TextElideMode.ElideRight, name.width() - 4)
        painter.setFont(option.font)
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), text)
        for place, check in enumerate((row.light, row.dark)):
            _paint_check(painter, QRect(line.right() - (2 - place) * _CELL, line.top(), _CELL, LINE), check, colours)
        if row.is_moved:
            _paint_move(painter, QRect(area.left() + 4, area.top() + LINE - 4, area.width() - 8, MOVED_LINE), row)
        painter.restore()


class ContrastTable(Translated, QListView):
    """As high as its rows; the panel around it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contrasts = ContrastModel(self)
        self.setModel(self.contrasts)
        self.setItemDelegate(_RowDelegate(self))
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_colours(self, colours: BrandColours) -> None:
        """Show the contrasts that these colours give."""
        self.contrasts.show_checks(checks(colours))
        moved = sum(row.is_moved for row in self.contrasts.rows)
        self.setFixedHeight(len(self.contrasts.rows) * LINE + moved * MOVED_LINE + 2)
        self.scheduleDelayedItemsLayout()

    @property
    def failing(self) -> int:
        """How many rows are too weak."""
        return sum(not row.passes for row in self.contrasts.rows)

    @property
    def moved(self) -> int:
        """How many colours could not be used as they were asked for."""
        return sum(row.is_moved for row in self.contrasts.rows)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Contrast of the brand’s colours"))
        self.viewport().update()


def _paint_check(painter: QPainter, cell: QRect, check: PairCheck, colours: QPalette) -> None:
    """The pair in a small plate, its ratio, and a tick or a warning."""
    plate = QRectF(cell.left(), cell.top() + 4, 24, 18)
    painter.setPen(QPen(colours.color(QPalette.ColorRole.Mid), 1))
    painter.setBrush(QColor(check.on))
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if check.role in _SHAPES:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(check.used))
        painter.drawRoundedRect(plate.adjusted(5, 5, -5, -5), 2, 2)
    else:
        letters = QFont(QGuiApplication.font())
        letters.setPixelSize(11)
        letters.setBold(True)
        painter.setFont(letters)
        painter.setPen(QColor(check.used))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), "Aa")
    figures = QFont(QGuiApplication.font())
    figures.setPixelSize(12)
    painter.setFont(figures)
    painter.setPen(colours.color(QPalette.ColorRole.Text if check.passes else QPalette.ColorRole.BrightText))
    painter.drawText(cell.adjusted(29, 0, -16, 0), int(Qt.AlignmentFlag.AlignVCenter), ratio_text(check.ratio))
    icon = "check" if check.passes else "triangle-alert"
    role = QPalette.ColorRole.PlaceholderText if check.passes else QPalette.ColorRole.BrightText
    mark = pixmap(icon, colours.color(role), 12, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(cell.right() - 15, cell.center().y() - 5), mark)


def _paint_move(painter: QPainter, area: QRect, row: ContrastRow) -> None:
    """The colour that was asked for, an arrow, the one that is used."""
    colours = QGuiApplication.palette()
    painter.setFont(_small())
    left = area.left()
    for number, colour in enumerate((row.light.wanted, row.light.used)):
        if number:
            arrow = pixmap("arrow-right", colours.color(QPalette.ColorRole.PlaceholderText), 12)
            painter.drawPixmap(QPointF(left, area.center().y() - 5), arrow)
            left += 16
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(left + 0.5, area.center().y() - 5.5, 11, 11), 3, 3)
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(QRect(left + 16, area.top(), 60, area.height()), int(Qt.AlignmentFlag.AlignVCenter), colour)
        left += 70


def _small() -> QFont:
    font = QFont(QGuiApplication.font())
    font.setPixelSize(11)
    return font
