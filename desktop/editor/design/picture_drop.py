"""Pictures from the system, dropped into the mail: copied beside the template, shown by an mj-image each."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QObject

from desktop import structure
from desktop.document import OpenDocument
from desktop.editor.design.drop_place import Drop
from desktop.errors import explain
from desktop.jobs import Jobs
from desktop.language import current_language
from templates.errors import MailwrightError
from templates.pictures import CopiedPicture, copy_picture


class PictureDrop(QObject):
    """One drop; lives until its pictures are in the text."""

    def __init__(self, document: OpenDocument, drop: Drop) -> None:
        super().__init__(document)
        self._document, self._drop = document, drop

    def start(self, jobs: Jobs, files: Sequence[Path]) -> None:
        """Copy the files in the background, then insert."""
        workspace, name = self._document.workspace, self._document.name
        job = jobs.run(self.tr("Copying pictures"), lambda job: [copy_picture(workspace, name, file) for file in files])
        job.succeeded.connect(self._insert)
        job.failed.connect(self._tell)
        job.ended.connect(self.deleteLater)

    def _insert(self, copied: list[CopiedPicture]) -> None:
        source = "\n".join(f'<mj-image src="{escape(picture.path)}" alt="" />' for picture in copied)
        structure.insert_block(self._document, source, self._drop.anchor, self._drop.where, origin="drop")

    def _tell(self, error: MailwrightError) -> None:
        self._document.notified.emit("error", explain(error, current_language()))
