"""What the window does with segments: the dialog, the contacts that are counted, and what follows from changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from assets import asset
from desktop.dialogs.segments.dialog import SegmentsDialog
from desktop.dialogs.segments.filter_import import FilterImportDialog
from desktop.dynamic.remembered import contact_file, remember_contact_file
from desktop.jobs import Job
from desktop.main_window import MainWindow
from desktop.open_segments import OpenSegments, segments_of
from desktop.open_workspace import OpenWorkspace
from templates.dynamic.contact_file import SUFFIXES, read_contacts
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.properties import load_properties
from templates.dynamic.segment import SEGMENTS


class SegmentVerbs(QObject):
    """The segments' side of one window; lives as long as it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("segment-verbs")
        self._window = window
        self._opened: OpenWorkspace | None = None
        self.dialog: SegmentsDialog | None = None
        window.state_changed.connect(self._follow)

    @property
    def segments(self) -> OpenSegments | None:
        """The segments of the open workspace; whoever shows them connects to their ``changed``."""
        opened = self._window.workspace
        if opened is None:
            return None
        if opened is not self._opened:
            self._opened = opened
            segments_of(opened, self._window.editor.documents).changed.connect(self._changed)
        return segments_of(opened, self._window.editor.documents)

    def show(self, id_: str = "") -> SegmentsDialog | None:
        """Open the dialog, or bring it to the front, with this segment chosen."""
        segments = self.segments
        if segments is None:
            return None
        if self.dialog is None:
            self.dialog = SegmentsDialog(segments, self._window)
            self.dialog.template_wanted.connect(self._window.open_template)
            self.dialog.file_wanted.connect(self._window.show_folder)
            self.dialog.contacts_wanted.connect(self.choose_contacts)
            self.dialog.import_wanted.connect(self.bring)
            self.dialog.finished.connect(self._closed)
            self.dialog.samples_wanted.connect(self.use_samples)
            if segments.contacts is None:
                self._read(contact_file(self._opened.workspace) if self._opened else None, quiet=True)
        self.dialog.show()
        self.dialog.activateWindow()
        if id_:
            self.dialog.show_segment(id_)
        return self.dialog

    def bring(self) -> FilterImportDialog | None:
        """Ask for a contact filter of Mailjet, and make a segment of it."""
        segments = self.segments
        if segments is None or self.dialog is None:
            return None
        dialog = FilterImportDialog(segments, self.dialog)
        dialog.made.connect(self.dialog.add_segment)
        dialog.open()
        return dialog

    def choose_contacts(self) -> None:
        """Ask for a file of contacts to count."""
        if self.dialog is None:
            return
        dialog = QFileDialog(self.dialog, self.tr("Choose a contact file"))
        dialog.setNameFilter(self.tr("Contacts") + f" ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})")
        dialog.fileSelected.connect(self.read_contacts)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_samples(self) -> None:
        """Count the contacts that ship."""
        self.read_contacts(asset("samples/contacts.csv"))

    def read_contacts(self, path: Path | str) -> None:
        """Count the contacts of this file; the views of the mail take them from it the next time too."""
        opened = self._window.workspace
        if opened is not None:
            remember_contact_file(opened.workspace, Path(path))
            self._read(Path(path), quiet=False)

    # Inside

    def _read(self, path: Path | None, *, quiet: bool) -> None:
        opened = self._window.workspace
        if opened is None or path is None:
            return
        workspace = opened.workspace

        def work(job: Job) -> ContactTable:
            return read_contacts(path, load_properties(workspace))

        job = opened.jobs.run(self.tr("Reading the contacts"), work, quiet=quiet)
        job.succeeded.connect(self._contacts_read)
        if not quiet:  # a file from last time that is gone is no news
            job.failed.connect(self._window.show_error)

    def _contacts_read(self, contacts: object) -> None:
        if isinstance(contacts, ContactTable) and self.segments is not None:
            self.segments.set_contacts(contacts)

    def _changed(self) -> None:
        """Mails, badges and proposals of names follow."""
        for each in self._window.editor.documents.all:
            each.document.side_changed.emit(SEGMENTS)
            each.live.refresh()

    def _follow(self) -> None:
        """The dialog of a workspace that is closed goes with it."""
        if self.dialog is not None and self._window.workspace is not self._opened:
            self.dialog.close()

    def _closed(self) -> None:
        self.dialog = None


def segment_verbs(window: MainWindow) -> SegmentVerbs:
    """Return the segments' verbs of a window; made when they are asked for first."""
    found = window.findChild(SegmentVerbs, "segment-verbs", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, SegmentVerbs) else SegmentVerbs(window)
