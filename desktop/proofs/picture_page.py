"""One picture at full size: a pixel of it is a pixel of the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.history.empty_state import EmptyState
from desktop.jobs import Job, Jobs
from desktop.proofs.shot_model import ShownShot
from desktop.widgets import GRID, IconButton, Translated, label, styled
from renderers.proofs.compare import Seen

_STEPS = ("chevron-left", "chevron-right")


class PicturePage(Translated, QWidget):
    """Shows one card's picture; ``stepped`` asks for the next (1) or the previous one (-1)."""

    left = Signal()
    stepped = Signal(int)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self.row: ShownShot | None = None
        self.back, self.previous, self.next = (IconButton(each) for each in ("arrow-left", *_STEPS))
        self.name, self.facts, self.truth = label("strong"), label("muted"), label("label-chip")
        self.picture, self.area, self.why = QLabel(), QScrollArea(), EmptyState()
        styled(self.picture, "picture")
        self.area.setWidget(self._framed())
        self.area.setWidgetResizable(True)
        self.area.verticalScrollBar().setSingleStep(40)
        self._pages = QStackedWidget()
        for page in (self.area, self.why):
            self._pages.addWidget(page)
        self.back.clicked.connect(self.left)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self._lay_out()
        self.retranslate()

    def show_row(self, row: ShownShot) -> None:
        """Show another picture, from its top; or why there is none."""
        self.stop()
        self.row = row
        self.picture.clear()
        self.area.verticalScrollBar().setValue(0)
        self.retranslate()
        self._pages.setCurrentWidget(self.why if row.why or not row.proof else self.area)
        result = row.proof.result if row.proof else None
        if result is not None:
            picture = result.picture
            self._job = self._jobs.run(self.tr("Reading the picture"), lambda job: Seen.of(picture), quiet=True)
            self._job.succeeded.connect(self._show)

    def stop(self) -> None:
        """Nobody waits for the picture any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def retranslate(self) -> None:
        """Set every text anew."""
        self.back.name(self.tr("Back to all pictures (Esc)"))
        self.previous.name(self.tr("Previous picture"))
        self.next.name(self.tr("Next picture"))
        self.area.setAccessibleName(self.tr("The picture at full size"))
        if self.row is None:
            return
        shot, truth = self.row.shot, self.row.truth
        result = self.row.proof.result if self.row.proof else None
        size = f"{result.width} × {result.height}" if result else ""
        self.name.setText(self.row.client)
        self.facts.setText("  ·  ".join(filter(None, (self.row.mode, shot.template, size))))
        self.truth.setText(truth.name)
        self.truth.setToolTip(" ".join(filter(None, (truth.meaning, truth.stand_in))))
        self.truth.setVisible(result is not None)
        waits = self.tr("Not taken") if self.row.given_up else self.tr("Taking the picture…")
        self.why.say(
            "triangle-alert" if self.row.why else "camera",
            self.tr("No picture, and nothing charged") if self.row.why else waits,
            self.row.why,
        )

    def _show(self, seen: object) -> None:
        self._job = None
        if isinstance(seen, Seen):
            image = QImage(seen.rgb, seen.width, seen.height, 3 * seen.width, QImage.Format.Format_RGB888)
            self.picture.setPixmap(QPixmap.fromImage(image))

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def _go_on(self) -> None:
        self.stepped.emit(1)

    def _framed(self) -> QWidget:
        """The picture with some ground around it."""
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        return ground

    def _lay_out(self) -> None:
        bar = styled(QWidget(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        for each in (self.back, self.name, self.facts):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self.truth, 0, Qt.AlignmentFlag.AlignVCenter)
        for step in (self.previous, self.next):
            row.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._pages, 1)
