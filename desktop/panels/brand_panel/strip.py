"""A strip of candidates: one row that scrolls sideways, picked by a click, or by arrow keys and Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from desktop.panels.brand_panel.candidate_delegate import delegate_for
from desktop.panels.brand_panel.candidate_model import CANDIDATE, CandidateModel
from desktop.widgets import IconButton, Translated
from templates.brand.evidence import Candidate

_HEIGHTS = {"colour": 62, "logo": 84, "text": 44}


class CandidateStrip(Translated, QListView):
    """Hidden while there is nothing to choose from. ``kind`` is "colour", "logo" or "text"."""

    picked = Signal(object)
    """A Candidate."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = ""
        self.candidates = CandidateModel(self)
        self.setModel(self.candidates)
        self.setItemDelegate(delegate_for(kind, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(kind != "text")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHTS[kind])
        self._back, self._on = (self._arrow(name) for name in ("chevron-left", "chevron-right"))
        self._back.clicked.connect(self._scroll_back)
        self._on.clicked.connect(self._scroll_on)
        for signal in (self.horizontalScrollBar().valueChanged, self.horizontalScrollBar().rangeChanged):
            signal.connect(self._show_arrows)
        self.clicked.connect(self._pick)
        self.hide()
        self.retranslate()

    def offer(self, candidates: Sequence[Candidate], value: str, *, always: bool = False) -> None:
        """Offer these; ``value`` is the one in use. A single one that is in use is no choice, but with ``always``."""
        self.candidates.show_candidates(candidates)
        self.show_value(value)
        row = self.candidates.row_of(value)
        self.setCurrentIndex(self.candidates.index(max(0, row)))
        self.setVisible(len(candidates) > 1 or (len(candidates) == 1 and (always or row < 0)))

    def show_value(self, value: str) -> None:
        """Mark the one in use."""
        if not self.candidates.show_value(value):
            return
        row = self.candidates.row_of(value)
        if row >= 0:
            self.scrollTo(self.candidates.index(row))

    def show_pictures(self, pictures: Mapping[str, QImage]) -> None:
        """Show logos as pictures."""
        self.candidates.show_pictures(pictures)

    def name_for(self, field: str) -> None:
        """Say which field it belongs to."""
        self._field = field
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("{field}: candidates").format(field=self._field))
        self._back.name(self.tr("Show the ones before"))
        self._on.name(self.tr("Show the next ones"))

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(0, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space take the one that the keyboard is on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._pick(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()  # one row: up and down scroll the panel
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways it is the strip's, up and down the panel's."""
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            super().wheelEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the arrows at the ends."""
        super().resizeEvent(event)
        top = (self.height() - self._on.height()) // 2
        self._back.move(2, top)
        self._on.move(self.width() - self._on.width() - 2, top)
        self._show_arrows()

    def _arrow(self, icon: str) -> IconButton:
        arrow = IconButton(icon, self, size=16)
        arrow.setObjectName("arrow")
        arrow.setFixedSize(24, 24)
        arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same
        arrow.setCursor(Qt.CursorShape.PointingHandCursor)
        arrow.hide()
        return arrow

    def _show_arrows(self) -> None:
        bar = self.horizontalScrollBar()
        self._back.setVisible(bar.value() > bar.minimum())
        self._on.setVisible(bar.value() < bar.maximum())

    def _scroll_back(self) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - self.width() * 2 // 3)

    def _scroll_on(self) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + self.width() * 2 // 3)

    def _pick(self, index: QModelIndex) -> None:
        candidate = index.data(CANDIDATE)
        if isinstance(candidate, Candidate):
            self.picked.emit(candidate)
