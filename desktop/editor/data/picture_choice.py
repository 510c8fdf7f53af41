"""The pictures of the workspace to choose from, and any file besides."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.dialogs.popup import Popup
from desktop.editor.data.context import FieldContext
from desktop.editor.inspector.picture_editor import look_at
from desktop.errors import explain
from desktop.jobs import Job, Work
from desktop.language import current_language
from desktop.widgets import GRID, Translated, button
from templates.errors import MailwrightError
from templates.workspace import Workspace

MOST = 300  # pictures; nobody looks through more
_KINDS = frozenset([".png", ".jpg", ".jpeg", ".gif", ".webp"])
_PATH = Qt.ItemDataRole.UserRole + 1


def pictures_of(workspace: Workspace, name: str) -> list[str]:
    """Return the paths of the workspace's pictures, the template's own first. For any thread but the window's."""
    root = workspace.root
    folders = (root / "templates" / name, root / "brands", root / "templates")
    every = (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix.lower() in _KINDS)
    return list(islice(dict.fromkeys(path.relative_to(root).as_posix() for path in every), MOST))


class PictureChoice(Translated, Popup):
    """``chosen`` comes with a path of the workspace."""

    chosen = Signal(str)
    file_wanted = Signal()
    """Another picture than those of the workspace."""

    def __init__(self, context: FieldContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.search = QLineEdit()
        self.search.textChanged.connect(self._filter)
        self.model = QStandardItemModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setViewMode(QListView.ViewMode.IconMode)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setUniformItemSizes(True)
        self.view.setIconSize(QSize(72, 72))
        self.view.setGridSize(QSize(96, 100))
        self.view.setWordWrap(False)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setObjectName("pictures")
        self.view.activated.connect(self._activated)
        self.view.clicked.connect(self._activated)
        self.file = button()
        self.file.clicked.connect(self._choose_file)
        self._lay_out()
        self.retranslate()
        workspace, name = context.document.workspace, context.document.name
        self._job = self._run(self.tr("Looking for pictures"), lambda job: _read(job, workspace, name))
        self._job.reported.connect(self._add)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.search.setPlaceholderText(self.tr("Search pictures"))
        self.search.setAccessibleName(self.tr("Search pictures"))
        self.view.setAccessibleName(self.tr("Pictures of the workspace"))
        self.file.setText(self.tr("Choose file…"))

    def done(self, result: int) -> None:
        """Stop looking when it is closed."""
        self._job.cancel()
        super().done(result)

    def _run(self, words: str, work: Work) -> Job:
        job = self._context.jobs.run(words, work, quiet=True)
        job.failed.connect(self._failed)
        return job

    def _add(self, found: object) -> None:
        path, small = found if isinstance(found, tuple) else ("", b"")
        picture = QPixmap()
        picture.loadFromData(small, "PNG")
        item = QStandardItem(QIcon(picture), path.rpartition("/")[2])
        item.setData(path, _PATH)
        item.setToolTip(path)
        item.setData(path, Qt.ItemDataRole.AccessibleTextRole)
        self.model.appendRow(item)
        self._hide_unsought(self.model.rowCount() - 1)

    def _filter(self) -> None:
        for row in range(self.model.rowCount()):
            self._hide_unsought(row)

    def _hide_unsought(self, row: int) -> None:
        path = str(self.model.index(row, 0).data(_PATH))
        self.view.setRowHidden(row, self.search.text().casefold() not in path.casefold())

    def _activated(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_PATH))
        self.accept()

    def _choose_file(self) -> None:
        self.reject()  # a dialog of its own would go with it
        self.file_wanted.emit()

    def _failed(self, error: MailwrightError) -> None:
        self._context.document.notified.emit("warning", explain(error, current_language()))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.setFixedSize(420, 360)


def _read(job: Job, workspace: Workspace, name: str) -> None:
    """Report each picture with its small PNG; one that cannot be read is passed over."""
    for path in pictures_of(workspace, name):
        job.check()
        try:
            job.report((path, look_at(workspace, path).small))
        except MailwrightError:
            continue
