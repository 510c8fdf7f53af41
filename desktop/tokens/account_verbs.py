"""What can be done with the chosen account: one action each, for the menu, the buttons and the keyboard.

What the login's role or the account's state does not allow is disabled, and its tip says why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.icons import icon
from desktop.jobs import Job
from desktop.tokens.account_dialog import AccountDialog, Ties, read_ties
from desktop.tokens.account_tree import AccountTree
from desktop.tokens.form import Asking, Form
from desktop.tokens.grant_dialog import BuyDialog, CorrectDialog
from desktop.tokens.move_popup import MovePopup
from desktop.tokens.opened import OpenTokens
from desktop.tokens.rights import can_move, why_not
from desktop.tokens.small_dialogs import NameDialog, RolesDialog
from renderers.budget.purse import Purse
from renderers.budget.roles import Role

VERBS = {
    "give": ("arrow-down", "+"),
    "take": ("arrow-up", "-"),
    "take_all": ("undo-2", "Shift+Del"),
    "buy": ("coins", "Ctrl+B"),
    "correct": ("replace", ""),
    "new": ("plus", "Ins"),
    "rename": ("pencil", "F2"),
    "settings": ("settings", "Return"),
    "roles": ("users", ""),
    "close": ("circle-x", ""),
    "reopen": ("rotate-ccw", ""),
}
"""Icon and key; the keys work while the tree has the keyboard."""
FormOf = TypeVar("FormOf", bound=Form)


class AccountVerbs(QObject):
    """Shows the forms and sends what they ask for to the ledger."""

    failed = Signal(object)
    """The MailwrightError of something that has no form to show it."""

    def __init__(self, tokens: OpenTokens, tree: AccountTree, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens, self._tree = tokens, tree
        self.actions = {verb: self._made(verb, *row) for verb, row in VERBS.items()}
        tree.chosen.connect(self.refresh)
        # Queued: a popup that opens while the drag is still under way would lose the keyboard at once, and close.
        tree.accounts.move_wanted.connect(self.ask_move, Qt.ConnectionType.QueuedConnection)
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done with the chosen account; the others say why not."""
        shown, facts = self._tree.current, self._tokens.facts
        for verb, action in self.actions.items():
            why = why_not(verb, shown, facts) if shown and facts else ""
            action.setEnabled(shown is not None and not why)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = action.text().rstrip("…")
            action.setToolTip(why or (f"{words} ({keys})" if keys else words))
        if shown and facts:
            self.actions["roles"].setVisible(facts.is_shared)
            self.actions["close"].setVisible(not shown.account.closed)
            self.actions["reopen"].setVisible(shown.account.closed)

    def retranslate(self) -> None:
        """Set every text anew."""
        texts = {
            "give": self.tr("Give tokens…"),
            "take": self.tr("Take tokens back…"),
            "take_all": self.tr("Take all back"),
            "buy": self.tr("Buy tokens…"),
            "correct": self.tr("Correct the balance…"),
            "new": self.tr("New sub-account…"),
            "rename": self.tr("Rename…"),
            "settings": self.tr("Settings…"),
            "roles": self.tr("Roles…"),
            "close": self.tr("Close the account"),
            "reopen": self.tr("Reopen the account"),
        }
        for verb, text in texts.items():
            self.actions[verb].setText(text)

    def retint(self) -> None:
        """Draw the icons in the theme's colours."""
        for verb, (name, _) in VERBS.items():
            self.actions[verb].setIcon(icon(name))

    # Moving

    def give(self) -> MovePopup | None:
        """From the account above to the chosen one."""
        shown = self._tree.current
        return self.ask_move(shown.account.parent or "", shown.account.id) if shown else None

    def take(self) -> MovePopup | None:
        """From the chosen account to the one above."""
        shown = self._tree.current
        return self.ask_move(shown.account.id, shown.account.parent or "") if shown else None

    def ask_move(self, giver: str, taker: str) -> MovePopup | None:
        """Ask how many tokens go from one account to the other."""
        facts = self._tokens.facts
        if facts is None or not can_move(facts, giver, taker):
            return None
        one, other = facts.find(giver), facts.find(taker)
        if one is None or other is None:
            return None
        popup = MovePopup(one, other, self._parent)
        popup.wanted.connect(self._send)
        popup.show_at(self._tree.place_below(giver if one.account.parent == taker else taker))
        return popup

    def take_all(self) -> Job | None:
        """All that is free by then goes to the account above."""
        shown = self._tree.current
        if shown is None or shown.account.parent is None:
            return None
        child, parent = shown.account.id, shown.account.parent

        def work(purse: Purse, job: Job) -> None:
            if free := purse.ledger.balance(child).available:
                purse.ledger.give_back(child, parent, free)

        return self._watched(self._tokens.act(self.tr("Taking tokens back"), work))

    # Forms

    def buy(self) -> BuyDialog | None:
        """Enter tokens that were bought."""
        shown = self._tree.current
        return self._opened(BuyDialog(shown, self._parent)) if shown else None

    def correct(self) -> CorrectDialog | None:
        """Enter a correction with its reason."""
        shown = self._tree.current
        return self._opened(CorrectDialog(shown, self._parent)) if shown else None

    def rename(self) -> NameDialog | None:
        """Ask for another name."""
        shown = self._tree.current
        return self._opened(NameDialog(shown, self._parent)) if shown else None

    def new(self) -> None:
        """Ask for a sub-account, as soon as it is known what may be paid for."""
        self._read_ties("", self._new_asked)

    def settings(self) -> None:
        """Ask for settings, as soon as it is known what the account pays for."""
        shown = self._tree.current
        if shown is not None:
            self._read_ties(shown.account.id, self._settings_asked)

    def roles(self) -> RolesDialog | None:
        """Show who may do what."""
        shown = self._tree.current
        if shown is None:
            return None
        form = RolesDialog(shown, self._parent)
        form.role_wanted.connect(self._set_role)
        self._read_roles(form)
        form.open()
        return form

    def close(self) -> Job | None:
        """Close the account; what it has goes to the one above."""
        return self._set_closed(self.tr("Closing the account"), closed=True)

    def reopen(self) -> Job | None:
        """Open it again."""
        return self._set_closed(self.tr("Reopening the account"), closed=False)

    # Inside

    @property
    def _parent(self) -> QWidget:
        """The window of the forms; not kept, because it holds this."""
        parent = self.parent()
        if not isinstance(parent, QWidget):
            raise TypeError("The parent of the verbs is a window.")
        return parent

    def _set_closed(self, label: str, *, closed: bool) -> Job | None:
        shown = self._tree.current
        if shown is None:
            return None
        id_ = shown.account.id

        def work(purse: Purse, job: Job) -> None:
            (purse.accounts.close if closed else purse.accounts.reopen)(id_)

        return self._watched(self._tokens.act(label, work))

    def _watched(self, job: Job) -> Job:
        job.failed.connect(self.failed)
        return job

    def _opened(self, form: FormOf) -> FormOf:
        form.wanted.connect(self._send)
        form.open()
        return form

    def _send(self) -> None:
        """Do what the form asks; it closes, or says why not."""
        form = self.sender()
        if isinstance(form, Asking):
            form.follow(self._tokens.act(self.tr("Changing the accounts"), form.work()))

    def _read_ties(self, id_: str, then: Callable[[object], None]) -> None:
        workspace = self._tokens.workspace
        job = self._tokens.ask(
            self.tr("Reading the account"), lambda purse, job: read_ties(purse.accounts, workspace, id_)
        )
        job.succeeded.connect(then)
        job.failed.connect(self.failed)

    def _new_asked(self, ties: object) -> None:
        self._show_account(ties, is_new=True)

    def _settings_asked(self, ties: object) -> None:
        self._show_account(ties, is_new=False)

    def _show_account(self, ties: object, *, is_new: bool) -> None:
        shown, facts = self._tree.current, self._tokens.facts
        if shown is None or facts is None or not isinstance(ties, Ties):
            return
        if ties.account in {"", shown.account.id}:  # another one may be chosen by now
            taken = frozenset(each.account.id for each in facts.accounts)
            self._opened(AccountDialog(shown, ties, taken, self._parent, is_new=is_new))

    def _read_roles(self, form: RolesDialog) -> None:
        id_ = form.shown.account.id
        job = self._tokens.ask(self.tr("Reading the roles"), lambda purse, job: purse.accounts.roles(id_))
        job.succeeded.connect(form.show_roles)
        job.failed.connect(form.show_error)

    def _set_role(self, login: str, role: Role | None) -> None:
        form = self.sender()
        if not isinstance(form, RolesDialog):
            return
        id_ = form.shown.account.id

        def work(purse: Purse, job: Job) -> dict[str, Role]:
            purse.accounts.give_role(id_, login, role)
            return purse.accounts.roles(id_)

        job = self._tokens.act(self.tr("Setting a role"), work)
        job.succeeded.connect(form.show_roles)
        job.failed.connect(form.show_error)

    def _run(self) -> None:
        getattr(self, self.sender().objectName())()

    def _made(self, verb: str, icon_name: str, key: str) -> QAction:
        action = QAction(self)
        action.setObjectName(verb)
        action.setIcon(icon(icon_name))
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self._run)
        self._tree.addAction(action)
        return action
