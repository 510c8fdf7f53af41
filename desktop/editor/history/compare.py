"""Two states of a template side by side: as pictures and as text. Serves versions, variants, recovery and the disk."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.history.difference_view import DifferenceView
from desktop.editor.history.empty_state import EmptyState
from desktop.editor.history.picture_pair import PicturePair
from desktop.editor.history.picture_taker import Pair, PictureTaker
from desktop.icons import icon
from desktop.jobs import Job, Jobs
from desktop.language import QT_TRANSLATE_NOOP
from desktop.widgets import GRID, Translated, action_button, label, segment, styled
from renderers.proofs.compare import Compared
from renderers.render.cache import PictureCache
from templates.differences import file_differences
from templates.errors import MailwrightError
from templates.snapshot import Snapshot
from templates.workspace import Workspace

#: Who looks at the pictures: profile and what it is called here.
DEVICES = (
    ("plain-desktop", QT_TRANSLATE_NOOP("CompareView", "Computer")),
    ("plain-mobile", QT_TRANSLATE_NOOP("CompareView", "Phone")),
    ("plain-mobile-dark", QT_TRANSLATE_NOOP("CompareView", "Phone, dark")),
)


@dataclass(frozen=True)
class Side:
    """One state and what it is called."""

    title: str
    snapshot: Snapshot


class CompareView(Translated, QWidget):
    """Shows the differences of two sides; F7 and Shift+F7 walk through them."""

    compared = Signal()
    """The pictures, or why there are none, are there."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None, *, cache: PictureCache | None = None) -> None:
        """``cache`` is where pictures are kept beyond this view."""
        super().__init__(parent)
        self._jobs = jobs
        self._taker = PictureTaker(jobs, cache, self)
        self._taker.taken.connect(self._show_compared)
        self._taker.failed.connect(self._pictures_failed)
        self._workspace: Workspace | None = None
        self._template = ""
        self._pair: tuple[Side, Side] | None = None
        self._text_job: Job | None = None
        self.pictures, self.text = PicturePair(), DifferenceView()
        self.nothing = EmptyState()
        self.before_title, self.after_title, self.counter = label("danger"), label("success"), label("muted")
        self.as_pictures, self.as_text = (QAction(self, checkable=True) for _ in range(2))
        group = QActionGroup(self)
        for action in (self.as_pictures, self.as_text):
            group.addAction(action)
            action.toggled.connect(self._mode_changed)
        self.previous, self.next = QAction(self), QAction(self)
        for action, keys, step in ((self.previous, "Shift+F7", self._go_back), (self.next, "F7", self._go_on)):
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(step)
            self.addAction(action)
        self.device, self.all_lines = QComboBox(), QCheckBox()
        self.device.setProperty("plain", True)
        self.device.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.device.activated.connect(self._take_pictures)
        self.all_lines.toggled.connect(self.text.set_all_lines)
        self.pictures.moved.connect(self._count)
        self.text.moved.connect(self._count)
        self._stack = QStackedWidget()
        self._lay_out()
        self._retint()
        self.retranslate()
        self.as_pictures.setChecked(True)

    def show_pair(self, workspace: Workspace, template: str, before: Side, after: Side) -> None:
        """Compare two states of a template."""
        self._workspace, self._template, self._pair = workspace, template, (before, after)
        self._name_sides()
        self._compare_text()
        self._mode_changed()

    def show_nothing(self, icon_name: str, title: str, text: str) -> None:
        """There is nothing to compare: say why, and what to do."""
        self._pair = None
        self._cancel()
        self.nothing.say(icon_name, title, text)
        self._name_sides()
        self._mode_changed()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.as_pictures.setText(self.tr("Pictures"))
        self.as_text.setText(self.tr("Text"))
        self.previous.setText(self.tr("Previous difference"))
        self.next.setText(self.tr("Next difference"))
        self.all_lines.setText(self.tr("All lines"))
        self.device.setAccessibleName(self.tr("Device"))
        chosen = max(0, self.device.currentIndex())
        self.device.clear()
        for profile_id, name in DEVICES:
            self.device.addItem(QCoreApplication.translate("CompareView", name), profile_id)
        self.device.setCurrentIndex(chosen)
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._retint()

    # Inside

    @property
    def _shown(self) -> PicturePair | DifferenceView:
        return self.pictures if self.as_pictures.isChecked() else self.text

    def _mode_changed(self, _checked: bool = True) -> None:
        pictures = self.as_pictures.isChecked()
        self._stack.setCurrentWidget(self._shown if self._pair else self.nothing)
        self._tools.setVisible(self._pair is not None)
        self.device.setVisible(pictures)
        self.all_lines.setVisible(not pictures)
        if pictures and self._pair is not None:
            self._take_pictures()
        self._count()

    def _compare_text(self) -> None:
        if self._pair is None:
            return
        if self._text_job is not None:
            self._text_job.cancel()
        before, after = (side.snapshot for side in self._pair)
        job = self._jobs.run(self.tr("Comparing"), lambda job: file_differences(before, after), quiet=True)
        job.succeeded.connect(self.text.show_files)
        self._text_job = job

    def _take_pictures(self) -> None:
        pair = self._picture_pair()
        if pair is None:
            return
        known = self._taker.known(pair)
        if known is not None:
            self._show_compared(known)
        else:
            self.pictures.wait()
            self._taker.take(pair)

    def _picture_pair(self) -> Pair | None:
        if self._pair is None or self._workspace is None:
            return None
        before, after = (side.snapshot.text for side in self._pair)
        return Pair(self._workspace, self._template, before, after, self.device.currentData())

    def _pictures_failed(self, error: MailwrightError) -> None:
        self.pictures.show_failure(error)
        self.compared.emit()

    def _show_compared(self, compared: Compared) -> None:
        self.pictures.show_compared(compared)
        self.compared.emit()

    def _cancel(self) -> None:
        self._taker.cancel()
        if self._text_job is not None:
            self._text_job.cancel()

    def _go_on(self) -> None:
        self._go(1)

    def _go_back(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        shown = self._shown
        if shown.count:
            shown.go((shown.current + by) % shown.count)

    def _count(self) -> None:
        shown, there = self._shown, self._pair is not None
        self.next.setEnabled(there and shown.count > 0)
        self.previous.setEnabled(there and shown.count > 0)
        place = self.tr("{number} of {count}").format(number=shown.current + 1, count=shown.count)
        same = self.tr("No difference") if self._is_known() else ""
        self.counter.setText((place if shown.count else same) if there else "")

    def _is_known(self) -> bool:
        pair = self._picture_pair()
        return self._shown is self.text or (pair is not None and self._taker.known(pair) is not None)

    def _name_sides(self) -> None:
        before, after = self._pair or (None, None)
        self.before_title.setText(f"−  {before.title}" if before else "")
        self.after_title.setText(f"+  {after.title}" if after else "")

    def _retint(self) -> None:
        self.previous.setIcon(icon("chevron-up"))
        self.next.setIcon(icon("chevron-down"))

    def _lay_out(self) -> None:
        self._tools = styled(QWidget(), "bar")
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        bar.setSpacing(GRID)
        text_only = Qt.ToolButtonStyle.ToolButtonTextOnly
        bar.addWidget(segment((self.as_pictures, self.as_text), style=text_only))
        bar.addWidget(self.device)
        bar.addWidget(self.all_lines)
        bar.addStretch()
        bar.addWidget(self.counter)
        for action in (self.previous, self.next):
            bar.addWidget(action_button(action))
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, 4, 2 * GRID, 6)
        row.addWidget(self.before_title, 1)
        row.addWidget(self.after_title, 1)
        for each in (self.pictures, self.text, self.nothing):
            self._stack.addWidget(each)
        head = QVBoxLayout(self._tools)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addLayout(bar)
        head.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(self._stack, 1)
