"""A picture: shown small, with what it weighs; chosen or dropped, it is copied into the template's folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.value_editor import LiveChips, ValueEditor
from desktop.errors import advice, what
from desktop.jobs import Job
from desktop.language import current_language
from desktop.widgets import GRID, button, label, set_role, styled
from templates.errors import MailwrightError
from templates.pictures import (
    HEAVY_BYTES,
    WIDEST,
    CopiedPicture,
    PictureFacts,
    copy_picture,
    picture_facts,
    read_picture,
    shrink_picture,
    small_picture,
)
from templates.workspace import Workspace

_SIDE = 72
_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".ico", ".tif", ".tiff")


@dataclass(frozen=True)
class Seen:
    """A picture of the workspace: what is known of it, and a small PNG."""

    facts: PictureFacts
    small: bytes


def look_at(workspace: Workspace, path: str) -> Seen:
    """Read a picture. For any thread but the window's. Raises MailwrightError."""
    real = workspace.file(path)
    data = read_picture(real)
    return Seen(picture_facts(data, real.name), small_picture(data, 2 * (_SIDE - 2)))


class PictureEditor(ValueEditor):
    """Thumbnail, facts, address; takes files that are dropped on it."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self.well = styled(QLabel(), "well")
        self.well.setFixedSize(QSize(_SIDE, _SIDE))
        self.well.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.facts = label("muted", wrap=True)
        self.line = LiveChips()
        self.line.said.connect(self._said)
        self.choose, self.shrink = button(), button(quiet=True)
        self.choose.clicked.connect(self._choose)
        self.shrink.clicked.connect(self._shrink)
        self.shrink.hide()
        self.setFocusProxy(self.choose)
        self.seen: Seen | None = None
        self._value: str | None = None
        self._path = ""
        self._job: Job | None = None
        self._target: object = None
        self._lay_out()
        context.brand_changed.connect(self._look)

    def understands(self, value: str) -> bool:
        """Any address."""
        return True

    def show_value(self, written: str | None, inherited: str) -> None:
        """Show the address, and the picture as soon as it is read."""
        self.line.show_text(written or "")
        self.line.setPlaceholderText(inherited or "https://")
        value = written or inherited
        if value != self._value:
            self._value = value
            self._look()

    def main_control(self) -> QWidget:
        """The address."""
        return self.line

    def chips(self) -> LiveChips:
        """The line."""
        return self.line

    def flush(self) -> None:
        """Say what was typed."""
        self.line.flush()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.line.setAccessibleName(self.tr("{name}: address").format(name=self.name))
        self.choose.setText(self.tr("Choose file…"))
        self.choose.setAccessibleName(self.tr("{name}: choose a file").format(name=self.name))
        self.choose.setToolTip(self.tr("Or drop a picture here. It is copied into the template's folder."))
        self.shrink.setText(self.tr("Make it smaller"))
        self.shrink.setToolTip(self.tr("A copy, {width} pixels wide").format(width=WIDEST))
        self.well.setAccessibleName(self.name)
        self._say()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a picture from the disk."""
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Copy what is dropped."""
        if path := self._dropped(event):
            event.acceptProposedAction()
            self.take_file(path)

    def take_file(self, path: str) -> None:
        """Copy a file into the template's folder and show that copy."""
        document = self.context.document
        if document is None:
            return
        workspace, name = document.workspace, document.name
        self._copy(lambda: copy_picture(workspace, name, Path(path)))

    def _dropped(self, event: QDragEnterEvent | QDropEvent) -> str:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        return next((path for path in paths if path.lower().endswith(_ENDINGS)), "")

    def _choose(self) -> None:
        pattern = self.tr("Pictures") + f" (*{' *'.join(_ENDINGS)})"
        dialog = QFileDialog(self, self.tr("Choose a picture"), "", pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _shrink(self) -> None:
        document, path = self.context.document, self._path
        if document is not None:
            workspace, name = document.workspace, document.name
            self._copy(lambda: shrink_picture(workspace, name, path))

    def _copy(self, copy: Callable[[], CopiedPicture]) -> None:
        self._target = self.context.target
        self._start(self.tr("Copying the picture"), copy, self._copied)

    def _start(self, words: str, work: Callable[[], object], then: Callable[[object], None]) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self.context.jobs.run(words, lambda job: work(), quiet=True)
        self._job.succeeded.connect(then)
        self._job.failed.connect(self._failed)

    def _copied(self, copied: object) -> None:
        if isinstance(copied, CopiedPicture) and self.sender() is self._job:
            self.late.emit(copied.path, self._target)

    def _look(self) -> None:
        """Read the picture of the address, unless nobody knows it before the mail is sent or it is on the web."""
        self.seen, self._path = None, ""
        self.well.setPixmap(QPixmap())
        self.shrink.hide()
        document, value = self.context.document, self.context.resolved(self._value or "").strip()
        if document is None or not value or "{" in value or ":" in value:
            self._say()
            return
        self._path = value
        workspace = document.workspace
        self._start(self.tr("Reading a picture"), lambda: look_at(workspace, value), self._looked)

    def _looked(self, seen: object) -> None:
        if not isinstance(seen, Seen) or self.sender() is not self._job:
            return
        self.seen = seen
        picture = QPixmap()
        picture.loadFromData(seen.small, "PNG")
        picture.setDevicePixelRatio(2)
        self.well.setPixmap(picture)
        self._say()

    def _failed(self, error: MailwrightError) -> None:
        if self.sender() is self._job:
            language = current_language()
            self._show_facts(f"{what(error, language)} {advice(error, language)}", "danger")

    def _say(self) -> None:
        """What is known, in words."""
        value = self._value or ""
        self.well.setVisible(bool(value))
        if self.seen is not None:
            self._say_facts(self.seen.facts)
        elif not value:
            self._show_facts(self.tr("No picture. Drop a file here, or:"))
        elif "{" in self.context.resolved(value):
            self._show_facts(self.tr("The data of each mail say which picture."))
        elif ":" in value:
            self._show_facts(self.tr("On the web: it is loaded when the mail is read."))
        else:
            self._show_facts("")

    def _say_facts(self, facts: PictureFacts) -> None:
        size = QLocale().formattedDataSize(facts.bytes, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        heavy, wide = facts.bytes > HEAVY_BYTES, facts.width > 2 * WIDEST
        words = f"{facts.width} × {facts.height} px · {size}" if facts.width else size
        if facts.form == "SVG":
            words += "\n" + self.tr("Most mail programs do not show SVG. Choose the file again: the copy is a PNG.")
        elif heavy:
            words += "\n" + self.tr("Heavy: it loads slowly on phones.")
        self.shrink.setVisible((heavy or wide) and facts.width > WIDEST)
        self._show_facts(words, "warning" if heavy or facts.form == "SVG" else "muted")

    def _show_facts(self, words: str, role: str = "muted") -> None:
        self.facts.setText(words)
        if self.facts.property("role") != role:
            set_role(self.facts, role)

    def _said(self, text: str) -> None:
        self.typed.emit(text.strip() or None)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self.facts, 1)
        beside.addWidget(self.choose)
        row = QHBoxLayout()
        row.setSpacing(GRID + 4)
        row.addWidget(self.well, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.shrink)
        column.addWidget(self.line)
