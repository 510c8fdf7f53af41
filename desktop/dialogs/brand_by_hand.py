"""A brand for a company without a site: a name, a colour, a logo. The rest is derived or drawn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QColor, QRegularExpressionValidator
from PySide6.QtWidgets import QColorDialog, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from desktop.dialogs.brand_dialog import BrandDialog, field
from desktop.dialogs.starter_choice import StarterChoice
from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.panels.brand_panel.logo_work import DrawnLogo, taking
from desktop.panels.swatches import LogoPicture, PaletteStrip, Swatch
from desktop.widgets import GRID, IconButton, label
from templates.brand.by_hand import brand_by_hand
from templates.brand.colours.brand_colours import NEUTRAL, BrandColours
from templates.brand.kit import BrandKit
from templates.errors import MailwrightError

_HEX = QRegularExpression("#?[0-9a-fA-F]{0,6}")


class BrandByHandDialog(BrandDialog):
    """Asks for what a brand needs at least."""

    made = Signal(object, tuple)
    """The BrandKit, and the languages in which its templates are wanted."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None, *, with_starters: bool = True) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._with_starters = with_starters
        self._job: Job | None = None
        self._look: Job | None = None
        self._captions = [label("caption") for _ in range(4)]
        self.name, self.colour, self.site, self.logo = QLineEdit(), QLineEdit(NEUTRAL), QLineEdit(), QLineEdit()
        self.colour.setValidator(QRegularExpressionValidator(_HEX, self))
        self.swatch, self._browse = Swatch(), IconButton("folder-open")
        self.picture, self.strip, self.starters = LogoPicture(), PaletteStrip(), StarterChoice()
        self.picture.hide()
        self.swatch.clicked.connect(self._choose_colour)
        self._browse.clicked.connect(self._choose_logo)
        self.logo.textChanged.connect(self._logo_named)
        for edit in (self.name, self.colour):
            edit.textChanged.connect(self._check)
        self._lay_out()
        self.retranslate()
        self.name.setFocus()

    @property
    def colour_value(self) -> str:
        """The colour, or "" while it is none."""
        text = self.colour.text().strip().lower()
        text = text if text.startswith("#") else f"#{text}"
        return text if len(text) in {4, 7} and QColor.isValidColorName(text) else ""

    def choose_logo(self, path: str) -> None:
        """Take the logo from this file."""
        self.logo.setText(path)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("New brand by hand"))
        self.title.setText(self.tr("A brand in a minute"))
        self.about.setText(self.tr("Everything else is derived from these and can be changed later."))
        texts = (self.tr("Company name"), self.tr("Dominant colour"), self.tr("Website"), self.tr("Logo"))
        edits = (self.name, self.colour, self.site, self.logo)
        for caption, edit, text in zip(self._captions, edits, texts, strict=True):
            caption.setText(text)
            edit.setAccessibleName(text)
        self.site.setPlaceholderText("https://")
        self.logo.setPlaceholderText(self.tr("Without one the name is set in type"))
        self.swatch.setToolTip(self.tr("Choose a colour…"))
        self.swatch.setAccessibleName(self.tr("Choose a colour…"))
        self._browse.name(self.tr("Choose file…"))
        self.go.setText(self.tr("Create the brand") if self._with_starters else self.tr("Continue"))
        self._check()

    def accept(self) -> None:
        """Make the kit, which draws the logo; what is wrong with it is said here."""
        path, name, colour = self.logo.text().strip(), self.name.text(), self.colour_value
        site = self.site.text().strip()
        self.tell("")
        self._job = self._jobs.run(
            self.tr("Making the brand"),
            lambda job: brand_by_hand(name, colour, Path(path) if path else "", site=site),
            quiet=True,
        )
        self._job.succeeded.connect(self._kit_made)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self._check()

    def done(self, result: int) -> None:
        """However it is closed: stop the work that nobody waits for any more."""
        for job in (self._job, self._look):
            if job is not None:
                job.cancel()
        super().done(result)

    def _kit_made(self, kit: object) -> None:
        if isinstance(kit, BrandKit):
            self.made.emit(kit, self.starters.languages)
            super().accept()

    def _failed(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self.tell(explain(error, current_language()))

    def _ended(self) -> None:
        self._job = None
        self._check()

    def _check(self) -> None:
        colour = self.colour_value
        if colour:
            self.swatch.show_colour(colour)
            self.strip.show_colours(BrandColours(colour))
        self.go.setEnabled(bool(self.name.text().strip() and colour) and self._job is None)

    def _logo_named(self) -> None:
        """Show the logo as mails would; what is no picture is told when the brand is made."""
        path = self.logo.text().strip()
        self.tell("")
        if self._look is not None:
            self._look.cancel()
            self._look = None
        self.picture.show_png(b"")
        self.picture.setVisible(bool(path) and Path(path).is_file())
        if self.picture.isVisibleTo(self):
            self._look = self._jobs.run(self.tr("Logo"), taking(path, self.colour_value or NEUTRAL), quiet=True)
            self._look.succeeded.connect(self._logo_drawn)

    def _logo_drawn(self, logo: object) -> None:
        self._look = None
        if isinstance(logo, DrawnLogo):
            self.picture.show_png(logo.light)

    def _choose_logo(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose file…"))
        dialog.setNameFilter(self.tr("Pictures") + " (*.svg *.png *.jpg *.jpeg *.webp *.gif *.ico)")
        dialog.fileSelected.connect(self.choose_logo)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_colour(self) -> None:
        dialog = QColorDialog(QColor(self.colour_value or NEUTRAL), self)
        dialog.colorSelected.connect(self._colour_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _colour_chosen(self, colour: QColor) -> None:
        self.colour.setText(colour.name())

    def _lay_out(self) -> None:
        colour, logo = QHBoxLayout(), QHBoxLayout()
        colour.setSpacing(GRID)
        colour.addWidget(self.swatch)
        colour.addWidget(self.colour, 1)
        logo.setSpacing(4)
        logo.addWidget(self.logo, 1)
        logo.addWidget(self._browse)
        both = QHBoxLayout()
        both.setSpacing(2 * GRID)
        both.addLayout(field(self._captions[0], self.name), 3)
        both.addLayout(field(self._captions[1], colour), 2)
        self.middle.addLayout(both)
        self.middle.addWidget(self.strip)
        self.middle.addLayout(field(self._captions[3], logo))
        self.middle.addWidget(self.picture)
        self.middle.addLayout(field(self._captions[2], self.site))
        self.middle.addWidget(self.starters)
        self.starters.setVisible(self._with_starters)
        for caption, edit in zip(self._captions, (self.name, self.colour, self.site, self.logo), strict=True):
            caption.setBuddy(edit)
        self.setMinimumWidth(520)
