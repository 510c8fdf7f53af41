"""The right side: how far the run is, the grid of pictures, one of them at full size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QProgressBar,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.editor.history.empty_state import EmptyState
from desktop.errors import explain
from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.panels.card_view import LARGEST, SMALLEST, USUAL
from desktop.proofs.look.looked import Looked
from desktop.proofs.look.page import LookPage
from desktop.proofs.proof_view import ProofView
from desktop.proofs.rendering import Outcome, Taken
from desktop.proofs.shot_model import SHOWN, ShotModel, ShownShot
from desktop.proofs.words import counted, outcome_words
from desktop.widgets import GRID, Translated, button, label, set_role, styled
from renderers.proofs.proof import Shot
from renderers.render.cache import PictureCache
from templates.errors import MailwrightError
from templates.workspace import Workspace

_SOON_MS = 40  # pictures that are kept come by dozens: they are counted together


class SheetPane(Translated, QWidget):
    """Shows one run: what is there of it stays to be looked at, however it ended."""

    enlarged = Signal(bool)
    """Whether one picture is shown at full size from now on."""

    def __init__(
        self,
        jobs: Jobs,
        workspace: Workspace | None = None,
        cache: PictureCache | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        styled(self, "stage")
        self.model, self.view = ShotModel(self), ProofView()
        self.view.setModel(self.model)
        self.said = label("strong", wrap=True)
        self.bar, self.size_slider = QProgressBar(textVisible=False), QSlider(Qt.Orientation.Horizontal)
        self.bar.setFixedWidth(180)
        self.size_slider.setRange(SMALLEST, LARGEST)
        self.size_slider.setValue(USUAL)
        self.size_slider.setFixedWidth(96)
        self.nothing, self.picture = EmptyState(), LookPage(jobs, workspace, cache)
        self.compare = button(quiet=True)
        self.compare.clicked.connect(self._compare)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(self._count_selected)
        self._outcome: Outcome | MailwrightError | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._refresh)
        self._pages, self._whole = QStackedWidget(), QStackedWidget()
        self.view.activated.connect(self._activated)
        self.size_slider.valueChanged.connect(self.view.set_card_width)
        self.picture.left.connect(self.back)
        self.picture.stepped.connect(self._step)
        self._lay_out()
        self.retranslate()

    def begin(self, shots: Sequence[Shot]) -> None:
        """Follow a new run."""
        self._outcome = None
        self.back()
        self.model.expect(shots)
        self.view.fit(self.model)
        self.view.setCurrentIndex(self.model.index(0))
        self.view.scrollToTop()
        self.bar.setRange(0, len(shots))
        self._refresh()

    def take(self, taken: object) -> None:
        """Show one more picture."""
        if isinstance(taken, Taken):
            self.model.take(taken)
            if not self._soon.isActive():
                self._soon.start()
            looked = self.picture.looked
            if self.is_enlarged and not self.picture.is_comparing and looked and looked.shot == taken.proof.shot:
                self._open(self.view.currentIndex())

    def end(self, outcome: Outcome | MailwrightError) -> None:
        """The run is over."""
        self._outcome = outcome
        self.model.give_up()
        self._soon.stop()
        self._refresh()

    @property
    def failed(self) -> tuple[Shot, ...]:
        """What was tried in this run and is no picture."""
        return tuple(row.shot for row in self.model.rows if row.why)

    @property
    def is_enlarged(self) -> bool:
        """Whether one picture is shown at full size."""
        return self._whole.currentWidget() is self.picture

    def back(self) -> None:
        """From one picture to all of them."""
        if self.is_enlarged:
            self.picture.stop()
            self._whole.setCurrentIndex(0)
            self.enlarged.emit(False)
            self.view.setFocus()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.view.setAccessibleName(self.tr("Pictures"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.size_slider.setAccessibleName(self.tr("Size of the pictures"))
        self.size_slider.setToolTip(self.tr("Size of the pictures"))
        self.compare.setText(self.tr("Compare"))
        self.compare.setToolTip(self.tr("Compare the pictures that are selected"))
        self.nothing.say(
            "camera",
            self.tr("No pictures yet"),
            self.tr(
                "Choose clients on the left. What it costs stands below before anything is taken: a new picture is one "
                "token; what was taken before, and what fails, costs nothing."
            ),
        )
        self.model.retranslate()
        self._refresh()

    def _refresh(self) -> None:
        running = bool(self.model.rows) and self._outcome is None
        self.bar.setValue(self._count()[0])
        self._pages.setCurrentWidget(self.view if self.model.rows else self.nothing)
        self._head.setVisible(bool(self.model.rows))
        self._count_selected()
        self.bar.setVisible(running)
        self.said.setText(self._progress() if running else self._ended())
        failed = isinstance(self._outcome, MailwrightError) or bool(self._unkept())
        set_role(self.said, "danger" if failed else "strong")

    def _progress(self) -> str:
        done, failed = self._count()
        said = self.tr("{done} of {all}").format(done=done, all=len(self.model.rows))
        return "  ·  ".join((said, counted.failed(failed))) if failed else said

    def _ended(self) -> str:
        if isinstance(self._outcome, MailwrightError):
            return explain(self._outcome, current_language())
        if self._outcome is None:
            return ""
        return " ".join(filter(None, (outcome_words(self._outcome), self._unkept())))

    def _unkept(self) -> str:
        if not isinstance(self._outcome, Outcome) or self._outcome.unkept is None:
            return ""
        return explain(self._outcome.unkept, current_language())

    def _count(self) -> tuple[int, int]:
        done = [row for row in self.model.rows if row.proof]
        return len(done), sum(bool(row.why) for row in done)

    def _activated(self, index: QModelIndex) -> None:
        self._open(index)
        self.picture.focus()

    def _open(self, index: QModelIndex) -> None:
        row = index.data(SHOWN)
        if isinstance(row, ShownShot):
            last = len(self.model.rows) - 1
            others = [look_of(each) for each in self.model.rows if each is not row]
            self.picture.show_looked(look_of(row), previous=index.row() > 0, next_=index.row() < last, others=others)
            self._enlarge()

    def _enlarge(self) -> None:
        if not self.is_enlarged:
            self._whole.setCurrentWidget(self.picture)
            self.enlarged.emit(True)

    def _selected(self) -> list[Looked]:
        """The pictures that are selected, in their order."""
        places = sorted(index.row() for index in self.view.selectedIndexes())
        found = [look_of(self.model.rows[place]) for place in places]
        return [each for each in found if each.picture is not None]

    def _count_selected(self) -> None:
        self.compare.setVisible(len(self._selected()) > 1)

    def _compare(self) -> None:
        self._enlarge()
        self.picture.compare(self._selected())

    def _step(self, by: int) -> None:
        index = self.model.index(self.view.currentIndex().row() + by)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self._open(index)

    def _lay_out(self) -> None:
        self._head = styled(QWidget(), "bar")
        row = QHBoxLayout(self._head)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self.said, 1)
        row.addWidget(self.bar)
        row.addWidget(self.compare)
        row.addWidget(self.size_slider)
        self.compare.hide()
        self._head.setMinimumSize(QSize(0, 46))
        for page in (self.nothing, self.view):
            self._pages.addWidget(page)
        sheet = QWidget()
        below = QVBoxLayout(sheet)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._head)
        below.addWidget(self._pages, 1)
        for whole in (sheet, self.picture):
            self._whole.addWidget(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)


def look_of(row: ShownShot) -> Looked:
    """Return what there is to be looked at of a card."""
    return Looked.of_proof(row.proof) if row.proof else Looked.expected(row.shot, given_up=row.given_up)
