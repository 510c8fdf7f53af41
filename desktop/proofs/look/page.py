"""Looking at pictures: one at any size, or several compared. For any window that has a list of pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.jobs import Jobs
from desktop.proofs.look.compare_page import ComparePage
from desktop.proofs.look.looked import Looked
from desktop.proofs.look.picture_page import PicturePage
from renderers.render.cache import PictureCache
from templates.workspace import Workspace


class LookPage(QWidget):
    """Shows a picture, or compares some. Its owner knows the list: it answers ``stepped`` and ``left``."""

    left = Signal()
    """Back to all pictures."""
    stepped = Signal(int)
    """The next (1) or the previous one (-1) is wanted."""

    def __init__(
        self,
        jobs: Jobs,
        workspace: Workspace | None = None,
        cache: PictureCache | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Without a workspace nothing is taken in more detail; ``cache`` is where such pictures are kept."""
        super().__init__(parent)
        self.one, self.several = PicturePage(jobs, workspace, cache), ComparePage(jobs)
        self._came_from_one = False
        self._pages = QStackedWidget()
        for page in (self.one, self.several):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        head = self.one.head
        head.left.connect(self.left)
        head.stepped.connect(self.stepped)
        head.compared.connect(self._compare_with)
        self.several.left.connect(self.go_back)

    @property
    def looked(self) -> Looked | None:
        """The picture that is shown alone, or was before some were compared."""
        return self.one.looked

    @property
    def is_comparing(self) -> bool:
        """Whether pictures are compared."""
        return self._pages.currentWidget() is self.several

    def show_looked(
        self, looked: Looked, *, previous: bool = False, next_: bool = False, others: Sequence[Looked] = ()
    ) -> None:
        """Show one picture, or why there is none; another one from its top.

        ``previous`` and ``next_`` say whether the list goes on there, ``others`` are what it can be compared with.
        """
        self.one.head.previous.setEnabled(previous)
        self.one.head.next.setEnabled(next_)
        self.one.show_looked(looked, others)
        self._pages.setCurrentWidget(self.one)

    def compare(self, pictures: Sequence[Looked]) -> None:
        """Compare two pictures or more, the older one first."""
        self._came_from_one = False
        self._compare(pictures)

    def go_back(self) -> None:
        """From a comparison to the picture that it was made from, else to all pictures."""
        if self.is_comparing and self._came_from_one:
            self.several.stop()
            self._pages.setCurrentWidget(self.one)
            self.focus()
        else:
            self.left.emit()

    def stop(self) -> None:
        """Nobody waits for pictures any more."""
        self.one.stop()
        self.several.stop()

    def focus(self) -> None:
        """Give the pictures the keyboard."""
        (self.several if self.is_comparing else self.one).focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back, the arrows to the neighbours, F in and out of the device, L to and from level rows."""
        head = self.one.head
        match event.key():
            case Qt.Key.Key_Escape:
                self.go_back()
            case Qt.Key.Key_F if not self.is_comparing:
                self.one.framed.toggle()
            case Qt.Key.Key_L if self.is_comparing:
                self.several.level.trigger()
            case Qt.Key.Key_Left if not self.is_comparing:
                head.previous.click()
            case Qt.Key.Key_Right if not self.is_comparing:
                head.next.click()
            case _:
                super().keyPressEvent(event)

    def _compare_with(self, other: Looked) -> None:
        looked = self.one.looked
        if looked is not None:
            self._came_from_one = True
            self._compare((other, looked))

    def _compare(self, pictures: Sequence[Looked]) -> None:
        self.stop()
        self._pages.setCurrentWidget(self.several)
        self.several.compare(tuple(pictures))
        self.focus()
