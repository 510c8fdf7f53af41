"""Buying tokens and correcting a balance: an amount, and always a note that says why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QWidget

from desktop.dynamic.coverage.words import number_text
from desktop.tokens.facts import ShownAccount
from desktop.tokens.form import Amount, Form
from desktop.tokens.opened import Ask
from desktop.widgets import label
from renderers.budget.values import MOST

USUAL = 1000


class _AmountForm(Form):
    """An amount, a note, and what the account has then."""

    def __init__(self, shown: ShownAccount, amount: Amount, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown, self.amount, self.note = shown, amount, QLineEdit()
        self.after = label("muted", wrap=True)
        self._captions = (label("caption"), label("caption"))
        self.add_field(self._captions[0], self.amount)
        self.add_field(self._captions[1], self.note)
        self.amount.valueChanged.connect(self.check)
        self.note.textChanged.connect(self.check)
        self.amount.selectAll()

    @property
    def is_complete(self) -> bool:
        """Some tokens, and a note."""
        return self.amount.value() != 0 and bool(self.note.text().strip())

    def name_fields(self, amount: str, note: str, example: str) -> None:
        """Say what is asked for."""
        for caption, field, text in zip(self._captions, (self.amount, self.note), (amount, note), strict=True):
            caption.setText(text)
            field.setAccessibleName(text)
        self.note.setPlaceholderText(example)

    def check(self) -> None:
        """Follow the amount."""
        super().check()
        left = self.shown.standing.balance.available
        said = self.tr("{account} has {before} now, {after} afterwards.")
        after = max(0, left + self.amount.value())
        name = self.shown.account.name
        self.after.setText(said.format(account=name, before=number_text(left), after=number_text(after)))


class BuyDialog(_AmountForm):
    """Tokens that were bought, with their last day if they end."""

    def __init__(self, shown: ShownAccount, parent: QWidget | None = None) -> None:
        super().__init__(shown, Amount(MOST, 1), parent)
        self.amount.setValue(USUAL)
        self.ends, self.day = QCheckBox(), QDateEdit()
        self.day.setCalendarPopup(True)
        today = QDate.currentDate()
        self.day.setMinimumDate(today)
        self.day.setDate(today.addYears(1))
        self.day.setEnabled(False)
        self.ends.toggled.connect(self.day.setEnabled)
        self.fields.addSpacing(12)
        self.fields.addWidget(self.ends)
        self.fields.addWidget(self.day)
        self.fields.addSpacing(8)
        self.fields.addWidget(self.after)
        self.retranslate()

    @property
    def expires(self) -> date | None:
        """The last day."""
        there = self.day.date()
        return date(there.year(), there.month(), there.day()) if self.ends.isChecked() else None

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Buy tokens for {account}").format(account=self.shown.account.name))
        note = self.tr("Note")
        self.name_fields(self.tr("How many"), note, self.tr("Such as the number of the order or invoice"))
        self.ends.setText(self.tr("They can be used until a certain day"))
        self.day.setAccessibleName(self.tr("Last day"))
        self.go.setText(self.tr("Enter the purchase"))
        self.check()

    def work(self) -> Ask:
        """Enter it."""
        account, n, note, expires = self.shown.account.id, self.amount.value(), self.note.text(), self.expires
        key = f"{self.key}:{n}"
        return lambda purse, job: purse.ledger.grant(account, n, note=note, expires=expires, key=key)


class CorrectDialog(_AmountForm):
    """A correction, up or down, with its reason."""

    def __init__(self, shown: ShownAccount, parent: QWidget | None = None) -> None:
        super().__init__(shown, Amount(MOST, -shown.standing.balance.available), parent)
        self.fields.addSpacing(8)
        self.fields.addWidget(self.after)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Correct {account}").format(account=self.shown.account.name))
        amount = self.tr("By how many tokens; a minus takes away")
        self.name_fields(amount, self.tr("Reason"), self.tr("It stands in the history and on the statement"))
        self.go.setText(self.tr("Enter the correction"))
        self.check()

    def work(self) -> Ask:
        """Enter it."""
        account, n, note = self.shown.account.id, self.amount.value(), self.note.text()
        key = f"{self.key}:{n}"
        return lambda purse, job: purse.ledger.adjust(account, n, note=note, key=key)
