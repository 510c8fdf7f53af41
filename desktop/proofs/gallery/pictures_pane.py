"""The grid of pictures with what is above it, and what stands there when there are none."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.history.empty_state import EmptyState
from desktop.jobs import Jobs
from desktop.proofs.gallery.arranging import By
from desktop.proofs.gallery.card_delegate import SavedDelegate
from desktop.proofs.gallery.card_pictures import CardPictures, Wanted
from desktop.proofs.gallery.filter_bar import FilterBar
from desktop.proofs.gallery.grid_view import Group, GroupedView
from desktop.proofs.gallery.picture_model import PictureModel
from desktop.proofs.gallery.picture_row import PictureRow, Place
from desktop.proofs.hover import HoverPicture
from desktop.proofs.shot_model import SHOWN
from desktop.widgets import Translated, button, styled
from renderers.proofs.small import SmallPictures

HOVER_MS = 180


class PicturesPane(Translated, QWidget):
    """Shows rows; what is to be done with them goes out as signals."""

    opened = Signal()
    """Enter was pressed on a picture, or it was double-clicked."""
    selected = Signal()
    """Others are selected."""
    menu_wanted = Signal(QPoint)
    first_wanted = Signal()
    """There are no pictures at all, and somebody wants some."""

    def __init__(self, jobs: Jobs, files: SmallPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "stage")
        self.model, self.bar = PictureModel(self), FilterBar()
        self.pictures = CardPictures(jobs, files, self)
        self.delegate = SavedDelegate(self.pictures, self)
        self.view = GroupedView(self.delegate)
        self.view.setModel(self.model)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.hover, self._hovered = HoverPicture(jobs, self.view), QModelIndex()
        self._rest = QTimer(self, singleShot=True, interval=HOVER_MS)
        self.nothing, self.filtered, self.waiting = EmptyState(), EmptyState(), EmptyState()
        self._make_one, self._show_all = button(primary=True), button()
        self._pages = QStackedWidget()
        self._is_waiting = True
        self._lay_out()
        self._connect()
        self.retranslate()

    # What is shown

    def wait(self) -> None:
        """What is to be shown is being read."""
        self._is_waiting = True
        self._refresh()

    def show_rows(self, rows: Iterable[PictureRow], *, keep: bool = False) -> None:
        """Show these; ``keep`` what is selected, and where it is scrolled."""
        chosen, top = self._chosen_places(), self.view.verticalOffset()
        self._is_waiting = False
        self.delegate.lost.clear()
        self.pictures.forget_lost()
        shown = list(rows)
        self.delegate.tell(_differing(shown))
        self.model.show_rows(shown)
        if keep:
            self._choose_places(chosen)
            self.view.verticalScrollBar().setValue(top)
        else:
            self.view.scrollToTop()
        self._count()

    def choose(self, place: Place) -> None:
        """Select a picture; filters that hold it back are taken away."""
        if self.model.row_at(place) is None:
            self.bar.show_all()
        row = self.model.row_at(place)
        if row is not None:
            index = self.model.index(row)
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    @property
    def chosen(self) -> list[PictureRow]:
        """The selected pictures, in the order in which they stand."""
        found = sorted(self.view.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [index.data(SHOWN) for index in found]

    @property
    def current(self) -> PictureRow | None:
        """The picture that the keyboard is on."""
        index = self.view.currentIndex()
        return index.data(SHOWN) if index.isValid() else None

    def can_step(self, by: int) -> bool:
        """Whether there is a picture further on."""
        return 0 <= self.view.currentIndex().row() + by < len(self.model.rows)

    def step(self, by: int) -> None:
        """Select the next picture, or the previous one."""
        if self.can_step(by):
            self.choose(self.model.rows[self.view.currentIndex().row() + by].place)

    def group_by(self, by: By) -> None:
        """Put them into other groups."""
        self.bar.group_by(by)

    def recount(self) -> None:
        """Marks came or went."""
        self.bar.count(self.model.all)

    def stop(self) -> None:
        """Nobody looks any more."""
        self._rest.stop()
        self.hover.hide()
        self.pictures.stop()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.view.setAccessibleName(self.tr("Saved pictures"))
        self._make_one.setText(self.tr("Render previews…"))
        self._show_all.setText(self.tr("Show all"))
        self.nothing.say(
            "camera",
            self.tr("No saved pictures yet"),
            self.tr(
                "What is rendered with “Render previews…” is kept here: every run with its pictures, to be compared, "
                "approved, and checked again when a mail changes."
            ),
        )
        self.filtered.say("funnel", self.tr("Nothing passes the filters"), "")
        self.waiting.say("images", self.tr("Reading the pictures…"), "")
        self.model.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The larger picture goes when the pointer does, and no tip covers it."""
        if event.type() in {QEvent.Type.Leave, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.Hide}:
            self._stop_hovering()
        return event.type() == QEvent.Type.ToolTip and self.hover.isVisible()

    # Inside

    def _refresh(self) -> None:
        page: QWidget = self.view
        if self._is_waiting:
            page = self.waiting
        elif not self.model.all:
            page = self.nothing
        elif not self.model.rows:
            page = self.filtered
        self._pages.setCurrentWidget(page)
        self.bar.setVisible(bool(self.model.all))

    def _arranged(self) -> None:
        sections, first, groups = self.model.sections, 0, []
        for section in sections:
            groups.append(Group(section.title, first, len(section.rows)))
            first += len(section.rows)
        self.view.set_groups(groups)
        self._refresh()

    def _filter(self) -> None:
        chosen = self._chosen_places()
        self.model.set_filter(self.bar.filter)
        self._choose_places(chosen)

    def _group(self, by: By) -> None:
        chosen = self._chosen_places()
        self.model.set_grouping(by)
        self._choose_places(chosen)

    def _want(self) -> None:
        """The pictures in sight, then those of the page below and above."""
        top, bottom = self.view.sight
        page = bottom - top
        seen, below, above = ((top, bottom), (bottom, bottom + page), (top - page, top))
        wanted: dict[str, Wanted] = {}
        for begin, end in (seen, below, above):
            for row in self.view.rows_between(max(0, begin), end):
                kept = self.model.rows[row].kept
                if kept.picture is not None:
                    wanted.setdefault(kept.saved.key, Wanted(kept.saved.key, kept.picture))
        size = QSize(self.delegate.width, self.delegate.picture_height())
        self.pictures.want(list(wanted.values()), size, self.view.devicePixelRatioF())

    def _arrived(self, keys: set[str]) -> None:
        top, bottom = self.view.sight
        near = self.view.rows_between(max(0, top - (bottom - top)), 2 * bottom - top)
        self.view.redraw(row for row in near if self.model.rows[row].kept.saved.key in keys)

    def _lose(self, key: str) -> None:
        self.delegate.lost.add(key)
        self.view.redraw(row for row, each in enumerate(self.model.rows) if each.kept.saved.key == key)

    def _chosen_places(self) -> list[Place]:
        return [row.place for row in self.chosen]

    def _choose_places(self, places: list[Place]) -> None:
        selection = self.view.selectionModel()
        for at, place in enumerate(places):
            if (row := self.model.row_at(place)) is not None:
                index = self.model.index(row)
                if not at:
                    selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                selection.select(index, QItemSelectionModel.SelectionFlag.Select)

    def _count(self) -> None:
        self.bar.count(self.model.all)
        self._refresh()

    # Hovering

    def _entered(self, index: QModelIndex) -> None:
        was_shown = self.hover.isVisible()
        self._stop_hovering()
        self._hovered = index
        self._rest.start(0 if was_shown else HOVER_MS)  # from one picture to the next without waiting

    def _stop_hovering(self) -> None:
        self._rest.stop()
        self.hover.hide()

    def _look(self) -> None:
        row = self._hovered.data(SHOWN) if self._hovered.isValid() else None
        if not isinstance(row, PictureRow) or row.kept.picture is None:
            return
        inside = self.view.visualRect(self._hovered)
        at = QRect(self.view.viewport().mapToGlobal(inside.topLeft()), inside.size())
        words = (row.client, row.mode, row.truth.name, row.title)
        self.hover.show_picture(row.kept.picture, " · ".join(filter(None, words)), at)

    # The frame

    def _connect(self) -> None:
        self.bar.changed.connect(self._filter)
        self.bar.grouped.connect(self._group)
        self.bar.sized.connect(self.view.set_card_width)
        self.model.arranged.connect(self._arranged)
        self.view.seen.connect(self._want)
        self.view.seen.connect(self._stop_hovering)
        self.view.activated.connect(self.opened)
        self.view.selectionModel().selectionChanged.connect(self.selected)
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.entered.connect(self._entered)
        self.view.viewportEntered.connect(self._stop_hovering)
        self.view.viewport().installEventFilter(self)
        self.pictures.arrived.connect(self._arrived)
        self.pictures.lost.connect(self._lose)
        self._rest.timeout.connect(self._look)
        self._make_one.clicked.connect(self.first_wanted)
        self._show_all.clicked.connect(self.bar.show_all)

    def _menu(self, at: QPoint) -> None:
        if self.view.indexAt(at).isValid():
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(at))

    def _lay_out(self) -> None:
        for state, made in ((self.nothing, self._make_one), (self.filtered, self._show_all)):
            state.add_button(made)
        for page in (self.waiting, self.nothing, self.filtered, self.view):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)


def _differing(rows: list[PictureRow]) -> tuple[str, ...]:
    """What has to be said of each card, because it is not the same of all."""
    told = {
        "template": {row.shot.template for row in rows},
        "data": {row.shot.data_set for row in rows},
        "segment": {row.segment for row in rows},
    }
    return tuple(name for name, values in told.items() if len(values) > 1)
