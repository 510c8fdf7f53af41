"""Move templates to a brand: which ones, found by a filter, and what will change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QStackedWidget, QTreeView, QWidget

from desktop.dialogs.brand_dialog import BrandDialog
from desktop.language import current_language
from desktop.models.card import Card
from desktop.models.tick_model import KEY, Tick, TickModel
from desktop.panels.brand_switch import brand_icon
from desktop.widgets import GRID, label
from templates.brands.library import BrandEntry


class MoveTemplatesDialog(BrandDialog):
    """Lists the templates of other brands; those that were selected in the gallery are ticked already."""

    wanted = Signal(list)
    """The names of the templates to move."""

    def __init__(
        self,
        to: BrandEntry,
        cards: Sequence[Card],
        brands: Mapping[str, BrandEntry],
        chosen: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._to = to
        self.model = TickModel([self._row(card, brands) for card in cards], chosen, self)
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(self.model)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search, self.all, self.view = QLineEdit(clearButtonEnabled=True), QCheckBox(), QTreeView()
        self.count, self.changes = label("muted"), label("", wrap=True)
        self.nothing = label("muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list = QStackedWidget()
        for page in (self.view, self.nothing):
            self._list.addWidget(page)
        self.all.setTristate(True)
        self.view.setModel(self._filtered)
        self.view.setObjectName("hits")
        self.view.setHeaderHidden(True)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setMinimumHeight(240)
        self.search.textChanged.connect(self._filtered.setFilterFixedString)
        self.search.textChanged.connect(self._refresh)
        self.all.clicked.connect(self._all_clicked)
        self.model.ticked.connect(self._refresh)
        self.accepted.connect(self._tell)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.all)
        head.addStretch()
        head.addWidget(self.count)
        self.middle.addWidget(self.search)
        self.middle.addLayout(head)
        self.middle.addWidget(self._list, 1)
        self.middle.addWidget(self.changes)
        self.setMinimumWidth(520)
        self.search.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Move templates"))
        self.title.setText(self.tr("Move templates to {brand}").format(brand=self._to.name))
        self.about.setText(self.tr("Templates of other brands; choose those that are this company’s."))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search templates"))
        self.view.setAccessibleName(self.tr("Templates"))
        self.all.setText(self.tr("Select all"))
        self.changes.setText(
            self.tr(
                "Their brand, header, footer and the brand’s pictures become those of {brand}. "
                "Words, colours and addresses that were written by hand stay. It can be undone."
            ).format(brand=self._to.name)
        )
        self.go.setText(self.tr("Move"))
        self._refresh()

    def _row(self, card: Card, brands: Mapping[str, BrandEntry]) -> Tick:
        entry = brands.get(card.brand)
        facts = [card.title(current_language()), card.language.upper(), entry.name if entry else card.brand]
        text = "  ·  ".join(fact for fact in facts if fact)
        return Tick(card.name, text, card.name, brand_icon(entry, self.palette()) if entry else None)

    def _shown(self) -> list[str]:
        rows = range(self._filtered.rowCount())
        return [str(self._filtered.index(row, 0).data(KEY)) for row in rows]

    def _all_clicked(self) -> None:
        """Of what the filter shows: everything, or nothing when that is ticked already."""
        shown = self._shown()
        self.model.tick(shown, not set(shown) <= set(self.model.chosen))

    def _refresh(self) -> None:
        shown, chosen = set(self._shown()), set(self.model.chosen)
        ticked = shown & chosen
        states = (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked)
        self.all.setCheckState(states[bool(ticked) + bool(ticked and ticked == shown)])
        self.all.setEnabled(bool(shown))
        self._list.setCurrentWidget(self.view if shown else self.nothing)
        self.nothing.setText(self._why_nothing())
        self.count.setText(self.tr("%n template(s) chosen", "", len(chosen)))
        self.go.setEnabled(bool(chosen))

    def _why_nothing(self) -> str:
        if self.model.rowCount():
            return self.tr("No template matches the search.")
        return self.tr("Every template is {brand}’s already.").format(brand=self._to.name)

    def _tell(self) -> None:
        self.wanted.emit(self.model.chosen)
