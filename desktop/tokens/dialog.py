"""The window of tokens: accounts on the left, the chosen one on the right. Stays open beside the main window.

Others spend from the same ledger meanwhile, so it is read again when the window comes to the front, and now and then.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.dialogs.segments.blank import Notice
from desktop.editor.tabbed import TabbedPanels
from desktop.errors import advice, what
from desktop.jobs import Job
from desktop.language import current_language
from desktop.panels.status import JobStrip
from desktop.tokens.account_pane import AccountPane
from desktop.tokens.history_page import HistoryPage
from desktop.tokens.opened import OpenTokens
from desktop.tokens.overview import OverviewPage
from desktop.tokens.overview_reading import read_overview
from desktop.tokens.statement_page import StatementPage
from desktop.tokens.trouble_bar import TroubleBar
from desktop.widgets import GRID, Translated, button, label, styled
from templates.errors import MailwrightError

REFRESH_MS = 30_000


class Message(Notice):
    """One thing to read in place of everything; the dialog says what."""

    def retranslate(self) -> None:
        """The dialog does it."""


class TokensDialog(Translated, QDialog):
    """Shows what ``tokens`` read last."""

    def __init__(self, tokens: OpenTokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tokens = tokens
        self._asked_for: str | None = None
        self._job: Job | None = None
        self.pane = AccountPane(tokens, self)
        self.overview, self.history, self.statement = OverviewPage(), HistoryPage(tokens), StatementPage(tokens)
        self.tabs = TabbedPanels((self.overview, self.history, self.statement))
        self.waiting, self.broken = Message("coins"), Message("triangle-alert")
        self.trouble, self.status, self.shut = TroubleBar(), label("muted"), button()
        self.strip = JobStrip(tokens.jobs)
        self._both, self._stack = QSplitter(Qt.Orientation.Horizontal), QStackedWidget()
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(1184, 720)
        self._refresh()
        self._timer.start()
        tokens.read()

    def begin(self, verb: str) -> None:
        """Do something with the account that is chosen first, as soon as it is known."""
        self._asked_for = verb
        self._refresh()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Tokens"))
        titles = (self.tr("Overview"), self.tr("History"), self.tr("Statement"))
        self.tabs.set_titles(titles, self.tr("What is shown of the account"))
        self.shut.setText(self.tr("Close"))
        self.waiting.title.setText(self.tr("Reading the tokens"))
        self.waiting.lead.setText(self.tr("The database may be far away."))
        self.broken.title.setText(self.tr("The tokens cannot be read"))
        self.broken.first.setText(self.tr("Try again"))
        for each in (self.waiting.first, self.waiting.second, self.waiting.place, self.broken.second):
            each.hide()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Others may have spent while another window was used."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.tokens.facts is not None:
            self.tokens.read()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the tree."""
        super().showEvent(event)
        self.pane.tree.setFocus()

    def done(self, result: int) -> None:
        """Ask no more."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    # Inside

    def _refresh(self) -> None:
        """Show what was read last, or why nothing was."""
        tokens, error = self.tokens, self.tokens.error
        if tokens.facts is None:
            is_broken = error is not None and not tokens.is_reading
            self._stack.setCurrentWidget(self.broken if is_broken else self.waiting)
            if error is not None and is_broken:
                self._say_broken(error)
            return
        if self._stack.currentWidget() is not self._both:
            self._stack.setCurrentWidget(self._both)
            self.pane.tree.setFocus()
        self._say_stale(error)
        if not tokens.is_reading:
            self.pane.show_facts(tokens.facts)
            self._show_account()
            if self._asked_for:
                verb, self._asked_for = self._asked_for, None
                self.pane.verbs.actions[verb].trigger()

    def _say_stale(self, error: MailwrightError | None) -> None:
        if error is not None:
            self.trouble.show_stale(error)
        elif not self.tokens.is_reading:
            self.trouble.freshen()

    def _say_broken(self, error: MailwrightError) -> None:
        language = current_language()
        self.broken.lead.setText(f"{what(error, language)} {advice(error, language)}".rstrip())
        self.broken.place.setText(str(error.place or ""))
        self.broken.place.setVisible(bool(error.place))
        self.broken.first.setFocus()

    def _show_account(self) -> None:
        """Show the chosen account; what takes a question of its own is asked for the page that is seen."""
        shown, facts = self.pane.tree.current, self.tokens.facts
        if shown is None or facts is None:
            return
        self.overview.show_account(shown, facts)
        page = self.tabs.stack.currentWidget()
        if page is self.overview:
            self._read_overview()
        elif page is self.history:
            self.history.show_account(shown.account, facts)
        else:
            self.statement.show_account(shown.account)

    def _read_overview(self) -> None:
        shown = self.pane.tree.current
        if shown is None:
            return
        if self._job is not None:
            self._job.cancel()
        account, period = shown.account, self.overview.period.period
        job = self.tokens.ask(self.tr("Reading the overview"), lambda purse, job: read_overview(purse, account, period))
        job.succeeded.connect(self.overview.show_overview)
        job.failed.connect(self.trouble.show_stale)
        self._job = job

    def _acted(self) -> None:
        self.trouble.put_away()

    def _tell(self, text: str) -> None:
        self.status.setText(text)

    def _make_first(self) -> None:
        self.pane.verbs.actions["new"].trigger()

    def _connect(self) -> None:
        self.tokens.changed.connect(self._refresh)
        self.tokens.acted.connect(self._acted)
        self.pane.tree.chosen.connect(self._show_account)
        self.pane.verbs.failed.connect(self.trouble.show_error)
        self.tabs.bar.currentChanged.connect(self._show_account)
        self.overview.wanted.connect(self._read_overview)
        self.overview.first_wanted.connect(self._make_first)
        for page in (self.history, self.statement):
            page.failed.connect(self.trouble.show_stale)
            page.refused.connect(self.trouble.show_error)
            page.told.connect(self._tell)
        self.trouble.again.connect(self.tokens.read)
        self.broken.first.clicked.connect(self.tokens.read)
        self._timer.timeout.connect(self.tokens.read)
        self.shut.clicked.connect(self.close)

    def _lay_out(self) -> None:
        self._both.setChildrenCollapsible(False)
        self._both.setHandleWidth(1)
        self._both.addWidget(self.pane)
        self._both.addWidget(self.tabs)
        self._both.setStretchFactor(1, 1)
        self._both.setSizes([424, 760])
        for page in (self._both, self.waiting, self.broken):
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        foot.setSpacing(GRID)
        foot.addWidget(self.status, 1)
        foot.addWidget(self.strip)
        foot.addWidget(self.shut)
        bottom = styled(QWidget(), "foot")
        bottom.setLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.trouble)
        column.addWidget(bottom)
        self.setMinimumSize(900, 560)
