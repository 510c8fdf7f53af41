"""The right end of the status bar: what is under way, how far it is, and Cancel."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.jobs import Job, Jobs
from desktop.widgets import GRID, IconButton, Translated, label


class JobStrip(Translated, QWidget):
    """Follows the oldest job that is under way; hidden when there is none."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self.text = label("muted")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(160)
        self.cancel = IconButton("x", size=16)
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GRID, 0)
        row.setSpacing(GRID)
        row.addStretch()
        for each in (self.text, self.bar, self.cancel):
            row.addWidget(each)
        jobs.changed.connect(self._follow)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.cancel.name(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("Progress"))

    def _follow(self) -> None:
        loud = [job for job in self._jobs.running if not job.quiet]
        job = loud[0] if loud else None
        if job is not self._job and job is not None:
            self.text.setText(job.label)
            self.bar.setRange(0, 0)
            job.progressed.connect(self._progress)
            self.cancel.setEnabled(True)
        self._job = job
        self.setVisible(job is not None)

    def _progress(self, done: int, total: int, what: str) -> None:
        job = self.sender()
        if job is not self._job or not isinstance(job, Job):
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.text.setText(self.tr("{what}: {done} of {total}").format(what=job.label, done=done, total=total))

    def _cancel(self) -> None:
        if self._job is not None:
            self.cancel.setEnabled(False)
            self._job.cancel()
