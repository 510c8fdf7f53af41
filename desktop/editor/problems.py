"""What is wrong with the open template, as a list to work through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QPoint, Qt, QTime, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.context_menu import show_context_menu
from desktop.document import Change
from desktop.editor.code.positions import line_of, line_starts
from desktop.editor.panel import DocumentPanel
from desktop.editor.problem_delegate import ProblemDelegate
from desktop.icons import icon
from desktop.jobs import Jobs
from desktop.live import Checked
from desktop.models.problem import SEVERITIES, SEVERITY_ICONS, Problem, Severity, moved, problems_of
from desktop.models.problem_model import ProblemFilter, ProblemModel
from desktop.widgets import IconLabel, button, label
from templates.source.text_edit import TextEdit

ORIGIN = "problems"
LINES_MS = 120  # of rest, before the lines of the rows are counted anew


class ProblemsPanel(DocumentPanel):
    """Lists problems by place. Choosing one selects its component and shows its characters."""

    counted = Signal(int)
    """How many problems there are."""
    chosen = Signal(object, bool)
    """A Span of the text that is to be shown, and whether the person wants to write there."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems: tuple[Problem, ...] = ()
        self._checked_at: QTime | None = None
        self.model = ProblemModel(self)
        self.filter = ProblemFilter(self)
        self.filter.setSourceModel(self.model)
        self.list = QListView(uniformItemSizes=True)
        self.list.setMouseTracking(True)
        self.list.setObjectName("problems")
        self.delegate = ProblemDelegate(self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setModel(self.filter)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.switches = {severity: _switch(severity) for severity in SEVERITIES}
        self.fix_all_button = button()
        self.nothing, self.what = label("strong"), label("muted", wrap=True)
        self._lines = QTimer(self, singleShot=True, interval=LINES_MS)
        self._connect()
        self._lay_out()
        self.retranslate()

    # What actions ask for

    def step(self, by: int, caret: int) -> None:
        """Go to the next problem behind ``caret``, or the one before it, round the ends."""
        rows = [(row, self._problem(self.filter.index(row, 0))) for row in range(self.filter.rowCount())]
        placed = [(row, one.span.start) for row, one in rows if one is not None and one.span is not None]
        if not placed:
            return
        if by > 0:
            row = next((row for row, start in placed if start > caret), placed[0][0])
        else:
            row = next((row for row, start in reversed(placed) if start < caret), placed[-1][0])
        self.list.setCurrentIndex(self.filter.index(row, 0))
        self._go_to(self.filter.index(row, 0))

    def fix_current(self) -> bool:
        """Put the problem of the current row right."""
        return self._fix(self.list.currentIndex())

    def fix_all(self) -> bool:
        """Put right whatever can be, as one step. Of fixes that get in each other's way the first one is made."""
        edits: list[TextEdit] = []
        for problem in self.problems:
            places = [(one.start, one.end) for one in edits]
            if not any(one.start <= end and start <= one.end for one in problem.fix for start, end in places):
                edits += problem.fix
        return self._edit(self.tr("Fix all"), edits)

    # The document

    def document_opened(self) -> None:
        """Another document has other problems."""
        self._checked_at = None
        self._show(())
        if self.live is not None and self.live.last_check is not None:
            self.mail_checked(self.live.last_check)

    def document_edited(self, change: Change) -> None:
        """The places move; what is wrong is found anew when typing rests."""
        self.problems = moved(self.problems, change.edits)
        self._lines.start()

    def mail_checked(self, checked: Checked) -> None:
        """Show what a check found; that of an older text is followed by another."""
        if self.document is not None and checked.revision == self.document.revision:
            self._checked_at = QTime.currentTime()
            self._show(problems_of(checked, self.document))

    # Inside

    def _show(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        self._lines.stop()
        self._count_lines()
        self.counted.emit(len(problems))
        self.retranslate()

    def _count_lines(self) -> None:
        starts = line_starts(self.document.text) if self.document else [0]
        lines = [line_of(starts, one.span.start) + 1 if one.span else 0 for one in self.problems]
        self.model.set_problems(self.problems, lines)
        self._say_what_is_there()

    def _problem(self, index: QModelIndex) -> Problem | None:
        """Return the problem of a row, where it is now: the rows themselves follow edits a moment later."""
        row = self.filter.mapToSource(index).row()
        return self.problems[row] if 0 <= row < len(self.problems) else None

    def _choose(self, index: QModelIndex) -> None:
        self._show_place(index, write=False)

    def _go_to(self, index: QModelIndex) -> None:
        self._show_place(index, write=True)

    def _show_place(self, index: QModelIndex, *, write: bool) -> None:
        problem = self._problem(index)
        if problem is not None and problem.span is not None and self.document is not None:
            _ = self.document.tree  # the one whose places these are
            self.document.select_at(problem.span.start, ORIGIN)
            self.chosen.emit(problem.span, write)

    def _fix(self, index: QModelIndex) -> bool:
        problem = self._problem(index)
        return problem is not None and self._edit(self.tr("Fix"), list(problem.fix))

    def _edit(self, name: str, edits: list[TextEdit]) -> bool:
        return self.document is not None and self.document.edit(name, edits, origin=ORIGIN)

    def _switched(self, _on: bool) -> None:
        for severity, switch in self.switches.items():
            self.filter.show_severity(severity, shown=switch.isChecked())
        self._say_what_is_there()

    def _context_menu(self, at: QPoint) -> None:
        show_context_menu(
            self.list,
            ("problems.fix", "problems.fix_all", None, "problems.next", "problems.previous"),
            self.list.viewport().mapToGlobal(at),
        )

    def retranslate(self) -> None:
        """Set every text anew."""
        self.list.setAccessibleName(self.tr("Problems"))
        self.fix_all_button.setText(self.tr("Fix all"))
        counts = {severity: sum(one.severity == severity for one in self.problems) for severity in SEVERITIES}
        texts = {
            "error": self.tr("%n error(s)", "", counts["error"]),
            "warning": self.tr("%n warning(s)", "", counts["warning"]),
            "hint": self.tr("%n hint(s)", "", counts["hint"]),
        }
        for severity, switch in self.switches.items():
            switch.setText(f" {texts[severity]}")
            switch.setVisible(counts[severity] > 0)
            switch.setAccessibleName(texts[severity])
            switch.setIcon(icon(SEVERITY_ICONS[severity]))
        self.model.retranslate()
        self._say_what_is_there()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme with the switches' icons too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.retranslate()

    def _say_what_is_there(self) -> None:
        """Show the rows, or why there are none."""
        can_fix = any(one.fix for one in self.problems)
        self.fix_all_button.setEnabled(can_fix and self.document is not None and self.document.editable)
        self._pages.setCurrentIndex(0 if self.filter.rowCount() else 1)
        self._sign.setVisible(self._checked_at is not None and not self.problems)
        if self.problems:
            self.nothing.setText(self.tr("Everything here is filtered out"))
            self.what.setText(self.tr("Switch a kind of problem on again above."))
        elif self._checked_at is None:
            self.nothing.setText(self.tr("Checking the template…") if self.document else "")
            self.what.setText("")
        else:
            time = QLocale().toString(self._checked_at, QLocale.FormatType.ShortFormat)
            self.nothing.setText(self.tr("No problems"))
            said = self.tr(
                "Checked at {time}: components and attributes, template tags, text that would be lost, "
                "and a build with the chosen data."
            )
            self.what.setText(said.format(time=time))

    def _connect(self) -> None:
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._go_to)
        self.list.customContextMenuRequested.connect(self._context_menu)
        self.delegate.fix_wanted.connect(self._fix)
        self.fix_all_button.clicked.connect(self.fix_all)
        self._lines.timeout.connect(self._count_lines)
        for switch in self.switches.values():
            switch.toggled.connect(self._switched)

    def _lay_out(self) -> None:
        self._sign = IconLabel("circle-check", 24)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 10, 4)
        bar.setSpacing(4)
        for switch in self.switches.values():
            bar.addWidget(switch)
        bar.addStretch()
        bar.addWidget(self.fix_all_button)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(40, 0, 40, 8)
        column.addStretch()
        for each in (self._sign, self.nothing, self.what):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(each)
        column.addStretch()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(self._pages, 1)


def _switch(severity: Severity) -> QToolButton:
    made = QToolButton()
    made.setCheckable(True)
    made.setChecked(True)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setIcon(icon(SEVERITY_ICONS[severity]))
    return made
