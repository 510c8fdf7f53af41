"""Why does it look so? The label and what it means, the client's changes, and how much of the mail the data cover."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.clients.coverage_text import covered, uncovered
from desktop.clients.look import Explained
from desktop.clients.reason_filter import ReasonFilter
from desktop.clients.reason_model import ReasonModel, Spot
from desktop.clients.reason_tree import ReasonTree
from desktop.clients.spots import source_of, spot_name
from desktop.editor.history.empty_state import EmptyState
from desktop.editor.panel import DocumentPanel
from desktop.language import current_language
from desktop.widgets import GRID, label, rule, styled
from renderers.clients.profile import profile
from renderers.clients.words import translated
from renderers.proofs.truth import truth_of
from renderers.render.cast import Cast
from templates.source.tree import SourceTree

_WIDTH = 312


class WhyPanel(DocumentPanel):
    """Explains one picture."""

    spot_wanted = Signal(object)
    """The Spot that somebody wants to see in the text."""
    source_wanted = Signal(str)
    """The address of what a rule is known from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "panel")
        self.setMinimumWidth(_WIDTH)
        self.explained: Explained | None = None
        self._tree: SourceTree | None = None
        self._cast: Cast | None = None
        self._failed = False
        self.heading, self.badge, self.meaning = label("heading"), label("label-chip"), label("muted", wrap=True)
        self.stand_in, self.note = label("warning", wrap=True), label("tiny", wrap=True)
        self.summary, self.covered = label("caption"), label("tiny", wrap=True)
        self.model = ReasonModel(self)
        self.filter, self.tree = ReasonFilter(self.model), ReasonTree(self.model)
        self.filter.narrowed.connect(self._narrowed)
        self.tree.spot_wanted.connect(self.spot_wanted)
        self.tree.source_wanted.connect(self.source_wanted)
        self.nothing, self.foot = EmptyState(), QWidget()
        self.nothing.text.setFixedWidth(_WIDTH - 6 * GRID)
        self._pages = QStackedWidget()
        self._lay_out()
        self.retranslate()

    def show_explained(self, explained: Explained | None, tree: SourceTree | None) -> None:
        """Show why; None while nothing is known."""
        same = (
            explained is not None and self.explained is not None and explained.asked.view == self.explained.asked.view
        )
        self.explained, self._tree, self._failed = explained, tree, False
        self._cast = self._cast if same else None
        place = self.tree.verticalScrollBar().value()
        self.tree.setEnabled(True)
        self.model.show_reasons(explained.reasons if explained else (), self._component)
        self.retranslate()
        self._unfold()
        if same:  # typing: who reads on stays where they were
            self.tree.verticalScrollBar().setValue(place)

    def show_cast(self, cast: Cast) -> None:
        """Follow the engine that took the picture."""
        self._cast = cast
        self.retranslate()

    def show_outdated(self, outdated: bool) -> None:
        """Say whether the text is another one now: then what is here was true of the one before."""
        self.tree.setEnabled(not outdated)

    def show_failed(self) -> None:
        """There is no explanation, and none is under way."""
        self._failed = True
        self.retranslate()

    def keyboard_target(self) -> QWidget:
        """The reasons, where there are some."""
        return self.tree if self.tree.isVisible() and self.tree.isEnabled() else super().keyboard_target()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.heading.setText(self.tr("Why does it look so?"))
        self.tree.setAccessibleName(self.tr("What the client changes"))
        self.filter.count()
        self.tree.viewport().update()
        explained = self.explained
        for each in () if explained else (self.badge, self.meaning, self.stand_in, self.note, self.foot):
            each.hide()
        self.filter.setVisible(bool(explained and explained.reasons))
        if explained is not None:
            self._say(explained)
        self.updateGeometry()
        self._pages.setCurrentWidget(self.tree if self.model.groups else self.nothing)
        self._say_nothing()

    def _say(self, explained: Explained) -> None:
        shown, language = profile(explained.asked.client), current_language()
        truth = truth_of(shown, self._cast, language)
        self.badge.setText(truth.name)
        self.badge.show()
        self.badge.setToolTip(truth.meaning or truth.stand_in)
        self.meaning.setText(truth.meaning)
        modelled = self.tr("The reasons are those of the model: the client itself may differ.")
        self.stand_in.setText(modelled if self._cast and self._cast.takes_mail else truth.stand_in)
        self.note.setText(translated(shown.note, language))
        for each in (self.meaning, self.stand_in, self.note):
            each.setVisible(bool(each.text()))
        self.summary.setText(self.tr("%n change(s)", "", sum(len(each.spots) for each in explained.reasons)))
        self.summary.setVisible(bool(explained.reasons))
        self.covered.setText(covered(explained.coverage))
        self.covered.setToolTip(uncovered(explained.coverage))
        self.foot.setVisible(shown.group != "plain")

    def _say_nothing(self) -> None:
        if self._failed:
            self.nothing.say("triangle-alert", self.tr("Nothing to explain"), self.tr("There is no picture."))
        elif self.explained is None:
            self.nothing.say("scan", self.tr("Looking at the mail…"), "")
        elif self.explained.reasons:
            self.nothing.say("search", self.tr("No reason found"), self.tr("Look for another word or certainty."))
        else:
            self.nothing.say(
                "circle-check", self.tr("Nothing is changed"), self.tr("This client shows the mail as it is.")
            )

    def _component(self, spot: Spot) -> str:
        if self.explained is None or self._tree is None:
            return ""
        return spot_name(source_of(self.explained, spot.at, spot.element, self._tree), self._tree)

    def _narrowed(self) -> None:
        self._unfold()
        self._pages.setCurrentWidget(self.tree if self.model.groups else self.nothing)
        self._say_nothing()

    def _unfold(self) -> None:
        self.tree.unfold(everything=self.filter.is_on)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, 12, 2 * GRID, GRID)
        head.setSpacing(4)
        title = QHBoxLayout()
        title.addWidget(self.heading)
        title.addStretch()
        title.addWidget(self.badge)
        head.addLayout(title)
        for each in (self.meaning, self.stand_in, self.note):
            head.addWidget(each)
        head.addSpacing(4)
        head.addWidget(self.filter)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        foot.setSpacing(2)
        foot.addWidget(self.summary)
        foot.addWidget(self.covered)
        whole_foot = QVBoxLayout(self.foot)
        whole_foot.setContentsMargins(0, 0, 0, 0)
        whole_foot.setSpacing(0)
        whole_foot.addWidget(rule())
        whole_foot.addLayout(foot)
        for page in (self.tree, self.nothing):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)
