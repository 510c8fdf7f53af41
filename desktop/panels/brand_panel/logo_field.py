"""A logo: shown on both grounds, taken from a file, the clipboard, an address, or the candidates of the site."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit

from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.panels.brand_panel.candidate_pictures import CandidatePictures
from desktop.panels.brand_panel.field import Field, offered
from desktop.panels.brand_panel.logo_well import ENDINGS, LogoWell
from desktop.panels.brand_panel.logo_work import DrawnLogo, taking
from desktop.widgets import IconButton, button
from templates.brand.colours.contrast import WHITE
from templates.brand.evidence import Candidate
from templates.brand.logos.candidate_files import can_fetch, is_inline, read_candidate
from templates.brand.logos.logo_file import LogoFile
from templates.brand.store import StoredBrand
from templates.errors import MailwrightError, StorageError

LogoValue = str | bytes | LogoFile | None
Pictures = tuple[QImage | None, QImage | None]
"""For light and for dark grounds."""


class LogoField(Field):
    """Its value is None while the stored logo stays, "" for none of its own, else what ``update_brand`` takes."""

    KIND = "logo"
    drawn = Signal()
    """Another picture is shown."""

    def __init__(self, jobs: Jobs, *, height: int = 76, only_dark: bool = False) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._stored: LogoValue = None
        self._value: LogoValue = None
        self._folder = Path()
        self._in_use, self._fault = "", ""
        self._stored_pictures: Pictures = (None, None)
        self.pictures: Pictures = (None, None)
        self._primary = WHITE
        self.well = LogoWell(height=height, only_dark=only_dark)
        self.address, self.load = QLineEdit(), button(quiet=True)
        icons = ("upload", "clipboard-paste", "link", "rotate-ccw", "x")
        self.choose, self.paste, self.link, self.none, self.stop = (IconButton(name, size=16) for name in icons)
        self.candidates = CandidatePictures(jobs, self.strip)
        self._lay_out()
        self._connect()

    @property
    def value(self) -> LogoValue:
        """What Update takes."""
        return self._value

    @property
    def shown_value(self) -> str:
        """The address or the path of what is shown, as the candidates have it."""
        if self._value is None:
            return self._in_use
        return self._value.reference if isinstance(self._value, LogoFile) else str(self._value or "")

    @property
    def is_busy(self) -> bool:
        """Whether a picture is being fetched or read."""
        return self._job is not None

    def fault(self) -> str:
        """Why the picture cannot be used."""
        return self._fault

    def show_logo(
        self,
        brand: StoredBrand,
        pictures: Pictures,
        in_use: str,
        evidence: Sequence[Candidate],
        *,
        doubted: bool = False,
    ) -> None:
        """Show the stored logo (as it stands on light and on dark), where it came from, and the other candidates."""
        self._folder, self._stored_pictures, self._in_use = brand.folder, pictures, in_use
        self._primary = brand.primary
        self.show_value(None, evidence, doubted=doubted)
        self.candidates.show(brand.folder, offered(evidence))

    def set_value(self, value: LogoValue) -> None:
        """Take another logo: it is read or fetched in a job, and shown when that is done."""
        self._cancel()
        self._fault, self.hint, self._value = "", "", value
        if not value:
            self._show(self._stored_pictures if value is None else (None, None))
            return
        self._job = self._jobs.run(self.tr("Fetching the logo"), taking(value, self._primary), quiet=True)
        self._job.succeeded.connect(self._taken)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self._tell()

    def set_title(self, title: str) -> None:
        """Name every control after the field."""
        super().set_title(title)
        self.well.setAccessibleName(self.tr("{field}: choose, drop or paste a picture").format(field=title))
        self.paste.name(self.tr("{field}: paste a picture or an address").format(field=title))
        self.link.name(self.tr("{field}: take it from an address").format(field=title))
        self.none.name(self.tr("{field}: automatic").format(field=title))
        self.address.setAccessibleName(self.tr("{field}: address").format(field=title))
        self.choose.name(self.tr("{field}: choose a file").format(field=title))
        self.stop.name(self.tr("Stop"))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.well.hint = self.tr("Drop a picture here, paste it, or choose a file")
        self.well.setToolTip(self.tr("Click to choose a file; drop or paste a picture or its address"))
        self.address.setPlaceholderText(self.tr("https://… and Enter"))
        self.load.setText(self.tr("Show pictures from the site"))
        super().retranslate()

    def refresh(self) -> None:
        """What can be done now."""
        super().refresh()
        self.stop.setVisible(self.is_busy)
        self.load.setVisible(bool(self.candidates.unseen) and not self.candidates.is_busy)
        self.none.setEnabled(self._value != "" and bool(self._in_use or self._value))

    def _note(self) -> tuple[str, str, str]:
        if self.is_busy:
            return self.tr("loading…"), "tiny", ""
        return super()._note()

    def _picked(self, candidate: Candidate) -> None:
        """Take the kept original; without one the address, or say why there is nothing to take."""
        kept: LogoFile | None = None
        try:
            kept = read_candidate(self._folder, candidate.value)
        except StorageError as error:
            self._say(explain(error, current_language()))
            return
        if candidate.value == self._in_use and not self._doubted:
            self.set_value(None)
        elif kept is None and is_inline(candidate.value):
            self._say(self.tr("This drawing stands inside the page and was not kept. Read the site again."))
        else:
            self.set_value(kept or candidate.value)

    def _taken(self, drawn: object) -> None:
        if isinstance(drawn, DrawnLogo) and self.sender() is self._job:
            self._value = drawn.value
            self._show((QImage.fromData(drawn.light), QImage.fromData(drawn.dark)))

    def _failed(self, error: MailwrightError) -> None:
        self._fault = explain(error, current_language())
        self._tell()

    def _not_fetched(self, error: MailwrightError) -> None:
        self._say(explain(error, current_language()))

    def _say(self, hint: str) -> None:
        """Tell of something that could not be done; the value stays."""
        self.hint = hint
        self.refresh()

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._tell()

    def _show(self, pictures: Pictures) -> None:
        self.pictures = pictures
        self.well.show_pictures(*pictures)
        self.drawn.emit()
        self._tell()

    def _tell(self) -> None:
        self.refresh()
        self.edited.emit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _stop(self) -> None:
        """Back to what is stored."""
        self.set_value(None)

    def _choose(self) -> None:
        pattern = self.tr("Pictures") + f" (*{' *'.join(ENDINGS)})"
        dialog = QFileDialog(self, self.tr("Choose a logo"), "", pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.set_value)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _paste(self) -> None:
        if not self.well.paste():
            self._say(self.tr("The clipboard holds no picture and no address."))

    def _ask_address(self) -> None:
        self.address.setVisible(self.address.isHidden())
        if not self.address.isHidden():
            self.address.setFocus()

    def _take_address(self) -> None:
        text = self.address.text().strip()
        if can_fetch(text):
            self.address.clear()
            self.address.hide()
            self.set_value(text)
        elif text:
            self._say(self.tr("This is no address. Copy it from the browser, with https://."))

    def _take_none(self) -> None:
        self.set_value("")

    def _connect(self) -> None:
        self.well.opened.connect(self._choose)
        self.well.given.connect(self.set_value)
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self._paste)
        self.link.clicked.connect(self._ask_address)
        self.none.clicked.connect(self._take_none)
        self.stop.clicked.connect(self._stop)
        self.address.returnPressed.connect(self._take_address)
        self.load.clicked.connect(self.candidates.fetch)
        self.candidates.changed.connect(self.refresh)
        self.candidates.failed.connect(self._not_fetched)

    def _lay_out(self) -> None:
        for each in (self.stop, self.choose, self.paste, self.link, self.none):
            each.setObjectName("small")
            each.setFixedSize(24, 22)
            self.head.addWidget(each)
        self.head.setSpacing(2)
        self.body.addWidget(self.well)
        self.body.addWidget(self.address)
        self.address.hide()
        self.column.addWidget(self.load)
