"""Offers the unsaved work that a crash left behind: look at the difference, take it over, or discard it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.autosave import AutoSave
from desktop.document_files import is_side
from desktop.editor.history.compare import Side
from desktop.editor.history.compare_dialog import Choice, CompareDialog
from desktop.editor.history.keeper import VersionKeeper
from desktop.editor.history.replace import replace_document
from desktop.editor.history.when import spoken
from desktop.editor.notice_bar import NoticeBar
from desktop.jobs import Jobs
from desktop.language import QT_TRANSLATE_NOOP
from desktop.widgets import IconButton
from templates.files import read_text
from templates.recovery import Recovered, digest, discard, left_behind
from templates.snapshot import Snapshot
from templates.template_folder import TemplateFolder

Left = tuple[Path, Recovered]

_CHOICES = (
    Choice("discard", QT_TRANSLATE_NOOP("CompareDialog", "Discard")),
    Choice("recover", QT_TRANSLATE_NOOP("CompareDialog", "Recover"), primary=True),
)


class RecoveryBar(NoticeBar):
    """Shows the newest of what was left; after a decision the next one, if there is any."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, "history", parent)
        self.compare, self.discard_button, self.recover_button = (self.add_button() for _ in range(3))
        self.later = IconButton("x")
        self.row.addWidget(self.later)
        self.compare.clicked.connect(self.show_comparison)
        self.discard_button.clicked.connect(self.discard)
        self.recover_button.clicked.connect(self.recover)
        self.later.clicked.connect(self._put_off)
        self.offered: list[Left] = []
        self._put_off_paths: set[Path] = set()
        self._taken_over: list[Path] = []
        self.retranslate()

    def document_opened(self) -> None:
        """Look for what a crash left of this document."""
        self.offered = []
        self.refresh()
        document = self.document
        if document is None or not document.editable:
            return
        saver = document.findChild(AutoSave)
        own = saver.file.path if isinstance(saver, AutoSave) else Path()
        root, folder = document.workspace.root, document.folder
        job = self.jobs.run(
            self.tr("Looking for unsaved work"), lambda job: _worth_offering(root, folder, own), quiet=True
        )
        job.succeeded.connect(self._found)

    def refresh(self) -> None:
        """Show the newest offer, or nothing."""
        self.retranslate()
        self.setVisible(bool(self.offered))

    def show_comparison(self) -> CompareDialog | None:
        """Show the document beside what was left."""
        if self.document is None or not self.offered:
            return None
        left = self.offered[0][1]
        sides = {name: side for name, side in left.sides.items() if side is not None}
        now = {name: self.document.side(name) or "" for name in sides}
        lost = self.tr("Unsaved work")
        pair = (
            Side(self.tr("As it is now"), Snapshot(self.document.text, now)),
            Side(f"{lost} · {spoken(left.saved)}", Snapshot(left.text, sides)),
        )
        dialog = CompareDialog(self.jobs, self.document.workspace, self.document.name, pair, _CHOICES, self.window())
        dialog.chosen.connect(self._chosen)
        dialog.open()
        return dialog

    def recover(self) -> None:
        """Take the work over, as one step that can be undone. Its file goes once the work is safe in another."""
        if self.document is None or not self.offered:
            return
        path, left = self.offered.pop(0)
        self._taken_over.append(path)
        saver = self.document.findChild(AutoSave)
        if replace_document(self.document, self.tr("Recover unsaved work"), left.text, left.sides) and isinstance(
            saver, AutoSave
        ):
            saver.write_now().succeeded.connect(self._safe)
        else:
            self._safe()
        self.refresh()

    def discard(self) -> None:
        """Give the work up; the history keeps it for a while."""
        if self.document is None or not self.offered:
            return
        path, left = self.offered.pop(0)
        keeper = self.document.findChild(VersionKeeper)
        if isinstance(keeper, VersionKeeper):
            keeper.keep_unsaved(left.text, left.sides)
        self._taken_over.append(path)
        self._safe()
        self.refresh()

    def retranslate(self) -> None:
        """Set every text anew."""
        if self.offered:
            left = self.offered[0][1]
            found = self.tr("Unsaved work was found ({when}).").format(when=spoken(left.saved))
            older = self.document is not None and left.base != digest(self.document.files.text_on_disk)
            self.text.setText(found + (" " + self.tr("The file was changed since then.") if older else ""))
        self.compare.setText(self.tr("Compare…"))
        self.discard_button.setText(self.tr("Discard"))
        self.recover_button.setText(self.tr("Recover"))
        self.later.name(self.tr("Later"))

    def _found(self, outcome: tuple[str, list[Left]]) -> None:
        name, found = outcome
        if self.document is not None and self.document.name == name:
            self.offered = [left for left in found if left[0] not in self._put_off_paths]
            self.refresh()

    def _put_off(self) -> None:
        """Not now: it is offered again when the template is opened the next time."""
        self._put_off_paths.add(self.offered.pop(0)[0])
        self.refresh()

    def _safe(self, _written: object = None) -> None:
        paths, self._taken_over = self._taken_over, []
        self.jobs.run(self.tr("Clearing up"), lambda job: _clear_away(paths), quiet=True)

    def _chosen(self, choice: str) -> None:
        if choice == "recover":
            self.recover()
        else:
            self.discard()


def _worth_offering(root: Path, folder: TemplateFolder, own: Path) -> tuple[str, list[Left]]:
    """Return what was left and is not on disk by now; the rest is cleared away. For a job's thread."""
    offered = []
    for path, found in left_behind(root, folder.name, but=own):
        left = found.model_copy(update={"sides": {name: side for name, side in found.sides.items() if is_side(name)}})
        files = {folder.mjml_path: left.text, **{folder.root / name: side for name, side in left.sides.items()}}
        if all(_is_on_disk(file, text) for file, text in files.items()):
            discard(path)
        else:
            offered.append((path, left))
    return folder.name, offered


def _clear_away(paths: Iterable[Path]) -> None:
    for path in paths:
        discard(path)


def _is_on_disk(file: Path, text: str | None) -> bool:
    return read_text(file) == text if file.is_file() else text is None
