"""Takes the pictures of blocks and modules for one panel: only what is missing, one job at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.document import OpenDocument
from desktop.editor.part_pictures import Part, PartPicture, part_pictures
from desktop.jobs import Job, Jobs
from desktop.sample_data import SIDE
from renderers.render.cache import PictureCache
from templates.compile.context import unwrap
from templates.errors import MailwrightError
from templates.files import storage_errors

Look = tuple[str, str, int, str]  # workspace, brand, when the brand was written, language


class PartStudio(QObject):
    """Pictures in the look of a document's brand. Lives on the GUI thread."""

    taken = Signal(str, QImage)
    """The key of a part, and its picture."""
    look_changed = Signal()
    """Pictures taken so far show another brand."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.make_cache: Callable[[], PictureCache] = PictureCache
        """Where pictures that were taken before are looked up."""
        self._jobs = jobs
        self._look: Look | None = None
        self._done: set[str] = set()
        self._job: Job | None = None
        self._asked: tuple[OpenDocument, Sequence[Part]] | None = None  # while a job is under way

    def take(self, document: OpenDocument, parts: Sequence[Part]) -> None:
        """Take a picture of each part that has none yet in this document's look."""
        look = _look_of(document)
        if look != self._look:
            self.stop()
            self._look, self._done = look, set()
            self.look_changed.emit()
        wanted = [part for part in parts if part.key not in self._done]
        self._asked = (document, parts) if self._job is not None else None
        if look is None or not wanted or self._job is not None:
            return
        self._done |= {part.key for part in wanted}  # one that fails is not tried again and again
        work = part_pictures(document.workspace, look[1], look[3], wanted, self.make_cache)
        job = self._jobs.run_async(self.tr("Making the pictures"), work, quiet=True)
        job.reported.connect(self._reported)
        job.ended.connect(self._ended)
        self._job = job

    def stop(self) -> None:
        """Take no more of them."""
        self._asked = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _reported(self, part: object) -> None:
        if isinstance(part, PartPicture) and self.sender() is self._job:
            self.taken.emit(part.key, QImage.fromData(part.picture))

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            if self._asked is not None:
                self.take(*self._asked)


def data_of(document: OpenDocument | None) -> dict[str, Any]:
    """The document's usual data; empty where it is none."""
    try:
        data = json.loads((document.side(SIDE) if document else None) or "{}")
        unwrap(data)
    except (ValueError, RecursionError, MailwrightError):
        return {}
    return dict(data)


def brand_of(document: OpenDocument) -> str:
    """The folder name of the document's brand. Raises InputError when ``template.toml`` is damaged."""
    return document.meta.brand or document.workspace.settings.brand


def language_of(document: OpenDocument | None) -> str:
    """The language of a document, English when it does not say."""
    try:
        return document.meta.language if document else "en"
    except MailwrightError:
        return "en"


def _look_of(document: OpenDocument) -> Look | None:
    """What the pictures depend on; None where the brand cannot be read, and so has no look."""
    try:
        slug = brand_of(document)
        path = document.workspace.brand_folder(slug) / "brand.toml"
        with storage_errors(path):
            written = path.stat().st_mtime_ns
    except MailwrightError:
        return None
    return str(document.workspace.root), slug, written, language_of(document)
