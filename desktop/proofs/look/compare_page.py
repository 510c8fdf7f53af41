"""Two pictures or more, compared in one of four ways."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.history.empty_state import EmptyState
from desktop.errors import advice, what
from desktop.icons import icon
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.proofs.look.compare_head import CompareHead, Way
from desktop.proofs.look.comparison import Compared, compared
from desktop.proofs.look.looked import Looked
from desktop.proofs.look.pair_view import PairView
from desktop.proofs.look.raster import Raster
from desktop.proofs.look.side_view import SideView
from desktop.proofs.look.words import difference_words
from desktop.proofs.look.zoom_area import ZoomArea
from desktop.proofs.look.zoom_bar import ZoomBar
from desktop.widgets import GRID, Translated, action_button, styled
from renderers.proofs.difference import Difference
from templates.errors import MailwrightError


class ComparePage(Translated, QWidget):
    """Shows what the first picture and others have in common, and what not."""

    left = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self.pictures: tuple[Looked, ...] = ()
        self._compared: tuple[Compared, ...] = ()
        self._other = 1
        self.head, self.pair, self.side, self.zoom = CompareHead(), PairView(), SideView(), ZoomBar()
        self.nothing = EmptyState()
        self.level = QAction(self, checkable=True, checked=True)
        self._pages = QStackedWidget()
        self._connect()
        self._lay_out()
        self._retint()
        self.zoom.follow(self.pair)
        self.retranslate()

    def compare(self, pictures: tuple[Looked, ...]) -> None:
        """Compare these; the first is what the others are compared with."""
        self.stop()
        self.pictures, self._compared, self._other = pictures, (), 1
        self._show()
        self._job = self._jobs.run(self.tr("Comparing the pictures"), lambda job: compared(pictures), quiet=True)
        self._job.succeeded.connect(self._compared_now)

    def stop(self) -> None:
        """Nobody waits any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def focus(self) -> None:
        """Give the pictures the keyboard."""
        (self.head.back if self._pages.currentWidget() is self.nothing else self.area).setFocus()

    @property
    def found(self) -> Difference | None:
        """What differs between the two that are shown."""
        return self._compared[self._other].found if self._compared else None

    @property
    def area(self) -> ZoomArea:
        """Where the pictures are, in the way that is on."""
        return self.side if self.head.way == "side" else self.pair

    def retranslate(self) -> None:
        """Set every text anew."""
        self.level.setText(self.tr("Keep level"))
        self.level.setToolTip(self.tr("Keep what belongs together at the same height, however far it moved (L)"))
        self.pair.setAccessibleName(self.tr("Two pictures compared"))
        self.side.setAccessibleName(self.tr("Pictures side by side"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._retint()

    def _retint(self) -> None:
        self.level.setIcon(icon("align-start-horizontal"))

    def _compared_now(self, found: object) -> None:
        self._job = None
        self._compared = cast(tuple[Compared, ...], found)
        self.side.show_compared(self._compared)
        self._show_pair()
        self._show()
        self.focus()

    def _show_pair(self) -> None:
        before, after = self._compared[0], self._compared[self._other]
        if isinstance(before.raster, Raster) and isinstance(after.raster, Raster):
            self.pair.show_pair(before, after)

    def _show(self) -> None:
        """Show the page that fits what is known, in the way that is on."""
        way = self.head.way
        self.head.set_way(way)
        if way != "side":
            self.pair.set_way(way)
        self._pages.setCurrentWidget(self.area if self._compared and not self._why()[0] else self.nothing)
        self.zoom.follow(self.area)
        shown = self._compared if way == "side" else (*self._compared[:1], *self._compared[self._other :][:1])
        self.level.setEnabled(way != "difference" and all(each.can_be_level for each in shown))
        self._foot.setVisible(self._pages.currentWidget() is not self.nothing)
        self._tell()

    def _why(self) -> tuple[str, str]:
        """Why the pictures cannot be compared in this way: what stands there then."""
        if self.head.way == "side" or not self._compared:
            return "", ""
        for each in (self._compared[0], self._compared[self._other]):
            if isinstance(each.raster, MailwrightError):
                language = current_language()
                return f"{each.looked.client}: {what(each.raster, language)}", advice(each.raster, language)
        found = self.found
        if self.head.way == "difference" and (found is None or not found.is_comparable):
            before, after = found.widths if found else (0, 0)
            text = self.tr(
                "One is {before} pixels wide, the other {after}: lines break elsewhere, so nearly every pixel differs. "
                "Slider and onion skin show one over the other, centred."
            )
            return self.tr("These pictures are of different widths"), text.format(before=before, after=after)
        return "", ""

    def _tell(self) -> None:
        head, found = self.head, self.found
        title, text = self._why()
        if title:
            self.nothing.say("images", title, text)
        elif not self._compared:
            self.nothing.say("images", self.tr("Comparing the pictures…"), "")
        if self.pictures:
            head.name_sides(self.pictures, self._other)
        is_one = not (head.way == "side" and len(self.pictures) > 2)  # several names say it there
        head.score.setText(difference_words(found) if found and is_one else "")
        count = len(found.boxes) if found and is_one else 0
        number = self.pair.current + 1
        said = self.tr("{number} of {count}").format(number=number, count=count)
        head.place.setText(said if count and number else "")
        for action in (head.previous, head.next):
            action.setEnabled(count > 0)

    def _walk(self, by: int) -> None:
        found = self.found
        if found and found.boxes:
            begun = self.pair.current >= 0
            self.pair.go((self.pair.current + by if begun else min(0, by)) % len(found.boxes))
            self.side.go_to(found.boxes[self.pair.current].top)
            self._tell()

    def _set_way(self, way: str) -> None:
        scale, self.head.way = self.area.zoom, cast(Way, way)
        self._show()
        if self.area.zoom != scale:
            self.area.set_zoom(scale)
        self.head.share.setValue(round(100 * self.pair.share))
        self.focus()

    def _set_other(self, place: int) -> None:
        self._other = place
        self._show_pair()
        self._show()

    def _set_level(self, level: bool) -> None:
        self.pair.set_level(level)
        self.side.set_level(level)

    def _share_set(self, value: int) -> None:
        if round(100 * self.pair.share) != value:
            self.pair.set_share(value / 100)

    def _tell_share(self) -> None:
        self.head.share.setValue(round(100 * self.pair.share))

    def _connect(self) -> None:
        head = self.head
        head.left.connect(self.left)
        head.way_chosen.connect(self._set_way)
        head.other_chosen.connect(self._set_other)
        head.walked.connect(self._walk)
        head.share.valueChanged.connect(self._share_set)
        self.pair.share_changed.connect(self._tell_share)
        self.level.toggled.connect(self._set_level)
        self.addActions(head.actions_of_page)

    def _lay_out(self) -> None:
        self._foot = styled(QWidget(), "foot")
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.addWidget(action_button(self.level, style=Qt.ToolButtonStyle.ToolButtonTextBesideIcon))
        row.addStretch(1)
        row.addWidget(self.zoom)
        for page in (self.nothing, self.pair, self.side):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)
