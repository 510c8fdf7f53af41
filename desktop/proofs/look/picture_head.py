"""Above one picture: whose it is and how true, the way back, to its neighbours and to a comparison."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.editor.inspector.elided import ElidedLabel
from desktop.proofs.look.looked import Looked
from desktop.widgets import GRID, IconButton, Translated, button, label, styled


class PictureHead(Translated, QWidget):
    """Says what is shown; emits what is wanted."""

    left = Signal()
    stepped = Signal(int)
    compared = Signal(object)
    """With this one, a Looked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bar")
        self._looked: Looked | None = None
        self._others: tuple[Looked, ...] = ()
        self.back, self.previous, self.next = map(IconButton, ("arrow-left", "chevron-left", "chevron-right"))
        self.name, self.facts, self.truth = label("strong"), ElidedLabel("muted"), label("label-chip")
        self.compare: QPushButton = button(quiet=True)
        self.menu = QMenu(self.compare)
        self.compare.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill_menu)  # there may be a hundred to name
        self.back.clicked.connect(self.left)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self._lay_out()
        self.retranslate()

    def show_looked(self, looked: Looked, others: Sequence[Looked]) -> None:
        """Say whose picture it is; ``others`` are what it can be compared with."""
        self._looked = looked
        self._others = tuple(each for each in others if each.picture is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.back.name(self.tr("Back to all pictures (Esc)"))
        self.previous.name(self.tr("Previous picture (←)"))
        self.next.name(self.tr("Next picture (→)"))
        self.compare.setText(self.tr("Compare with"))
        if self._looked is not None:
            self._tell(self._looked)

    def _tell(self, looked: Looked) -> None:
        truth = looked.truth
        self.name.setText(looked.client)
        self.facts.setText("  ·  ".join(looked.facts))
        self.truth.setText(str(truth))
        self.truth.setToolTip(truth.meaning)
        self.truth.setVisible(bool(truth.name) and looked.picture is not None)
        self.compare.setVisible(bool(self._others) and looked.picture is not None)

    def _fill_menu(self) -> None:
        self.menu.clear()
        for each in self._others:
            action = self.menu.addAction(each.name_beside((self._looked,) if self._looked else ()))
            action.setData(each)
            action.triggered.connect(self._compare)

    def _compare(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.compared.emit(action.data())

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def _go_on(self) -> None:
        self.stepped.emit(1)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        for each in (self.back, self.name):
            row.addWidget(each)
        row.addWidget(self.facts, 1)
        row.addWidget(self.truth, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.compare)
        for step in (self.previous, self.next):
            row.addWidget(step)
