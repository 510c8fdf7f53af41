"""The middle of the window: all pictures, some of them at full size, what costs tokens, and what a recheck found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.proofs.gallery.changes_pane import ChangesPane
from desktop.proofs.gallery.errand_page import ErrandPage
from desktop.proofs.gallery.errands import Errand
from desktop.proofs.gallery.facts import TemplateTitle
from desktop.proofs.gallery.pair_delegate import PairRow
from desktop.proofs.look.looked import Looked
from desktop.proofs.look.page import LookPage


class ProofPages(QStackedWidget):
    """Leads from ``home`` to the others and back to where one came from."""

    came_home = Signal()

    def __init__(self, home: QWidget, look: LookPage, errand: ErrandPage, changes: ChangesPane) -> None:
        super().__init__()
        self.home, self.look, self.errand, self.changes = home, look, errand, changes
        self._called: Mapping[str, TemplateTitle] = {}
        for page in (home, look, errand, changes):
            self.addWidget(page)
        look.left.connect(self.go_back)
        errand.left.connect(self.go_back)
        errand.carried_out.connect(self._carried_out)
        changes.opened.connect(self._compare_change)
        changes.left.connect(self.go_back)

    @property
    def is_home(self) -> bool:
        """Whether all pictures are shown."""
        return self.currentWidget() is self.home

    def open(self, looked: Looked, others: Sequence[Looked], *, previous: bool, next_: bool) -> None:
        """Show one picture at full size; ``others`` are what it can be compared with."""
        self.look.show_looked(looked, previous=previous, next_=next_, others=others)
        self.setCurrentWidget(self.look)
        self.look.focus()

    def compare(self, pictures: Sequence[Looked]) -> None:
        """Compare some, the older ones first."""
        self.look.compare(pictures)
        self.setCurrentWidget(self.look)
        self.look.focus()

    def begin(self, errand: Errand, heading: str, called: Mapping[str, TemplateTitle]) -> None:
        """Ask what something costs; one that is under way is shown instead."""
        self._called = called
        if not self.errand.is_running:
            self.errand.begin(errand, heading, called)
        self.setCurrentWidget(self.errand)

    def go_back(self) -> None:
        """To where one came from; never out of a run."""
        if self.currentWidget() is self.look and self.changes.is_open:
            self.look.stop()
            self.setCurrentWidget(self.changes)
            self.changes.view.setFocus()
        elif not (self.currentWidget() is self.errand and self.errand.is_running):
            self.go_home()
            self.came_home.emit()

    def go_home(self) -> None:
        """Show all pictures; a run goes on."""
        self.look.stop()
        self.changes.stop()
        if not self.errand.is_running:
            self.errand.stop()
        self.setCurrentWidget(self.home)

    def stop(self) -> None:
        """Nobody waits any more; of a run what is done is kept."""
        for each in (self.look, self.errand, self.changes):
            each.stop()

    def _carried_out(self, outcome: object) -> None:
        """Nobody is led away from a picture that is open: its way back leads to what changed."""
        if isinstance(outcome, list):
            self.changes.show_outcome(outcome, self._called)
            if self.currentWidget() is not self.look:
                self.setCurrentWidget(self.changes)
        elif self.currentWidget() is self.errand:
            self.go_back()

    def _compare_change(self, row: PairRow) -> None:
        self.compare([Looked.of_kept(row.change.before), Looked.of_kept(row.change.after)])
