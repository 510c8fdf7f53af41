"""An account's settings, and making a new sub-account, which asks for the same and for a name."""

from __future__ import annotations

import zoneinfo
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QWidget

from desktop.jobs import Job
from desktop.tokens.facts import ShownAccount
from desktop.tokens.form import Form, OptionalAmount
from desktop.tokens.name_lists import NameList
from desktop.tokens.opened import Ask
from desktop.widgets import label, style_completions
from renderers.budget.accounts import Accounts
from renderers.budget.purse import Purse
from renderers.budget.settings import PLAIN
from templates.generate import slug_from
from templates.workspace import Workspace

USUAL = 100
LONGEST_ID = 64


@dataclass(frozen=True)
class Ties:
    """The brands and templates that an account pays for; ``known`` are those of the open workspace."""

    account: str = ""
    brands: Sequence[str] = ()
    templates: Sequence[str] = ()
    known_brands: Sequence[str] = ()
    known_templates: Sequence[str] = ()


def read_ties(accounts: Accounts, workspace: Workspace, account: str) -> Ties:
    """Ask the ledger what an account pays for ("" is a new one), and the workspace what there is to be paid for."""
    found = accounts.ties(account) if account else {"brand": (), "template": ()}
    templates = sorted(each.name for each in workspace.templates())
    return Ties(account, found["brand"], found["template"], sorted(workspace.brands()), templates)


class AccountDialog(Form):
    """``shown`` is the account itself; with ``is_new`` the one below which another is made."""

    def __init__(
        self, shown: ShownAccount, ties: Ties, taken: frozenset[str], parent: QWidget | None = None, *, is_new: bool
    ) -> None:
        super().__init__(parent)
        self.shown, self.taken, self.is_new = shown, taken, is_new
        kept = PLAIN.changed(zone=shown.account.settings.zone) if is_new else shown.account.settings
        self._before, self._ties = kept, ties
        self._is_top = not is_new and shown.account.parent is None
        self.title_edit, self.id_edit = QLineEdit(), QLineEdit(maxLength=LONGEST_ID)
        self.brands = NameList(ties.brands, ties.known_brands)
        self.templates = NameList(ties.templates, ties.known_templates)
        self.pool = QCheckBox()
        self.pool.setChecked(kept.pool_open)
        self.monthly = OptionalAmount(kept.monthly, USUAL)
        self.month_end = QComboBox()
        self.soft, self.hard = OptionalAmount(kept.soft_limit, USUAL), OptionalAmount(kept.hard_limit, USUAL)
        self.levels = QLineEdit(", ".join(map(str, kept.alert_levels)))
        self.zone = QLineEdit(kept.zone)
        self._captions = {name: label("caption") for name in ("name", "id", "brands", "templates", "levels", "zone")}
        self._headings = [label("strong"), label("strong")]
        self._hints = [label("muted", wrap=True), label("muted", wrap=True)]
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setMinimumWidth(640)

    @property
    def id(self) -> str:
        """The id of the new account."""
        return self.id_edit.text().strip()

    @property
    def name(self) -> str:
        """What it is called."""
        return self.title_edit.text().strip()

    @property
    def settings(self) -> dict[str, Any]:
        """What differs from before. Raises ValueError for alert levels that are no numbers."""
        parts = (each.strip(" %\u00a0\u202f") for each in self.levels.text().split(","))
        levels = tuple(sorted({int(each) for each in parts if each}))
        asked: Mapping[str, Any] = {
            "pool_open": self.pool.isChecked(),
            "monthly": self.monthly.value,
            "carry_over": bool(self.month_end.currentData()),
            "soft_limit": self.soft.value,
            "hard_limit": self.hard.value,
            "alert_levels": levels,
            "zone": self.zone.text().strip(),
        }
        return {name: value for name, value in asked.items() if value != getattr(self._before, name)}

    @property
    def has_other_ties(self) -> bool:
        """Whether it is to pay for others than before."""
        return (self.brands.names, self.templates.names) != (tuple(self._ties.brands), tuple(self._ties.templates))

    @property
    def is_complete(self) -> bool:
        """A new account has a name and an id of its own; levels are numbers."""
        try:
            self.settings  # noqa: B018 - read for its error
        except ValueError:
            return False
        return not self.is_new or (bool(self.name) and slug_from(self.id) == self.id and self.id not in self.taken)

    def work(self) -> Ask:
        """Make it, or change what is different."""
        settings, ties = self.settings, {"brands": self.brands.names, "templates": self.templates.names}
        account, id_, name, has_ties = self.shown.account.id, self.id, self.name, self.has_other_ties
        is_new = self.is_new

        def work(purse: Purse, job: Job) -> None:
            if is_new:
                purse.accounts.create(id_, parent=account, name=name, **settings)
            elif settings:
                purse.accounts.change(account, **settings)
            if has_ties:
                purse.accounts.tie(id_ if is_new else account, **ties)

        return work

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        name = self.shown.account.name
        title = self.tr("New sub-account of {account}") if self.is_new else self.tr("Settings of {account}")
        self.setWindowTitle(title.format(account=name))
        captions = {
            "name": self.tr("Name"),
            "id": self.tr("Id, which stays"),
            "brands": self.tr("Pays for these brands"),
            "templates": self.tr("Pays for these templates"),
            "levels": self.tr("Tell at these levels, in per cent"),
            "zone": self.tr("Time zone in which a month begins"),
        }
        for each, text in captions.items():
            self._captions[each].setText(text)
        fields = {"name": self.title_edit, "id": self.id_edit, "levels": self.levels, "zone": self.zone}
        for each, field in fields.items():
            field.setAccessibleName(captions[each])
        self.brands.name(captions["brands"], self.tr("Choose brands"))
        self.templates.name(captions["templates"], self.tr("Choose templates"))
        self.templates.edit.setPlaceholderText(self.tr("Such as welcome.*, newsletter.fr"))
        self._name_limits()
        self.go.setText(self.tr("Make the sub-account") if self.is_new else self.tr("Keep the settings"))
        self.check()

    def _name_limits(self) -> None:
        self._headings[0].setText(self.tr("What it pays for"))
        self._headings[1].setText(self.tr("Each month"))
        self._hints[0].setText(self.tr("Commas between them. What no sub-account pays for is paid by the one above."))
        self._hints[1].setText(self.tr("The budget comes from the account above when a month begins."))
        self.pool.setText(self.tr("Sub-accounts may draw on its tokens when theirs are used up"))
        self.monthly.name(self.tr("Monthly budget"))
        self.soft.name(self.tr("Warn when this many are used"))
        self.hard.name(self.tr("Refuse to use more than"))
        self.month_end.setAccessibleName(self.tr("At the end of the month"))
        texts = (self.tr("What is left goes back"), self.tr("What is left stays"))
        chosen = self.month_end.currentIndex() if self.month_end.count() else int(self._before.carry_over)
        self.month_end.clear()
        for carries, text in enumerate(texts):
            self.month_end.addItem(text, bool(carries))
        self.month_end.setCurrentIndex(chosen)

    def _connect(self) -> None:
        self.month_end.setEnabled(self.monthly.value is not None)
        self.monthly.box.toggled.connect(self.month_end.setEnabled)
        self.title_edit.textChanged.connect(self._named)
        self.id_edit.textChanged.connect(self.check)
        self.levels.textChanged.connect(self.check)
        completer = QCompleter(sorted(zoneinfo.available_timezones()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        style_completions(completer)
        self.zone.setCompleter(completer)

    def _named(self, _text: str) -> None:
        """The id follows the name until somebody types one."""
        if not self.id_edit.isModified():
            self.id_edit.setText(slug_from(self.name)[:LONGEST_ID] if self.name else "")
        self.check()

    def _lay_out(self) -> None:
        fields: dict[str, QWidget] = {
            "name": self.title_edit,
            "id": self.id_edit,
            "brands": self.brands,
            "templates": self.templates,
            "levels": self.levels,
            "zone": self.zone,
        }
        pairs = {name: (self._captions[name], field) for name, field in fields.items()}
        if self.is_new:
            self.add_fields(pairs["name"], pairs["id"])
            self.fields.addSpacing(20)
        self.fields.addWidget(self._headings[0])
        self.add_fields(pairs["brands"], pairs["templates"])
        self.fields.addWidget(self._hints[0])
        self.fields.addSpacing(20)
        self.fields.addWidget(self._headings[1])
        self.fields.addSpacing(8)
        if not self._is_top:
            self.fields.addWidget(self.monthly)
            self.fields.addWidget(self.month_end)
            self.fields.addWidget(self._hints[1])
            self.fields.addSpacing(8)
        for each in (self.soft, self.hard):
            self.fields.addWidget(each)
            self.fields.addSpacing(2)
        self.add_fields(pairs["levels"], pairs["zone"])
        self.fields.addSpacing(20)
        self.fields.addWidget(self.pool)
