"""A workspace's purse: the ledger that its ``workspace.toml`` names, and the account in it that pays.

A new workspace starts with one account and some tokens, so that nobody meets an empty purse on the first day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

import sqlalchemy as sa

from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.store import Store
from renderers.budget.ties import Payers
from renderers.budget.values import Balance
from templates.errors import InputError
from templates.generate import slug_from
from templates.store.database import FILES
from templates.store.passwords import with_password
from templates.workspace import Workspace

START = 1000
"""Tokens of a new workspace."""


@dataclass(frozen=True)
class Purse:
    """Who pays, and from what. Close it after use."""

    account: str
    ledger: Ledger
    accounts: Accounts
    is_asked_for: bool = False
    """Somebody named the account: it pays for everything, whatever is tied to those below it."""

    @property
    def balance(self) -> Balance:
        """What the account has of its own."""
        return self.ledger.balance(self.account)

    def payers(self, workspace: Workspace) -> Callable[[str], str]:
        """Return what says which account pays for a template: the one it or its brand is tied to, else this one."""
        ties = Payers(self.account) if self.is_asked_for else self.accounts.payers(self.account)

        def payer(template: str) -> str:
            return ties.of(template, lambda: workspace.template(template).meta.brand or workspace.settings.brand)

        return payer

    def close(self) -> None:
        """Close the ledger's connections."""
        self.ledger.close()

    def __enter__(self) -> Purse:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_purse(workspace: Workspace, account: str = "") -> Purse:
    """Open the workspace's ledger; ``account`` pays, or the one of ``workspace.toml``, or the only one there is.

    An empty ledger of the workspace's own gets its first account. Raises InputError when it is not clear who pays or
    there is no such account, StorageError when the ledger cannot be reached or is on a network drive.
    """
    store = open_store(workspace)
    try:
        ledger, accounts = Ledger(store), Accounts(store)
        return Purse(payer_of(workspace, accounts, account), ledger, accounts, is_asked_for=bool(account))
    except BaseException:
        store.close()
        raise


def open_store(workspace: Workspace) -> Store:
    """Open the workspace's ledger, whoever pays: what ``open_purse`` does first. Raises StorageError."""
    store = Store(ledger_url(workspace))
    try:
        if not workspace.settings.ledger.url:
            _begin(workspace, Accounts(store))
    except BaseException:
        store.close()
        raise
    return store


def ledger_url(workspace: Workspace) -> str | sa.URL:
    """Where the workspace's ledger is: ``[ledger]``, else ``[database]``, else the file in its folder."""
    shared = workspace.settings.ledger.url or workspace.settings.database.url
    return with_password(shared) if shared else sa.URL.create("sqlite", database=str(workspace.root / FILES[0]))


def _begin(workspace: Workspace, accounts: Accounts) -> None:
    settings = workspace.settings
    first = settings.account or slug_from(settings.name)
    accounts.begin(first, name=settings.name, zone=settings.timezone, tokens=START)


def payer_of(workspace: Workspace, accounts: Accounts, asked: str = "") -> str:
    """Return the account that ``open_purse`` chooses. Raises InputError when that is not clear."""
    wanted = asked or workspace.settings.account
    if wanted:
        return accounts.get(wanted).id
    seen = {each.id: each.parent for each in accounts.tree()}  # a member of one sub-account sees that one alone
    roots = [each for each, parent in seen.items() if parent not in seen]
    if not roots:
        raise InputError(
            "The ledger has no account yet that you may use.",
            advice="Make one with mailwright accounts create, or ask its owner for a role in one.",
            place=workspace.root,
        )
    if len(roots) != 1:
        raise InputError(
            "It is not clear which account pays: the ledger has {n}.",
            advice="Enter one as account in workspace.toml, or name it: --account.",
            n=len(roots),
            place=workspace.root,
        )
    return roots[0]
