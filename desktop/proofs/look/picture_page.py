"""One picture at any size: who shows it and how true that is above it, how it is shown below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.history.empty_state import EmptyState
from desktop.editor.inspector.elided import ElidedLabel
from desktop.errors import advice, what
from desktop.icons import icon
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.proofs.look.device import device_of
from desktop.proofs.look.looked import Looked
from desktop.proofs.look.picture_head import PictureHead
from desktop.proofs.look.picture_view import PictureView
from desktop.proofs.look.raster import Raster, read_raster
from desktop.proofs.look.sharpener import Sharpener
from desktop.proofs.look.words import missing_names, missing_words
from desktop.proofs.look.zoom_bar import ZoomBar
from desktop.widgets import GRID, IconLabel, Translated, action_button, styled
from renderers.render.cache import PictureCache
from templates.errors import MailwrightError
from templates.workspace import Workspace

_BLINK_MS = 150
"""So long picture and name from before stay while the next one is read: flipping through them does not flicker."""


class PicturePage(Translated, QWidget):
    """Shows one picture; ``head`` emits what is wanted."""

    def __init__(self, jobs: Jobs, workspace: Workspace | None, cache: PictureCache | None) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._error: MailwrightError | None = None
        self.looked: Looked | None = None
        self._others: tuple[Looked, ...] = ()
        self.head, self.view, self.why, self.zoom = PictureHead(), PictureView(), EmptyState(), ZoomBar()
        self.missing = ElidedLabel("warning")
        self.sharpener = Sharpener(self.view, jobs, workspace, cache)
        self.zoom.follow(self.view)
        self.framed = QAction(self, checkable=True, checked=True)
        self.framed.toggled.connect(self._frame)
        self._pages, self._foot, self._lost = QStackedWidget(), styled(QWidget(), "foot"), styled(QWidget(), "bar")
        self._blink = QTimer(self, singleShot=True, interval=_BLINK_MS)
        self._blink.timeout.connect(self._clear)
        self._lay_out()
        self._retint()
        self.retranslate()

    def show_looked(self, looked: Looked, others: Sequence[Looked]) -> None:
        """Show another picture, from its top; or why there is none. ``others`` are what it can be compared with."""
        self.stop()
        self.looked, self._others, self._error = looked, tuple(others), looked.error
        self.sharpener.look_at(None)
        self._read(looked)
        if looked.picture is None or self.view.raster is None:
            self._announce(None)

    def stop(self) -> None:
        """Nobody waits for the picture any more."""
        self.sharpener.stop()
        self._blink.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @property
    def is_reading(self) -> bool:
        """Whether the picture is still on its way from the disk."""
        return self._job is not None

    def focus(self) -> None:
        """Give the picture the keyboard."""
        (self.view if self._pages.currentWidget() is self.view else self.head.back).setFocus()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.framed.setText(self.tr("In its device"))
        self.framed.setToolTip(self.tr("Show the picture in its device, or alone (F)"))
        looked = self.looked
        if looked is not None:
            self.view.setAccessibleName(self.tr("Picture: {name}").format(name=looked.client))
            self.view.setAccessibleDescription(", ".join((*looked.facts, str(looked.truth))))
            self._tell_why(looked)
            self._tell_missing(looked)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._retint()

    def _read(self, looked: Looked) -> None:
        picture, width = looked.picture, looked.width
        if picture is not None:
            read = self.tr("Reading the picture")
            self._job = self._jobs.run(read, lambda job: read_raster(picture, width), quiet=True)
            self._job.succeeded.connect(self._show)
            self._job.failed.connect(self._not_read)
            self._blink.start()

    def _clear(self) -> None:
        self._announce(None)

    def _show(self, raster: object) -> None:
        self._job = None
        self._blink.stop()
        if isinstance(raster, Raster):
            self.sharpener.look_at(self.looked)
            self._announce(raster)

    def _not_read(self, error: object) -> None:
        self._job = None
        self._blink.stop()
        self._error = error if isinstance(error, MailwrightError) else None
        self._announce(None)

    def _announce(self, raster: Raster | None) -> None:
        """Name and picture change together: no picture stands under another one's name."""
        looked = self.looked
        if looked is None:
            return
        self.head.show_looked(looked, self._others)
        self.retranslate()
        there = self._error is None and looked.picture is not None
        self._pages.setCurrentWidget(self.view if there else self.why)
        self._foot.setVisible(there)
        self.view.show_picture(raster, device_of(looked) if raster and self.framed.isChecked() else None)

    def _tell_why(self, looked: Looked) -> None:
        error, language = self._error, current_language()
        if error is None:
            self.why.say("camera", self.tr("Not taken") if looked.given_up else self.tr("Taking the picture…"), "")
        elif error is looked.error:
            self.why.say("triangle-alert", self.tr("No picture, and nothing charged"), looked.why)
        else:
            self.why.say("triangle-alert", what(error, language), advice(error, language))

    def _tell_missing(self, looked: Looked) -> None:
        self.missing.setText(missing_words(looked.missing))
        self.missing.setToolTip("\n".join(missing_names(looked.missing)))
        self._lost.setVisible(bool(looked.missing))

    def _frame(self, framed: bool) -> None:
        if self.looked is not None and self.view.raster is not None:
            self.view.set_device(device_of(self.looked) if framed else None)

    def _retint(self) -> None:
        self.framed.setIcon(icon("monitor-smartphone"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(action_button(self.framed, style=Qt.ToolButtonStyle.ToolButtonTextBesideIcon))
        row.addWidget(self.sharpener, 1)
        row.addWidget(self.zoom)
        said = QHBoxLayout(self._lost)
        said.setContentsMargins(2 * GRID, 4, 2 * GRID, 4)
        said.setSpacing(GRID)
        said.addWidget(IconLabel("image-off", 16, QPalette.ColorRole.PlaceholderText))
        said.addWidget(self.missing, 1)
        self._lost.hide()
        for page in (self.view, self.why):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._lost)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)
