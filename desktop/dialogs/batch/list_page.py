"""First page of Many companies: who they are, and what to make of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.batch_work import checking
from desktop.dialogs.brand_dialog import field
from desktop.dialogs.starter_choice import StarterChoice
from desktop.errors import advice, explain, what
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.new_workspace import usual_folder
from desktop.widgets import GRID, IconButton, Translated, button, label
from templates.brand.batch.listing import LIST_BYTES, BatchList
from templates.errors import MailwrightError
from templates.importing.reading import read_limited

ENDINGS = (".txt", ".csv", ".tsv")
REST_MS = 250
OWN, HERE = "own", "here"


class DomainEdit(QPlainTextEdit):
    """Takes a list that is dropped on it as a file; words and lines are dropped as everywhere."""

    file_dropped = Signal(str)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a list."""
        if _list_in(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the list over."""
        path = _list_in(event)
        if path:
            event.acceptProposedAction()
            self.file_dropped.emit(path)
        else:
            super().dropEvent(event)


class ListPage(Translated, QWidget):
    """Lines are checked while they are typed; those that cannot be used are marked and explained below."""

    changed = Signal()

    def __init__(self, jobs: Jobs, *, with_workspace: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._path = Path.home() / "companies.txt"  # where the paths in a typed list begin
        self.companies: BatchList | None = None
        self._title, self._about = label("heading"), label("muted", wrap=True)
        self.edit, self.load = DomainEdit(), button()
        self.edit.setObjectName("notes")
        self.edit.setTabChangesFocus(True)
        self.count, self.problems = label("muted"), QPlainTextEdit(readOnly=True)
        self.problems.setObjectName("notes")
        self.problems.setFixedHeight(76)
        self._captions = [label("caption") for _ in range(2)]
        self.place, self.folder, self._browse = QComboBox(), QLineEdit(), IconButton("folder-open")
        self.starters = StarterChoice()
        self.place.addItem("", OWN)
        if with_workspace:
            self.place.addItem("", HERE)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.check)
        self.edit.textChanged.connect(self._typed)
        self.edit.file_dropped.connect(self.open_list)
        self.load.clicked.connect(self._choose_list)
        self._browse.clicked.connect(self._choose_folder)
        self.place.currentIndexChanged.connect(self._placed)
        self.folder.textChanged.connect(self.changed)
        self.folder.setText(str(usual_folder()))
        self._lay_out()
        self.retranslate()
        self._placed()

    @property
    def here(self) -> bool:
        """Whether the companies become brands of the workspace that is open."""
        return bool(self.place.currentData() == HERE)

    @property
    def folder_value(self) -> Path:
        """Where the companies' workspaces go."""
        return Path(self.folder.text().strip()).expanduser()

    @property
    def is_ready(self) -> bool:
        """Whether there is somebody to set up, and a place."""
        somebody = self.companies is not None and bool(self.companies.entries)
        return somebody and self._job is None and not self._rest.isActive() and (self.here or bool(self.folder.text()))

    def forget_workspace(self) -> None:
        """No workspace is open any more: each company gets its own."""
        self.place.removeItem(1)

    def open_list(self, path: str) -> None:
        """Show a list from the disk."""
        try:
            data = read_limited(Path(path), LIST_BYTES)
        except MailwrightError as error:
            self._explain([explain(error, current_language())])
            return
        self._path = Path(path)
        self.edit.setPlainText(data.decode("utf-8-sig", "replace"))

    def check(self) -> None:
        """Look at every line, in a job."""
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
        text = self.edit.toPlainText()
        self._job = self._jobs.run(self.tr("Checking the list"), checking(text, self._path), quiet=True)
        self._job.succeeded.connect(self._checked)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self.changed.emit()

    def retranslate(self) -> None:
        """Set every text anew."""
        self._title.setText(self.tr("Many companies at once"))
        self._about.setText(
            self.tr("One domain, address or saved page a line; or a table with the columns domain and name.")
        )
        self.edit.setAccessibleName(self.tr("Companies"))
        self.edit.setPlaceholderText("company.com\nboutique.example.fr\nhttps://www.example.org")
        self.load.setText(self.tr("Open a list…"))
        self.problems.setAccessibleName(self.tr("Lines that cannot be used"))
        self._captions[0].setText(self.tr("Make of each company"))
        self.place.setAccessibleName(self.tr("Make of each company"))
        self.place.setItemText(0, self.tr("A workspace of its own"))
        if self.place.count() > 1:
            self.place.setItemText(1, self.tr("A brand of this workspace"))
        self._captions[1].setText(self.tr("In this folder"))
        self.folder.setAccessibleName(self.tr("In this folder"))
        self._browse.name(self.tr("Choose folder…"))
        self._show()

    def _typed(self) -> None:
        self._rest.start()
        self.changed.emit()

    def _placed(self) -> None:
        """A workspace without templates is of little use; a brand beside others gets them moved to it."""
        self.starters.box.setCurrentIndex(0 if self.here else 1)
        for each in (self._captions[1], self.folder, self._browse):
            each.setVisible(not self.here)
        self.changed.emit()

    def _checked(self, companies: object) -> None:
        if isinstance(companies, BatchList):
            self.companies = companies
            self._show()

    def _failed(self, error: object) -> None:
        """An empty list is no fault yet."""
        self.companies = None
        self._show()
        if isinstance(error, MailwrightError) and self.edit.toPlainText().strip():
            self._explain([explain(error, current_language())])

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.changed.emit()

    def _show(self) -> None:
        companies = self.companies or BatchList(())
        language = current_language()
        self.count.setText(self.tr("%n company(ies)", "", len(companies.entries)))
        lines = []
        for problem in companies.problems:
            line = problem.place.line if problem.place else 0
            said = f"{what(problem, language)} {advice(problem, language)}".rstrip()
            lines.append(self.tr("Line {line}: {problem}").format(line=line, problem=said))
        self._explain(lines)
        self._mark([problem.place.line or 0 for problem in companies.problems if problem.place])

    def _explain(self, lines: list[str]) -> None:
        self.problems.setPlainText("\n".join(lines))
        self.problems.setVisible(bool(lines))

    def _mark(self, lines: list[int]) -> None:
        """Underline these lines of what was typed."""
        wrong = QTextCharFormat()
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wrong.setUnderlineColor(QColor(self.palette().color(self.palette().ColorRole.BrightText)))
        marks = []
        for line in lines:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.edit.document().findBlockByNumber(line - 1))
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            mark.cursor, mark.format = cursor, wrong
            marks.append(mark)
        self.edit.setExtraSelections(marks)

    def _choose_list(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a list…"))
        dialog.setNameFilter(self.tr("Lists") + f" (*{' *'.join(ENDINGS)})")
        dialog.fileSelected.connect(self.open_list)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose folder…"), str(self.folder_value))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        head, where = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.load)
        where.setSpacing(4)
        where.addWidget(self.folder, 1)
        where.addWidget(self._browse)
        options = QHBoxLayout()
        options.setSpacing(2 * GRID)
        options.addLayout(field(self._captions[0], self.place), 1)
        options.addWidget(self.starters, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for each in (self._title, self._about):
            column.addWidget(each)
        column.addWidget(self.edit, 1)
        column.addLayout(head)
        column.addWidget(self.problems)
        column.addSpacing(4)
        column.addLayout(options)
        column.addLayout(field(self._captions[1], where))


def _list_in(event: QDropEvent) -> str:
    """The one file of a drag that could be a list; "" for anything else."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and Path(paths[0]).suffix.lower() in ENDINGS else ""
