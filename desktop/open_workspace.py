"""The workspace that the window shows, and what can be done with it. Every verb is a job; signals tell the outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job, Jobs
from desktop.models.card import cards_of
from desktop.models.template_model import TemplateModel
from desktop.open_brands import OpenBrands
from desktop.pictures import Thumbnail, contact_sheet, thumbnails
from desktop.web.mail import ShownMail, build_mail
from renderers.render.cache import PictureCache
from templates.delivery.export import JINJA, Exported, export_zip
from templates.errors import MailwrightError
from templates.workspace import Workspace


class OpenWorkspace(OpenBrands):
    """One open workspace. ``model`` holds its templates, ``brand`` the brand as stored (None until it is read)."""

    listed = Signal()
    mail_built = Signal(object)
    mail_failed = Signal(str, object)
    exported = Signal(object)
    sheet_made = Signal(Path)

    def __init__(
        self, workspace: Workspace, jobs: Jobs, make_cache: Callable[[], PictureCache], parent: QObject
    ) -> None:
        super().__init__(workspace, jobs, parent)
        self.model = TemplateModel(self)
        self._make_cache = make_cache
        self._pictures: Job | None = None
        self._build: Job | None = None

    # Templates and their pictures

    def read(self) -> None:
        """List the templates and read the brands, then make the pictures."""
        self.read_brands()
        cards = self.jobs.run(self.tr("Reading the workspace"), lambda job: cards_of(self.workspace), quiet=True)
        cards.succeeded.connect(self._cards_read)
        cards.failed.connect(self.failed)

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

    def export(
        self, path: Path, names: Sequence[str] = (), *, dialect: str = JINJA, form: str = "", accept: bool = False
    ) -> None:
        """Write templates (all when none is named) to a zip, in a dialect."""

        def work(job: Job) -> Exported:
            return export_zip(
                self.workspace,
                path,
                names,
                dialect=dialect,
                form=form,
                accept=accept,
                on_progress=job.advance,
            )

        job = self.jobs.run(self.tr("Exporting"), work)
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


def _built(workspace: Workspace, name: str, data_set: str) -> ShownMail | tuple[str, MailwrightError]:
    """An error is a value here, because the canvas must know whose it is."""
    try:
        return build_mail(workspace, name, data_set)
    except MailwrightError as error:
        return name, error
