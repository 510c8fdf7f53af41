"""Whoever rests on a template or a run in the list sees a picture of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QTreeWidgetItem

from desktop.jobs import Job, Jobs
from desktop.proofs.gallery.run_delegate import ROW
from desktop.proofs.gallery.run_tree import RunTree, run_of
from desktop.proofs.gallery.words import run_name
from desktop.proofs.hover import HoverPicture
from renderers.proofs.runs.reading import kept_run
from templates.errors import MailwrightError
from templates.workspace import Workspace

REST_MS = 180  # of the pointer


class RunHover(QObject):
    """Follows the pointer over the list."""

    def __init__(self, tree: RunTree, workspace: Workspace, jobs: Jobs) -> None:
        super().__init__(tree)
        self._tree, self._workspace, self._jobs = tree, workspace, jobs
        self.popup = HoverPicture(jobs, tree)
        self._item: QTreeWidgetItem | None = None
        self._caption, self._at = "", QRect()
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look)
        tree.itemEntered.connect(self._entered)
        tree.viewportEntered.connect(self.leave)
        tree.model().modelAboutToBeReset.connect(self.leave)
        tree.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave it, scroll, press: the picture goes; while it is there no tip covers it."""
        if event.type() in {QEvent.Type.Leave, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.Hide}:
            self.leave()
        return event.type() == QEvent.Type.ToolTip and self.popup.isVisible()

    def leave(self) -> None:
        """Nobody looks any more."""
        self._item = None
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.popup.hide()

    def _entered(self, item: QTreeWidgetItem) -> None:
        was_shown = self.popup.isVisible()
        self.leave()
        self._item = item
        self._rest.start(0 if was_shown else REST_MS)  # from one row to the next without waiting

    def _look(self) -> None:
        facts = run_of(self._item.data(0, ROW)) if self._item is not None else None
        if self._item is None or facts is None or not facts.taken:
            return
        inside = self._tree.visualItemRect(self._item)
        self._at = QRect(self._tree.viewport().mapToGlobal(inside.topLeft()), inside.size())
        self._caption = run_name(facts)
        workspace, run_id = self._workspace, facts.run.id
        self._job = self._jobs.run(self.tr("Reading the picture"), lambda job: _first(workspace, run_id), quiet=True)
        self._job.succeeded.connect(self._found)

    def _found(self, path: object) -> None:
        self._job = None
        if isinstance(path, Path):
            self.popup.show_picture(path, self._caption, self._at)


def _first(workspace: Workspace, run_id: str) -> Path | None:
    """The first picture of a run; a workspace that does not answer has none."""
    try:
        shots = kept_run(workspace, run_id).shots
    except MailwrightError:
        return None
    return next((kept.picture for kept in shots if kept.picture is not None), None)
