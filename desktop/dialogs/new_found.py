"""Second page of New from a domain: the brand that was found, and where its templates go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.dialogs.starter_choice import StarterChoice
from desktop.jobs import Job, Jobs
from desktop.new_workspace import free_folder, usual_folder
from desktop.panels.brand_panel.colour_field import ColourField
from desktop.panels.brand_panel.logo_work import picturing
from desktop.panels.brand_panel.text_fields import AddressField, TextField
from desktop.panels.swatches import LogoPicture, PaletteStrip
from desktop.widgets import GRID, IconButton, Translated, label, styled
from templates.brand.corrected import corrected
from templates.brand.kit import BrandKit
from templates.brand.texts.networks import NETWORKS
from templates.generate import slug_of

FIRST_NETWORKS = ("facebook", "x", "linkedin")


class FoundPage(Translated, QWidget):
    """The six fields of the generator, to be corrected at once; everything else later in the brand panel."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, with_folder: bool = True) -> None:
        super().__init__(parent)
        self._with_folder, self.starters = with_folder, StarterChoice()
        self._kit: BrandKit | None = None
        self._look: Job | None = None
        self.suggested: Path | None = None
        self._title, self._site = label("heading"), label("muted")
        self.logo, self.strip = LogoPicture(), PaletteStrip()
        self.no_logo = label("warning", wrap=True)
        self.name, self.colour = TextField(needed=True), ColourField()
        self.networks = {network: AddressField() for network in FIRST_NETWORKS}
        self._language_title, self._folder_title = label("caption"), label("caption")
        self.languages, self.folder = QComboBox(), QLineEdit()
        self._browse = IconButton("folder-open")
        self._browse.clicked.connect(self._choose)
        for choice in ("en fr", "en", "fr"):
            self.languages.addItem("", choice)
        self._language_title.setBuddy(self.languages)
        self._folder_title.setBuddy(self.folder)
        for field in (self.name, self.colour, *self.networks.values()):
            field.edited.connect(self._edited)
        self.folder.textChanged.connect(self.changed)
        self._lay_out()
        self.retranslate()

    def show_kit(self, kit: BrandKit, jobs: Jobs) -> None:
        """Show what was found; the logo, which is a stranger's picture, is drawn in a job."""
        self._kit = kit
        self._site.setText(kit.site.partition("://")[2] or kit.site)
        file = kit.logo_files.get("wide") or kit.logo_files.get("square")
        self.logo.show_png(b"")
        if self._look is not None:
            self._look.cancel()
        self._look = jobs.run(self.tr("Logo"), picturing(file.data if file else b""), quiet=True)
        self._look.succeeded.connect(self._logo_drawn)
        self.logo.setVisible(file is not None)
        self.no_logo.setVisible(file is None)
        self.name.show_value(kit.name, kit.candidates.get("name", ()))
        self.colour.show_value(kit.primary, kit.candidates.get("primary", ()))
        for network, field in self.networks.items():
            field.show_value(kit.socials.get(network, ""), kit.candidates.get(f"socials.{network}", ()))
        self.folder.setText(str(self.suggested or free_folder(usual_folder(), slug_of(kit))))

    def _logo_drawn(self, png: object) -> None:
        if isinstance(png, bytes):
            self.logo.show_png(png)

    @property
    def kit(self) -> BrandKit | None:
        """The kit with what was corrected."""
        if self._kit is None:
            return None
        profiles = {network: field.value for network, field in self.networks.items()}
        return corrected(self._kit, {"name": self.name.value, "primary": self.colour.value, **profiles})

    @property
    def folder_value(self) -> Path:
        """Where the workspace goes."""
        return Path(self.folder.text().strip()).expanduser()

    @property
    def languages_value(self) -> tuple[str, ...]:
        """In which languages the templates are made; () for none."""
        if not self._with_folder:
            return self.starters.languages
        return tuple(str(self.languages.currentData()).split())

    @property
    def is_ready(self) -> bool:
        """Whether the workspace can be made."""
        valid = all(field.is_valid for field in (self.name, self.colour, *self.networks.values()))
        return valid and bool(self.folder.text().strip() or not self._with_folder)

    def retranslate(self) -> None:
        """Set every text anew."""
        self._title.setText(self.tr("This was found"))
        self.no_logo.setText(self.tr("No logo was found: the name is set in type. You can choose a file later."))
        self.name.set_title(self.tr("Company name"))
        self.colour.set_title(self.tr("Dominant colour"))
        for network, field in self.networks.items():
            field.set_title(NETWORKS[network])
        self._language_title.setText(self.tr("Languages"))
        self.languages.setItemText(0, self.tr("English and French"))
        self.languages.setItemText(1, self.tr("English only"))
        self.languages.setItemText(2, self.tr("French only"))
        self.languages.setAccessibleName(self.tr("Languages"))
        self._folder_title.setText(self.tr("Folder of the new workspace"))
        self.folder.setAccessibleName(self.tr("Folder of the new workspace"))
        self._browse.name(self.tr("Choose folder…"))

    def _edited(self) -> None:
        if self.colour.is_valid and self._kit is not None:
            self.strip.show_colours(replace(self._kit.colours, primary=self.colour.value))
        self.changed.emit()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose folder…"), str(self.folder_value.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.choose_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_folder(self, chosen: str) -> None:
        """An empty folder is taken as it is; in one that is in use a new one is made."""
        folder = Path(chosen)
        in_use = folder.exists() and any(folder.iterdir())
        name = slug_of(self.kit) if self.kit else "workspace"
        self.folder.setText(str(free_folder(folder, name) if in_use else folder))

    def _lay_out(self) -> None:
        card = styled(QFrame(), "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.logo, 0, 0, 1, 2)
        grid.addWidget(self.no_logo, 1, 0, 1, 2)
        for place, field in enumerate((self.name, self.colour)):
            grid.addWidget(field, 2, place, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.strip, 3, 0, 1, 2)
        profiles = QHBoxLayout()
        profiles.setSpacing(2 * GRID)
        for field in self.networks.values():
            profiles.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(profiles, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.folder, 1)
        row.addWidget(self._browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._site)
        column.addSpacing(GRID)
        column.addWidget(card)
        column.addSpacing(GRID)
        column.addWidget(self._language_title)
        column.addWidget(self.languages)
        column.addSpacing(GRID)
        column.addWidget(self._folder_title)
        column.addLayout(row)
        column.addWidget(self.starters)
        column.addStretch()
        self.starters.setVisible(not self._with_folder)
        own: tuple[QWidget, ...] = (self._language_title, self.languages, self._folder_title, self.folder, self._browse)
        for each in own:
            each.setVisible(self._with_folder)
