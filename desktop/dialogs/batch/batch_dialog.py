"""Many companies: name them, watch how each is set up, decide what is doubtful. Nothing blocks the window."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.batch_work import adding_all, deciding, deciding_here, setting_up
from desktop.dialogs.batch.list_page import ListPage
from desktop.dialogs.batch.review_page import ReviewPage
from desktop.dialogs.batch.run_page import RunPage
from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.open_workspace import OpenWorkspace
from desktop.widgets import GRID, Translated, button, label, rule
from templates.brand.batch.companies import Plan
from templates.brand.batch.listing import Entry
from templates.errors import MailwrightError
from templates.starters import LANGUAGES


class BatchDialog(Translated, QDialog):
    """Three pages: the list, the run, the review."""

    open_wanted = Signal(Path)
    """The folder of a workspace that somebody wants to see."""
    show_wanted = Signal(str)
    """A brand of the workspace that is open."""

    def __init__(self, jobs: Jobs, opened: OpenWorkspace | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs, self._opened = jobs, opened
        self._job: Job | None = None
        self._stop = threading.Event()
        self._folders: tuple[Path, ...] = ()
        self.list, self.run = ListPage(jobs, with_workspace=opened is not None), RunPage()
        self.review = ReviewPage(jobs)
        self._pages = QStackedWidget()
        for page in (self.list, self.run, self.review):
            self._pages.addWidget(page)
        self.problem = label("danger", wrap=True)
        self.back, self.retry, self.cancel = button(quiet=True), button(), button()
        self.go = button(primary=True)
        self.go.setDefault(True)
        self.go.clicked.connect(self.proceed)
        self.back.clicked.connect(self._go_back)
        self.retry.clicked.connect(self.try_again)
        self.cancel.clicked.connect(self._cancel)
        self.list.changed.connect(self._refresh)
        self.review.changed.connect(self._refresh)
        self.run.opened.connect(self._show_company)
        if opened is not None:
            opened.destroyed.connect(self._workspace_gone)
        self._lay_out()
        self.retranslate()
        self.list.edit.setFocus()

    def proceed(self) -> None:
        """Start the run; review what it found; apply what was decided."""
        self._tell("")
        page = self._pages.currentWidget()
        if page is self.list and self.list.companies is not None:
            self._start(self.list.companies.entries, anew=True)
        elif page is self.run and self.run.doubtful:
            self.review.show_companies(self.run.doubtful)
            self._show(self.review)
        elif page is self.run:
            self.accept()
        elif page is self.review:
            self._apply()

    def try_again(self) -> None:
        """Run those that failed or were stopped once more."""
        self._start(self.run.unfinished, anew=False)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Many companies"))
        self.back.setText(self.tr("Back"))
        self.retry.setText(self.tr("Try again"))
        self._refresh()

    def done(self, result: int) -> None:
        """However it is closed: stop the work that nobody waits for any more."""
        self._stop.set()
        super().done(result)

    # The run

    def _start(self, entries: tuple[Entry, ...], *, anew: bool) -> None:
        self._stop = threading.Event()
        self.run.begin(entries, anew=anew)
        languages = self.list.starters.languages
        label = self.tr("Reading the sites")
        if self.list.here and self._opened is not None:
            work = adding_all(entries, languages, self._stop, self._opened.brand_slug)
            job = self._opened.change_brands(label, work, quiet=True)
        else:
            plan = Plan(self.list.folder_value, languages or LANGUAGES, templates=bool(languages))
            job = self._jobs.run(label, setting_up(entries, plan, self._stop), quiet=True)
        job.reported.connect(self.run.take)
        job.failed.connect(self._failed)
        job.ended.connect(self._run_ended)
        self._job = job
        self._show(self.run)

    def _run_ended(self) -> None:
        self._job = None
        self.run.end()
        self._refresh()

    # The review

    def _apply(self) -> None:
        decided = self.review.decided
        label = self.tr("Applying the choices")
        if self.list.here and self._opened is not None:
            job = self._opened.change_brands(label, deciding_here(decided, self._opened.brand_slug), quiet=True)
        else:
            job = self._jobs.run(label, deciding(decided), quiet=True)
            job.succeeded.connect(self._applied)
        job.failed.connect(self._failed)
        job.ended.connect(self._apply_ended)
        self._job = job
        self._folders = tuple(decided)
        self._refresh()

    def _applied(self, left: object) -> None:
        """Say what could not be changed; those stay doubtful."""
        if isinstance(left, list) and left:
            self._folders = tuple(folder for folder in self._folders if folder not in {one for one, _ in left})
            self._tell("\n".join(explain(error, current_language()) for _, error in left))

    def _apply_ended(self) -> None:
        self._job = None
        self.run.settle(self._folders)
        self._show(self.run)

    # Inside

    def _failed(self, error: object) -> None:
        self._folders = ()
        if isinstance(error, MailwrightError):
            self._tell(explain(error, current_language()))

    def _cancel(self) -> None:
        """While something runs: stop it, and keep what is done. Otherwise close."""
        if self._job is not None:
            self._stop.set()
            self.cancel.setEnabled(False)
        else:
            self.reject()

    def _go_back(self) -> None:
        self._show(self.list if self._pages.currentWidget() is self.run else self.run)

    def _workspace_gone(self) -> None:
        """What was to go into that workspace ends; companies with workspaces of their own go on."""
        if self.list.here and self._pages.currentWidget() is not self.list:
            self.reject()
            return
        self._opened = None
        self.list.forget_workspace()

    def _show_company(self, folder: Path) -> None:
        if self.list.here:
            self.show_wanted.emit(folder.name)
        else:
            self.open_wanted.emit(folder.parents[1])

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._refresh()

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _refresh(self) -> None:
        page, busy = self._pages.currentWidget(), self._job is not None
        on_list, on_run, on_review = (page is each for each in (self.list, self.run, self.review))
        self.back.setVisible(not on_list and not busy)
        self.retry.setVisible(on_run and not busy and bool(self.run.unfinished))
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Stop") if busy and on_run else self.tr("Close") if on_run else self.tr("Cancel"))
        doubtful = len(self.run.doubtful)
        self.cancel.setVisible(not on_run or busy or bool(doubtful))
        self.go.setVisible(not (on_run and busy))
        if on_list:
            self.go.setText(self.tr("Start"))
            self.go.setEnabled(self.list.is_ready)
        elif on_run:
            self.go.setText(self.tr("Review %n company(ies)", "", doubtful) if doubtful else self.tr("Close"))
            self.go.setEnabled(True)
        elif on_review:
            count = len(self.review.decided)
            self.go.setText(self.tr("Apply to %n company(ies)", "", count) if count else self.tr("Apply"))
            self.go.setEnabled(bool(count) and self.review.is_valid and not busy)
        self.review.setEnabled(not busy)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.back)
        buttons.addStretch()
        for each in (self.retry, self.cancel, self.go):
            buttons.addWidget(each)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addWidget(self._pages, 1)
        for part in (self.problem, rule()):
            column.addWidget(part)
        column.addLayout(buttons)
        self.resize(760, 640)
