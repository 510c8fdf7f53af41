"""A picture: its address, shown small, and a choice among those of the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.editor.data.context import FieldContext
from desktop.editor.data.field import LineField
from desktop.editor.data.picture_choice import PictureChoice
from desktop.editor.inspector.picture_editor import Seen, look_at
from desktop.errors import explain
from desktop.jobs import Job
from desktop.language import current_language
from desktop.widgets import IconButton, styled
from templates.errors import MailwrightError
from templates.pictures import CopiedPicture, copy_picture

_SIDE = 26


class PictureField(LineField):
    """The address is a path of the workspace, or leads to the web."""

    def __init__(self, context: FieldContext) -> None:
        super().__init__("image")
        self._context = context
        self._job: Job | None = None
        self._looked: str | None = None
        self.well = styled(QLabel(), "thumb")
        self.well.setFixedSize(QSize(_SIDE, _SIDE))
        self.well.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open = IconButton("images", size=16)
        self.open.setObjectName("small")
        self.open.clicked.connect(self.choose)
        self.row.insertWidget(0, self.well)
        self.row.addWidget(self.open)
        self.popup: PictureChoice | None = None

    def show_value(self, value: Any, default: str) -> None:
        """Show the address, and the picture as soon as it is read."""
        super().show_value(value, default)
        path = self.line.text().strip()
        if path != self._looked:
            self._looked = path
            self._look(path)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.open.setToolTip(self.tr("Choose a picture…"))
        self.open.setAccessibleName(self.tr("{name}: choose a picture").format(name=self.name))

    def choose(self) -> None:
        """Offer the pictures of the workspace."""
        self.popup = popup = PictureChoice(self._context, self)
        popup.chosen.connect(self._chosen)
        popup.file_wanted.connect(self._choose_file)
        popup.finished.connect(self._popup_closed)
        popup.show_below(self.open)

    def _chosen(self, path: str) -> None:
        self.said.emit(path, False)

    def take_file(self, path: str) -> None:
        """Copy a file into the template's folder, and choose that copy."""
        workspace, name = self._context.document.workspace, self._context.document.name
        words = self.tr("Copying the picture")
        job = self._context.jobs.run(words, lambda job: copy_picture(workspace, name, Path(path)), quiet=True)
        job.succeeded.connect(self._copied)
        job.failed.connect(self._refused)

    def _choose_file(self) -> None:
        pattern = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.gif *.webp *.svg)"
        dialog = QFileDialog(self, self.tr("Choose a picture"), "", pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _copied(self, copied: object) -> None:
        if isinstance(copied, CopiedPicture):
            self._chosen(copied.path)

    def _refused(self, error: MailwrightError) -> None:
        self._context.document.notified.emit("warning", explain(error, current_language()))

    def _popup_closed(self) -> None:
        self.popup = None

    def _look(self, path: str) -> None:
        self.well.setPixmap(QPixmap())
        self.well.setToolTip("")
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not path or ":" in path or "{" in path:
            return
        workspace = self._context.document.workspace
        self._job = self._context.jobs.run(
            self.tr("Reading a picture"), lambda job: look_at(workspace, path), quiet=True
        )
        self._job.succeeded.connect(self._seen)
        self._job.failed.connect(self._failed)

    def _seen(self, seen: object) -> None:
        if isinstance(seen, Seen) and self.sender() is self._job:
            picture = QPixmap()
            picture.loadFromData(seen.small, "PNG")
            ratio = self.devicePixelRatioF()
            side = round((_SIDE - 2) * ratio)
            size = QSize(side, side)
            picture = picture.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
            self.well.setPixmap(picture)
            self.well.setToolTip(f"{seen.facts.width} × {seen.facts.height} px" if seen.facts.width else "")

    def _failed(self, error: MailwrightError) -> None:
        if self.sender() is self._job:
            self.well.setText("?")
            self.well.setToolTip(self.tr("There is no such picture in the workspace."))
