"""The table of contents of the form: the message, its lists, the recipient, the segments, what is left over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.icons import pixmap
from templates.data.change import DataPath

Index = QModelIndex | QPersistentModelIndex
PLACE = Qt.ItemDataRole.UserRole + 1
EXTRA: DataPath = ("extra",)
ICONS = {"var": "mail", "data": "users", "segment": "funnel", "extra": "package-open"}


@dataclass(frozen=True)
class Place:
    """A page of the form: ``count`` is how much there is, ``missing`` how much of it is needed and not there."""

    path: DataPath
    title: str
    count: int = 0
    missing: int = 0

    @property
    def icon(self) -> str:
        """What it is drawn with."""
        return "list" if len(self.path) > 1 else ICONS[str(self.path[0])]


class ContentsModel(QAbstractListModel):
    """One row a page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.places: tuple[Place, ...] = ()

    def set_places(self, places: tuple[Place, ...]) -> None:
        """Show others."""
        if [one.path for one in places] == [one.path for one in self.places]:
            self.places = places
            if places:
                self.dataChanged.emit(self.index(0), self.index(len(places) - 1))
            return
        self.beginResetModel()
        self.places = places
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many pages there are."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one page."""
        if not index.isValid() or index.row() >= len(self.places):
            return None
        place = self.places[index.row()]
        if role == PLACE:
            return place
        if role == Qt.ItemDataRole.DisplayRole:
            return place.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            missing = self.tr("%n value(s) missing", "", place.missing) if place.missing else ""
            return ", ".join(filter(None, (place.title, str(place.count), missing)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("%n value(s) missing", "", place.missing) if place.missing else None
        return None


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Icon, title, and how much there is or is missing."""
        place: Place = index.data(PLACE)
        palette, area = option.palette, option.rect.adjusted(4, 1, -4, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Midlight if chosen else QPalette.ColorRole.Light))
            painter.drawRoundedRect(area, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.color(QPalette.ColorRole.Accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 6, 6)
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        indent = 16 if len(place.path) > 1 else 0
        sign = QRect(area.left() + 6 + indent, area.top() + (area.height() - 14) // 2, 14, 14)
        painter.drawPixmap(sign, pixmap(place.icon, muted, 14, 2.0))
        text = area.adjusted(26 + indent, 0, -8, 0)
        badge = str(place.missing) if place.missing else str(place.count) if place.count else ""
        painter.setPen(palette.color(QPalette.ColorRole.BrightText) if place.missing else muted)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, badge)
        if place.missing:
            wide = option.fontMetrics.horizontalAdvance(badge) + 18
            spot = QRect(text.right() - wide + 2, text.top() + (text.height() - 12) // 2, 12, 12)
            painter.drawPixmap(spot, pixmap("triangle-alert", palette.color(QPalette.ColorRole.BrightText), 12, 2.0))
            text.setRight(text.right() - wide)
        else:
            text.setRight(text.right() - option.fontMetrics.horizontalAdvance(badge) - 6)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        title = option.fontMetrics.elidedText(place.title, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, title)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line of text with air."""
        return QSize(120, 28)


class ContentsView(QListView):
    """``chosen`` comes with the path of the page that somebody wants to see."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("data-contents")
        self.contents = ContentsModel(self)
        self.setModel(self.contents)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._showing = False

    def show_places(self, places: tuple[Place, ...], path: DataPath) -> None:
        """Show the pages; the one of ``path``, or the one that it lies in, is the current one."""
        self._showing = True
        self.contents.set_places(places)
        inside = [row for row, one in enumerate(places) if path[: len(one.path)] == one.path]
        row = max(inside, key=lambda each: len(places[each].path), default=-1)
        if row != self.currentIndex().row():
            self.setCurrentIndex(self.contents.index(row) if row >= 0 else QModelIndex())
        self._showing = False

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        place = current.data(PLACE)
        if isinstance(place, Place) and not self._showing:
            self.chosen.emit(place.path)
