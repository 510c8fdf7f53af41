"""The workspace that the window shows, and what can be done with it. Every verb is a job; signals tell the outcome."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.brand_history import BrandSnapshot
from desktop.jobs import Job, Jobs
from desktop.models.card import cards_of
from desktop.models.template_model import TemplateModel
from desktop.pictures import Thumbnail, contact_sheet, thumbnails
from desktop.web.mail import ShownMail, build_mail
from renderers.render.cache import PictureCache
from templates.brand.store import StoredBrand, load_brand, update_brand
from templates.delivery.export import export_zip
from templates.errors import MailwrightError
from templates.generate import remake_brand
from templates.locks import writing
from templates.workspace import Workspace


class OpenWorkspace(QObject):
    """One open workspace. ``model`` holds its templates, ``brand`` the brand as stored (None until it is read)."""

    listed = Signal()
    brand_read = Signal(object)
    brand_updated = Signal(object)
    """The names of the parts that were kept because they were edited by hand."""
    mail_built = Signal(object)
    mail_failed = Signal(str, object)
    exported = Signal(object)
    sheet_made = Signal(Path)
    failed = Signal(object)
    history_changed = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, make_cache: Callable[[], PictureCache], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.model = TemplateModel(self)
        self.brand: StoredBrand | None = None
        self.jobs = jobs
        self._make_cache = make_cache
        self._history: list[BrandSnapshot] = []
        self._pictures: Job | None = None
        self._build: Job | None = None

    # Templates and their pictures

    def read(self) -> None:
        """List the templates and read the brand, then make the pictures."""
        cards = self.jobs.run(self.tr("Reading the workspace"), lambda job: cards_of(self.workspace), quiet=True)
        cards.succeeded.connect(self._cards_read)
        cards.failed.connect(self.failed)
        self._read_brand()

    def make_pictures(self) -> None:
        """Make every thumbnail anew; those that did not change come from the cache."""
        if self._pictures is not None:
            self._pictures.cancel()
        self.model.expect_pictures()
        work = thumbnails(self.workspace, self.model.names(), self._make_cache())
        job = self.jobs.run_async(self.tr("Making the pictures"), work)
        job.reported.connect(self._picture_made)
        job.failed.connect(self.failed)
        job.ended.connect(self._pictures_ended)
        self._pictures = job

    def make_picture(self, name: str) -> None:
        """Make the thumbnail of one template that was changed, beside what else is under way."""
        job = self.jobs.run_async(
            self.tr("Making the pictures"), thumbnails(self.workspace, [name], self._make_cache()), quiet=True
        )
        job.reported.connect(self._picture_made)
        job.failed.connect(self.failed)

    def build_mail(self, name: str, data_set: str) -> None:
        """Build one template for the canvas; an older build that is still under way is dropped."""
        if self._build is not None:
            self._build.cancel()
        job = self.jobs.run(
            self.tr("Building the mail"), lambda job: _built(self.workspace, name, data_set), quiet=True
        )
        job.succeeded.connect(self._mail_built)
        job.ended.connect(self._build_ended)
        self._build = job

    def export(self, path: Path) -> None:
        """Write all templates to a zip."""
        job = self.jobs.run(self.tr("Exporting"), lambda job: export_zip(self.workspace, path, on_progress=job.advance))
        job.succeeded.connect(self.exported)
        job.failed.connect(self.failed)

    def make_sheet(self) -> None:
        """Take every picture and write the contact sheet."""
        job = self.jobs.run_async(
            self.tr("Making the contact sheet"), contact_sheet(self.workspace, self._make_cache())
        )
        job.succeeded.connect(self.sheet_made)
        job.failed.connect(self.failed)

    def close(self) -> None:
        """Stop what is under way."""
        for job in (self._pictures, self._build):
            if job is not None:
                job.cancel()

    # The brand

    @property
    def brand_slug(self) -> str:
        """The folder name of the brand that the panel shows; "" when the workspace has none."""
        brands = self.workspace.brands()
        default = self.workspace.settings.brand
        return default if default in brands else next(iter(brands), "")

    @property
    def can_undo(self) -> bool:
        """Whether an update of the brand can be taken back."""
        return bool(self._history)

    def update_brand(self, changes: Mapping[str, Any]) -> None:
        """Change the brand's values and make what follows from them; every template follows at its next build."""
        folder, slug, workspace = self._brand_folder(), self.brand_slug, self.workspace

        def work(job: Job) -> tuple[BrandSnapshot, list[str]]:
            with writing(workspace.lock(folder)):
                snapshot = BrandSnapshot.take(folder)
                try:
                    update_brand(folder, **changes)
                    return snapshot, remake_brand(workspace, slug)
                except MailwrightError:
                    snapshot.restore()
                    raise

        job = self.jobs.run(self.tr("Updating the brand"), work)
        job.succeeded.connect(self._brand_changed)
        job.failed.connect(self.failed)

    def undo_brand(self) -> None:
        """Take the last update back."""
        snapshot, slug, workspace = self._history.pop(), self.brand_slug, self.workspace
        folder = self._brand_folder()
        self.history_changed.emit()

        def work(job: Job) -> tuple[None, list[str]]:
            with writing(workspace.lock(folder)):
                snapshot.restore()
                return None, remake_brand(workspace, slug)

        job = self.jobs.run(self.tr("Undoing the update"), work)
        job.succeeded.connect(self._brand_changed)
        job.failed.connect(self.failed)

    def _brand_folder(self) -> Path:
        return self.workspace.brand_folder(self.brand_slug)

    def _read_brand(self) -> None:
        if self.brand_slug:
            folder = self._brand_folder()
            job = self.jobs.run(self.tr("Reading the brand"), lambda job: load_brand(folder), quiet=True)
            job.succeeded.connect(self._brand_loaded)
            job.failed.connect(self.failed)

    # What the jobs say

    def _cards_read(self, cards: object) -> None:
        if isinstance(cards, list):
            self.model.set_cards(cards)
            self.listed.emit()
            self.make_pictures()

    def _picture_made(self, thumbnail: object) -> None:
        if isinstance(thumbnail, Thumbnail):
            self.model.take(thumbnail)

    def _pictures_ended(self) -> None:
        if self.sender() is self._pictures:
            self._pictures = None

    def _build_ended(self) -> None:
        if self.sender() is self._build:
            self._build = None

    def _mail_built(self, outcome: object) -> None:
        if isinstance(outcome, ShownMail):
            self.mail_built.emit(outcome)
        elif isinstance(outcome, tuple):
            self.mail_failed.emit(*outcome)

    def _brand_loaded(self, brand: object) -> None:
        if isinstance(brand, StoredBrand):
            self.brand = brand
            self.brand_read.emit(brand)

    def _brand_changed(self, outcome: object) -> None:
        if isinstance(outcome, tuple):
            snapshot, kept = outcome
            if snapshot is not None:
                self._history.append(snapshot)
            self.history_changed.emit()
            self.brand_updated.emit(kept)
            self._read_brand()
            self.make_pictures()


def _built(workspace: Workspace, name: str, data_set: str) -> ShownMail | tuple[str, MailwrightError]:
    """An error is a value here, because the canvas must know whose it is."""
    try:
        return build_mail(workspace, name, data_set)
    except MailwrightError as error:
        return name, error
