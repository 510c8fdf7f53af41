"""Why does it look so? The label and what it means, the client's changes, and how much of the mail the data cover."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from desktop.clients.look import Explained
from desktop.clients.reason_delegate import ReasonDelegate
from desktop.clients.reason_model import MOST_PLACES, SPOT, Group, ReasonModel, Spot
from desktop.clients.spots import source_of, spot_name
from desktop.editor.history.empty_state import EmptyState
from desktop.icons import pixmap
from desktop.language import current_language
from desktop.widgets import GRID, Translated, label, rule, styled
from renderers.clients.profile import Fidelity, profile
from renderers.clients.words import label as fidelity_label
from renderers.clients.words import translated
from templates.source.tree import SourceTree

_ARROW = 14


class ReasonTree(QTreeView):
    """Rows follow the width: their sentences wrap."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reasons")
        self.setHeaderHidden(True)
        self.setMouseTracking(True)
        self.setIndentation(18)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(ReasonDelegate(self))

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw the arrow beside the first line of the sentence, not in the middle of the row."""
        if index.model().rowCount(index):
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
            painter.drawPixmap(rect.right() - _ARROW, rect.top() + 9, pixmap(name, colour, _ARROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the heights anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class WhyPanel(Translated, QWidget):
    """Explains one picture."""

    spot_wanted = Signal(object)
    """The Spot that somebody wants to see in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "panel")
        self.explained: Explained | None = None
        self.fidelity: Fidelity | None = None
        self.heading, self.badge, self.meaning = label("heading"), label("changed"), label("muted", wrap=True)
        self.note, self.summary, self.covered = label("tiny", wrap=True), label("caption"), label("tiny", wrap=True)
        self.model, self.tree = ReasonModel(self), ReasonTree()
        self.tree.setModel(self.model)
        self.tree.clicked.connect(self._clicked)
        self.tree.activated.connect(self._clicked)
        self.nothing = EmptyState()
        self._pages = QStackedWidget()
        self._lay_out()
        self.retranslate()

    def show_explained(self, explained: Explained | None, tree: SourceTree | None) -> None:
        """Show why; None while nothing is known."""
        self.explained = explained
        self.fidelity = profile(explained.asked.client).fidelity if explained else None
        self.model.show_groups(_groups(explained, tree) if explained and tree else ())
        self.retranslate()

    def show_fidelity(self, fidelity: Fidelity) -> None:
        """Follow the engine that took the picture."""
        self.fidelity = fidelity
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.heading.setText(self.tr("Why does it look so?"))
        self.tree.setAccessibleName(self.tr("What the client changes"))
        self.model.retranslate()
        explained = self.explained
        for each in (self.badge, self.meaning, self.note, self.summary, self.covered):
            each.setVisible(explained is not None)
        if explained is not None and self.fidelity is not None:
            self._say(explained, self.fidelity)
        self._pages.setCurrentWidget(self.tree if explained and explained.reasons else self.nothing)
        if explained is None:
            self.nothing.say("scan", self.tr("Looking at the mail…"), "")
        else:
            self.nothing.say(
                "circle-check", self.tr("Nothing is changed"), self.tr("This client shows the mail as it is.")
            )

    def _say(self, explained: Explained, fidelity: Fidelity) -> None:
        language = current_language()
        self.badge.setText(fidelity_label(fidelity, language).name)
        self.meaning.setText(fidelity_label(fidelity, language).meaning)
        self.note.setText(translated(profile(explained.asked.client).note, language))
        self.summary.setText(self.tr("%n change(s)", "", sum(len(each.spots) for each in explained.reasons)))
        self.covered.setText(self._coverage(explained))

    def _coverage(self, explained: Explained) -> str:
        known = explained.coverage
        if not profile(explained.asked.client).caniemail:
            return ""
        if known.oldest:
            text = self.tr("{known} of {used} features of this mail are covered by data, the oldest test is of {date}.")
        else:
            text = self.tr("{known} of {used} features of this mail are covered by data.")
        return text.format(known=known.known, used=known.used, date=known.oldest)

    def _clicked(self, index: QModelIndex) -> None:
        only = self.model.index(0, 0, index) if self.model.rowCount(index) == 1 else index
        spot: Spot | None = only.data(SPOT)
        if spot is not None:
            self.spot_wanted.emit(spot)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, 12, 2 * GRID, GRID)
        head.setSpacing(4)
        title = QHBoxLayout()
        title.addWidget(self.heading)
        title.addStretch()
        title.addWidget(self.badge)
        head.addLayout(title)
        for each in (self.meaning, self.note):
            head.addWidget(each)
        head.addSpacing(4)
        head.addWidget(self.summary)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        foot.addWidget(self.covered)
        for page in (self.tree, self.nothing):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self._pages, 1)
        column.addWidget(rule())
        column.addLayout(foot)


def _groups(explained: Explained, tree: SourceTree) -> list[Group]:
    return [
        Group(reason, tuple(_spot(explained, at, element, tree) for at, element in reason.spots[:MOST_PLACES]))
        for reason in explained.reasons
    ]


def _spot(explained: Explained, at: int | None, element: str, tree: SourceTree) -> Spot:
    return Spot(at, element, spot_name(source_of(explained, at, element, tree), tree))
