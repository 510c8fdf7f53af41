"""New from a domain: name a site, look at the brand that was found, make the workspace. Nothing blocks the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.dialogs.brand_by_hand import BrandByHandDialog
from desktop.dialogs.new_found import FoundPage
from desktop.dialogs.new_source import SourcePage
from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.new_workspace import creating, reading, step_name
from desktop.widgets import GRID, Translated, button, label, rule
from templates.brand.kit import BrandKit
from templates.errors import MailwrightError


class NewDialog(Translated, QDialog):
    """Two pages: the source, and what was found there."""

    created = Signal(Path)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None, *, found: FoundPage | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs = jobs
        self._job: Job | None = None
        self.source, self.found = SourcePage(), found or FoundPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.source)
        self._pages.addWidget(self.found)
        self.step, self.problem = label("muted"), label("danger", wrap=True)
        self.bar = QProgressBar(textVisible=False)
        self.back, self.cancel, self.go = button(quiet=True), button(), button(primary=True)
        self.go.setDefault(True)
        self.go.clicked.connect(self.proceed)
        self.cancel.clicked.connect(self._cancel)
        self.back.clicked.connect(self._go_back)
        self.source.edit.textChanged.connect(self._refresh)
        self.source.by_hand_wanted.connect(self.ask_by_hand)
        self.found.changed.connect(self._refresh)
        self._lay_out()
        self.retranslate()
        self._refresh()
        self.source.edit.setFocus()

    def start(self, source: str) -> None:
        """Fill the source in; go on at once when there is one."""
        self.source.edit.setText(source)
        if source:
            self.proceed()

    def suggest_folder(self, folder: Path) -> None:
        """Propose where the workspace goes, instead of a folder named after the company."""
        self.found.suggested = folder

    def proceed(self) -> None:
        """Look for the brand, or make the workspace."""
        self.problem.setText("")
        if not self._on_found_page:
            job = self._jobs.run(self.tr("Reading the site"), reading(self.source.value), quiet=True)
            job.succeeded.connect(self._brand_found)
            self._follow(job)
        elif self.found.kit is not None:
            self.finish(self.found.kit)

    def finish(self, kit: BrandKit) -> None:
        """Make the workspace of what was found and corrected."""
        work = creating(kit, self.found.folder_value, self.found.languages_value)
        job = self._jobs.run(self.tr("Making the templates"), work, quiet=True)
        job.succeeded.connect(self._workspace_made)
        self._follow(job)

    def ask_by_hand(self) -> BrandByHandDialog:
        """Let the user say what the brand is; it is then shown as one that was found."""
        dialog = BrandByHandDialog(self._jobs, self, with_starters=False)
        dialog.made.connect(self._brand_found)
        dialog.open()
        return dialog

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("New from a domain"))
        self.back.setText(self.tr("Back"))
        self.cancel.setText(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self._refresh()

    def done(self, result: int) -> None:
        """However it is closed: stop the work that nobody waits for any more."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    @property
    def _finish_text(self) -> str:
        return self.tr("Create the templates")

    @property
    def _on_found_page(self) -> bool:
        return self._pages.currentWidget() is self.found

    def _follow(self, job: Job) -> None:
        self._job = job
        self.step.setText(f"{job.label}…")
        self.bar.setRange(0, 0)
        job.progressed.connect(self._progress)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        self._refresh()

    def _progress(self, done: int, total: int, what: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.step.setText(step_name(what))

    def _brand_found(self, kit: object) -> None:
        if isinstance(kit, BrandKit):
            name = kit.name or self.source.value
            self.found.show_kit(replace(kit, name=name), self._jobs)
            self._pages.setCurrentWidget(self.found)
            self._refresh()

    def _workspace_made(self, folder: object) -> None:
        if isinstance(folder, Path):
            self.created.emit(folder)
            self.accept()

    def _failed(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self.problem.setText(explain(error, current_language()))

    def _ended(self) -> None:
        self._job = None
        self._refresh()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self.reject()

    def _go_back(self) -> None:
        self.problem.setText("")
        self._pages.setCurrentWidget(self.source)
        self._refresh()

    def _refresh(self) -> None:
        busy = self._job is not None
        self._pages.setEnabled(not busy)
        for each in (self.step, self.bar):
            each.setVisible(busy)
        self.problem.setVisible(bool(self.problem.text()) and not busy)
        self.back.setVisible(self._on_found_page and not busy)
        self.go.setText(self._finish_text if self._on_found_page else self.tr("Find the brand"))
        ready = self.found.is_ready if self._on_found_page else bool(self.source.value)
        self.go.setEnabled(ready and not busy)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for each in (self.back, self.cancel, self.go):
            buttons.addWidget(each)
        buttons.insertStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addWidget(self._pages, 1)
        for part in (self.problem, self.step, self.bar, rule()):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setMinimumWidth(680)
        self.resize(680, 440)
