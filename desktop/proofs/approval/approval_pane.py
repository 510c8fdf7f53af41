"""The approval of one saved run: where it stands, what was answered, answering, the proof sheet and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.proofs.approval.answer_delegate import AnswerDelegate
from desktop.proofs.approval.answer_form import AnswerForm
from desktop.proofs.approval.answer_model import ANSWER, AnswerModel
from desktop.proofs.approval.answer_work import Received, dropped, forget, judge, receive
from desktop.proofs.approval.answers_dialog import AnswersDialog
from desktop.proofs.approval.sheet_dialog import SheetDialog
from desktop.proofs.approval.words import SIGNS, counted, verdict_text
from desktop.widgets import GRID, Translated, button, label, rule, set_role, styled
from renderers.proofs.approval.names import picture_name
from renderers.proofs.runs.reading import KeptRun
from templates.errors import MailwrightError
from templates.store.answers import Answer, Verdict, standing_of
from templates.workspace import Workspace


class ApprovalPane(Translated, QWidget):
    """A column that shows one run. It stores answers in jobs, and takes files that are dropped on it."""

    changed = Signal(str)
    """The id of a run whose answers are other ones now."""
    place_wanted = Signal(int)
    """The picture of an answer that was chosen; -1: it is to the whole."""

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "panel")
        self.setAcceptDrops(True)
        self._workspace, self._jobs = workspace, jobs
        self.kept: KeptRun | None = None
        self._place: int | None = None
        self._work: Job | None = None
        self._received: Received | None = None
        self._error: MailwrightError | None = None
        self._drafts: dict[str, str] = {}  # by run, what was written to it and not sent
        self._sent = ""
        self.title, self.state = label("heading"), label("muted")
        self.sheet, self.read = button(), button()
        self.form, self.model, self.view = AnswerForm(), AnswerModel(self), QListView()
        self.told, self.empty = label("muted", wrap=True), label("muted", wrap=True)
        self.caption = label("caption")
        self._prepare_view()
        self.sheet.clicked.connect(self.open_sheet)
        self.read.clicked.connect(self.open_answers)
        self.form.answered.connect(self._judge)
        self._lay_out()
        self.retranslate()

    def show_run(self, kept: KeptRun | None, place: int | None = None) -> None:
        """Show another run, or the same one read anew; ``place`` is the picture that is selected."""
        before = self.kept.run.id if self.kept else ""
        now = kept.run.id if kept else ""
        if now != before:
            self._received = self._error = None
            self._drafts[before] = self.form.comment.toPlainText()
            self.form.comment.setPlainText(self._drafts.pop(now, ""))
        self.kept = kept
        self.select(place)
        self.retranslate()

    def select(self, place: int | None) -> None:
        """This picture is selected now; None where none is."""
        self._place = place
        self.form.offer_picture(place, self._names().get(place, "") if place is not None else "")

    def open_sheet(self) -> None:
        """Ask how the proof sheet is to be, and write it."""
        if self.kept is not None:
            SheetDialog(self._workspace, self.kept, self._jobs, self).open()

    def open_answers(self) -> None:
        """Ask for what a proof sheet brought back."""
        AnswersDialog(self._receive, self).open()

    def read_file(self, path: Path) -> None:
        """Read a file with answers."""
        self._receive(path)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.title.setText(self.tr("Approval"))
        self.sheet.setText(self.tr("Proof sheet…"))
        self.sheet.setToolTip(self.tr("One file for the client: HTML to answer in, or PDF to sign"))
        self.read.setText(self.tr("Read answers…"))
        self.read.setToolTip(self.tr("What the client sent back: the small file, or the text of the e-mail"))
        self.caption.setText(self.tr("Answers"))
        self.view.setAccessibleName(self.tr("Answers"))
        self.empty.setText(
            self.tr("Nobody has answered yet. Send the proof sheet to the client, and drop the answers here.")
        )
        self.model.show_answers(self.kept.answers if self.kept else (), self._names())
        self._refresh()

    # Dropping, deleting

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and texts."""
        if dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        given = dropped(event.mimeData())
        if given is not None:
            event.acceptProposedAction()
            self._receive(given)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen answer away."""
        answer = self.view.currentIndex().data(ANSWER)
        idle = self._work is None
        if event.key() == Qt.Key.Key_Delete and isinstance(answer, Answer) and self.view.hasFocus() and idle:
            workspace = self._workspace
            self._do(self.tr("Deleting the answer"), lambda job: forget(workspace, answer))
        else:
            super().keyPressEvent(event)

    # Inside

    def _names(self) -> dict[int, str]:
        language = current_language()
        return {each.saved.place: picture_name(each.shot, language) for each in self.kept.shots} if self.kept else {}

    def _judge(self, verdict: Verdict, comment: str, place: int | None) -> None:
        if self.kept is None or self._work is not None:
            return
        workspace, run, self._sent = self._workspace, self.kept.run.id, comment
        self._do(self.tr("Storing the answer"), lambda job: judge(workspace, run, place, verdict, comment))

    def _receive(self, given: Path | str) -> Job:
        workspace = self._workspace
        return self._do(self.tr("Reading the answers"), lambda job: receive(workspace, given))

    def _do(self, what: str, work: Callable[[Job], object]) -> Job:
        self._work = job = self._jobs.run(what, work, quiet=True)
        self._work.succeeded.connect(self._done)
        self._work.failed.connect(self._failed)
        self._work.ended.connect(self._ended)
        self._error = self._received = None
        self._refresh()
        return job

    def _done(self, outcome: object) -> None:
        if isinstance(outcome, Received):
            self._received = outcome
            self.changed.emit(outcome.run.id)
        elif isinstance(outcome, str):
            self._forget_sent(outcome)
            self.changed.emit(outcome)

    def _forget_sent(self, run: str) -> None:
        """What was stored need not be written any more; what was written since stays."""
        if self.kept is not None and self.kept.run.id == run:
            if self.form.said == self._sent:
                self.form.clear()
        elif self._drafts.get(run, "").strip() == self._sent:
            self._drafts.pop(run, None)

    def _failed(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self._error = error

    def _ended(self) -> None:
        self._work = None
        self._refresh()

    def _chosen(self, index: QModelIndex) -> None:
        answer = index.data(ANSWER)
        if isinstance(answer, Answer):
            self.place_wanted.emit(-1 if answer.place is None else answer.place)

    def _refresh(self) -> None:
        idle, kept = self._work is None, self.kept
        for each in (self.sheet, self.form):  # not while something is stored: that would take the keyboard away
            each.setEnabled(kept is not None)
        self.read.setEnabled(idle)
        standing = standing_of(list(kept.answers)) if kept else None
        self.state.setText(verdict_text(standing) if kept else "")
        set_role(self.state, SIGNS[standing][1] if standing else "muted")
        self.told.setText(self._told())
        set_role(self.told, "danger" if self._error else "success")
        self.told.setVisible(bool(self.told.text()))
        self.view.setVisible(self.model.rowCount() > 0)
        self.empty.setVisible(self.model.rowCount() == 0 and kept is not None)
        self.caption.setVisible(kept is not None)

    def _told(self) -> str:
        if self._error is not None:
            return explain(self._error, current_language())
        found = self._received
        if found is None:
            return ""
        said = self.tr("Nothing new: these answers from {who} were read before.").format(who=found.author)
        if found.new:
            said = self.tr("{answers} from {who}.").format(answers=counted.answers(found.new), who=found.author)
        if self.kept is None or found.run.id != self.kept.run.id:
            said += " " + self.tr("They are to another run: {template}.").format(template=found.run.template)
        return said

    def _prepare_view(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(AnswerDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._chosen)
        self.view.activated.connect(self._chosen)

    def _lay_out(self) -> None:
        head, files = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.state)
        files.setSpacing(GRID)
        for each in (self.sheet, self.read):
            files.addWidget(each, 1)
        top = QVBoxLayout()
        top.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        top.setSpacing(12)
        top.addLayout(head)
        top.addLayout(files)
        top.addWidget(self.told)
        top.addWidget(rule())
        top.addWidget(self.form)
        top.addWidget(rule())
        top.addWidget(self.caption)
        top.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addStretch()
        self.setMinimumWidth(320)
