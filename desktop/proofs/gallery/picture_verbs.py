"""What can be done with pictures: look, compare, open elsewhere, keep. Each is an action of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.icons import icon
from desktop.jobs import Job, Jobs
from desktop.proofs.gallery.picture_row import PictureRow
from desktop.proofs.look.looked import Looked
from renderers.proofs.client_page import client_page
from renderers.proofs.compare import Seen
from renderers.proofs.proof import Shot
from renderers.proofs.runs.reading import before
from renderers.render.pool import RenderPool
from templates.errors import InputError, StorageError
from templates.files import write_bytes, write_text
from templates.workspace import Workspace

_ROWS = {
    "open": ("maximize-2", "Return"),
    "compare": ("columns-2", "Ctrl+D"),
    "before": ("history", "Ctrl+Shift+D"),
    "reveal": ("mail-search", "Ctrl+E"),
    "browser": ("external-link", "Ctrl+B"),
    "save": ("save", "Ctrl+S"),
    "copy": ("copy", "Ctrl+C"),
}
VERBS: tuple[str | None, ...] = ("open", "compare", "before", None, "reveal", "browser", None, "save", "copy")


class PictureVerbs(QObject):
    """Acts on what is selected; what needs another page of the window goes out as a signal."""

    open_wanted = Signal()
    compare_wanted = Signal(object)
    """A sequence of Looked, the older ones first."""
    reveal_wanted = Signal(object)
    """A Shot to be shown in the editor."""
    failed = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        chosen: Callable[[], Sequence[PictureRow]],
        open_url: Callable[[QUrl], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._chosen, self._open_url = workspace, jobs, chosen, open_url
        self._window = parent
        self._folder = QTemporaryDir()
        runs = {
            "open": self.open_wanted.emit,
            "compare": self.compare,
            "before": self.compare_with_before,
            "reveal": self.reveal,
            "browser": self.open_in_browser,
            "save": self.save_as,
            "copy": self.copy,
        }
        self.actions: dict[str, QAction] = {}
        for name, (_, shortcut) in _ROWS.items():
            action = QAction(parent)
            action.setShortcut(shortcut)
            action.triggered.connect(runs[name])
            self.actions[name] = action
        for name in [each for each in _ROWS if each != "open"]:
            parent.addAction(self.actions[name])  # Enter belongs to the list that has the keyboard
        self.retranslate()
        self.retint()
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done with what is selected."""
        rows = self._chosen()
        taken = [row for row in rows if row.kept.picture is not None]
        one = len(rows) == 1
        for name, can in {
            "open": one,
            "compare": len(taken) > 1,
            "before": one and bool(taken),
            "reveal": one,
            "browser": one,
            "save": one and bool(taken),
            "copy": one and bool(taken),
        }.items():
            self.actions[name].setEnabled(can)

    def retranslate(self) -> None:
        """Set every text anew."""
        for name, text in {
            "open": self.tr("Open"),
            "compare": self.tr("Compare"),
            "before": self.tr("Compare with the run before"),
            "reveal": self.tr("Show in the editor, with its changes"),
            "browser": self.tr("Open in the browser"),
            "save": self.tr("Save picture as…"),
            "copy": self.tr("Copy picture"),
        }.items():
            self.actions[name].setText(text)

    def retint(self) -> None:
        """Draw the icons in the theme's colours."""
        for name, (sign, _) in _ROWS.items():
            self.actions[name].setIcon(icon(sign))

    # The verbs

    def compare(self) -> None:
        """Show the selected pictures beside each other, the oldest first."""
        taken = [row for row in self._chosen() if row.kept.picture is not None]
        if len(taken) > 1:
            self.compare_wanted.emit([row.looked for row in sorted(taken, key=lambda row: row.kept.run.created)])

    def compare_with_before(self) -> None:
        """Show a picture beside that of the run before."""
        row = self._one
        if row is None:
            return
        workspace = self._workspace

        def work(job: Job) -> list[Looked]:
            older = before(workspace, row.kept.run).get(row.shot)
            if older is None or older.picture is None:
                raise InputError("There is no older picture of this to compare with.")
            return [Looked.of_kept(older), row.looked]

        job = self._jobs.run(self.tr("Reading the run before"), work, quiet=True)
        job.succeeded.connect(self.compare_wanted)
        job.failed.connect(self.failed)

    def reveal(self) -> None:
        """Show the template in the editor as this client shows it, with what it changes."""
        if (row := self._one) is not None:
            self.reveal_wanted.emit(row.shot)

    def open_in_browser(self) -> None:
        """Open what the client makes of the mail, as it stands now, in the user's browser."""
        row = self._one
        if row is None:
            return
        workspace, shot = self._workspace, row.shot
        path = Path(self._folder.path()) / f"{_file_name(shot)}.html"

        async def work(job: Job, pool: RenderPool) -> Path:
            write_text(path, await client_page(workspace, shot))
            return path

        job = self._jobs.run_async(self.tr("Writing the page"), work, quiet=True)
        job.succeeded.connect(self._written)
        job.failed.connect(self.failed)

    def save_as(self) -> None:
        """Ask for a file, and write the picture to it."""
        row = self._one
        if row is None or row.kept.picture is None:
            return
        suffix = row.kept.picture.suffix
        dialog = QFileDialog(self._window, self.tr("Save the picture"), f"{_file_name(row.shot)}{suffix}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, target: str) -> None:
        """Write the selected picture to a file."""
        row = self._one
        if row is None or row.kept.picture is None:
            return
        source = row.kept.picture
        job = self._jobs.run(self.tr("Saving the picture"), lambda job: _copied(source, Path(target)), quiet=True)
        job.succeeded.connect(self._saved)
        job.failed.connect(self.failed)

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        row = self._one
        if row is None or row.kept.picture is None:
            return
        source = row.kept.picture
        job = self._jobs.run(self.tr("Reading the picture"), lambda job: Seen.of(_read(source)), quiet=True)
        job.succeeded.connect(self._copied)
        job.failed.connect(self.failed)

    # Inside

    @property
    def _one(self) -> PictureRow | None:
        rows = self._chosen()
        return rows[0] if len(rows) == 1 else None

    def _written(self, path: object) -> None:
        if isinstance(path, Path):
            self._open_url(QUrl.fromLocalFile(str(path)))

    def _saved(self, path: object) -> None:
        self.told.emit(self.tr("Saved as {path}.").format(path=path))

    def _copied(self, seen: object) -> None:
        if isinstance(seen, Seen):
            image = QImage(seen.rgb, seen.width, seen.height, 3 * seen.width, QImage.Format.Format_RGB888)
            QGuiApplication.clipboard().setImage(image.copy())  # the clipboard outlives the pixels
            self.told.emit(self.tr("The picture is on the clipboard."))


def _file_name(shot: Shot) -> str:
    parts = (shot.template, "" if shot.data_set == "default" else shot.data_set, shot.segment, shot.view)
    return "-".join(filter(None, parts))


def _read(picture: Path) -> bytes:
    try:
        return picture.read_bytes()
    except OSError as error:
        raise StorageError("This picture is not there any more.", advice="Render it again.") from error


def _copied(source: Path, target: Path) -> Path:
    write_bytes(target, _read(source))
    return target
