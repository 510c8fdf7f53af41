"""Every save of a document becomes a version in its workspace's history."""

from __future__ import annotations

import platform
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from desktop.disk_watch import DiskWatch
from desktop.document import OpenDocument
from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from templates.ab_versions import FOLDER
from templates.errors import MailwrightError
from templates.locks import user_name
from templates.snapshot import Snapshot, read_sides
from templates.store.versions import Kind, remember_version
from templates.template_folder import TemplateFolder
from templates.workspace import Workspace


@dataclass(frozen=True)
class State:
    """What is to be kept; ``sides`` are those that are different from the files on disk (None: removed)."""

    text: str
    kind: Kind
    name: str = ""
    sides: Mapping[str, str | None] = field(default_factory=dict)


class VersionKeeper(QObject):
    """Keeps the versions of one document, one job after the other.

    The first save brings along what was there before, so that the way back always leads to where this editing began;
    so does a text that somebody else wrote to the file in the meantime.
    """

    kept = Signal()
    """The history has another version or another name."""

    def __init__(self, document: OpenDocument, jobs: Jobs) -> None:
        """Lives as long as its document; ``document.findChild(VersionKeeper)`` finds it."""
        super().__init__(document)
        self._document, self._jobs = document, jobs
        self._waiting: list[State] = []
        self._job: Job | None = None
        self._before: Snapshot | None = None
        self._turn = threading.Lock()
        document.saved.connect(self._saved)
        watch = document.findChild(DiskWatch)
        if isinstance(watch, DiskWatch):
            watch.found.connect(self._found)
        if document.editable:
            self._read_before()

    def keep(self, name: str) -> None:
        """Keep the document as it is now, saved or not, under ``name``."""
        self._enqueue(State(self._document.text, "named", name, self._changed_sides()))

    def keep_unsaved(self, text: str, sides: Mapping[str, str | None]) -> None:
        """Keep work that the user gives up: nobody regrets a wrong click for long."""
        self._enqueue(State(text, "unsaved", "", dict(sides)))

    def close(self) -> None:
        """The document is closed: keep what is given up with it, and what is still waiting."""
        if self._document.editable and not self._document.is_clean:
            self._waiting.append(State(self._document.text, "unsaved", "", self._changed_sides()))
        self._job = None
        self._go_on()

    def _changed_sides(self) -> dict[str, str | None]:
        names = self._document.files.changed_sides()
        return {name: self._document.side(name) for name in names if not name.startswith(FOLDER)}

    def _saved(self) -> None:
        self._enqueue(State(self._document.text, "save"))

    def _found(self, text: str) -> None:
        if self._document.editable:  # else whoever wrote it keeps it
            self._enqueue(State(text, "found"))

    def _enqueue(self, state: State) -> None:
        self._waiting.append(state)
        self._go_on()

    def _read_before(self) -> None:
        document = self._document
        text, folder = document.files.text_on_disk, document.folder
        self._job = self._run(lambda job: Snapshot(text, read_sides(folder)), self._take_before)

    def _take_before(self, before: object) -> None:
        if isinstance(before, Snapshot):
            self._before = before

    def _go_on(self) -> None:
        if self._job is not None or not self._waiting:
            return
        before, states, turn = self._before, tuple(self._waiting), self._turn
        folder, workspace = self._document.folder, self._document.workspace
        self._before = None
        self._waiting.clear()
        self._job = self._run(lambda job: _remember(folder, workspace, before, states, turn), self._remembered)

    def _run(self, work: Callable[[Job], object], then: Callable[[object], None]) -> Job:
        job = self._jobs.run(self.tr("Keeping the history"), work, quiet=True)
        job.succeeded.connect(then)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        return job

    def _remembered(self, _version: object) -> None:
        self.kept.emit()

    def _failed(self, error: MailwrightError) -> None:
        self._document.notified.emit("warning", explain(error, current_language()))

    def _ended(self) -> None:
        self._job = None
        self._go_on()


def _remember(
    folder: TemplateFolder,
    workspace: Workspace,
    before: Snapshot | None,
    states: Iterable[State],
    turn: threading.Lock,
) -> None:
    """Keep states in their order, after what was on disk before the first of them. Raises MailwrightError.

    For a job's thread; ``turn`` lets the jobs of one document wait for each other.
    """
    with turn, workspace.database() as database:
        if before is not None:
            remember_version(database, folder.name, before, author="", kind="found")
        for state in states:
            author = "" if state.kind == "found" else f"{user_name()}@{platform.node()}"
            sides = {name: side for name, side in {**read_sides(folder), **state.sides}.items() if side is not None}
            snapshot = Snapshot(state.text, sides)
            remember_version(database, folder.name, snapshot, author=author, kind=state.kind, name=state.name)
