"""The code view: the text of the open document with everything that helps to write it."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.context_menu import show_context_menu
from desktop.document import Change, OpenDocument
from desktop.editor.code.completer import Completer
from desktop.editor.code.editor import CodeEditor
from desktop.editor.code.goto import GoToLine
from desktop.editor.code.known import asked, known
from desktop.editor.code.marks import Marks, brackets_at, pair_at
from desktop.editor.code.positions import line_starts
from desktop.editor.code.search_bar import SearchBar
from desktop.editor.code.text_sync import ORIGIN
from desktop.editor.code.typing import comment
from desktop.editor.panel import DocumentPanel
from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.live import Checked, LiveView
from desktop.models.problem import SEVERITIES, Problem, Severity, moved, problems_of
from templates.source.completion import Known
from templates.source.folding import Fold, folds
from templates.source.tree import SourceTree, Span

CARET_MS = 250  # of rest, before the component at the caret is selected
FOLD_MS = 300  # after a new tree
LONG = 100_000  # characters whose folds take too long for the GUI thread
_MENU = (
    "edit.undo", "edit.redo", None, "code.complete", "code.comment", "problems.fix", None,
    "edit.find", "code.replace", "code.go_to_line", None, "code.fold", "code.unfold_all", None, "code.to_design",
)  # fmt: skip


def _folds_of(tree: SourceTree) -> list[Fold]:
    return folds(tree, line_starts(tree.text))


class CodePanel(DocumentPanel):
    """The text field, its marks, its search bar, and how they follow the document."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.problems: tuple[Problem, ...] = ()
        self.editor = CodeEditor()
        self.completer = Completer(self.editor)
        self.marks = Marks(self.editor)
        self.search = SearchBar(self.editor)
        self.goto = GoToLine(self.editor)
        self._caret_timer = self._timer(CARET_MS, self._select_at_caret)
        self._fold_timer = self._timer(FOLD_MS, self._find_folds)
        self._known_timer = self._timer(CARET_MS, self._read_surroundings)
        self._shown: object = None  # for whom the mail was built last
        self._reveals = False  # whether what is selected is still to be brought into sight
        self._moved_by_others = self._waits_for_tree = False
        self._places: WeakKeyDictionary[OpenDocument, tuple[int, int]] = WeakKeyDictionary()
        self._lay_out()
        self._connect()
        self.retranslate()

    # What actions ask for

    def show_search(self, *, replace: bool = False) -> None:
        """Open the search bar."""
        self.search.open(replace=replace)

    def go_to_line(self) -> None:
        """Ask for a line, and go there."""
        self.goto.ask()

    def toggle_comment(self) -> None:
        """Make a comment of what is selected, or of the line, or take it away."""
        self.editor.edit(self.tr("Comment"), comment(self.editor.sync.text, *self.editor.selection))

    def complete(self) -> None:
        """Propose what may stand at the caret."""
        self.completer.show()

    def toggle_fold(self) -> None:
        """Fold or unfold what the caret is in."""
        self.editor.folding.toggle(self.editor.textCursor().blockNumber())

    def show_span(self, span: Span, *, focus: bool = True) -> None:
        """Go to a place of the text."""
        self.editor.set_caret(min(span.start, len(self.editor.sync.text)))
        self.editor.reveal(span)
        if focus:
            self.editor.setFocus()

    def show_selected(self) -> None:
        """Go to the component that is selected."""
        if self.document is not None:
            _ = self.document.tree  # the one whose places the text's are
            if self.document.selected_element is not None:
                self.show_span(self.document.selected_element.span)

    def select_here(self) -> None:
        """Select the component at the caret, at once."""
        if self.document is not None:
            _ = self.document.tree  # the one whose places the caret's is
            self.document.select_at(self.editor.caret, ORIGIN)

    def problem_at_caret(self) -> Problem | None:
        """What is wrong at the caret, or in its line; what can be fixed first."""
        caret, line = self.editor.caret, self.editor.textCursor().blockNumber()
        here = [one for one in self.problems if one.span and self.editor.line_at(one.span.start) == line]
        best = sorted(here, key=lambda one: (not one.fix, not (one.span and one.span.start <= caret <= one.span.end)))
        return best[0] if best else None

    def fix(self) -> bool:
        """Put right what is wrong at the caret."""
        problem = self.problem_at_caret()
        if problem is None or not problem.fix:
            return False
        return self.editor.edit(self.tr("Fix"), list(problem.fix))

    # The document

    def document_opened(self) -> None:
        """Show another text."""
        for timer in (self._caret_timer, self._fold_timer, self._known_timer):
            timer.stop()
        self.completer.hide()
        self.completer.known = Known()
        self._set_problems(())
        self.marks.set_pair(())
        self._leave()
        self.editor.load(self.document)
        self.setEnabled(self.document is not None)
        self.search.forget()
        if self.document is not None:
            caret, top = self._places.get(self.document, (0, 0))
            self.editor.set_caret(min(caret, len(self.document.text)))
            self.editor.verticalScrollBar().setValue(top)
            self.document_parsed()
            self._known_timer.start()
            if self.live is not None and self.live.last_check is not None:
                self.mail_checked(self.live.last_check)

    def document_edited(self, change: Change) -> None:
        """Follow the text."""
        self.marks.set_pair(())
        self._caret_timer.stop()
        self._moved_by_others = change.origin != ORIGIN
        self.editor.follow(change)
        self._set_problems(moved(self.problems, change.edits))
        self.search.text_edited(change.edits)

    def document_parsed(self) -> None:
        """Work out folds and the selected lines anew, a moment later."""
        self._fold_timer.start()
        self._mark_selected()
        self._reveal_selected()
        if self._waits_for_tree:
            self._caret_moved()

    def selection_moved(self, node_id: int, origin: str) -> None:
        """Show the lines of what was selected elsewhere."""
        self._mark_selected()
        self._reveals = origin != ORIGIN
        self._reveal_selected()

    def side_edited(self, name: str) -> None:
        """Other data, other names."""
        self._known_timer.start()

    def mail_built(self, view: LiveView) -> None:
        """The mail may be for another recipient, with other names."""
        if view.shown is not self._shown:
            self._known_timer.start()
            self._shown = view.shown

    def mail_checked(self, checked: Checked) -> None:
        """Mark what is wrong; a check of an older text is followed by another."""
        if self.document is not None and checked.revision == self.document.revision:
            self._set_problems(problems_of(checked, self.document))

    # Inside

    def _leave(self) -> None:
        """Remember where one was in the document that is still shown."""
        document = self.editor.sync.document
        if isinstance(document, OpenDocument):
            self._places[document] = (self.editor.caret, self.editor.verticalScrollBar().value())

    def _timer(self, pause: int, then: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=pause)
        timer.timeout.connect(then)
        return timer

    def _set_problems(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        self.marks.set_problems(problems)
        lines: dict[int, tuple[Severity, str]] = {}
        language = current_language()
        for problem in problems:
            if problem.span is None:
                continue
            line = self.editor.line_at(problem.span.start)
            sentence = problem.sentence(language)
            if problem.fix:
                sentence = self.tr("{problem} Ctrl+. fixes it.").format(problem=sentence)
            worst, text = lines.get(line, (problem.severity, ""))
            worst = min(worst, problem.severity, key=SEVERITIES.index)
            lines[line] = (worst, f"{text}\n{sentence}".strip())
        self.editor.gutter.set_signs(lines)

    def _mark_selected(self) -> None:
        """Mark the lines of the selected component; while the tree is an old one, the marked ones just move along."""
        if self._tree_is_fresh or self.document is None:
            element = self.document.selected_element if self.document else None
            self.editor.set_band(element.span if element is not None else None)

    def _reveal_selected(self) -> None:
        if self._reveals and self._tree_is_fresh and self.isVisible():
            self._reveals = False
            if self.editor.band is not None:
                self.editor.reveal(self.editor.band)

    @property
    def _tree_is_fresh(self) -> bool:
        return self.document is not None and not self.document.unparsed

    def _caret_moved(self) -> None:
        """Mark what belongs to the place of the caret; select it, unless somebody else's edit carried the caret."""
        document = self.document
        self._waits_for_tree = not self._tree_is_fresh
        if document is None or self._waits_for_tree:
            return
        caret = self.editor.caret
        self.marks.set_pair(brackets_at(self.editor.sync.text, caret) or pair_at(document.seen_tree, caret))
        if not self._moved_by_others:
            self._caret_timer.start()
        self._moved_by_others = False

    def _select_at_caret(self) -> None:
        """Select the component in which the caret rests."""
        if self.document is not None and self._tree_is_fresh and self.editor.hasFocus():
            self.document.select_at(self.editor.caret, ORIGIN)

    def _find_folds(self) -> None:
        """Work out what can be folded; of a long text not here."""
        if self.document is None or not self._tree_is_fresh:
            return
        tree = self.document.seen_tree
        if len(tree.text) < LONG:
            self._take_folds((tree, _folds_of(tree)))
        else:
            job = self._jobs.run(self.tr("Finding folds"), lambda job: (tree, _folds_of(tree)), quiet=True)
            job.succeeded.connect(self._take_folds)

    def _take_folds(self, outcome: object) -> None:
        if (
            isinstance(outcome, tuple)
            and self._tree_is_fresh
            and self.document
            and outcome[0] is self.document.seen_tree
        ):
            self.editor.folding.set_folds(outcome[1])
            self.editor.gutter.update()

    def _read_surroundings(self) -> None:
        if self.document is None:
            return
        question = asked(self.document, self.live)
        job = self._jobs.run(self.tr("Reading names"), lambda job: (question, known(question)), quiet=True)
        job.succeeded.connect(self._take_known)

    def _take_known(self, outcome: object) -> None:
        if isinstance(outcome, tuple) and self.document is not None and outcome[0].name == self.document.name:
            self.completer.known = outcome[1]

    def _show_hits(self) -> None:
        self.marks.set_hits([hit.span for hit in self.search.hits], self.search.current)

    def _sign_clicked(self, line: int) -> None:
        """Go to the problem of a line; where it can be fixed, offer that."""
        here = [one for one in self.problems if one.span and self.editor.line_at(one.span.start) == line]
        best = next((one for one in here if one.fix), here[0] if here else None)
        if best is not None and best.span is not None:
            self.show_span(best.span)
            area = self.editor.cursorRect()
            show_context_menu(self, ("problems.fix", None, "problems.next"), self._on_screen(area.bottomLeft()))

    def _context_menu(self, at: QPoint) -> None:
        cursor = self.editor.textCursor()
        if not cursor.hasSelection():
            self.editor.setTextCursor(self.editor.cursorForPosition(at))
        show_context_menu(self, _MENU, self._on_screen(at))

    def _on_screen(self, at: QPoint) -> QPoint:
        return self.editor.viewport().mapToGlobal(at)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was selected while the code was not to be seen."""
        super().showEvent(event)
        self._reveal_selected()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.marks.retint()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.editor.setAccessibleName(self.tr("Code of the template"))
        self._set_problems(self.problems)

    def _connect(self) -> None:
        self.editor.moved.connect(self._caret_moved)
        self.editor.gutter.sign_clicked.connect(self._sign_clicked)
        self.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.editor.customContextMenuRequested.connect(self._context_menu)
        self.search.changed.connect(self._show_hits)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search)
        column.addWidget(self.goto)
        column.addWidget(self.editor, 1)
        self.setFocusProxy(self.editor)
