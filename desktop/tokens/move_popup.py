"""How many tokens go from one account to the other: by slider or typed, with what both have afterwards."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSlider, QVBoxLayout, QWidget

from desktop.dialogs.popup import Popup
from desktop.dynamic.coverage.words import number_text
from desktop.jobs import Job
from desktop.tokens.facts import ShownAccount
from desktop.tokens.form import Amount, Asking
from desktop.tokens.opened import Ask
from desktop.widgets import GRID, IconLabel, Translated, button, label
from renderers.budget.purse import Purse

STEPS = 1000
"""Of the slider, where there are more tokens than that."""


class MovePopup(Asking, Translated, Popup):
    """Opens below the row; stays open until the tokens are moved."""

    wanted = Signal()

    def __init__(self, giver: ShownAccount, taker: ShownAccount, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.giver, self.taker, self.key = giver, taker, uuid4().hex
        self.free = giver.standing.balance.available
        self.title, self.trouble = label("heading", wrap=True), label("danger", wrap=True)
        self.trouble.hide()
        # The field takes more than is free: one that stops there would make 99 of a typed 999.
        self.slider, self.amount = QSlider(Qt.Orientation.Horizontal), Amount(least=1)
        self.slider.setRange(0, min(self.free, STEPS))
        self.amount.setFixedWidth(110)
        self.all, self.go, self.cancel = button(), button(primary=True), button()
        self.note = QLineEdit()
        self.after: dict[str, QLabel] = {each.account.id: label() for each in (giver, taker)}
        self.go.setDefault(True)
        self.amount.valueChanged.connect(self._typed)
        self.slider.valueChanged.connect(self._slid)
        self.all.clicked.connect(self._take_all)
        self.go.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self.amount.setValue(max(1, round(self.free / 10)))
        self._typed()
        self.retranslate()
        self.amount.setFocus()
        self.amount.selectAll()

    def show_at(self, where: QPoint) -> None:
        """Show it there, on the screen in any case."""
        self.adjustSize()
        screen = self._around.screen().availableGeometry()
        left = max(screen.left(), min(where.x(), screen.right() - self.width()))
        top = max(screen.top(), min(where.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.activateWindow()

    def work(self) -> Ask:
        """Move the tokens."""
        giver, taker, n, note = self.giver.account, self.taker.account, self.amount.value(), self.note.text().strip()
        key = f"{self.key}:{n}"

        def work(purse: Purse, job: Job) -> None:
            if taker.parent == giver.id:
                purse.ledger.allocate(giver.id, taker.id, n, note=note, key=key)
            else:
                purse.ledger.give_back(giver.id, taker.id, n, note=note, key=key)

        return work

    def show_error(self, error: object) -> None:
        """Say why nothing was moved."""
        super().show_error(error)
        self.adjustSize()

    def retranslate(self) -> None:
        """Set every text anew."""
        names = {"giver": self.giver.account.name, "taker": self.taker.account.name}
        title = self.tr("Move tokens from {giver} to {taker}").format(**names)
        self.title.setText(title)
        self.setWindowTitle(title)
        self.all.setText(self.tr("All"))
        self.cancel.setText(self.tr("Cancel"))
        self.note.setPlaceholderText(self.tr("Note (may stay empty)"))
        self.note.setAccessibleName(self.tr("Note"))
        self.slider.setAccessibleName(self.tr("How many"))
        self.amount.setAccessibleName(self.tr("How many"))
        self._typed()

    def _typed(self) -> None:
        n = self.amount.value()
        self.slider.blockSignals(True)
        self.slider.setValue(n if self.free <= STEPS else round(n * STEPS / self.free))
        self.slider.blockSignals(False)
        for shown, change in ((self.giver, -n), (self.taker, n)):
            before = shown.standing.balance.available
            said = [before, before + change] if n <= self.free else [before]
            self.after[shown.account.id].setText("  →  ".join(map(number_text, said)))
        self.go.setText(self.tr("Move {n}").format(n=number_text(n)))
        self._judge(n)

    def _judge(self, n: int) -> None:
        """More than there is cannot be moved, and the popup says so at once."""
        is_shown, has_enough = not self.trouble.isHidden(), n <= self.free
        said = self.tr("{account} has no more than {n}.")
        self.trouble.setText(said.format(account=self.giver.account.name, n=number_text(self.free)))
        self.trouble.setVisible(not has_enough)
        self.go.setEnabled(has_enough)
        if is_shown == has_enough:
            self.adjustSize()

    def _slid(self, value: int) -> None:
        self.amount.setValue(value if self.free <= STEPS else round(value * self.free / STEPS))

    def _take_all(self) -> None:
        self.amount.setValue(self.free)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.slider, 1)
        row.addWidget(self.amount)
        row.addWidget(self.all)
        both = QGridLayout()
        both.setHorizontalSpacing(GRID)
        both.setVerticalSpacing(4)
        for place, shown in enumerate((self.giver, self.taker)):
            name = label("muted")
            name.setText(shown.account.name)
            both.addWidget(IconLabel("arrow-up" if shown is self.giver else "arrow-down", 16), place, 0)
            both.addWidget(name, place, 1)
            both.addWidget(self.after[shown.account.id], place, 2, Qt.AlignmentFlag.AlignRight)
        both.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addLayout(both)
        column.addWidget(self.note)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        self.setFixedWidth(420)
