"""What can be done with whole data sets: new ones, other names, samples, edge cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.document import OpenDocument
from desktop.editor.data import sets
from desktop.editor.data.new_set import LONGEST, NewSetDialog
from desktop.editor.data.reading import question_of
from desktop.editor.data.starts import Start, case_data, started, text_of_file
from desktop.editor.data.titles import case_title, set_title
from desktop.editor.history.name_dialog import NameDialog
from desktop.errors import explain
from desktop.language import QT_TRANSLATE_NOOP, current_language
from templates.data.data_set import side_of
from templates.errors import MailwrightError

if TYPE_CHECKING:
    from desktop.editor.data.panel import DataPanel

RENAME = (
    QT_TRANSLATE_NOOP("NameDialog", "Rename the data set"),
    QT_TRANSLATE_NOOP("NameDialog", "Its file in the template's folder gets this name."),
    QT_TRANSLATE_NOOP("NameDialog", "Rename"),
)


class SetVerbs(QObject):
    """Belongs to a panel: works on its document and on the set that it shows."""

    def __init__(self, panel: DataPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._new = ""  # the name of the set that is being made
        self.dialog: NewSetDialog | NameDialog | None = None

    def do(self, verb: str) -> None:
        """Do what a menu asks for: ``new``, ``rename``, ``delete``, ``samples:…``, ``case:…``."""
        kind, _, choice = verb.partition(":")
        if kind == "samples":
            self.fill(choice)
        elif kind == "case":
            self.try_case(choice)
        else:
            {"new": self.ask_new, "rename": self.ask_name, "delete": self.delete}[kind]()

    def ask_new(self, start: str = "copy") -> None:
        """Ask for a new set."""
        dialog = NewSetDialog(self._panel.name, start, self._panel.window())
        dialog.wanted.connect(self.create)
        self._open(dialog)

    def ask_name(self) -> None:
        """Ask for another name."""
        if self._panel.name != sets.DEFAULT:
            dialog = NameDialog(RENAME, LONGEST, self._panel.window())
            dialog.edit.setText(self._panel.name)
            dialog.edit.selectAll()
            dialog.named.connect(self.rename)
            self._open(dialog)

    def create(self, name: str, start: str) -> None:
        """Make a set."""
        document = self._panel.document
        if document is None:
            return
        self._new = name
        if start == "file":
            self._choose_file()
        elif start == "copy":
            self._made(self._text(document))
        else:
            self._started(start, self._made)

    def create_from(self, path: str) -> None:
        """Make a set of a JSON file."""
        job = self._panel.jobs.run(self.tr("Reading a file"), lambda job: text_of_file(path), quiet=True)
        job.succeeded.connect(self._made)
        job.failed.connect(self._failed)

    def rename(self, name: str) -> None:
        """Give the set another name."""
        document, old = self._panel.document, self._panel.name
        if document is None or name == old:
            return
        try:
            sets.rename_set(document, old, name, self.tr("Rename data set"))
        except MailwrightError as error:
            self._failed(error)

    def delete(self) -> None:
        """Take the set away; undo brings it back."""
        document, name = self._panel.document, self._panel.name
        if document is not None and name != sets.DEFAULT:
            words = self.tr("Delete data set “{name}”").format(name=set_title(name))
            sets.delete_set(document, name, words)

    def fill(self, language: str) -> None:
        """Put samples where values are missing."""
        self._started(f"samples:{language}", self._filled)

    def try_case(self, case: str) -> None:
        """Show the mail with an edge case made of the set; nothing is saved."""
        start = self._start(f"case:{case}")
        if start is None:
            return
        name = self._panel.name
        job = self._panel.jobs.run(
            case_title(case), lambda job: (start.question.name, name, case, case_data(start)), quiet=True
        )
        job.succeeded.connect(self._tried)
        job.failed.connect(self._failed)

    def _open(self, dialog: NewSetDialog | NameDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _text(self, document: OpenDocument) -> str:
        """The set that is shown, as far as it is good."""
        return document.side(side_of(self._panel.name)) or ""

    def _start(self, what: str) -> Start | None:
        document = self._panel.document
        if document is None:
            return None
        return Start(question_of(document), what, self._text(document), current_language())

    def _started(self, what: str, then: Callable[[object], None]) -> None:
        start = self._start(what)
        if start is not None:
            job = self._panel.jobs.run(self.tr("Making data"), lambda job: started(start), quiet=True)
            job.succeeded.connect(then)
            job.failed.connect(self._failed)

    def _made(self, text: object) -> None:
        document, name = self._panel.document, self._new
        if document is None or not isinstance(text, str):
            return
        try:
            sets.new_set(document, name, text, self.tr("New data set"))
        except MailwrightError as error:
            self._failed(error)
            return
        self._panel.show_set(" ".join(name.split()))

    def _filled(self, text: object) -> None:
        document = self._panel.document
        if document is None or not isinstance(text, str):
            return
        if not sets.write_set(document, self._panel.name, text, self.tr("Fill with samples")) and document.editable:
            document.notified.emit("info", self.tr("Every value that the template uses is there already."))

    def _tried(self, outcome: object) -> None:
        panel = self._panel
        document, live = panel.document, panel.live
        if document is None or live is None or not isinstance(outcome, tuple):
            return
        template, name, case, parts = outcome
        if (template, name) == (document.name, panel.name):
            panel.trials[document] = (name, case)
            live.show_data(parts)
            panel.set_mode("form")

    def _choose_file(self) -> None:
        dialog = QFileDialog(self._panel, self.tr("Choose a JSON file"), "", "JSON (*.json)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.create_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _failed(self, error: MailwrightError) -> None:
        if self._panel.document is not None:
            self._panel.document.notified.emit("warning", explain(error, current_language()))
