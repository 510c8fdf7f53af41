"""Import: what was found in a file, before a template is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.models.template_model import KINDS, kind_name, language_name
from desktop.widgets import GRID, Translated, button, label, rule
from templates.errors import MailwrightError
from templates.importing.reading import Source, read_source
from templates.importing.result import Imported, IncludeMode
from templates.importing.writing import convert, suggested_name, write_import
from templates.library import check_name, named
from templates.starters import LANGUAGES
from templates.workspace import Workspace

MODES: tuple[IncludeMode, ...] = ("inline", "copy", "omit")


class ImportDialog(Translated, QDialog):
    """Reads a file, tells what is in it, and makes a template of it when the user agrees."""

    imported = Signal(str)
    """The name of the template that was made."""

    def __init__(self, workspace: Workspace, jobs: Jobs, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._jobs, self.path = workspace, jobs, path
        self._root = path.absolute().parent
        self._source: Source | None = None
        self.found: Imported | None = None
        self._job: Job | None = None
        self._failure = ""
        self._title, self.facts, self.problem = label("heading"), label("", wrap=True), label("danger", wrap=True)
        self._title.setText(path.name)
        self.notices = QPlainTextEdit(readOnly=True)
        self.notices.setObjectName("notes")
        self.captions = [label("caption") for _ in range(5)]
        self.name_edit, self.language, self.kind = QLineEdit(), QComboBox(), QComboBox()
        self.includes, self.brand = QComboBox(), QComboBox()
        self.name_edit.textChanged.connect(self._refresh)
        self.language.currentIndexChanged.connect(self._refresh)
        self.includes.activated.connect(self._examine)
        self.brand.addItems(workspace.brands())
        self.brand.setCurrentIndex(max(0, self.brand.findText(workspace.settings.brand)))
        self.place = label("muted", wrap=True)
        self.folder, self._cancel, self.go = button(), button(), button(primary=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.folder.clicked.connect(self._choose_folder)
        self._cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._import)
        self.go.setDefault(True)
        self._lay_out()
        self.retranslate()
        self._examine()

    @property
    def name(self) -> str:
        """The folder that will be made; "" while it has no name."""
        return named(self.name_edit.text(), self.language.currentData() or "")

    def look_in(self, folder: Path | str) -> None:
        """Look for pictures and includes in this folder, which holds the file."""
        self._root = Path(folder)
        self._examine()

    def done(self, result: int) -> None:
        """However it is closed: stop the work that nobody waits for any more."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Import a template"))
        texts = (self.tr("Name"), self.tr("Language"), self.tr("Kind"), self.tr("Brand"), self.tr("Included files"))
        fields = (self.name_edit, self.language, self.kind, self.brand, self.includes)
        for caption, field, text in zip(self.captions, fields, texts, strict=True):
            caption.setText(text)
            field.setAccessibleName(text)
        self.notices.setAccessibleName(self.tr("What to know about it"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.folder.setText(self.tr("Look in another folder…"))
        self._cancel.setText(self.tr("Cancel"))
        self.go.setText(self.tr("Import"))
        _fill(self.language, [(language_name(each), each) for each in LANGUAGES])
        _fill(self.kind, [(kind_name(each), each) for each in KINDS])
        modes = (self.tr("Put into the mail"), self.tr("Copy beside the template"), self.tr("Leave out"))
        _fill(self.includes, list(zip(modes, MODES, strict=True)))
        self._show_found()
        self._refresh()

    # Reading

    def _examine(self) -> None:
        """Convert the file as it would be imported; nothing is written."""
        path, root, known, workspace = self.path, self._root, self._source, self._workspace
        mode: IncludeMode = self.includes.currentData() or "inline"

        def work(job: Job) -> tuple[Source, Imported]:
            source = known or read_source(path)
            return source, convert(source, name="imported", root=root, includes=mode, workspace=workspace)

        self._follow(self._jobs.run(self.tr("Reading the file"), work, quiet=True))
        if self._job is not None:
            self._job.succeeded.connect(self._examined)

    def _examined(self, outcome: object) -> None:
        if not isinstance(outcome, tuple):
            return
        first = self.found is None
        self._source, self.found = outcome
        if first and self.found is not None:
            language = self.found.language if self.found.language in LANGUAGES else self._workspace.settings.language
            self.language.setCurrentIndex(max(0, self.language.findData(language)))
            self.name_edit.setText(suggested_name(self._workspace, self.path, "").partition(".")[0])
        self._show_found()

    def _show_found(self) -> None:
        found = self.found
        self.facts.setText(" · ".join(self._facts(found)) if found else "")
        language = current_language()
        lines = [explain(notice, language) for notice in (_problems(found) if found else ())]
        self.notices.setPlainText("\n".join(lines))
        self.notices.setVisible(bool(lines))
        for each in (self.captions[4], self.includes):
            each.setVisible(bool(found and found.includes))
        self.place.setText(self.tr("Pictures and included files are looked for in {folder}").format(folder=self._root))
        beside = found is not None and bool(found.includes or found.pictures)
        for widget in (self.place, self.folder):
            widget.setVisible(beside)

    def _facts(self, found: Imported) -> list[str]:
        forms = {
            "mjml": self.tr("MJML"),
            "mjml3": self.tr("MJML 3, brought up to date"),
            "html": self.tr("HTML, kept as it is in sections"),
        }
        facts = [forms[found.form]]
        if found.title:
            facts.append(f"“{found.title}”" if current_language() == "en" else f"«\u00a0{found.title}\u00a0»")
        if found.includes:
            facts.append(self.tr("%n included file(s)", "", len(found.includes)))
        copied = [path for path in found.files if path.startswith("images/")]
        if copied:
            facts.append(self.tr("%n picture(s)", "", len(copied)) + f" ({_weight(found.weight)})")
        return facts

    # Writing

    def _import(self) -> None:
        source, workspace, root, name = self._source, self._workspace, self._root, self.name
        if source is None:
            return
        mode: IncludeMode = self.includes.currentData()
        kind, language, brand = self.kind.currentData(), self.language.currentData(), self.brand.currentText()

        def work(job: Job) -> str:
            made = convert(source, name=name, root=root, includes=mode, workspace=workspace)
            return write_import(workspace, made, name, kind=kind, language=language, brand=brand).name

        self._follow(self._jobs.run(self.tr("Importing"), work, quiet=True))
        if self._job is not None:
            self._job.succeeded.connect(self._written)

    def _written(self, name: object) -> None:
        if isinstance(name, str):
            self.imported.emit(name)
            self.accept()

    def _follow(self, job: Job) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = job
        self._failure = ""
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        self._refresh()

    def _failed(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self._failure = explain(error, current_language())

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._refresh()

    def _refresh(self) -> None:
        busy, name = self._job is not None, self.name
        told = self._failure or (_told_of(self._workspace, name) if name and self.found is not None else "")
        self.problem.setText(told)
        self.problem.setVisible(bool(told))
        self.bar.setVisible(busy)
        self.go.setEnabled(not busy and self.found is not None and bool(name) and not told)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("The folder of its pictures and includes"), str(self._root))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.look_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(6)
        fields = (self.name_edit, self.language, self.kind, self.brand, self.includes)
        places = ((0, 0, 2), (2, 0, 1), (2, 1, 1), (4, 0, 1), (4, 1, 1))
        for caption, field, (row, at, span) in zip(self.captions, fields, places, strict=True):
            caption.setBuddy(field)
            grid.addWidget(caption, row, at, 1, span)
            grid.addWidget(field, row + 1, at, 1, span)
        beside = QHBoxLayout()
        beside.addWidget(self.place, 1)
        beside.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.facts)
        column.addWidget(self.notices, 1)
        column.addLayout(beside)
        column.addLayout(grid)
        for part in (self.problem, self.bar, rule()):
            column.addWidget(part)
        column.addLayout(buttons)
        self.resize(560, 540)


def _problems(found: Imported) -> Sequence[MailwrightError]:
    """Everything that a person should know, the pictures and includes that cannot be had first."""
    missing = [*(one.problem for one in found.includes), *(one.problem for one in found.pictures)]
    return [*(problem for problem in missing if problem is not None), *found.notices]


def _told_of(workspace: Workspace, name: str) -> str:
    try:
        check_name(workspace, name)
    except MailwrightError as error:
        return explain(error, current_language())
    return ""


def _weight(size: int) -> str:
    return QCoreApplication.translate("ImportDialog", "{weight} KB").format(weight=max(1, round(size / 1000)))


def _fill(box: QComboBox, entries: list[tuple[str, str]]) -> None:
    """Name the entries anew; the choice stays."""
    chosen = max(0, box.currentIndex())
    box.blockSignals(True)
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(chosen)
    box.blockSignals(False)
