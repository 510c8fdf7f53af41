"""The gallery: every template as a card, with filters above."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon
from desktop.models.card import Card
from desktop.models.template_model import CARD, KINDS, TemplateFilter, TemplateModel, kind_name, language_name
from desktop.panels.card_delegate import MARGIN, CardDelegate
from desktop.widgets import GRID, Translated, button, label, spaced, styled

SMALLEST, LARGEST, USUAL = 120, 320, 184  # pixels of a card's width
_CACHE_KB = 160 * 1024


class CardView(QListView):
    """Cards in rows that use the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self._delegate = CardDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # a bar that comes and goes reflows
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(40)
        self._wanted = USUAL

    def set_card_width(self, width: int) -> None:
        """Make the cards about ``width`` pixels wide."""
        self._wanted = width
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Share the width among the cards of a row."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt passes a QResizeEvent
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() - 2
        if room <= 0:
            return
        columns = max(1, room // (self._wanted + 2 * MARGIN))
        cell = room // columns
        width = min(LARGEST, cell - 2 * MARGIN)
        self._delegate.width = width
        height = self._delegate.sizeHint(None, QModelIndex()).height()  # type: ignore[arg-type]  # one size for all: no option is looked at
        if self.gridSize() != QSize(cell, height):
            self.setGridSize(QSize(cell, height))
            self.scrollTo(self.currentIndex())  # the selected card stays in sight when the rows change


class GalleryPanel(Translated, QWidget):
    """The cards, search and filters. ``counter`` and ``card_size`` are for the status bar."""

    chosen = Signal(str)
    """The name of the template that was selected; "" for none."""
    opened = Signal(str)
    """The template that was double-clicked, or Enter was pressed on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        QPixmapCache.setCacheLimit(_CACHE_KB)
        self._filter = TemplateFilter(self)
        self._filter.rowsInserted.connect(self._count)
        self._filter.rowsRemoved.connect(self._count)
        self._filter.modelReset.connect(self._count)
        self._filter.layoutChanged.connect(self._count)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.textChanged.connect(self._filter.set_words)
        self._search_icon = self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.language = _choice()
        self.kind = _choice()
        self.language.currentIndexChanged.connect(self._language_chosen)
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        self.card_size = QSlider(Qt.Orientation.Horizontal)
        self.card_size.setRange(SMALLEST, LARGEST)
        self.card_size.setValue(USUAL)
        self.card_size.setSingleStep(20)
        self.card_size.setFixedWidth(96)
        self.counter = label("muted")
        self.view = CardView()
        self.view.setModel(self._filter)
        self.view.activated.connect(self._activated)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.card_size.valueChanged.connect(self.view.set_card_width)
        self._nothing_text = label("muted", wrap=True)
        self._nothing_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show_all = button()
        self._show_all.clicked.connect(self.show_all)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing())
        self._lay_out()
        self.retranslate()

    def set_model(self, model: TemplateModel) -> None:
        """Show the templates of another workspace."""
        self._filter.setSourceModel(model)
        self._filter.sort(-1)
        self._count()

    def select(self, name: str) -> None:
        """Select a template by name, if the filters show it."""
        for row in range(self._filter.rowCount()):
            index = self._filter.index(row, 0)
            if index.data(CARD).name == name:
                self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.view.scrollTo(index)

    def step(self, by: int) -> None:
        """Select the next (1) or the previous (-1) template that the filters show."""
        row = self.view.currentIndex().row() + by
        if 0 <= row < self._filter.rowCount():
            self.select(self._filter.index(row, 0).data(CARD).name)

    @property
    def current(self) -> Card | None:
        """The card of the selected template."""
        index = self.view.currentIndex()
        return index.data(CARD) if index.isValid() else None

    @property
    def shown(self) -> int:
        """How many templates pass the filters."""
        return self._filter.rowCount()

    def show_all(self) -> None:
        """Take every filter away."""
        self.search.clear()
        self.language.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search templates"))
        self.view.setAccessibleName(self.tr("Templates"))
        self.language.setAccessibleName(self.tr("Language"))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.card_size.setAccessibleName(self.tr("Size of the cards"))
        self.card_size.setToolTip(self.tr("Size of the cards"))
        _fill(self.language, [(self.tr("All languages"), ""), *((language_name(each), each) for each in ("en", "fr"))])
        _fill(self.kind, [(self.tr("All kinds"), ""), *((kind_name(each), each) for each in KINDS)])
        self._nothing_text.setText(self.tr("No template matches these filters."))
        self._show_all.setText(self.tr("Show all templates"))
        self._count()

    def changeEvent(self, event: object) -> None:
        """Follow theme and language."""
        super().changeEvent(event)  # type: ignore[arg-type]  # Qt passes a QEvent
        self._search_icon.setIcon(icon("search"))

    def _lay_out(self) -> None:
        bar = styled(QWidget(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.search, 1)
        row.addWidget(self.language)
        row.addWidget(self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)

    def _nothing(self) -> QWidget:
        page = styled(QWidget(), "stage")
        column = QVBoxLayout(page)
        spaced(column, 3 * GRID, 2 * GRID)
        column.addStretch()
        column.addWidget(self._nothing_text)
        column.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return page

    def _count(self) -> None:
        shown = self._filter.rowCount()
        model: QAbstractItemModel | None = self._filter.sourceModel()
        self.counter.setText(self.tr("%n template(s)", "", shown) if model is not None else "")
        self._stack.setCurrentIndex(1 if model is not None and model.rowCount() and not shown else 0)

    def _language_chosen(self) -> None:
        self._filter.set_language(self.language.currentData() or "")

    def _kind_chosen(self) -> None:
        self._filter.set_kind(self.kind.currentData() or "")

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(CARD).name)

    def _current_changed(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(CARD).name if index.isValid() else "")


def _choice() -> QComboBox:
    made = QComboBox()
    made.setProperty("plain", True)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def _fill(box: QComboBox, entries: list[tuple[str, str]]) -> None:
    """Name the entries anew; the choice stays."""
    chosen = max(0, box.currentIndex())
    box.blockSignals(True)
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(chosen)
    box.blockSignals(False)
