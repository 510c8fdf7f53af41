"""Above the pictures: what is shown, what can be done with it, and with what is selected of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.editor.inspector.elided import ElidedLabel
from desktop.widgets import GRID, IconButton, Translated, action_button, button, styled

_SHOWN = ("compare", "reveal", "browser", "save")


class HeadBar(Translated, QWidget):
    """A title, a line of facts, buttons."""

    recheck_wanted = Signal()
    sheet_wanted = Signal()
    menu_wanted = Signal()
    answers_wanted = Signal(bool)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bar")
        self.title, self.facts = ElidedLabel("heading"), ElidedLabel("muted")
        self.more, self.answers = IconButton("ellipsis"), IconButton("list-checks")
        self.answers.setCheckable(True)
        self.recheck, self.sheet = button(), button()
        self.more.clicked.connect(self.menu_wanted)
        self.recheck.clicked.connect(self.recheck_wanted)
        self.sheet.clicked.connect(self.sheet_wanted)
        self.answers.toggled.connect(self.answers_wanted)
        self._lay_out(actions)
        self.retranslate()

    def say(self, title: str, facts: str) -> None:
        """Show these words."""
        self.title.setText(title)
        self.facts.setText(facts)
        self.title.setToolTip(title)
        self.facts.setToolTip(facts)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.more.name(self.tr("What can be done with this run"))
        self.answers.name(self.tr("Answers and approval"))
        self.recheck.setText(self.tr("Recheck…"))
        self.recheck.setToolTip(self.tr("Take anew what is not as it would be now, and see what changed (F5)"))
        self.sheet.setText(self.tr("Proof sheet…"))

    def _lay_out(self, actions: Mapping[str, QAction]) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        for each in (self.title, self.facts):
            words.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(4)
        row.addLayout(words, 1)
        row.addSpacing(GRID)
        for name in _SHOWN:
            made = action_button(actions[name])
            made.setIconSize(QSize(18, 18))
            row.addWidget(made)
        row.addWidget(self.more)
        row.addSpacing(GRID)
        for pushed in (self.recheck, self.sheet):
            row.addWidget(pushed)
        row.addSpacing(4)
        row.addWidget(self.answers)
