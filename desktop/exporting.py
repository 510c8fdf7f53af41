"""Export as a verb of the window: what a person wishes, the file, the zip, and the way to what was found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.dialogs.export.export_dialog import ExportDialog
from desktop.dialogs.export.wish import Wish
from desktop.main_window import MainWindow
from templates.errors import MailwrightError
from templates.source.tree import Span


class Exporting(QObject):
    """Lives in the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, objectName="exporting")
        self._window = window
        self._wish = Wish(())
        self.dialog: ExportDialog | None = None

    def ask(self) -> None:
        """Show what can be exported and what is to know about it; what is unsaved is asked about first."""
        self._window.ask_unsaved(list(self._window.editor.documents.unsaved), self._open)

    def write(self, path: Path | str) -> None:
        """Write what was wished to this file."""
        opened, wish = self._window.workspace, self._wish
        if opened is not None:
            opened.export(Path(path), wish.names, dialect=wish.dialect, form=wish.form, accept=wish.accept)

    def show_place(self, name: str, error: object) -> None:
        """Open a template at the place of a MailwrightError, and keep in sight what it says."""
        document = self._window.open_template(name)
        place = error.place if isinstance(error, MailwrightError) else None
        if document is None or not isinstance(error, MailwrightError) or place is None or place.line is None:
            return
        self._window.editor.finding_bar.show_error(error)
        lines = document.text.split("\n")
        line = min(place.line, len(lines))
        start = sum(len(each) + 1 for each in lines[: line - 1]) + (place.column or 1) - 1
        self._window.editor.show_code()
        self._window.editor.code.show_span(Span(start, start))

    def _open(self) -> None:
        window = self._window
        if window.workspace is None:
            return
        opened, document = window.workspace, window.editor.document
        own = [document.name] if document is not None else []
        selected = own if window.in_editor else window.gallery.selected
        name = document.name if document is not None and window.in_editor else ""
        dialog = ExportDialog(opened.workspace, window.jobs, (opened.model.names(), selected), window, opened=name)
        dialog.wanted.connect(self._choose_file)
        dialog.place_wanted.connect(self.show_place)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _choose_file(self, wish: Wish) -> None:
        window = self._window
        if window.workspace is None:
            return
        self._wish = wish
        root = window.workspace.workspace.root
        suggested = root.parent / f"{root.name}.zip"
        dialog = QFileDialog(window, self.tr("Export to a zip"), str(suggested), self.tr("Zip archives") + " (*.zip)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def exporting_of(window: MainWindow) -> Exporting:
    """Return the export of a window; made when it is asked for first."""
    found = window.findChild(Exporting, "exporting", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Exporting) else Exporting(window)
