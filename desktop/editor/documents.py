"""The documents that are open, each with its mail; one of them is the current one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from desktop.document import OpenDocument
from desktop.editor.history.guard import guard, let_go
from desktop.jobs import Jobs
from desktop.live import LiveMailer
from templates.workspace import Workspace


@dataclass(frozen=True)
class Opened:
    """A document and what builds its mail."""

    document: OpenDocument
    live: LiveMailer


class Documents(QObject):
    """Opens and closes documents. A template is open once."""

    opened = Signal(object)
    """An Opened that is new in the list, at its end."""
    closed = Signal(int)
    """The place of the one that is gone."""
    edited = Signal(object)
    """A Change of one of them."""
    current_changed = Signal(object)
    """The Opened that is shown now, or None."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.group = QUndoGroup(self)
        self.all: list[Opened] = []
        self.current: Opened | None = None

    def open(self, workspace: Workspace, name: str) -> Opened:
        """Open a template, or go to it when it is open. Raises MailwrightError."""
        found = self.find(name)
        if found is None:
            document = OpenDocument(workspace, name, self)
            guard(document, self._jobs)
            found = Opened(document, LiveMailer(document, self._jobs))
            self.group.addStack(document.stack)
            document.edited.connect(self.edited)
            self.all.append(found)
            self.opened.emit(found)
            found.live.start()
        self.make_current(found)
        return found

    def find(self, name: str) -> Opened | None:
        """Return the open document of that name."""
        return next((one for one in self.all if one.document.name == name), None)

    def make_current(self, opened: Opened | None) -> None:
        """Show this one."""
        if opened is not self.current:
            self.current = opened
            self.group.setActiveStack(opened.document.stack if opened else None)  # type: ignore[arg-type]  # the stubs forget None
            self.current_changed.emit(opened)

    def close(self, opened: Opened) -> None:
        """Close one, whatever is unsaved; its neighbour is shown then."""
        place = self.all.index(opened)
        self.all.remove(opened)
        self.closed.emit(place)
        if opened is self.current:
            self.make_current(self.all[min(place, len(self.all) - 1)] if self.all else None)
        self.group.removeStack(opened.document.stack)
        let_go(opened.document)
        opened.document.close()
        opened.document.deleteLater()

    def close_all(self) -> None:
        """Close every document."""
        for opened in list(self.all):
            self.close(opened)

    @property
    def unsaved(self) -> list[OpenDocument]:
        """The documents with changes that are not on disk."""
        return [one.document for one in self.all if not one.document.is_clean]
