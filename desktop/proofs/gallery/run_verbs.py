"""What can be done with a saved run: name it, delete it, go on with it, give it up, try again what failed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.dialogs.question import DeleteQuestion
from desktop.editor.history.name_dialog import NameDialog
from desktop.icons import icon
from desktop.jobs import Jobs
from desktop.language import QT_TRANSLATE_NOOP
from desktop.proofs.gallery.words import run_holds, run_name
from renderers.budget.purse import open_purse
from renderers.proofs.runs.forgetting import delete_run
from renderers.proofs.runs.resuming import Which, give_up
from templates.store.run_facts import RunFacts
from templates.store.runs import LONGEST_NAME, SavedRun, name_run
from templates.workspace import Workspace

_NAME = (
    QT_TRANSLATE_NOOP("NameDialog", "Name this run"),
    QT_TRANSLATE_NOOP("NameDialog", "Under this name it stands in the list, such as “Final, for approval”."),
    QT_TRANSLATE_NOOP("NameDialog", "Rename"),
)
_ICONS = {"resume": "refresh-cw", "give_up": "x", "retry": "rotate-ccw", "rename": "pencil", "delete": "trash-2"}
VERBS: tuple[str | None, ...] = ("resume", "give_up", "retry", None, "rename", "delete")


class RunVerbs(QObject):
    """Acts on the run that is shown."""

    changed = Signal()
    """Runs are other ones now: read them again."""
    go_on_wanted = Signal(object, str)
    """A SavedRun and Which of its pictures to take."""
    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, shown: Callable[[], RunFacts | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._shown, self._window = workspace, jobs, shown, parent
        runs = {
            "resume": self.resume,
            "give_up": self.give_up,
            "retry": self.retry,
            "rename": self.rename,
            "delete": self.delete,
        }
        self.actions: dict[str, QAction] = {}
        for name in _ICONS:
            action = QAction(parent)
            action.triggered.connect(runs[name])
            self.actions[name] = action
        self.retranslate()
        self.retint()
        self.refresh()

    def refresh(self) -> None:
        """Offer what can be done with the run."""
        facts = self._shown()
        interrupted = facts is not None and facts.run.is_interrupted()
        goes_on = facts is not None and facts.run.state == "running" and not interrupted
        stopped = facts is not None and not goes_on and facts.left > 0
        for name, can in {
            "resume": stopped,
            "give_up": interrupted,
            "retry": facts is not None and not goes_on and facts.failed > 0,
            "rename": facts is not None,
            "delete": facts is not None and not goes_on,
        }.items():
            self.actions[name].setEnabled(can)
            self.actions[name].setVisible(can or name in {"rename", "delete"})

    def retranslate(self) -> None:
        """Set every text anew."""
        for name, text in {
            "resume": self.tr("Take the rest…"),
            "give_up": self.tr("Give up"),
            "retry": self.tr("Try again what failed…"),
            "rename": self.tr("Rename…"),
            "delete": self.tr("Delete…"),
        }.items():
            self.actions[name].setText(text)

    def retint(self) -> None:
        """Draw the icons in the theme's colours."""
        for name, sign in _ICONS.items():
            self.actions[name].setIcon(icon(sign))

    # The verbs

    def resume(self) -> None:
        """Take what is left of the run."""
        self._go_on("rest")

    def retry(self) -> None:
        """Take once more what failed."""
        self._go_on("failed")

    def give_up(self) -> None:
        """Let an interrupted run be over, and free the tokens that it set aside."""
        facts = self._shown()
        if facts is not None:
            workspace, run = self._workspace, facts.run
            self._do(self.tr("Giving the run up"), lambda: _given_up(workspace, run))

    def rename(self) -> None:
        """Ask for a name."""
        facts = self._shown()
        if facts is None:
            return
        workspace, run_id = self._workspace, facts.run.id
        dialog = NameDialog(_NAME, LONGEST_NAME, self._window)
        dialog.edit.setText(facts.run.name)
        dialog.edit.selectAll()

        def named(name: str) -> None:
            self._do(self.tr("Renaming the run"), lambda: _named(workspace, run_id, name))

        dialog.named.connect(named)
        dialog.open()

    def delete(self) -> DeleteRunDialog | None:
        """Ask, and delete the run for good."""
        facts = self._shown()
        if facts is None:
            return None
        workspace, run_id = self._workspace, facts.run.id
        dialog = DeleteRunDialog(facts, self._window)

        def confirmed() -> None:
            self._do(self.tr("Deleting the run"), lambda: delete_run(workspace, run_id))

        dialog.accepted.connect(confirmed)
        dialog.open()
        return dialog

    def _go_on(self, which: Which) -> None:
        facts = self._shown()
        if facts is not None:
            self.go_on_wanted.emit(facts.run, which)

    def _do(self, label: str, work: Callable[[], object]) -> None:
        job = self._jobs.run(label, lambda job: work(), quiet=True)
        job.failed.connect(self.failed)
        job.ended.connect(self.changed)


class DeleteRunDialog(DeleteQuestion):
    """Says what goes, and that it does not come back."""

    def __init__(self, facts: RunFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Delete the run"))
        self.question.setText(self.tr("Delete the run “{name}”?").format(name=run_name(self._facts)))
        about = self.tr(
            "{holds}. Its answers go too. Pictures that no other run shows are deleted. This cannot be undone."
        )
        self.more.setText(about.format(holds=run_holds(self._facts)))


def _given_up(workspace: Workspace, run: SavedRun) -> None:
    with open_purse(workspace) as purse:
        give_up(workspace, run, purse)


def _named(workspace: Workspace, run_id: str, name: str) -> None:
    with workspace.database() as database:
        name_run(database, run_id, name)
