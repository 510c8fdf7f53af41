"""Before tokens are spent from this window: what would be taken and what it costs; then how far it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.editor.history.empty_state import EmptyState
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.proofs.cost_bar import Asking, CostBar
from desktop.proofs.gallery.errands import Errand, Foreseen
from desktop.proofs.gallery.facts import TemplateTitle
from desktop.proofs.gallery.stale_delegate import REASON, StaleDelegate
from desktop.proofs.gallery.words import counted, stale_reasons
from desktop.widgets import GRID, IconButton, Translated, label, styled
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError


class ErrandPage(Translated, QWidget):
    """Asks what an errand costs, and carries it out when somebody says yes."""

    left = Signal()
    carried_out = Signal(object)
    """What came of it."""
    spent = Signal()
    """There may be fewer tokens than before, and more pictures."""
    tokens_wanted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "stage")
        self._jobs = jobs
        self._job: Job | None = None
        self._errand: Errand | None = None
        self._foreseen: Foreseen | None = None
        self._called: Mapping[str, TemplateTitle] = {}
        self._heading = ""
        self._is_running = False
        self.back, self.heading, self.bar = IconButton("arrow-left"), label("strong"), QProgressBar(textVisible=False)
        self.bar.setFixedWidth(180)
        self.state, self.list, self.cost = EmptyState(), QListWidget(), CostBar()
        styled(self.list, "stale-list")
        self.list.setItemDelegate(StaleDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def is_running(self) -> bool:
        """Whether tokens are being spent."""
        return self._is_running

    def begin(self, errand: Errand, heading: str, called: Mapping[str, TemplateTitle]) -> None:
        """Ask about another errand."""
        self.stop()
        self._errand, self._heading, self._called = errand, heading, called
        self.ask()

    def ask(self) -> None:
        """What is known of the cost may be too old."""
        errand = self._errand
        if errand is None or self._is_running:
            return
        self.stop()
        self._foreseen = None
        self.cost.show_known(Asking.COUNTING)
        self._job = self._jobs.run_async(self.tr("Counting what it costs"), errand.foresee, quiet=True)
        self._job.succeeded.connect(self._take_foreseen)
        self._job.failed.connect(self._fail)
        self.retranslate()

    def stop(self) -> None:
        """Nobody waits any more; of a run what is done is kept."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def retranslate(self) -> None:
        """Set every text anew."""
        self.back.name(self.tr("Back to the pictures (Esc)"))
        self.heading.setText(self._heading)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.list.setAccessibleName(self.tr("What is stale"))
        self._refresh()

    # Inside

    def _take_foreseen(self, found: object) -> None:
        self._job = None
        if isinstance(found, Foreseen):
            self._foreseen = found
            self.cost.show_known(found.quote)
            errand = self._errand
            if errand is not None and errand.goes_on and found.quote.plan.new:
                self.cost.go.setEnabled(True)  # tokens that are set aside for it count too: the run itself will say
            self.retranslate()

    def _fail(self, error: object) -> None:
        self._job = None
        if isinstance(error, MailwrightError):
            self._is_running = False
            self.cost.show_running(running=False)
            self.cost.show_known(error)
            self.retranslate()

    def _go(self) -> None:
        errand, found = self._errand, self._foreseen
        if errand is None or found is None or self._is_running:
            return
        agreed = found.quote.plan.tokens
        self._is_running = True
        self.cost.show_running(running=True)

        async def work(job: Job, pool: RenderPool) -> object:
            return await errand.carry_out(job, pool, agreed)

        self._job = self._jobs.run_async(self.tr("Rendering previews"), work, quiet=True)
        self._job.progressed.connect(self._progress)
        self._job.succeeded.connect(self._succeed)
        self._job.failed.connect(self._fail)
        self._job.ended.connect(self._end)
        self.retranslate()

    def _stop_run(self) -> None:
        self.cost.show_stopping()
        if self._job is not None:
            self._job.cancel()

    def _succeed(self, outcome: object) -> None:
        self._is_running = False
        self.carried_out.emit(outcome)

    def _end(self) -> None:
        """However it went: what is done is paid and kept."""
        was_stopped, self._is_running = self._is_running, False
        self._job = None
        self.cost.show_running(running=False)
        self.spent.emit()
        if was_stopped:
            self.ask()

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _refresh(self) -> None:
        found = self._foreseen
        self.bar.setVisible(self._is_running)
        rows = found.stale if found else ()
        self._pages.setCurrentWidget(self.list if rows else self.state)
        self.cost.go.setVisible(not self._is_running and not self._is_all_current)
        self.cost.fewer.hide()  # here the pictures are chosen already
        if rows:
            self._fill()
        elif self._is_all_current:
            checked = counted.templates(len(found.runs) if found else 0)
            said = self.tr("Every picture of the latest runs is as it would be now. Checked: {templates}.")
            self.state.say("circle-check", self.tr("Nothing is stale"), said.format(templates=checked))
        elif found is None:
            self.state.say("scan", self.tr("Looking what is to be taken…"), self.tr("Looking costs nothing."))
        else:
            left = counted.pictures(found.quote.plan.shots)
            said = self.tr("What is there stays as it is. Each picture is charged when it is there.")
            self.state.say("camera", self.tr("To be taken: {pictures}").format(pictures=left), said)

    @property
    def _is_all_current(self) -> bool:
        found = self._foreseen
        return found is not None and bool(found.runs) and not found.stale

    def _fill(self) -> None:
        self.list.clear()
        for each in self._foreseen.stale if self._foreseen else ():
            name = each.whole.run.template
            title = self._called.get(name, TemplateTitle(name)).said(current_language())
            item = QListWidgetItem(title)
            item.setData(REASON, stale_reasons(each.stood))
            self.list.addItem(item)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.cost.render_wanted.connect(self._go)
        self.cost.stop_wanted.connect(self._stop_run)
        self.cost.retry_wanted.connect(self.ask)
        self.cost.tokens_wanted.connect(self.tokens_wanted)
        self.cost.close_wanted.connect(self.left)

    def _lay_out(self) -> None:
        head = styled(QWidget(), "bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.back)
        row.addWidget(self.heading)
        row.addStretch()
        row.addWidget(self.bar)
        for page in (self.state, self.list):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self.cost)
