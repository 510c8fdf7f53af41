"""A month's statement of an account: what it comes to, and the file to keep or to send."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dynamic.coverage.words import number_text
from desktop.jobs import Job
from desktop.language import current_language
from desktop.tokens.opened import OpenTokens
from desktop.tokens.words import day_text, month_text
from desktop.widgets import GRID, Translated, button, label, rule, styled
from renderers.budget.accounts import Account
from renderers.budget.purse import Purse
from renderers.budget.statement import Statement, statement
from renderers.budget.statement.csv_file import to_csv
from renderers.budget.statement.pdf import write_pdf
from renderers.budget.words import signed
from templates.files import write_text

WIDTH = 760
ROWS = ("opening", "received", "moved_out", "spent", "reserved", "closing")


def months_of(account: Account, now: datetime) -> list[str]:
    """The months since the account was made, the newest first."""
    zone = ZoneInfo(account.settings.zone)
    first, last = account.created.astimezone(zone), now.astimezone(zone)
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(end, min(begin, end) - 1, -1)]


class StatementPage(Translated, QWidget):
    """Reads one month in a job; writes its file in another."""

    failed = Signal(object)
    """The month could not be read."""
    refused = Signal(object)
    """The file could not be written."""
    told = Signal(str)

    def __init__(self, tokens: OpenTokens) -> None:
        super().__init__()
        styled(self, "panel")
        self._tokens = tokens
        self.account: Account | None = None
        self.statement: Statement | None = None
        self._job: Job | None = None
        self.caption, self.months = label("caption"), QComboBox()
        self.caption.setBuddy(self.months)
        self.title, self.state = label("heading", wrap=True), label("muted", wrap=True)
        self.names = {row: label("strong" if row in {"opening", "closing"} else "") for row in ROWS}
        self.values = {row: label("strong" if row in {"opening", "closing"} else "") for row in ROWS}
        self.head = label("muted", wrap=True)
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.pdf, self.csv = button(primary=True), button()
        self.pdf.clicked.connect(self._ask_pdf)
        self.csv.clicked.connect(self._ask_csv)
        self.months.currentIndexChanged.connect(self._chosen)
        self._lay_out()
        self.retranslate()

    @property
    def month(self) -> str:
        """The chosen one, such as “2026-11”."""
        return str(self.months.currentData() or "")

    def show_account(self, account: Account) -> None:
        """Offer the account's months; the one that was chosen stays."""
        before, self.account = self.month, account
        months = months_of(account, datetime.now().astimezone())
        if months != [self.months.itemData(place) for place in range(self.months.count())]:
            self.months.blockSignals(True)
            self.months.clear()
            for month in months:
                self.months.addItem(month_text(month), month)
            self.months.setCurrentIndex(max(0, self.months.findData(before)))
            self.months.blockSignals(False)
        self._chosen()

    def save_to(self, path: str, kind: Literal["pdf", "csv"]) -> None:
        """Write the statement that is shown."""
        found, language = self.statement, current_language()
        if found is None:
            return

        def work(job: Job) -> str:
            if kind == "pdf":
                write_pdf(found, Path(path), language, cancel=job.stop)
            else:
                write_text(Path(path), to_csv(found, language))
            return path

        job = self._tokens.jobs.run(self.tr("Writing the statement"), work)
        job.succeeded.connect(self._saved)
        job.failed.connect(self.refused)
        job.ended.connect(self._ended)
        self._enable(ready=False)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.caption.setText(self.tr("Month"))
        self.months.setAccessibleName(self.tr("Month"))
        for place in range(self.months.count()):
            self.months.setItemText(place, month_text(self.months.itemData(place)))
        self.pdf.setText(self.tr("Save as PDF…"))
        self.csv.setText(self.tr("Save as CSV…"))
        names = (
            self.tr("At the beginning"),
            self.tr("Came in"),
            self.tr("Passed on, expired or taken out"),
            self.tr("Spent"),
            self.tr("Still reserved"),
            self.tr("Left at the end"),
        )
        for row, name in zip(ROWS, names, strict=True):
            self.names[row].setText(name)
        self._say()

    # Inside

    def _chosen(self) -> None:
        if self.account is None or not self.month:
            return
        if self._job is not None:
            self._job.cancel()
        account, month = self.account.id, self.month

        def work(purse: Purse, job: Job) -> Statement:
            return statement(purse.ledger.store, account, month)

        job = self._tokens.ask(self.tr("Reading the statement"), work)
        job.succeeded.connect(self._take)
        job.failed.connect(self.failed)
        self._job = job

    def _take(self, found: object) -> None:
        if isinstance(found, Statement):
            self.statement = found
            self._say()

    def _say(self) -> None:
        found = self.statement
        self._enable(ready=found is not None)
        if found is None:
            return
        language = current_language()
        self.title.setText(f"{found.name}  ·  {month_text(found.month)}")
        until = self.tr("The month is not over: this is how it stands on {day}.")
        whole = self.tr("The month is over; nothing in it changes any more.")
        made = day_text(found.local(found.made).date())
        self.state.setText(until.format(day=made) if found.provisional else whole)
        numbers = {
            "opening": number_text(found.opening.available + found.opening.reserved),
            "received": signed(found.received, language) or "0",
            "moved_out": signed(-found.moved_out, language) or "0",
            "spent": signed(-found.spent, language) or "0",
            "reserved": signed(-found.closing.reserved, language) or "0",
            "closing": number_text(found.closing.available),
        }
        for row, number in numbers.items():
            self.values[row].setText(number)
        head = self.tr("Entry {number} closes the chain; its seal is {seal}. A rewritten history would have another.")
        seal = " ".join(found.head.hash[place : place + 8] for place in range(0, len(found.head.hash), 8))
        self.head.setText(head.format(number=number_text(found.head.number), seal=seal) if found.head.number else "")

    def _enable(self, *, ready: bool) -> None:
        for each in (self.pdf, self.csv):
            each.setEnabled(ready)

    def _saved(self, path: object) -> None:
        self.told.emit(self.tr("Written: {path}").format(path=path))

    def _ended(self) -> None:
        self._enable(ready=self.statement is not None)

    def _ask_pdf(self) -> None:
        self._ask("pdf")

    def _ask_csv(self) -> None:
        self._ask("csv")

    def _ask(self, kind: Literal["pdf", "csv"]) -> None:
        found = self.statement
        if found is None:
            return
        dialog = QFileDialog(self, (self.pdf if kind == "pdf" else self.csv).text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilter(f"{kind.upper()} (*.{kind})")
        dialog.selectFile(f"{found.account}-{found.month}.{kind}")
        dialog.fileSelected.connect(self._save_pdf if kind == "pdf" else self._save_csv)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_pdf(self, path: str) -> None:
        self.save_to(path, "pdf")

    def _save_csv(self, path: str) -> None:
        self.save_to(path, "csv")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(GRID)
        for place, row in enumerate(ROWS):
            line = place + (1 if row == "closing" else 0)
            grid.addWidget(self.names[row], line, 0)
            grid.addWidget(self.values[row], line, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(rule(), ROWS.index("closing"), 0, 1, 2)
        grid.setColumnStretch(0, 1)
        card = styled(QFrame(), "card")
        card.setMaximumWidth(WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        inside.setSpacing(12)
        for each in (self.title, self.state):
            inside.addWidget(each)
        inside.addLayout(grid)
        inside.addWidget(self.head)
        choice = QHBoxLayout()
        choice.setSpacing(GRID)
        choice.addWidget(self.caption)
        choice.addWidget(self.months)
        choice.addStretch()
        choice.addWidget(self.csv)
        choice.addWidget(self.pdf)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 12, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(choice)
        column.addWidget(card)
        column.addStretch()
