"""What happens to an open document's file behind our back: another editor, a version control, a sync."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.document import OpenDocument
from desktop.jobs import Job, Jobs
from templates.files import files_in, read_text, storage_errors
from templates.template_folder import TemplateFolder

SETTLE_MS = 120  # after the last sign of life, and between two looks that must agree: not every editor writes at once

DiskState = Literal["same", "changed", "deleted"]


@dataclass(frozen=True)
class OnDisk:
    """The text, and the sides that the document has asked for; None where there is no file."""

    text: str | None
    sides: Mapping[str, str | None]


class DiskWatch(QObject):
    """Compares the file on disk with the document, by content. A clean document follows it, as a step to be undone."""

    changed = Signal()
    """``state`` is another."""
    found = Signal(str)
    """A text that somebody else wrote."""

    def __init__(self, document: OpenDocument, jobs: Jobs) -> None:
        """Lives as long as its document; ``document.findChild(DiskWatch)`` finds it."""
        super().__init__(document)
        self.state: DiskState = "same"
        self.disk_text = ""
        """What is on disk while ``state`` is ``changed``."""
        self._document, self._jobs = document, jobs
        self._job: Job | None = None
        self._expected = self._last = self._known()
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.look)
        for signal in (self._watcher.fileChanged, self._watcher.directoryChanged, document.conflict):
            signal.connect(self._stirred)
        document.saved.connect(self._saved)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._application_changed)
        self._watch()

    def look(self) -> None:
        """Read the file; what is found is decided on once two looks agree."""
        if self._job is not None:
            self._timer.start()
            return
        folder, self._expected = self._document.folder, self._known()
        names = tuple(self._expected.sides)
        job = self._jobs.run(self.tr("Looking at the disk"), lambda job: _read(folder, names), quiet=True)
        job.succeeded.connect(self._seen)
        job.ended.connect(self._ended)
        self._job = job

    def reload(self) -> None:
        """Take over what is on disk."""
        if self._document.reload():
            self._set("same")

    def keep_mine(self) -> None:
        """The document stays as it is; the next save writes over what is on disk now."""
        self._document.files.text_on_disk = self.disk_text
        self._document.stack.resetClean()
        self._set("same")

    def save_again(self) -> None:
        """Write a file that was deleted."""
        self._document.save(over=True)

    # Inside

    def _watch(self) -> None:
        """Watch the files, and their folders to see them come back: what is replaced is not watched any more."""
        root = self._document.folder.root
        files = files_in(root, "template.*", "data/*.json", "versions/*")
        wanted = {str(each) for each in (*files, root, root / "data", root / "versions") if each.exists()}
        missing = wanted - {*self._watcher.files(), *self._watcher.directories()}
        if missing:
            self._watcher.addPaths(list(missing))

    def _stirred(self, _path: str = "") -> None:
        self._watch()
        self._timer.start()

    def _application_changed(self, state: Qt.ApplicationState) -> None:
        """Network drives and full tables of watches give no sign; a person who comes back from another program does."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._stirred()

    def _saved(self) -> None:
        self._last = self._known()
        self._set("same")

    def _ended(self) -> None:
        self._job = None

    def _known(self) -> OnDisk:
        files = self._document.files
        return OnDisk(files.text_on_disk, files.known_sides())

    def _seen(self, found: OnDisk) -> None:
        if self._known() != self._expected or found != self._last:
            self._last = found
            self._timer.start()
            return
        self._take_sides(found)
        self._decide(found.text)

    def _take_sides(self, found: OnDisk) -> None:
        """Settings and data follow what is on disk, too; what was changed here stays, and the user is told."""
        known = self._known().sides
        for name, text in found.sides.items():
            if text == known[name]:
                continue
            if self._document.files.take_over(name, text):
                self._document.side_changed.emit(name)
            else:
                said = self.tr("{file} was changed on disk too; saving writes over it.").format(file=name)
                self._document.notified.emit("warning", said)

    def _decide(self, text: str | None) -> None:
        document = self._document
        if text is None:
            document.stack.resetClean()  # what was saved is nowhere but here
            self._set("deleted")
        elif text == document.text:
            document.files.text_on_disk = text
            if not document.files.changed_sides():
                document.stack.setClean()
            self._set("same")
        elif text == document.files.text_on_disk:
            self._set("same")
        elif document.is_clean:
            self.found.emit(text)
            self.reload()
            document.notified.emit("info", self.tr("This template was changed on disk and has been read again."))
        elif (self.state, self.disk_text) != ("changed", text):
            self.found.emit(text)
            self.disk_text = text
            self._set("changed")

    def _set(self, state: DiskState) -> None:
        if state != self.state or state == "changed":
            self.state = state
            self.changed.emit()


def _read(folder: TemplateFolder, sides: Iterable[str]) -> OnDisk:
    """Read the text and these sides. Raises StorageError."""
    return OnDisk(_content(folder.mjml_path), {name: _content(folder.root / name) for name in sides})


def _content(path: Path) -> str | None:
    with storage_errors(path):
        return read_text(path) if path.exists() else None
