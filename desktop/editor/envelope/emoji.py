"""Choosing an emoji: by season, by group, or by a word; with the mouse or with the keyboard alone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.dialogs.popup import Popup
from desktop.language import current_language
from desktop.models.emoji import Emoji, EmojiModel, EmojiSet, groups, search, seasons_from
from desktop.widgets import GRID, label

_CELL, _COLUMNS, _ROWS = 36, 9, 6


class EmojiPicker(Popup):
    """A grid of emoji. ``picked`` says which; the window closes then."""

    picked = Signal(str)

    def __init__(self, parent: QWidget, today: date | None = None) -> None:
        super().__init__(parent)
        self._language = current_language()
        self._sets: list[EmojiSet] = [*seasons_from(today or date.today()), *groups()]
        self.model = EmojiModel(self._language, self)
        self.field, self.sets, self.grid, self.name = QLineEdit(), QComboBox(), QListView(), label("muted")
        self.field.setPlaceholderText(self.tr("Search an emoji"))
        self.field.setAccessibleName(self.tr("Search an emoji"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._pick_current)
        self.field.installEventFilter(self)
        self.sets.setAccessibleName(self.tr("Season or kind"))
        self.sets.addItems([one.title(self._language) for one in self._sets])
        self.sets.insertSeparator(len(self._sets) - len(groups()))
        self.sets.setMaxVisibleItems(30)
        self.sets.currentIndexChanged.connect(self._set_chosen)
        self._dress_grid()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, GRID)
        column.setSpacing(GRID)
        for each in (self.field, self.sets, self.grid, self.name):
            column.addWidget(each)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field the arrow goes down into the grid; Enter in the grid takes what is current."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.field and event.key() == Qt.Key.Key_Down:
                self.grid.setFocus()
                return True
            if watched is self.grid and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
                self._pick_current()
                return True
        return super().eventFilter(watched, event)

    def _dress_grid(self) -> None:
        grid = self.grid
        grid.setObjectName("emoji")
        grid.setAccessibleName(self.tr("Emoji"))
        grid.setModel(self.model)
        grid.setViewMode(QListView.ViewMode.IconMode)
        grid.setMovement(QListView.Movement.Static)
        grid.setResizeMode(QListView.ResizeMode.Adjust)
        grid.setUniformItemSizes(True)
        grid.setGridSize(QSize(_CELL, _CELL))
        grid.setFixedSize(_COLUMNS * _CELL + 20, _ROWS * _CELL + 4)
        grid.clicked.connect(self._pick)
        grid.selectionModel().currentChanged.connect(self._name_current)
        grid.installEventFilter(self)

    def _set_chosen(self) -> None:
        if self.field.text():
            self.field.clear()
        else:
            self._show()

    def _show(self) -> None:
        text = self.field.text().strip()
        self.model.show_these(search(text) if text else self._from_chosen_set())
        self.grid.setCurrentIndex(self.model.index(0))
        self.grid.scrollToTop()
        if not self.model.rowCount():
            self.name.setText(self.tr("No emoji is called that."))

    def _chosen_set(self) -> EmojiSet:
        title = self.sets.currentText()
        return next((one for one in self._sets if one.title(self._language) == title), self._sets[0])

    def _from_chosen_set(self) -> list[Emoji]:
        """The set that is chosen, and below it all others."""
        first = self._chosen_set().emoji
        return [*first, *(one for group in groups() for one in group.emoji if one not in first)]

    def _name_current(self, index: QModelIndex) -> None:
        self.name.setText(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def _pick_current(self) -> None:
        self._pick(self.grid.currentIndex())

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            characters = str(index.data())
            self.accept()
            self.picked.emit(characters)
