"""The eyedropper: a colour from a picture of the company's page, from its logo, or from any picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QFileDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.dialogs.picture_view import Magnifier, PictureView
from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.panels.brand_panel.logo_well import ENDINGS, own_png
from desktop.panels.brand_panel.source_words import main_source
from desktop.panels.swatches import Swatch
from desktop.widgets import GRID, Translated, button, label, set_role, styled
from templates.brand.colours.oklch import hue_distance
from templates.brand.evidence import Candidate
from templates.brand.reading.css import css_colour
from templates.errors import MailwrightError
from templates.importing.reading import read_limited
from templates.pictures import MOST_BYTES, small_picture

_SIDE = 2000  # pixels of a picture that somebody opens: enough for every place where a colour can be seen
_SAME = 1.0  # CIEDE2000 under which nobody sees a difference


@dataclass(frozen=True)
class Scene:
    """A picture that is there from the beginning: a PNG of ours."""

    title: str
    path: Path


class EyedropperDialog(Translated, QDialog):
    """``picked`` tells the colour, then the dialog is closed."""

    picked = Signal(str)

    def __init__(
        self, field: str, scenes: Sequence[Scene], candidates: Sequence[Candidate], jobs: Jobs, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field, self._jobs = field, jobs
        self._candidates = [one for one in candidates if css_colour(one.value)]
        self._nearest: Candidate | None = None
        self._job: Job | None = None
        self.view = PictureView()
        self.magnifier = Magnifier(self.view)
        self.swatch, self.hex, self.place = Swatch(), label("heading"), label("muted")
        self.swatch.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.swatch.setEnabled(False)
        self.nearest, self.take_nearest = label("muted", wrap=True), button()
        self.note = label("muted", wrap=True)
        self.take, self.cancel, self.open_button = button(primary=True), button(), button()
        self.take.setDefault(True)
        self.scenes = QButtonGroup(self)
        seen = [(scene.title, picture) for scene in scenes if (picture := own_png(scene.path)) is not None]
        self._titles, self._pictures = [title for title, _ in seen], [picture for _, picture in seen]
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the colour wherever the keyboard is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Pick a colour: {field}").format(field=self._field))
        self.view.setAccessibleName(self.tr("Picture: the arrow keys move the spot by a pixel, with Shift by ten"))
        self.cancel.setText(self.tr("Cancel"))
        self.open_button.setText(self.tr("Open a picture…"))
        self.note.setText(self.tr("Click a spot, or move it with the arrow keys; Enter takes its colour."))
        self._look()

    def open_picture(self, path: str) -> None:
        """Show any picture: it is read in a job."""
        self._job = self._jobs.run(self.tr("Reading a picture"), _reading(Path(path)), quiet=True)
        self._job.succeeded.connect(self._opened)
        self._job.failed.connect(self._failed)

    def _opened(self, png: object) -> None:
        if isinstance(png, bytes):
            self._uncheck()
            self.view.show_picture(QImage.fromData(png))
            self.view.setFocus()

    def _failed(self, error: MailwrightError) -> None:
        set_role(self.note, "danger")
        self.note.setText(explain(error, current_language()))

    def _uncheck(self) -> None:
        """None of the shipped scenes is shown any more."""
        set_role(self.note, "muted")
        self.scenes.setExclusive(False)
        for each in self.scenes.buttons():
            each.setChecked(False)
        self.scenes.setExclusive(True)

    def _show_first(self) -> None:
        if not self._pictures:
            self.note.setText(self.tr("There is no picture of the page yet. Open one: a screenshot, a logo, a flyer."))
        else:
            self.scenes.button(0).setChecked(True)
            self._show_scene(0)
        self.view.setFocus()

    def _show_scene(self, number: int) -> None:
        set_role(self.note, "muted")
        self.view.show_picture(self._pictures[number])

    def _look(self) -> None:
        """Tell the colour of the pixel that is looked at."""
        spot = self.view.looked_at
        colour = self.view.colour(spot)
        self.hex.setText(colour)
        self.place.setText(f"{spot.x()}, {spot.y()}" if colour else "")
        self.view.setAccessibleDescription(colour)
        self.swatch.setVisible(bool(colour))
        if colour:
            self.swatch.show_colour(colour)
        self._look_for_nearest(colour)
        taken = self.view.colour(self.view.spot)
        self.take.setEnabled(bool(taken))
        self.take.setText(self.tr("Take {colour}").format(colour=taken) if taken else self.tr("Take the colour"))

    def _look_for_nearest(self, colour: str) -> None:
        """A picture's pixels are seldom exact: the candidate beside is often what was meant."""
        ranked = sorted(self._candidates, key=lambda one: hue_distance(one.value, colour)) if colour else []
        self._nearest = ranked[0] if ranked else None
        self.nearest.setVisible(self._nearest is not None)
        self.take_nearest.hide()
        if self._nearest is None:
            return
        distance = hue_distance(self._nearest.value, colour)
        words = self.tr("The same as {source}") if distance < _SAME else self.tr("Nearest: {source}, ΔE {distance}")
        source = main_source(self._nearest.source)
        self.nearest.setText(words.format(source=source, distance=round(distance)))
        self.take_nearest.setVisible(distance >= _SAME)
        self.take_nearest.setText(self.tr("Take {colour}").format(colour=self._nearest.value))

    def _take(self) -> None:
        colour = self.view.colour(self.view.spot)
        if colour:
            self.picked.emit(colour)
            self.accept()

    def _take_nearest(self) -> None:
        if self._nearest is not None:
            self.picked.emit(css_colour(self._nearest.value))
            self.accept()

    def _choose(self) -> None:
        pattern = self.tr("Pictures") + f" (*{' *'.join(ENDINGS)})"
        dialog = QFileDialog(self, self.tr("Open a picture"), "", pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_picture)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        self.view.moved.connect(self._look)
        self.view.taken.connect(self._take)
        self.scenes.idClicked.connect(self._show_scene)
        self.take.clicked.connect(self._take)
        self.take_nearest.clicked.connect(self._take_nearest)
        self.cancel.clicked.connect(self.reject)
        self.open_button.clicked.connect(self._choose)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(2 * GRID)
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addLayout(self._scene_row())
        left.addWidget(self.view, 1)
        left.addWidget(self.note)
        row.addLayout(left, 1)
        row.addWidget(self._side())
        self.resize(960, 600)

    def _scene_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        frame = styled(QWidget(), "scenes")
        inner = QHBoxLayout(frame)
        inner.setContentsMargins(0, 0, 0, 0)
        for number, title in enumerate(self._titles):
            choice = QToolButton()
            choice.setText(title)
            choice.setCheckable(True)
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.scenes.addButton(choice, number)
            inner.addWidget(choice)
        row.addWidget(frame)
        row.addStretch()
        row.addWidget(self.open_button)
        return row

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(200)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.magnifier, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addWidget(self.swatch)
        row.addWidget(self.hex, 1)
        column.addLayout(row)
        column.addWidget(self.place)
        column.addSpacing(GRID)
        column.addWidget(self.nearest)
        column.addWidget(self.take_nearest)
        column.addStretch()
        column.addWidget(self.take)
        column.addWidget(self.cancel)
        return side


def _reading(path: Path) -> Callable[[Job], bytes]:
    def work(job: Job) -> bytes:
        return small_picture(read_limited(path, MOST_BYTES), _SIDE)

    return work
