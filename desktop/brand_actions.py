"""What the window does with several brands: the dialogs that ask, and what follows. The actions call these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.brand_reading import ReadAgain, reading_again
from desktop.brand_steps import (
    Step,
    Work,
    adding,
    copying,
    deleting,
    importing,
    making_default,
    moving,
    refreshing,
    renaming,
)
from desktop.dialogs.batch.batch_dialog import BatchDialog
from desktop.dialogs.brand_by_hand import BrandByHandDialog
from desktop.dialogs.brand_differences import BrandDifferencesDialog
from desktop.dialogs.brand_questions import DeleteBrandDialog, RenameBrandDialog, UnappliedDialog
from desktop.dialogs.left_as_is import LeftDialog
from desktop.dialogs.move_templates import MoveTemplatesDialog
from desktop.dialogs.new_brand import NewBrandDialog
from desktop.main_window import MainWindow
from desktop.open_workspace import OpenWorkspace
from desktop.template_following import Following
from desktop.template_verbs import verbs_of
from templates.brand.kit import BrandKit
from templates.brands.archive import SUFFIX, export_brand
from templates.brands.library import BrandEntry
from templates.brands.references import users_of


class BrandActions(QObject):
    """The brands' side of one window; lives as long as it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("brands")
        self._window = window
        self._following = Following(window)
        self._opened: OpenWorkspace | None = None
        self._said = ""
        self._wanted = ""
        self._again: ReadAgain | None = None
        window.brand.switch.chosen.connect(self.switch_to)
        window.state_changed.connect(self._follow)

    # What there is to work with

    @property
    def entry(self) -> BrandEntry | None:
        """The brand that the panel shows."""
        opened = self._window.workspace
        return self._find(opened.shown) if opened is not None else None

    @property
    def others(self) -> list[BrandEntry]:
        """The brands that it does not show."""
        opened = self._window.workspace
        return [one for one in opened.entries if one.slug != opened.shown] if opened is not None else []

    @property
    def can_read_again(self) -> bool:
        """Whether it is known where the shown brand came from."""
        opened = self._window.workspace
        return opened is not None and opened.brand is not None and bool(opened.brand.site)

    # Showing

    def switch_to(self, slug: str) -> UnappliedDialog | None:
        """Show another brand; what was typed in the panel and not applied is asked about first."""
        changes, entry = self._window.brand.changes(), self.entry
        self._wanted = slug
        if not changes or entry is None:
            self._switch()
            return None
        dialog = UnappliedDialog(entry.name, len(changes), self._window)
        dialog.accepted.connect(self._switch)
        dialog.open()
        return dialog

    # Making

    def from_site(self) -> NewBrandDialog | None:
        """Ask for a site, and add the brand that is found there."""
        if self._window.workspace is None:
            return None
        dialog = NewBrandDialog(self._window.jobs, self._window)
        dialog.made.connect(self._add)
        dialog.show()
        return dialog

    def by_hand(self) -> BrandByHandDialog | None:
        """Ask for a name, a colour and a logo."""
        if self._window.workspace is None:
            return None
        dialog = BrandByHandDialog(self._window.jobs, self._window)
        dialog.made.connect(self._add)
        dialog.open()
        return dialog

    def many(self) -> BatchDialog:
        """Set up many companies at once; the dialog stays beside the window."""
        dialog = BatchDialog(self._window.jobs, self._window.workspace, self._window)
        dialog.open_wanted.connect(self._window.open_workspace)
        dialog.show_wanted.connect(self.switch_to)
        dialog.show()
        return dialog

    def copy(self) -> None:
        """Copy the shown brand."""
        if self.entry is not None:
            name = self.tr("{brand} (copy)").format(brand=self.entry.name)
            self._do(self.tr("Copying the brand"), copying(self.entry.slug, name), self.tr("The brand is copied."))

    def choose_import(self) -> None:
        """Ask for an exported brand."""
        dialog = QFileDialog(self._window, self.tr("Import a brand"))
        dialog.setNameFilter(self.tr("Brands") + f" (*{SUFFIX})")
        dialog.fileSelected.connect(self.import_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_file(self, path: Path | str) -> None:
        """Add the brand that this file holds."""
        opened = self._window.workspace
        if opened is not None:
            work = importing(Path(path), opened.brand_slug)
            self._do(self.tr("Importing the brand"), work, self.tr("The brand is imported."))

    def choose_export(self) -> None:
        """Ask where the shown brand goes as one file."""
        opened, entry = self._window.workspace, self.entry
        if opened is None or entry is None:
            return
        suggested = opened.workspace.root.parent / f"{entry.slug}{SUFFIX}"
        dialog = QFileDialog(self._window, self.tr("Export the brand"), str(suggested))
        dialog.setNameFilter(self.tr("Brands") + f" (*{SUFFIX})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(self.export_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_to(self, path: Path | str) -> None:
        """Write the shown brand to this file."""
        opened, entry = self._window.workspace, self.entry
        if opened is None or entry is None:
            return
        workspace, slug, target = opened.workspace, entry.slug, Path(path)
        self._said = self.tr("{brand} is written to {path}").format(brand=entry.name, path=target)
        job = opened.jobs.run(self.tr("Exporting the brand"), lambda job: export_brand(workspace, slug, target))
        job.succeeded.connect(self._exported)
        job.failed.connect(opened.failed)

    # Changing

    def rename(self) -> RenameBrandDialog | None:
        """Ask for another name and folder."""
        opened, entry = self._window.workspace, self.entry
        if opened is None or entry is None:
            return None
        dialog = RenameBrandDialog(opened.workspace, entry, self._window)
        dialog.renamed.connect(self._rename)
        dialog.open()
        return dialog

    def make_default(self) -> None:
        """Let templates that name no brand have the shown one."""
        if self.entry is not None:
            said = self.tr("{brand} is the default brand now.").format(brand=self.entry.name)
            self._do(self.tr("Changing the default brand"), making_default(self.entry.slug), said, everything=True)

    def move_templates(self) -> MoveTemplatesDialog | None:
        """Ask which templates move to the shown brand; those selected in the gallery are proposed."""
        opened, entry = self._window.workspace, self.entry
        if opened is None or entry is None:
            return None
        cards = [card for card in opened.model.cards() if card.name and card.brand != entry.slug and card.error is None]
        brands = {one.slug: one for one in opened.entries}
        names = {card.name for card in cards}
        selected = [name for name in verbs_of(self._window).names if name in names]
        # One that is selected because it is shown is no wish.
        chosen = selected if len(selected) > 1 else []
        dialog = MoveTemplatesDialog(entry, cards, brands, chosen, self._window)
        dialog.wanted.connect(self._move)
        dialog.open()
        return dialog

    def read_again(self) -> None:
        """Read the shown brand's site; then ask what of it to take over."""
        opened, entry = self._window.workspace, self.entry
        if opened is None or opened.brand is None or entry is None:
            return
        work = reading_again(opened.workspace, entry.slug, opened.brand.site)
        job = opened.jobs.run(self.tr("Reading the site"), work)
        job.succeeded.connect(self._ask_differences)
        job.failed.connect(opened.failed)

    def delete(self) -> None:
        """Look who uses the shown brand; then ask whether it goes, and where its templates move."""
        opened, entry = self._window.workspace, self.entry
        if opened is not None and entry is not None:
            workspace, slug = opened.workspace, entry.slug
            label = self.tr("Looking for its templates")
            job = opened.jobs.run(label, lambda job: users_of(workspace, slug), quiet=True)
            job.succeeded.connect(self._ask_delete)
            job.failed.connect(opened.failed)

    def undo(self) -> None:
        """Take the last change of a brand back."""
        opened = self._window.workspace
        if opened is not None and opened.can_undo:
            self._with_closed(self._open_names() if opened.undo_touches_templates else [], opened.undo_brand)

    # Inside

    def _add(self, kit: BrandKit, languages: tuple[str, ...]) -> None:
        opened = self._window.workspace
        if opened is not None:
            work = adding(kit, languages, opened.brand_slug)
            said = self.tr("{brand} is a brand of this workspace now.").format(brand=kit.name)
            self._do(self.tr("Adding the brand"), work, said)

    def _rename(self, name: str, slug: str) -> None:
        if self.entry is not None:
            said = self.tr("The brand is renamed.")
            self._do(self.tr("Renaming the brand"), renaming(self.entry.slug, name, slug), said, everything=True)

    def _move(self, names: list[str]) -> None:
        opened, entry = self._window.workspace, self.entry
        if opened is not None and entry is not None:
            work = moving(names, entry.slug, entry.slug)
            said = self.tr("%n template(s) moved to {brand}.", "", len(names)).format(brand=entry.name)
            self._do(self.tr("Moving the templates"), work, said, names)

    def _ask_delete(self, users: object) -> None:
        if self.entry is not None and isinstance(users, list):
            dialog = DeleteBrandDialog(self.entry, self.others, len(users), self._window)
            dialog.agreed.connect(self._delete)
            dialog.open()

    def _ask_differences(self, again: object) -> None:
        entry = self._find(again.slug) if isinstance(again, ReadAgain) else None
        if entry is not None and isinstance(again, ReadAgain):
            self._again = again
            dialog = BrandDifferencesDialog(entry.name, again.differences, self._window)
            dialog.wanted.connect(self._refresh)
            dialog.open()

    def _refresh(self, fields: list[str]) -> None:
        if self._again is not None:
            work = refreshing(self._again.slug, self._again.kit, fields)
            self._do(self.tr("Updating the brand"), work, self.tr("All templates follow the brand."))

    def _delete(self, move_to: str) -> None:
        if self.entry is not None:
            said = self.tr("The brand {brand} is deleted.").format(brand=self.entry.name)
            work = deleting(self.entry.slug, move_to)
            self._do(self.tr("Deleting the brand"), work, said, everything=bool(move_to))

    def _do(self, label: str, work: Work, said: str, touched: Sequence[str] = (), *, everything: bool = False) -> None:
        """Do ``work`` once the documents that it changes are closed; they open again when it is over."""
        opened = self._window.workspace
        if opened is None:
            return
        self._said = said
        names = [name for name in self._open_names() if everything or name in touched]
        self._with_closed(names, lambda: opened.change_brands(label, work))

    def _with_closed(self, names: Sequence[str], then: Callable[[], object]) -> None:
        """Call ``then`` once these documents are closed; where there are none the window stays as it is."""
        if names:
            self._following.closed(names, then, {name: name for name in names})
        else:
            then()

    def _open_names(self) -> list[str]:
        return [one.document.name for one in self._window.editor.documents.all]

    def _find(self, slug: str) -> BrandEntry | None:
        opened = self._window.workspace
        return next((one for one in opened.entries if one.slug == slug), None) if opened is not None else None

    def _switch(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.show_brand(self._wanted)

    def _follow(self) -> None:
        """Listen to the workspace that is open now."""
        opened = self._window.workspace
        if opened is self._opened:
            return
        self._opened = opened
        if opened is None:
            self._window.brand.switch.show_brands((), "")
            self._window.gallery.brand.set_brands({})
            return
        opened.brands_listed.connect(self._listed)
        opened.brands_changed.connect(self._changed)
        opened.step_undone.connect(self._undone)
        opened.work_ended.connect(self._following.open_again)

    def _listed(self) -> None:
        opened = self._window.workspace
        if opened is not None:
            self._window.brand.switch.show_brands(opened.entries, opened.shown)
            self._window.gallery.brand.set_brands({entry.slug: entry.name for entry in opened.entries})
            for document in self._window.editor.documents.all:
                document.live.refresh()
            self._window.state_changed.emit()

    def _changed(self, step: Step) -> None:
        self._list_anew(step.moved)
        if step.skipped or step.modules:
            LeftDialog(len(step.moved), step.skipped, step.modules, self._window).open()
        else:
            self._window.say(self._said or self.tr("All templates follow the brand."))
        self._said = ""

    def _undone(self, left: tuple[object, ...]) -> None:
        self._list_anew()
        if left:
            LeftDialog(0, left, (), self._window).open()
        else:
            self._window.say(self.tr("The last change of a brand is undone."))

    def _list_anew(self, new: Sequence[str] = ()) -> None:
        library = verbs_of(self._window).library
        if library is not None:
            library.list_anew(new[:1])
        self._window.preview.ask_for(self._window.preview.name)

    def _exported(self) -> None:
        self._window.say(self._said)


def brands_of(window: MainWindow) -> BrandActions:
    """Return the brands' verbs of a window; made when they are asked for first."""
    found = window.findChild(BrandActions, "brands", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, BrandActions) else BrandActions(window)
