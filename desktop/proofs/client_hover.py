"""Whoever rests on a client sees its last saved proof of the template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QTreeWidget

from desktop.clients.chooser import CLIENT
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.proofs.hover import HoverPicture
from renderers.clients.profile import profile
from renderers.clients.words import MODE_NAMES, profile_name, translated
from renderers.proofs.proof import Shot
from renderers.proofs.saved import saved_pictures
from templates.errors import MailwrightError
from templates.workspace import Workspace

REST_MS = 180  # of the pointer

ShotOf = Callable[[str], Shot | None]
"""The proof to look at for a client."""


class ClientHover(QObject):
    """Follows the pointer over a list of clients."""

    def __init__(self, tree: QTreeWidget, workspace: Workspace, jobs: Jobs, shot_of: ShotOf) -> None:
        super().__init__(tree)
        self._tree, self._workspace, self._jobs, self._shot_of = tree, workspace, jobs, shot_of
        self.popup = HoverPicture(jobs, tree)
        self._client = ""
        self._at = QRect()
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look)
        tree.setMouseTracking(True)
        tree.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rest on a client, leave it, scroll, press: the popup follows."""
        match event.type():
            case QEvent.Type.MouseMove:
                self._moved(event.position().toPoint())  # type: ignore[attr-defined]  # a QMouseEvent
            case QEvent.Type.ToolTip if self.popup.isVisible():
                return True  # the picture says more, and two popups would cover each other
            case (
                QEvent.Type.Leave
                | QEvent.Type.Wheel
                | QEvent.Type.MouseButtonPress
                | QEvent.Type.WindowDeactivate
                | QEvent.Type.Hide
            ):
                self.leave()
        return False

    @property
    def is_looking(self) -> bool:
        """Whether a picture is about to come."""
        return self._rest.isActive() or self._job is not None

    def leave(self) -> None:
        """Nobody looks any more."""
        self._client = ""
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.popup.hide()

    def _moved(self, at: QPoint) -> None:
        item = self._tree.itemAt(at)
        client = str(item.data(0, CLIENT) or "") if item is not None else ""
        if client == self._client:
            return
        was_shown = self.popup.isVisible()
        self.leave()
        self._client = client
        if item is None or not client:
            return
        inside = self._tree.visualItemRect(item)
        self._at = QRect(self._tree.viewport().mapToGlobal(inside.topLeft()), inside.size())
        self._rest.start(0 if was_shown else REST_MS)  # from one client to the next without waiting

    def _look(self) -> None:
        shot, workspace = self._shot_of(self._client), self._workspace
        if shot is None:
            return
        self._job = self._jobs.run(self.tr("Reading a picture"), lambda job: _saved(workspace, shot), quiet=True)
        self._job.succeeded.connect(self._found)

    def _found(self, path: object) -> None:
        self._job = None
        shot = self._shot_of(self._client) if self._client else None
        if shot is not None and isinstance(path, Path):
            language = current_language()
            name, mode = profile_name(profile(shot.profile), language), translated(MODE_NAMES[shot.mode], language)
            self.popup.show_picture(
                path, self.tr("{client}, {mode}: last time").format(client=name, mode=mode), self._at
            )


def _saved(workspace: Workspace, shot: Shot) -> Path | None:
    """The picture of then; a workspace that does not answer has none."""
    try:
        found = saved_pictures(workspace, [shot.template], shot.view, data_set=shot.data_set, segment=shot.segment)
    except MailwrightError:
        return None
    return found.get(shot.template)
