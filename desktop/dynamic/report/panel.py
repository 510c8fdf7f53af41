"""The tab "Variables" of the drawer: made anew, off the GUI thread, when typing rests."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.document import Change
from desktop.dynamic.report import remedies
from desktop.dynamic.report.footer import ReportFooter
from desktop.dynamic.report.model import ReportModel
from desktop.dynamic.report.rows import Row, rows_of
from desktop.dynamic.report.table import ReportTable
from desktop.dynamic.report.work import Asked, Made, make_report
from desktop.editor.data.sets import set_names
from desktop.editor.data.titles import set_title
from desktop.editor.panel import DocumentPanel
from desktop.errors import advice, what
from desktop.icons import icon
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.models.problem import moved_span
from desktop.widgets import GRID, label, set_role
from templates.data.data_set import side_of
from templates.source.tree import Span

REST_MS = 600  # of typing, before the report is made


class ReportPanel(DocumentPanel):
    """Lists the names that the template uses, with what every data set has for them."""

    counted = Signal(int)
    """How many of them a mail fails for."""
    chosen = Signal(object, bool)
    """A Span of the text that is to be shown, and whether the person wants to write there."""
    reported = Signal(object)
    """A Made, of the document that is shown."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self.made: Made | None = None
        self._since: list[Change] = []
        self._anew = True  # nobody chose a row yet since the tab was opened
        self.errors = 0
        self.search = QLineEdit(clearButtonEnabled=True)
        self.only_wrong = QToolButton()
        self.only_wrong.setCheckable(True)
        self.only_wrong.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.only_wrong.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.note = label("muted")
        self.model = ReportModel(self)
        self.table = ReportTable()
        self.table.filter.setSourceModel(self.model)
        self.nothing, self.why = label("strong"), label("muted", wrap=True)
        self.footer = ReportFooter()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._connect()
        self._lay_out()
        self.retranslate()

    # The document

    def document_opened(self) -> None:
        """Another document has other names."""
        self._give_up()
        self.made = None
        self._show()
        if self.document is not None:
            self._rest.start()

    def document_edited(self, change: Change) -> None:
        """The places move; the report is made anew when typing rests."""
        self._since.append(change)
        self._changed()

    def side_edited(self, name: str) -> None:
        """Other data, other answers."""
        if name.startswith("data/"):
            self._changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Segments or properties of contacts may be others by now, of which no document tells."""
        super().showEvent(event)
        self._anew = True
        if self.document is not None:
            self._rest.start()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.search.setPlaceholderText(self.tr("Filter by name"))
        self.search.setAccessibleName(self.tr("Filter by name"))
        self.only_wrong.setText(" " + self.tr("Only problems"))
        self.only_wrong.setAccessibleName(self.tr("Only problems"))
        self.only_wrong.setIcon(icon("funnel"))
        self.table.setAccessibleName(self.tr("Variables"))
        self.model.retranslate()
        self._say()

    # Making the report

    def _changed(self) -> None:
        self._give_up()
        self._rest.start()
        self.footer.show_row(self.table.row(), editable=False)  # its fixes are those of the text before

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _make(self) -> None:
        document = self.document
        if document is None:
            return
        changed = document.files.changed_sides()
        sets = {
            name: document.side(side_of(name)) if side_of(name) in changed else None for name in set_names(document)
        }
        asked = Asked(document.revision, document.text, sets)
        workspace, template = document.workspace, document.name
        self._job = self._jobs.run(
            self.tr("Looking at the variables"), lambda _job: make_report(workspace, template, asked), quiet=True
        )
        self._since = []
        self._job.succeeded.connect(self._take)

    def _take(self, made: object) -> None:
        self._job = None
        if isinstance(made, Made) and self.document is not None and made.asked.revision == self.document.revision:
            self.made = made
            self._since = []
            self._show()
            self.reported.emit(made)

    # Showing it

    def _show(self) -> None:
        report = self.made.report if self.made else None
        rows = rows_of(report) if report else ()
        current = self.table.row()
        self.model.show_rows(rows, self.made.sets if self.made else ())
        self.table.select_name(current.name if current and not self._anew else "")
        self._anew = self._anew and self.made is None
        self.errors = sum(row.grade == "error" for row in rows)
        self.counted.emit(self.errors)
        self._say()

    def _filtered(self) -> None:
        self.table.filter.show_only(self.search.text(), only_wrong=self.only_wrong.isChecked())
        self._say()

    def _row_changed(self, row: Row | None) -> None:
        self.footer.show_row(row, editable=self._is_current())

    def _is_current(self) -> bool:
        document, made = self.document, self.made
        return bool(document and made and document.editable and made.asked.revision == document.revision)

    def _say(self) -> None:
        """Show the rows, or why there are none."""
        is_full = self.table.filter.rowCount() > 0
        self._pages.setCurrentIndex(0 if is_full else 1)
        self._say_note()
        self._row_changed(self.table.row() if is_full else None)
        title, why = self._reason()
        self.nothing.setText(title)
        self.why.setText(why)

    def _say_note(self) -> None:
        """Name the first data set that cannot be read."""
        broken = self.made.report.broken if self.made and self.made.report else {}
        said = [f"{set_title(name)}: {what(error, current_language())}" for name, error in broken.items()]
        self.note.setText("".join(said[:1]))
        set_role(self.note, "danger")

    def _reason(self) -> tuple[str, str]:
        if self.made is None:
            return (self.tr("Looking at the variables…") if self.document else "", "")
        if self.made.error is not None:
            language = current_language()
            return what(self.made.error, language), advice(self.made.error, language)
        if self.model.rows:
            if self.only_wrong.isChecked() and not self.search.text():
                return self.tr("Nothing is wrong"), self.tr("Every data set has what the template needs.")
            return self.tr("No name like that"), self.tr("Change the filter above.")
        return (
            self.tr("This template uses no variables"),
            self.tr("Write {{ first_name }} into a text, or choose a field from the merge-tag menu."),
        )

    # What people do

    def _go(self, span: Span, write: bool) -> None:
        if self.document is None:
            return
        for change in self._since:
            span = moved_span(span, change.edits)
        _ = self.document.tree
        self.document.select_at(span.start, remedies.ORIGIN)
        self.chosen.emit(span, write)

    def _rename(self) -> None:
        row = self.table.row()
        if self.document is not None and row is not None and self._is_current():
            remedies.rename(self.document, row, self.tr("Rename a variable"))

    def _add_default(self) -> None:
        row = self.table.row()
        if self.document is not None and row is not None and self._is_current():
            remedies.add_default(self.document, row, self.tr("Add a default"))

    def _add_values(self) -> None:
        row = self.table.row()
        if self.document is not None and row is not None and self._is_current():
            remedies.add_values(self.document, row, self.tr("Add a value to the data"))

    def _connect(self) -> None:
        self._rest.timeout.connect(self._make)
        self.search.textChanged.connect(self._filtered)
        self.only_wrong.toggled.connect(self._filtered)
        self.table.wanted.connect(self._go)
        self.table.row_changed.connect(self._row_changed)
        self.footer.rename_wanted.connect(self._rename)
        self.footer.default_wanted.connect(self._add_default)
        self.footer.value_wanted.connect(self._add_values)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        bar.setSpacing(GRID)
        self.search.setMaximumWidth(260)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.only_wrong)
        bar.addWidget(self.note, 1)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(40, 0, 40, GRID)
        column.addStretch()
        for each in (self.nothing, self.why):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(each)
        column.addStretch()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.footer)
