"""The pictures in a strip of logos: drawn from what is kept beside the brand, fetched only when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.jobs import Job, Jobs
from desktop.panels.brand_panel.logo_work import Candidates, drawing, fetching
from desktop.panels.brand_panel.strip import CandidateStrip
from templates.brand.evidence import Candidate
from templates.brand.logos.candidate_files import can_fetch


class CandidatePictures(QObject):
    """Fills one strip."""

    changed = Signal()
    """Pictures came, or are being fetched."""
    failed = Signal(object)
    """A MailwrightError: at least one picture could not be had."""

    def __init__(self, jobs: Jobs, strip: CandidateStrip) -> None:
        super().__init__(strip)
        self._jobs, self._strip = jobs, strip
        self._folder = Path()
        self._values: tuple[str, ...] = ()
        self._pictures: dict[str, QImage] = {}
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether pictures are being read or fetched."""
        return self._job is not None

    @property
    def unseen(self) -> tuple[str, ...]:
        """Candidates without a picture that have an address on the web."""
        return tuple(value for value in self._values if can_fetch(value) and value not in self._pictures)

    def show(self, folder: Path, candidates: Sequence[Candidate]) -> None:
        """Show what is kept of these candidates in a brand's folder."""
        values = tuple(one.value for one in candidates)
        if (folder, values) != (self._folder, self._values):
            self._pictures = {}
        self._folder, self._values = folder, values
        self._cancel()
        if values:
            self._run(self.tr("Reading the logos"), drawing(folder, values), quiet=True)

    def fetch(self) -> None:
        """Fetch what was not seen yet from the site."""
        self._run(self.tr("Fetching the logos"), fetching(self._folder, self.unseen), quiet=False)

    def _run(self, words: str, work: Callable[[Job], object], *, quiet: bool) -> None:
        self._cancel()
        self._job = self._jobs.run(words, work, quiet=quiet)
        self._job.succeeded.connect(self._came)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self._ended)
        self.changed.emit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _came(self, candidates: object) -> None:
        if not isinstance(candidates, Candidates) or self.sender() is not self._job:
            return
        for value, png in candidates.pictures.items():
            self._pictures[value] = QImage.fromData(png)
        self._strip.show_pictures(self._pictures)
        if candidates.failure is not None:
            self.failed.emit(candidates.failure)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.changed.emit()
