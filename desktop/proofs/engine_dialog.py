"""Adds the engine that clients need: with a click where Playwright has it for this system, else by a command."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.widgets import GRID, Translated, button, label, set_role
from renderers.engines.install import install, percent
from renderers.engines.inventory import Entry, inventory
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError


class EngineDialog(Translated, QDialog):
    """Looks what would add the engine; ``added`` says that it is there now."""

    added = Signal()

    def __init__(self, name: str, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name, self._jobs = name, jobs
        self._entry: Entry | None = None
        self._job: Job | None = None
        self._error: MailwrightError | None = None
        self.heading, self.words = label("heading", wrap=True), label("", wrap=True)
        self.command, self.bar, self.said = QLineEdit(readOnly=True), QProgressBar(textVisible=False), label("muted")
        self.go, self.copy, self.close_button = button(primary=True), button(), button()
        self.go.clicked.connect(self._install)
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.retranslate()
        job = jobs.run(self.tr("Looking for engines"), lambda job: _entry(name), quiet=True)
        job.succeeded.connect(self._found)
        job.failed.connect(self._failed)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Install {engine}").format(engine=self._name))
        self.heading.setText(self.tr("{engine} is not installed").format(engine=self._name))
        self.command.setAccessibleName(self.tr("Command"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.go.setText(self.tr("Try again") if self._error else self.tr("Install"))
        self.copy.setText(self.tr("Copy the command"))
        self.close_button.setText(self.tr("Cancel"))
        self._refresh()

    def done(self, result: int) -> None:
        """Closing it stops the download."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _found(self, entry: object) -> None:
        if isinstance(entry, Entry):
            self._entry = entry
            self._refresh()
        else:  # somebody added it in the meantime
            self._installed()

    def _install(self) -> None:
        entry = self._entry
        if entry is None or self._job is not None:
            return
        self._error = None

        async def work(job: Job, pool: RenderPool) -> None:
            def on_line(line: str) -> None:
                job.advance(percent(line) or 0, 100, line)

            await install(entry.kind, on_line)

        self._job = self._jobs.run_async(self.windowTitle(), work, quiet=True)
        self._job.progressed.connect(self._progressed)
        self._job.succeeded.connect(self._installed)
        self._job.failed.connect(self._failed)
        self._refresh()

    def _progressed(self, done: int, total: int, line: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(max(done, self.bar.value()))
        self.said.setText(self.said.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.words.width()))

    def _installed(self) -> None:
        self._job = None
        self._jobs.forget_browser()  # the next picture finds the new one
        self.added.emit()
        self.accept()

    def _failed(self, error: object) -> None:
        self._job = None
        self._error = error if isinstance(error, MailwrightError) else None
        self.retranslate()

    def _refresh(self) -> None:
        can_add, running = bool(self._entry and self._entry.can_be_added), self._job is not None
        self.words.setText(self._sentence(can_add=can_add))
        set_role(self.words, "danger" if self._error else "")
        self.command.setText(self._entry.command if self._entry else "")
        by_hand = bool(self.command.text()) and not can_add
        self.command.setVisible(by_hand)
        self.copy.setVisible(by_hand)
        self.bar.setVisible(running)
        self.said.setVisible(running)
        self.go.setVisible(can_add)
        self.go.setEnabled(not running)

    def _sentence(self, *, can_add: bool) -> str:
        if self._error is not None:
            return explain(self._error, current_language())
        if self._entry is None:
            return self.tr("Looking how it can be added…")
        if can_add:
            return self.tr("It is fetched from Playwright: 100 to 200 MB. What needs it is drawn by it from then on.")
        return self.tr("This command adds it. Then render again.")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch()
        for made in (self.close_button, self.copy, self.go):
            foot.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for each in (self.heading, self.words, self.command, self.bar, self.said):
            column.addWidget(each)
        column.addStretch()
        column.addSpacing(GRID)
        column.addLayout(foot)
        self.setMinimumSize(480, 190)


def _entry(name: str) -> Entry | None:
    """The engine of that name; the one that we can add ourselves before any other."""
    found = [each for each in inventory() if each.name == name and each.browser is None]
    return min(found, key=lambda each: not each.can_be_added, default=None)
