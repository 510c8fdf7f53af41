"""The list beside a comparison: choose one state, or two with Ctrl, and rename in place with F2."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.editor.history.colours import added_colour, removed_colour
from desktop.editor.history.state_model import STATE, State, StateModel
from desktop.widgets import GRID

_HEIGHT, _TITLE = 52, 24


class StateList(QListView):
    """Shows a StateModel; ``chosen`` comes with the ids in the order of the list."""

    chosen = Signal(list)

    def __init__(self, model: StateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("states")
        self.setModel(model)
        self.setItemDelegate(StateDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self._states = model
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    @property
    def ids(self) -> list[str]:
        """The chosen rows."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._states.states[row].id for row in rows]

    def choose(self, *ids: str) -> None:
        """Select these rows and no others."""
        selection = self.selectionModel()
        selection.clear()
        for row, state in enumerate(self._states.states):
            if state.id in ids:
                index = self._states.index(row)
                selection.setCurrentIndex(index, selection.SelectionFlag.Select)
                self.scrollTo(index)

    def rename_current(self) -> None:
        """Edit the name of the chosen row in place."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def _selection_changed(self) -> None:
        self.chosen.emit(self.ids)


class StateDelegate(QStyledItemDelegate):
    """Two lines: what it is and how much it changed; when and who."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every row."""
        return QSize(160, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        colours = QGuiApplication.palette()
        whole: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(whole.adjusted(2, 1, -2, -1)), option.state, colours)
        state: State = index.data(STATE)
        area = whole.adjusted(12, GRID - 1, -12, -GRID + 1)
        right = self._paint_counts(painter, area, state, colours)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        ink = colours.color(QPalette.ColorRole.Text)
        self._paint_line(painter, area.adjusted(0, 0, -right, 0), state.title, font, ink)
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(12)
        muted = colours.color(QPalette.ColorRole.PlaceholderText)
        self._paint_line(painter, area.adjusted(0, _TITLE - 4, 0, 0), state.detail, font, muted)
        painter.restore()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The field takes the row."""
        whole: QRect = option.rect
        editor.setGeometry(whole.adjusted(6, 8, -6, -8))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A field with a name for screen readers."""
        made = super().createEditor(parent, option, index)
        made.setAccessibleName(self.tr("Name"))
        return made

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, colours: QPalette) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Accent), 1.5) if chosen and focused else Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            role = QPalette.ColorRole.Midlight if chosen else QPalette.ColorRole.Light
            painter.setBrush(colours.color(role))
            painter.drawRoundedRect(area, 7, 7)

    def _paint_counts(self, painter: QPainter, area: QRect, state: State, colours: QPalette) -> int:
        """Draw the lines added and removed at the right end; return how much room that takes."""
        if state.counts is None:
            return 0
        used = 0
        for sign, count, colour in zip("−+", reversed(state.counts), (removed_colour, added_colour), strict=True):
            text = f"{sign}{count}"
            if count:
                painter.setPen(colour(colours))
                painter.drawText(area.adjusted(0, 0, -used, 0), Qt.AlignmentFlag.AlignRight, text)
                used += painter.fontMetrics().horizontalAdvance(text) + 6
        return used

    def _paint_line(self, painter: QPainter, area: QRect, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)
