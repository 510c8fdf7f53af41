"""A small picture beside what the pointer is over: a saved proof, at once and without a click."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.jobs import Job, Jobs
from desktop.widgets import GRID, label, styled
from renderers.proofs.thumbnail import thumbnail
from templates.errors import StorageError

WIDTH, HEIGHT = 280, 380  # logical pixels of the largest picture
_MOST_KEPT = 60
_GAP = 12


class HoverPicture(QWidget):
    """A window that takes no keyboard and no click; whoever shows it says when, and hides it."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        styled(self, "hover")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._jobs = jobs
        self._kept: OrderedDict[Path, QPixmap] = OrderedDict()
        self._wanted: Path | None = None
        self._beside = QRect()
        self._job: Job | None = None
        self.picture, self.caption = QLabel(), label("muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID, GRID, GRID)
        self._column.setSpacing(GRID // 2)
        self._column.addWidget(self.picture)
        self._column.addWidget(self.caption)

    def show_picture(self, path: Path, caption: str, beside: QRect) -> None:
        """Show the picture in the file beside a rectangle of the screen; it is read off the GUI thread."""
        self._wanted, self._beside = path, beside
        self.caption.setText(caption)
        if path in self._kept:
            self._kept.move_to_end(path)
            self._show(self._kept[path])
            return
        if self._job is not None:
            self._job.cancel()
        ratio = self.devicePixelRatioF()
        self._job = self._jobs.run(self.tr("Reading a picture"), lambda job: _small(path, ratio), quiet=True)
        self._job.succeeded.connect(self._read)

    def say(self, caption: str, beside: QRect) -> None:
        """Show words where there is no picture."""
        self._wanted, self._beside = None, beside
        self.caption.setText(caption)
        self._show(None)

    def hideEvent(self, event: object) -> None:
        """Whoever hides it does not want what is still being read."""
        self._wanted = None

    def _read(self, found: object) -> None:
        path, small = found if isinstance(found, tuple) else (None, b"")
        if path is None or path != self._wanted:
            return
        image = QImage.fromData(small) if small else QImage()
        if image.isNull():
            self.hide()
            return
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._kept[path] = pixmap
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self._show(pixmap)

    def _show(self, pixmap: QPixmap | None) -> None:
        self.picture.setVisible(pixmap is not None)
        if pixmap is not None:
            self.picture.setPixmap(pixmap)
        width = pixmap.deviceIndependentSize().toSize().width() if pixmap else WIDTH
        self.caption.setFixedWidth(max(width, 160))
        self._column.activate()
        width = self._column.totalSizeHint().width()
        self.setFixedSize(width, self._column.totalHeightForWidth(width))
        self._place()
        self.show()

    def _place(self) -> None:
        """To the right of the rectangle where there is room, else to its left; on the screen in any case."""
        beside = self._beside
        screen = (QGuiApplication.screenAt(beside.center()) or self.screen()).availableGeometry()
        left = beside.right() + _GAP
        if left + self.width() > screen.right():
            left = beside.left() - _GAP - self.width()
        top = min(beside.center().y() - self.height() // 3, screen.bottom() - self.height())
        self.move(max(screen.left(), left), max(screen.top(), top))


def _small(path: Path, ratio: float) -> tuple[Path, bytes]:
    """Empty where the file is gone or damaged."""
    try:
        return path, thumbnail(path.read_bytes(), round(WIDTH * ratio), height=round(HEIGHT * ratio))
    except (OSError, StorageError):
        return path, b""
