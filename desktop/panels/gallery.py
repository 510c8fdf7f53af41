"""The list of templates: every one as a card, with filters above; what is to be done with them goes out as signals."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPixmapCache, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.context_menu import show_context_menu
from desktop.icons import icon
from desktop.models.card import Card
from desktop.models.template_model import CARD, KINDS, TemplateFilter, TemplateModel, kind_name, language_name
from desktop.panels.card_view import LARGEST, SMALLEST, USUAL, CardView
from desktop.panels.tag_filter import BrandFilter, TagFilter
from desktop.panels.undo_bar import UndoBar
from desktop.widgets import GRID, IconButton, Translated, button, label, spaced, styled

_CACHE_KB = 160 * 1024
_ONE_ROW = 640  # pixels in which search and filters have room beside each other
# What the context menu offers on a template, and beside all of them.
ON_CARD = (
    *("document.edit", "template.side_by_side", None),
    *("template.rename", "template.duplicate", "template.add_language", "template.tags", None),
    *("template.find_replace", None, "template.delete"),
)
BESIDE = ("template.new", "template.from_file", None, "template.find_replace", "template.undo_delete")


class GalleryPanel(Translated, QWidget):
    """The cards, search and filters. ``counter`` and ``card_size`` are for the status bar."""

    chosen = Signal(str)
    """The name of the template that was selected; "" for none."""
    opened = Signal(str)
    """The template that was double-clicked, or Enter was pressed on."""
    selection_changed = Signal()
    """Other templates are selected."""
    language_wanted = Signal(str, str)
    """A template, and the language in which it is missing."""
    wanted = Signal(str)
    """The id of an action that a key or a button here stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        QPixmapCache.setCacheLimit(_CACHE_KB)
        self._filter = TemplateFilter(self)
        for signal in (self._filter.rowsInserted, self._filter.rowsRemoved, self._filter.layoutChanged):
            signal.connect(self._count)
        self._filter.modelReset.connect(self._count)
        self._filter.modelReset.connect(self._offer_tags)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.textChanged.connect(self._filter.set_words)
        self._search_icon = self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.language, self.kind, self.tag, self.brand = _choice(), _choice(), TagFilter(), BrandFilter()
        self.language.currentIndexChanged.connect(self._language_chosen)
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        self.tag.chosen.connect(self._tag_chosen)
        self.brand.chosen.connect(self._filter.set_brand)
        self.pairs, self.new = IconButton("languages"), button()
        self.pairs.setCheckable(True)
        self.pairs.toggled.connect(self.set_side_by_side)
        self.new.clicked.connect(self._new_wanted)
        self.card_size = QSlider(Qt.Orientation.Horizontal)
        self.card_size.setRange(SMALLEST, LARGEST)
        self.card_size.setValue(USUAL)
        self.card_size.setSingleStep(20)
        self.card_size.setFixedWidth(96)
        self.counter = label("muted")
        self.view = CardView()
        self.view.setModel(self._filter)
        self.view.activated.connect(self._activated)
        self.view.wanted.connect(self.wanted)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.card_size.valueChanged.connect(self.view.set_card_width)
        self.undo_bar = UndoBar()
        self._bar, self._filters, self._below = QGridLayout(), QWidget(), False
        self._nothing_text, self._empty_text = label("muted", wrap=True), label("muted", wrap=True)
        self._show_all, self._make_one = button(), button(primary=True)
        self._show_all.clicked.connect(self.show_all)
        self._make_one.clicked.connect(self._new_wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(_page(self._nothing_text, self._show_all))
        self._stack.addWidget(_page(self._empty_text, self._make_one))
        self._lay_out()
        self.retranslate()

    def set_model(self, model: TemplateModel) -> None:
        """Show the templates of another workspace."""
        model.set_side_by_side(self.pairs.isChecked())
        self._filter.setSourceModel(model)
        self._filter.sort(-1)
        self.undo_bar.hide()
        self._offer_tags()
        self._count()

    def select(self, name: str) -> None:
        """Select a template by name, if the filters show it."""
        for index in self._indexes():
            if name and index.data(CARD).name == name:
                self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.view.scrollTo(index)

    def reveal(self, name: str) -> None:
        """Select a template by name; filters that hide it are taken away."""
        if name not in self.names():
            self.show_all()
        self.select(name)

    def step(self, by: int) -> None:
        """Select the next (1) or the previous (-1) template that the filters show."""
        row = self.view.currentIndex().row() + by
        while 0 <= row < self._filter.rowCount():
            if name := self._filter.index(row, 0).data(CARD).name:
                self.select(name)
                return
            row += by

    @property
    def current(self) -> Card | None:
        """The card of the selected template."""
        index = self.view.currentIndex()
        card = index.data(CARD) if index.isValid() else None
        return card if card is not None and card.name else None

    @property
    def selected(self) -> list[str]:
        """The names of all selected templates, in the order in which they stand."""
        found = sorted(self.view.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [name for index in found if (name := index.data(CARD).name)]

    def names(self) -> list[str]:
        """The names of the templates that pass the filters."""
        return [name for index in self._indexes() if (name := index.data(CARD).name)]

    @property
    def shown(self) -> int:
        """How many templates pass the filters."""
        return len(self.names())

    def show_all(self) -> None:
        """Take every filter away."""
        self.search.clear()
        self.language.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        self.tag.set_tag("")
        self.brand.set_tag("")

    def set_side_by_side(self, together: bool) -> None:
        """Put the languages of each mail into one row, with cards for those that are missing; or not."""
        name = self.current.name if self.current else ""
        self.pairs.setChecked(together)
        model = self._filter.sourceModel()
        if isinstance(model, TemplateModel):
            model.set_side_by_side(together)
        self.select(name)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search templates"))
        self.view.setAccessibleName(self.tr("Templates"))
        self.language.setAccessibleName(self.tr("Language"))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.card_size.setAccessibleName(self.tr("Size of the cards"))
        self.card_size.setToolTip(self.tr("Size of the cards"))
        self.pairs.name(self.tr("Languages side by side"))
        self.new.setText(self.tr("New…"))
        self.new.setToolTip(self.tr("New template"))
        self.new.setAccessibleName(self.tr("New template"))
        _fill(self.language, [(self.tr("All languages"), ""), *((language_name(each), each) for each in ("en", "fr"))])
        _fill(self.kind, [(self.tr("All kinds"), ""), *((kind_name(each), each) for each in KINDS)])
        self._nothing_text.setText(self.tr("No template matches these filters."))
        self._show_all.setText(self.tr("Show all templates"))
        self._empty_text.setText(self.tr("This workspace has no templates yet. Begin with a blank one or a starter."))
        self._make_one.setText(self.tr("New template…"))
        self._count()

    def changeEvent(self, event: object) -> None:
        """Follow theme and language."""
        super().changeEvent(event)  # type: ignore[arg-type]  # Qt passes a QEvent
        self._search_icon.setIcon(icon("search"))
        self.new.setIcon(icon("plus"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the filters in the row of the search as long as there is room for both."""
        super().resizeEvent(event)
        below = event.size().width() < _ONE_ROW
        if below != self._below:
            self._below = below
            self._bar.removeWidget(self._filters)
            self._bar.addWidget(self._filters, *((1, 0, 1, 2) if below else (0, 1)))
            self._bar.addWidget(self.new, 0, 1 if below else 2)

    def _lay_out(self) -> None:
        bar = styled(QWidget(), "bar")
        row = QHBoxLayout(self._filters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for choice in (self.language, self.kind, self.tag, self.brand):
            row.addWidget(choice)
        row.addStretch()
        row.addWidget(self.pairs)
        bar.setLayout(self._bar)
        self._bar.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._bar.setSpacing(GRID)
        self._bar.setColumnStretch(0, 1)
        for place, each in enumerate((self.search, self._filters, self.new)):
            self._bar.addWidget(each, 0, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.undo_bar)

    def _indexes(self) -> list[QModelIndex]:
        return [self._filter.index(row, 0) for row in range(self._filter.rowCount())]

    def _count(self) -> None:
        model: QAbstractItemModel | None = self._filter.sourceModel()
        shown = self.shown
        self.counter.setText(self.tr("%n template(s)", "", shown) if model is not None else "")
        any_at_all = isinstance(model, TemplateModel) and bool(model.rowCount())
        empty = isinstance(model, TemplateModel) and model.is_read and not any_at_all
        self._stack.setCurrentIndex(2 if empty else 1 if any_at_all and not shown else 0)
        rows = [index.data(CARD).slots for index in self._indexes()[:1]]
        self.view.set_together(max([1, *rows]))

    def _offer_tags(self) -> None:
        model = self._filter.sourceModel()
        if isinstance(model, TemplateModel):
            self.tag.set_tags(model.tags())

    def _language_chosen(self) -> None:
        self._filter.set_language(self.language.currentData() or "")

    def _kind_chosen(self) -> None:
        self._filter.set_kind(self.kind.currentData() or "")

    def _tag_chosen(self, tag: str) -> None:
        self._filter.set_tag(tag)

    def _new_wanted(self) -> None:
        self.wanted.emit("template.new")

    def _activated(self, index: QModelIndex) -> None:
        card: Card = index.data(CARD)
        if card.missing:
            self.language_wanted.emit(card.missing, card.language)
        elif card.name:
            self.opened.emit(card.name)

    def _current_changed(self, index: QModelIndex) -> None:
        card = index.data(CARD) if index.isValid() else None
        if card is None or card.name:  # whoever passes over what is missing still looks at the mail before
            self.chosen.emit(card.name if card else "")

    def _selection_changed(self) -> None:
        self.selection_changed.emit()

    def _show_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        on_card = index.isValid() and bool(index.data(CARD).name)
        show_context_menu(self.view, ON_CARD if on_card else BESIDE, self.view.viewport().mapToGlobal(at))


def _choice() -> QComboBox:
    made = QComboBox()
    made.setProperty("plain", True)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def _page(text: QWidget, below: QWidget) -> QWidget:
    """A page that says why there are no cards, and what to do."""
    page = styled(QWidget(), "stage")
    column = QVBoxLayout(page)
    spaced(column, 3 * GRID, 2 * GRID)
    column.addStretch()
    column.addWidget(text)
    column.addWidget(below, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch()
    return page


def _fill(box: QComboBox, entries: list[tuple[str, str]]) -> None:
    """Name the entries anew; the choice stays."""
    chosen = max(0, box.currentIndex())
    box.blockSignals(True)
    box.clear()
    for text, data in entries:
        box.addItem(text, data)
    box.setCurrentIndex(chosen)
    box.blockSignals(False)
