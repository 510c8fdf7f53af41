"""What the small dialogs of this room have in common: fields with captions, and an answer that takes its time.

A form stays open until the ledger has done what was asked: what was typed is not lost when it refuses.
"""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import advice, what
from desktop.jobs import Job
from desktop.language import current_language
from desktop.tokens.opened import Ask
from desktop.widgets import GRID, Translated, button, label
from renderers.budget.values import MOST
from templates.errors import MailwrightError


class Asking:
    """Stays open until the ledger has done what was asked. Stands before the dialog's class."""

    trouble: QLabel
    go: QPushButton
    key: str
    """Sent with what is asked, so that trying again after a lost connection does it once."""

    def work(self) -> Ask:
        """What the ledger is to do, with the values of now."""
        raise NotImplementedError

    def follow(self, job: Job) -> None:
        """Close once the job has done it; say why when it fails."""
        self.trouble.hide()
        self.go.setEnabled(False)
        job.succeeded.connect(self._done)
        job.failed.connect(self.show_error)

    def show_error(self, error: object) -> None:
        """Say what is wrong, and what to do."""
        self.go.setEnabled(True)
        if isinstance(error, MailwrightError):
            language = current_language()
            self.trouble.setText(f"{what(error, language)} {advice(error, language)}".rstrip())
            self.trouble.show()

    def _done(self, _outcome: object) -> None:
        if isinstance(self, QDialog):
            self.accept()


class Form(Asking, Translated, QDialog):
    """Fields above, the trouble below them, Cancel and a button that goes on."""

    wanted = Signal()
    """The fields are filled in and the button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.key = uuid4().hex
        self.trouble, self.go, self.cancel = label("danger", wrap=True), button(primary=True), button()
        self.trouble.hide()
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        self.cancel.clicked.connect(self.reject)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(4)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(self.fields)
        column.addWidget(self.trouble)
        column.addStretch()
        column.addLayout(foot)
        self.setMinimumWidth(440)

    def add_field(self, caption: QLabel, field: QWidget) -> None:
        """Put a field below its caption."""
        self.add_fields((caption, field))

    def add_fields(self, *pairs: tuple[QLabel, QWidget]) -> None:
        """Put fields side by side, each below its caption."""
        if self.fields.count():
            self.fields.addSpacing(GRID)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(4)
        for place, (caption, field) in enumerate(pairs):
            caption.setBuddy(field)
            grid.addWidget(caption, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        self.fields.addLayout(grid)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the first field; the buttons come after the last."""
        own = (self.cancel, self.go)
        fields = [each for each in self.findChildren(QWidget) if _takes_keyboard(each) and each not in own]
        if fields:
            QWidget.setTabOrder(fields[-1], self.cancel)
            QWidget.setTabOrder(self.cancel, self.go)
            fields[0].setFocus()
        super().showEvent(event)

    def check(self) -> None:
        """Enable the button when everything that is needed is there."""
        self.go.setEnabled(self.is_complete)

    @property
    def is_complete(self) -> bool:
        """Whether everything that is needed is filled in."""
        return True

    def retranslate(self) -> None:
        """Set every text anew."""
        self.cancel.setText(self.tr("Cancel"))

    def _go(self) -> None:
        if self.is_complete:
            self.wanted.emit()


def _takes_keyboard(widget: QWidget) -> bool:
    """Whether Tab stops there: not in the parts that Qt puts into a field of its own."""
    inner = isinstance(widget.parentWidget(), QAbstractSpinBox)
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisibleTo(widget.window()) and not inner


class Amount(QSpinBox):
    """A number of tokens, grouped as the language does. Enter goes on, as in a line of text."""

    def __init__(self, most: int = MOST, least: int = 0) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setGroupSeparatorShown(True)
        self.setAccelerated(True)
        self.setObjectName("amount")
        self.lineEdit().setTextMargins(0, 0, 9, 0)  # the style leaves no air where the arrows would be
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take over what was typed before Enter presses the dialog's button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.interpretText()
            event.ignore()
            return
        super().keyPressEvent(event)


class OptionalAmount(QWidget):
    """A number that may be none: the box says whether there is one."""

    changed = Signal()

    def __init__(self, value: int | None, usual: int) -> None:
        super().__init__()
        self.box, self.amount = QCheckBox(), Amount()
        self.amount.setFixedWidth(120)
        self.amount.setValue(usual if value is None else value)
        self.box.setChecked(value is not None)
        self.amount.setEnabled(value is not None)
        self.box.toggled.connect(self.amount.setEnabled)
        self.box.toggled.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.box, 1)
        row.addWidget(self.amount)

    @property
    def value(self) -> int | None:
        """The number, or None."""
        return self.amount.value() if self.box.isChecked() else None

    def name(self, text: str) -> None:
        """Say what it is."""
        self.box.setText(text)
        self.amount.setAccessibleName(text)
