"""The history of an account: filters, the entries, what they come to, and the way into a spreadsheet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.dynamic.coverage.blank import Blank
from desktop.jobs import Job
from desktop.language import current_language
from desktop.tokens.facts import TokenFacts
from desktop.tokens.history_model import COLUMNS, NUMBERS, PAGE, HistoryModel
from desktop.tokens.opened import OpenTokens
from desktop.tokens.period import PERIODS, PeriodChoice, stretch
from desktop.tokens.words import sums_words
from desktop.widgets import GRID, Translated, button, label, styled
from renderers.budget.accounts import Account
from renderers.budget.entries import Filter
from renderers.budget.history_csv import history_csv
from renderers.budget.pages import Sums, page_of, sums_of
from renderers.budget.purse import Purse
from renderers.budget.values import KINDS, Entry, Kind
from renderers.budget.words import kind_name
from templates.files import write_text

REST_MS = 300  # of typing, before it is searched for
WIDTHS = {"at": 136, "about": 260, "actor": 122}
AIR = 26  # beside the text of a cell
Page = tuple[int, list[Entry], Sums | None]


class KindChoice(Translated, QPushButton):
    """Which kinds of entries; none ticked is all."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("token-kinds")
        self._menu = QMenu(self)
        self.ticks = {kind: self._menu.addAction("") for kind in KINDS}
        for action in self.ticks.values():
            action.setCheckable(True)
            action.toggled.connect(self._toggled)
        self.setMenu(self._menu)
        self.setAutoDefault(False)
        self.retranslate()

    @property
    def kinds(self) -> frozenset[Kind]:
        """Those that are ticked."""
        return frozenset(kind for kind, action in self.ticks.items() if action.isChecked())

    def retranslate(self) -> None:
        """Set every text anew."""
        for kind, action in self.ticks.items():
            action.setText(kind_name(kind, current_language()))
        self.setAccessibleName(self.tr("Kinds of entries"))
        self._say()

    def _toggled(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        names = [action.text() for action in self.ticks.values() if action.isChecked()]
        few = 2
        text = ", ".join(names) if len(names) <= few else self.tr("{n} kinds").format(n=len(names))
        self.setText(text or self.tr("All kinds"))


class HistoryPage(Translated, QWidget):
    """Reads a page at a time, in jobs."""

    failed = Signal(object)
    """The entries could not be read."""
    refused = Signal(object)
    """The file could not be written."""
    told = Signal(str)

    def __init__(self, tokens: OpenTokens) -> None:
        super().__init__()
        styled(self, "panel")
        self._tokens = tokens
        self.account: Account | None = None
        self._titles: dict[str, str] = {}
        self._job: Job | None = None
        self._sums: Sums | None = None
        self.model = HistoryModel(self)
        self.kinds, self.period, self.search = KindChoice(), PeriodChoice(list(PERIODS), "all"), QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.export = button()
        self.table, self.blank, self.stack = QTableView(), Blank("history"), QStackedWidget()
        self.sum = label("muted")
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_account(self, account: Account, facts: TokenFacts) -> None:
        """Show an account's entries, from the newest."""
        is_other = self.account is None or account.id != self.account.id
        self.account = account
        self._titles = {each.account.id: each.account.name for each in facts.accounts}
        if is_other:
            self.model.begin()
        elif self.table.verticalScrollBar().value() == 0:  # who reads further below is left in peace
            self.model.repeat()

    def where(self, now: datetime) -> Filter:
        """What the filters say."""
        zone = self.account.settings.zone if self.account else "UTC"
        since, until = stretch(self.period.period, zone, now)
        return Filter(kinds=self.kinds.kinds, since=since, until=until, text=self.search.text().strip())

    @property
    def is_filtered(self) -> bool:
        """Whether some entries may be left out."""
        return bool(self.kinds.kinds or self.search.text().strip()) or self.period.period != "all"

    def export_to(self, path: str) -> None:
        """Write what the filters let through as CSV."""
        if self.account is None:
            return
        account, where, language = self.account.id, self.where(datetime.now().astimezone()), current_language()

        def work(purse: Purse, job: Job) -> str:
            write_text(Path(path), history_csv(purse.ledger.history(account, where), language))
            return path

        job = self._tokens.ask(self.tr("Writing the history"), work, quiet=False)
        job.succeeded.connect(self._exported)
        job.failed.connect(self.refused)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.search.setPlaceholderText(self.tr("Search notes, templates, people"))
        self.search.setAccessibleName(self.tr("Search the history"))
        self.export.setText(self.tr("Export as CSV…"))
        self.table.setAccessibleName(self.tr("History"))
        self.model.retranslate()
        self._fit()
        self._say()

    # Inside

    def _fit(self) -> None:
        """Columns as wide as the language needs."""
        metrics = self.table.fontMetrics()
        kinds = max(metrics.horizontalAdvance(kind_name(kind, current_language())) for kind in KINDS)
        for place, name in enumerate(COLUMNS):
            title = self.model.headerData(place, Qt.Orientation.Horizontal)
            needed = metrics.horizontalAdvance(str(title)) if name in NUMBERS else kinds
            self.table.setColumnWidth(place, WIDTHS.get(name, needed + AIR))

    def _read(self, before: int) -> None:
        """In a job, one page; with the first one the sums. An older question is dropped."""
        if self.account is None:
            return
        if self._job is not None:
            self._job.cancel()
        account, where = self.account.id, self.where(datetime.now().astimezone())

        def work(purse: Purse, job: Job) -> Page:
            store = purse.ledger.store
            sums = None if before else sums_of(store, account, where)
            return before, page_of(store, account, where, n=PAGE, before=before or None), sums

        job = self._tokens.ask(self.tr("Reading the history"), work)
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        self._job = job

    def _take(self, page: object) -> None:
        if isinstance(page, tuple):
            before, entries, sums = page
            self._sums = sums or self._sums
            self.model.take(entries, before, self._titles)
            self._say()

    def _fail(self, error: object) -> None:
        self.model.give_up()
        self.failed.emit(error)

    def _exported(self, path: object) -> None:
        self.told.emit(self.tr("Written: {path}").format(path=path))

    def _say(self) -> None:
        self.sum.setText(sums_words(self._sums) if self._sums else "")
        empty = self._sums is not None and not self._sums.entries
        self.stack.setCurrentWidget(self.blank if empty else self.table)
        if self.is_filtered:
            self.blank.say(
                self.tr("Nothing like this"),
                self.tr("No entry of this account is of these kinds, in this time and with these words."),
                self.tr("Show all entries"),
            )
        else:
            self.blank.say(
                self.tr("Nothing happened yet"),
                self.tr("Whatever is bought, moved, reserved or spent stands here, and is never changed again."),
                "",
            )
        self.blank.first.setVisible(self.is_filtered)
        self.export.setEnabled(not empty)

    def _show_all(self) -> None:
        self.search.clear()
        self.period.setCurrentIndex(self.period.findData("all"))
        for action in self.kinds.ticks.values():
            action.setChecked(False)

    def _filtered(self) -> None:
        self._rest.start()

    def _ask_for_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Export as CSV…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilter("CSV (*.csv)")
        dialog.selectFile(f"{self.account.id if self.account else 'tokens'}.csv")
        dialog.fileSelected.connect(self.export_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        self.model.wanted.connect(self._read)
        self._rest.timeout.connect(self.model.begin)
        self.kinds.changed.connect(self._filtered)
        self.period.picked.connect(self._filtered)
        self.search.textChanged.connect(self._filtered)
        self.blank.first_wanted.connect(self._show_all)
        self.export.clicked.connect(self._ask_for_export)

    def _lay_out(self) -> None:
        self._set_up_table()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.blank)
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        row.setSpacing(GRID)
        row.addWidget(self.kinds)
        row.addWidget(self.period)
        row.addWidget(self.search, 1)
        row.addWidget(self.export)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        foot.addWidget(self.sum, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)

    def _set_up_table(self) -> None:
        table = self.table
        table.setObjectName("token-history")
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(COLUMNS.index("about"), QHeaderView.ResizeMode.Stretch)
