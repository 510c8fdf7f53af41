"""Second page of Many companies: how far each of them is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHeaderView, QProgressBar, QTreeView, QVBoxLayout, QWidget

from desktop.batch_work import Told
from desktop.errors import advice, what
from desktop.language import current_language
from desktop.models.company_model import COMPANY, DETAIL, NAME, STATE, Company, CompanyModel
from desktop.new_workspace import step_name
from desktop.widgets import GRID, Translated, label
from templates.brand.batch.listing import Entry


class RunPage(Translated, QWidget):
    """Follows a run. A row that is done can be opened."""

    opened = Signal(Path)
    """The brand's folder of a company that somebody wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CompanyModel(self)
        self._title, self.summary = label("heading"), label("muted", wrap=True)
        self.bar = QProgressBar(textVisible=False)
        self.view = QTreeView()
        self.view.setModel(self.model)
        self.view.setObjectName("hits")
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.header().setSectionResizeMode(DETAIL, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(NAME, 220)
        self.view.setColumnWidth(STATE, 150)
        self.view.activated.connect(self._activated)
        self.view.selectionModel().currentChanged.connect(self._say)
        self.said = label("muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for each in (self._title, self.summary, self.bar):
            column.addWidget(each)
        column.addWidget(self.view, 1)
        column.addWidget(self.said)
        self.is_running = False
        self.retranslate()

    def begin(self, entries: tuple[Entry, ...], *, anew: bool) -> None:
        """Follow a run of these; ``anew`` forgets the companies from before."""
        if anew:
            self.model.set_entries(entries)
        for entry in entries:
            self.model.change(entry.key, state="waiting", detail="", row=None, doubts=())
        self.is_running = True
        self._count()

    def take(self, told: object) -> None:
        """Show what the run says."""
        if not isinstance(told, Told):
            return
        if told.row is None:
            self.model.change(told.entry.key, state="reading", detail=step_name(told.step))
        else:
            state = "doubtful" if told.doubts else told.row.state
            self.model.change(told.entry.key, state=state, row=told.row, doubts=told.doubts, detail=self._detail(told))
        self._count()

    def end(self) -> None:
        """The run is over; whoever still waits was stopped."""
        self.is_running = False
        for company in self.model.in_state("waiting", "reading"):
            self.model.change(company.entry.key, state="stopped", detail="")
        self._count()

    def settle(self, folders: tuple[Path, ...]) -> None:
        """These brands are decided: nothing of them is doubtful any more."""
        for company in self.doubtful:
            made = company.row.made if company.row is not None else None
            if made is not None and made.brand_folder in folders:
                self.model.change(company.entry.key, state="made", doubts=(), detail=self.tr("Decided"))
        self._count()

    @property
    def unfinished(self) -> tuple[Entry, ...]:
        """The companies that can be tried again."""
        return tuple(company.entry for company in self.model.in_state("failed", "stopped"))

    @property
    def doubtful(self) -> list[Company]:
        """The companies of which something is worth a look."""
        return self.model.in_state("doubtful")

    def retranslate(self) -> None:
        """Set every text anew."""
        self.view.setAccessibleName(self.tr("Companies"))
        self.bar.setAccessibleName(self.tr("Progress"))
        for company in self.model.companies:
            if company.row is not None:
                told = Told(company.entry, row=company.row, doubts=company.doubts)
                self.model.change(company.entry.key, detail=self._detail(told))
        self.model.retranslate()
        self._count()

    def _detail(self, told: Told) -> str:
        row, language = told.row, current_language()
        if row is not None and row.error is not None:
            return f"{what(row.error, language)} {advice(row.error, language)}".rstrip()
        if told.doubts:
            return self.tr("%n field(s) to look at", "", len(told.doubts))
        count = row.made.templates if row is not None and row.made is not None else 0
        return self.tr("%n new template(s)", "", count) if count else ""

    def _count(self) -> None:
        every = len(self.model.companies)
        done = every - len(self.model.in_state("waiting", "reading"))
        self.bar.setRange(0, max(1, every))
        self.bar.setValue(done)
        self.bar.setVisible(self.is_running)
        self._title.setText(self.tr("Reading the sites") if self.is_running else self.tr("The sites are read"))
        facts = [self.tr("{done} of {all} done").format(done=done, all=every)]
        if doubtful := len(self.doubtful):
            facts.append(self.tr("%n worth a look", "", doubtful))
        if failed := len(self.model.in_state("failed")):
            facts.append(self.tr("%n failed", "", failed))
        if stopped := len(self.model.in_state("stopped")):
            facts.append(self.tr("%n stopped", "", stopped))
        self.summary.setText("  ·  ".join(facts))
        self._say()

    def _say(self) -> None:
        """The whole of what the column may have no room for."""
        company = self.view.currentIndex().data(COMPANY)
        self.said.setText(company.detail if isinstance(company, Company) else "")
        self.said.setVisible(bool(self.said.text()))

    def _activated(self, index: QModelIndex) -> None:
        company = index.data(COMPANY)
        if isinstance(company, Company) and company.row is not None and company.row.made is not None:
            self.opened.emit(company.row.made.brand_folder)
