"""The history of a template: every version, what it changed, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.document import OpenDocument
from desktop.editor.history import store_work
from desktop.editor.history.compare import Side
from desktop.editor.history.keeper import VersionKeeper
from desktop.editor.history.replace import replace_document
from desktop.editor.history.state_model import State
from desktop.editor.history.states_dialog import StatesDialog
from desktop.editor.history.when import spoken
from desktop.jobs import Job, Jobs
from desktop.language import QT_TRANSLATE_NOOP
from desktop.widgets import button
from renderers.render.cache import PictureCache
from templates.snapshot import Snapshot
from templates.store.versions import Version

NOW = "now"
KINDS = {
    "found": QT_TRANSLATE_NOOP("HistoryDialog", "Found on disk"),
    "save": QT_TRANSLATE_NOOP("HistoryDialog", "Saved"),
    "named": QT_TRANSLATE_NOOP("HistoryDialog", "Kept"),
    "restored": QT_TRANSLATE_NOOP("HistoryDialog", "Restored"),
    "unsaved": QT_TRANSLATE_NOOP("HistoryDialog", "Unsaved work, put aside"),
}


class HistoryDialog(StatesDialog):
    """A chosen version is compared with the template as it is now; two chosen ones with each other."""

    def __init__(
        self,
        document: OpenDocument,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        cache: PictureCache | None = None,
    ) -> None:
        super().__init__(document, jobs, parent, cache=cache)
        self.versions: list[Version] = []
        self._loading: Job | None = None
        self._counting: Job | None = None
        self._wanted: list[str] = []
        self.restore_button = button(primary=True)
        self.restore_button.clicked.connect(self.restore)
        self.lay_out((self.rename_button,), self.restore_button)
        self.retranslate()
        self._enable([])
        keeper = document.findChild(VersionKeeper)
        if isinstance(keeper, VersionKeeper):
            keeper.kept.connect(self.load)
        self.load()

    def load(self) -> None:
        """Read the list anew."""
        workspace, name = self.document.workspace, self.document.name
        job = self.jobs.run(
            self.tr("Reading the history"), lambda job: store_work.versions(workspace, name), quiet=True
        )
        job.succeeded.connect(self._loaded)
        job.failed.connect(self.show_error)

    def rename(self, state_id: str, name: str) -> None:
        """Give a version another name."""
        workspace = self.document.workspace
        job = self.jobs.run(
            self.tr("Naming a version"), lambda job: store_work.rename(workspace, int(state_id), name), quiet=True
        )
        job.succeeded.connect(self._renamed)
        job.failed.connect(self.show_error)

    def show_chosen(self, ids: list[str]) -> None:
        """Compare one with now, two with each other."""
        self._enable(ids)
        self.trouble.hide()
        others = [each for each in ids if each != NOW]
        if not others and self.versions:  # what is not saved yet
            others = [f"{self.versions[0].id}"]
        self._wanted = [others[-1], others[0] if len(others) > 1 else NOW] if others else []
        if not self._wanted:
            return
        numbers = [int(each) for each in self._wanted if each != NOW]
        workspace, wanted = self.document.workspace, self._wanted
        label = self.tr("Reading a version")
        job = self.jobs.run(label, lambda job: (wanted, store_work.snapshots(workspace, numbers)), quiet=True)
        job.succeeded.connect(self._compare)
        job.failed.connect(self.show_error)

    def restore(self) -> None:
        """Make the chosen version the template as it is now: one step that can be undone."""
        chosen = [each for each in self.list.ids if each != NOW]
        if len(chosen) != 1:
            return
        workspace, number = self.document.workspace, int(chosen[0])
        label = self.tr("Reading a version")
        job = self.jobs.run(label, lambda job: store_work.snapshots(workspace, [number])[0], quiet=True)
        job.succeeded.connect(self._restored)
        job.failed.connect(self.show_error)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("History – {name}").format(name=self.document.name))
        self.list.setAccessibleName(self.tr("Versions, newest first"))
        self.restore_button.setText(self.tr("Restore this version"))
        self._list_states()

    # Inside

    def _loaded(self, found: list[Version]) -> None:
        self.versions = found
        chosen = self.list.ids
        self._list_states()
        if not found:
            self.view.show_nothing(
                "history", self.tr("No versions yet"), self.tr("Every save is kept here. Save once to begin.")
            )
            return
        known = {state.id for state in self.model.states}
        self.list.choose(*([each for each in chosen if each in known] or [self._usual()]))
        if self._counting is not None:
            self._counting.cancel()
        workspace = self.document.workspace
        label = self.tr("Counting changes")
        self._counting = self.jobs.run(label, lambda job: store_work.count_lines(job, workspace, found), quiet=True)
        self._counting.reported.connect(self._counted)
        self._counting.ended.connect(self._counting_ended)

    def _usual(self) -> str:
        """The state that most people come for: the one before the last save, or what is not saved yet."""
        if not self.document.is_clean or len(self.versions) < 2:
            return NOW
        return f"{self.versions[1].id}"

    def _list_states(self) -> None:
        now = self.tr("Everything is saved") if self.document.is_clean else self.tr("Not saved yet")
        states = [State(NOW, self.tr("As it is now"), now), *(self._state(version) for version in self.versions)]
        self.model.set_states(states)

    def _state(self, version: Version) -> State:
        kind = QCoreApplication.translate("HistoryDialog", KINDS[version.kind])
        detail = [spoken(version.created), *([version.author] if version.author else [])]
        if version.name:
            detail.insert(0, kind)
        return State(f"{version.id}", version.name or kind, " · ".join(detail), version.name)

    def _counted(self, counted: tuple[int, tuple[int, int]]) -> None:
        self.model.set_counts(f"{counted[0]}", counted[1])

    def _counting_ended(self) -> None:
        self._counting = None

    def _compare(self, outcome: tuple[list[str], list[Snapshot]]) -> None:
        wanted, found = outcome
        if wanted != self._wanted:
            return
        if wanted[1] == NOW:
            found = [found[0], self._now(found[0])]
        sides = [Side(self._title(each), snapshot) for each, snapshot in zip(wanted, found, strict=True)]
        self.view.show_pair(self.document.workspace, self.document.name, sides[0], sides[1])

    def _now(self, other: Snapshot) -> Snapshot:
        """The document, with the files that the other one has."""
        names = {*other.sides, *self.document.files.changed_sides()}
        sides = {name: self.document.side(name) for name in sorted(names)}
        return Snapshot(self.document.text, {name: side for name, side in sides.items() if side is not None})

    def _title(self, state_id: str) -> str:
        state = next((each for each in self.model.states if each.id == state_id), None)
        if state is None or state_id == NOW:
            return self.tr("As it is now")
        version = next(each for each in self.versions if f"{each.id}" == state_id)
        return f"{state.title} · {spoken(version.created)}"

    def _restored(self, snapshot: Snapshot) -> None:
        replace_document(self.document, self.tr("Restore a version"), snapshot.text, snapshot.sides)
        self.accept()

    def _renamed(self, _done: object) -> None:
        self.load()

    def _enable(self, ids: list[str]) -> None:
        one = len(ids) == 1 and ids[0] != NOW
        self.rename_button.setEnabled(one)
        self.restore_button.setEnabled(one and self.document.editable)
