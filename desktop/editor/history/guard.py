"""Everything that watches over an open document, put together: the disk, unsaved work, the history."""

from __future__ import annotations

from desktop.autosave import AutoSave
from desktop.disk_watch import DiskWatch
from desktop.document import OpenDocument
from desktop.editor.history.keeper import VersionKeeper
from desktop.jobs import Jobs


def guard(document: OpenDocument, jobs: Jobs) -> None:
    """Begin to watch over a document that was just opened."""
    DiskWatch(document, jobs)  # first: the others listen to it
    AutoSave(document, jobs)
    VersionKeeper(document, jobs)


def let_go(document: OpenDocument) -> None:
    """The document is about to be closed: what is unsaved was saved or given up."""
    for kind in (VersionKeeper, AutoSave):
        watcher = document.findChild(kind)
        if isinstance(watcher, VersionKeeper | AutoSave):
            watcher.close()
