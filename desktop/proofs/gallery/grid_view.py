"""A grid of cards in groups with headings: as many as there are, painted only where they are seen.

Qt's own list in icon mode has no headings, and lays out every item anew when one changes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from desktop.panels.card_delegate import MARGIN
from desktop.panels.card_view import USUAL
from desktop.proofs.gallery.drawn_cards import DrawnCards, Look
from desktop.proofs.proof_view import PictureDelegate, elided, sized
from desktop.theme import roles_of_now

HEADING = 36
_LEFT = 2 * MARGIN
Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction


@dataclass(frozen=True)
class Group:
    """Neighbouring rows of the model under one heading; ``top`` is where it begins, in pixels from the first one's."""

    title: str
    first: int
    count: int
    top: int = 0

    @property
    def heading(self) -> int:
        """The height of the heading."""
        return HEADING if self.title else 0


class GroupedView(QAbstractItemView):
    """Shows a list model; ``set_groups`` says how its rows belong together."""

    seen = Signal()
    """Other cards are in sight, or their size is another."""

    def __init__(self, delegate: PictureDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Qt asks where things are already while it is set up.
        self._groups: list[Group] = []
        self._tops: list[int] = []
        self._wanted = USUAL
        self._columns, self._cell, self._height = 1, QSize(200, 260), 0
        self._hovered = QPersistentModelIndex()
        self._cards = DrawnCards(self._draw)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._paint_late)
        self.setObjectName("proof-grid")
        self.delegate = delegate
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # a bar that comes and goes reflows
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.entered.connect(self._enter)
        self.viewportEntered.connect(self._leave)

    # What is shown

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Lay the rows out in these groups, which follow one another."""
        self._groups = list(groups)
        self._lay_out()

    def set_card_width(self, width: int) -> None:
        """Make the cards about ``width`` pixels wide."""
        self._wanted = width
        self._lay_out()
        self.scrollTo(self.currentIndex())  # the selected card stays in sight when the rows change

    def rows_between(self, top: int, bottom: int) -> range:
        """Return the rows of the model that lie between two heights, in pixels from the top of everything."""
        found = [row for group in self._groups_between(top, bottom) for row in self._rows_of(group, top, bottom)]
        return range(found[0], found[-1] + 1) if found else range(0)

    @property
    def sight(self) -> tuple[int, int]:
        """The heights between which things are seen."""
        top = self.verticalOffset()
        return top, top + self.viewport().height()

    # Geometry, as Qt asks for it

    def visualRect(self, index: Index) -> QRect:
        """Where a card is, seen from the viewport."""
        if not index.isValid() or not self._groups:
            return QRect()
        group = self._groups[max(0, bisect_right([each.first for each in self._groups], index.row()) - 1)]
        line, column = divmod(index.row() - group.first, self._columns)
        top = group.top + group.heading + line * self._cell.height() - self.verticalOffset()
        return QRect(QPoint(MARGIN + column * self._cell.width(), top), self._cell)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The card under a point of the viewport."""
        model, height = self.model(), point.y() + self.verticalOffset()
        place = bisect_right(self._tops, height) - 1
        if model is None or place < 0:
            return QModelIndex()
        group = self._groups[place]
        below, column = height - group.top - group.heading, (point.x() - MARGIN) // self._cell.width()
        row = below // self._cell.height() * self._columns + column
        is_card = below >= 0 and 0 <= column < self._columns and row < group.count
        return model.index(group.first + row, 0) if is_card else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a card into sight, the first row of a group with its heading."""
        area = self.visualRect(index)
        if area.isEmpty():
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if area.top() < HEADING or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + area.top() - HEADING)
        elif area.bottom() > room:
            bar.setValue(bar.value() + area.bottom() - room)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where the keyboard goes."""
        model, now = self.model(), self.currentIndex()
        last = (model.rowCount() if model is not None else 0) - 1
        if model is None or last < 0:
            return QModelIndex()
        if not now.isValid():
            return model.index(0, 0)
        page = max(1, self.viewport().height() // self._cell.height())
        steps = {_Move.MoveLeft: -1, _Move.MovePrevious: -1, _Move.MoveRight: 1, _Move.MoveNext: 1}
        lines = {_Move.MoveUp: -1, _Move.MoveDown: 1, _Move.MovePageUp: -page, _Move.MovePageDown: page}
        if action in steps:
            row = now.row() + steps[action]
        elif action in lines:
            row = self._by_lines(now.row(), lines[action])
        else:
            row = 0 if action == _Move.MoveHome else last
        return model.index(min(last, max(0, row)), 0)

    def horizontalOffset(self) -> int:
        """Nothing scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """What is in the model is shown."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what lies, in the order of the cards, between two corners."""
        model = self.selectionModel()
        one, other = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        if model is None or not (one.isValid() and other.isValid()):
            return
        first, last = sorted((one, other), key=QModelIndex.row)
        model.select(QItemSelection(first, last), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Everything: a selection is seen by the rings of its cards."""
        return QRegion(self.viewport().rect())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards in sight, and the heading of their group on top."""
        self._cards.begin()
        painter = QPainter(self.viewport())
        top, bottom = self.sight
        for group in self._groups_between(top, bottom):
            for row in self._rows_of(group, top, bottom):
                self._paint_card(painter, row, event.region())
            if group.title:
                self._paint_heading(painter, group, top)
        painter.end()
        if self._cards.late:
            self._rest.start()

    def _paint_late(self) -> None:
        """What the last frame had no time for."""
        for row in self._cards.late:
            self._update_row(row)

    def _paint_card(self, painter: QPainter, row: int, dirty: QRegion) -> None:
        model = self.model()
        index = model.index(row, 0)
        area = self.visualRect(index)
        if not dirty.intersects(area):
            return
        is_hovered = self._hovered.isValid() and self._hovered.row() == row
        card = self._cards.card(row, Look(self.selectionModel().isSelected(index), is_hovered))
        if card is not None:
            painter.drawPixmap(area.topLeft(), card)
        if self.hasFocus() and index == self.currentIndex():
            self._paint_focus(painter, area)

    def _draw(self, row: int, look: Look) -> QPixmap:
        """The card of a row on the ground of the view."""
        ratio = self.devicePixelRatioF()
        card = QPixmap(self._cell * ratio)
        card.setDevicePixelRatio(ratio)
        card.fill(QColor(roles_of_now().sunken))
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = QRect(QPoint(0, 0), self._cell)
        option.state = QStyle.StateFlag.State_Enabled
        option.state |= QStyle.StateFlag.State_Selected if look.is_selected else QStyle.StateFlag.State_None
        option.state |= QStyle.StateFlag.State_MouseOver if look.is_hovered else QStyle.StateFlag.State_None
        painter = QPainter(card)
        painter.setFont(self.font())
        self.delegate.paint(painter, option, self.model().index(row, 0))
        painter.end()
        return card

    def _paint_focus(self, painter: QPainter, area: QRect) -> None:
        """Where the keyboard is, also where that is not selected."""
        painter.setPen(QColor(roles_of_now().focus))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(4, 4, -5, -5), 10, 10)

    def _paint_heading(self, painter: QPainter, group: Group, top: int) -> None:
        """It stays at the upper edge as long as its group is in sight."""
        end = group.top + group.heading + self._lines(group) * self._cell.height()
        at = min(max(group.top, top), end - HEADING) - top
        roles = roles_of_now()
        area = QRect(0, at, self.viewport().width(), HEADING)
        painter.fillRect(area, QColor(roles.sunken))
        painter.setFont(sized(self.font(), 13, QFont.Weight.DemiBold))
        painter.setPen(QColor(roles.text))
        inside = area.adjusted(_LEFT, 0, -_LEFT, 0)
        elided(painter, inside, group.title)
        used = painter.fontMetrics().horizontalAdvance(group.title) + 10
        painter.setFont(sized(self.font(), 12))
        painter.setPen(QColor(roles.muted))
        elided(painter, inside.adjusted(used, 0, 0, 0), QLocale().toString(group.count))

    # What happens

    def redraw(self, rows: Iterable[int]) -> None:
        """These cards show something else now."""
        seen = self.rows_between(*self.sight)
        for row in rows:
            self._cards.doubt(row)
            if row in seen:
                self._update_row(row)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Draw again what is said to be another."""
        self.redraw(range(first.row(), last.row() + 1))

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, words or fonts."""
        super().changeEvent(event)
        self._cards.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the cards of a row; what was at the top stays there."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint what comes into sight; the heading on top is no part of what moves."""
        self._leave()
        self.viewport().update()
        self.seen.emit()

    def _enter(self, index: QModelIndex) -> None:
        self._hovered = QPersistentModelIndex(index)
        self.viewport().update()

    def _leave(self) -> None:
        if self._hovered.isValid():
            self._hovered = QPersistentModelIndex()
            self.viewport().update()

    # Inside

    def _update_row(self, row: int) -> None:
        self.viewport().update(self.visualRect(self.model().index(row, 0)))

    def _lay_out(self) -> None:
        room = self.viewport().width() - 2 * MARGIN
        if room <= 0:
            return
        self._columns = max(1, room // (self._wanted + 2 * MARGIN))
        cell = room // self._columns
        self.delegate.width = min(self.delegate.largest, cell - 2 * MARGIN)
        self._cell = QSize(cell, self.delegate.card_height())
        self._cards.clear()
        top, laid = 0, []
        for group in self._groups:
            laid.append(Group(group.title, group.first, group.count, top))
            top += laid[-1].heading + self._lines(group) * self._cell.height()
        self._groups, self._tops, self._height = laid, [group.top for group in laid], top + MARGIN
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(48)
        self.viewport().update()
        self.seen.emit()

    def _lines(self, group: Group) -> int:
        return -(-group.count // self._columns)

    def _groups_between(self, top: int, bottom: int) -> Iterator[Group]:
        first = max(0, bisect_right(self._tops, top) - 1)
        for group in self._groups[first:]:
            if group.top > bottom:
                return
            yield group

    def _rows_of(self, group: Group, top: int, bottom: int) -> range:
        """The rows of a group in these heights."""
        begin, height = group.top + group.heading, self._cell.height()
        first = max(0, (top - begin) // height) * self._columns
        last = max(0, (bottom - begin) // height + 1) * self._columns
        return range(group.first + min(first, group.count), group.first + min(last, group.count))

    def _by_lines(self, row: int, lines: int) -> int:
        """The row so many lines further, in the same column or the last one there is."""
        area = self.visualRect(self.model().index(row, 0))
        for step in range(abs(lines), 0, -1):
            at = area.center() + QPoint(0, step * self._cell.height() * (1 if lines > 0 else -1))
            found = self._near(at)
            if found is not None and found != row:
                return found
        return row

    def _near(self, point: QPoint) -> int | None:
        """The card at a point, below a heading that lies there, or at the end of a line that is too short."""
        for nudge in (QPoint(0, 0), QPoint(0, HEADING), QPoint(0, -HEADING)):
            for column in range(self._columns):
                index = self.indexAt(point + nudge - QPoint(column * self._cell.width(), 0))
                if index.isValid():
                    return int(index.row())
        return None
