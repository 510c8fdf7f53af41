"""New brand from a site: like a new workspace, but into the one that is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.new_dialog import NewDialog
from desktop.dialogs.new_found import FoundPage
from desktop.jobs import Jobs
from templates.brand.kit import BrandKit


class NewBrandDialog(NewDialog):
    """The kit that was found and corrected is handed over; whoever has the workspace open writes it."""

    made = Signal(object, tuple)
    """The BrandKit, and the languages in which its templates are wanted."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent, found=FoundPage(with_folder=False))

    def finish(self, kit: BrandKit) -> None:
        """Hand over what was found and corrected."""
        self.made.emit(kit, self.found.languages_value)
        self.accept()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("New brand from a site"))

    @property
    def _finish_text(self) -> str:
        return self.tr("Create the brand")
