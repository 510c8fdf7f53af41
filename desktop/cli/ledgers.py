"""Which ledger a verb is about: the workspace's, or one that is named by its URL; and which account."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.cli.places import opened_workspace
from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.purse import open_store, payer_of
from renderers.budget.store import Store
from templates.errors import InputError, StorageError
from templates.store.database import Database
from templates.store.passwords import with_password
from templates.workspace import Workspace


@dataclass(frozen=True)
class Where:
    """As asked for: ``--workspace`` and ``--ledger``."""

    workspace: Path | None = None
    ledger: str = ""


@dataclass(frozen=True)
class Books:
    """An open ledger."""

    store: Store
    ledger: Ledger
    accounts: Accounts
    workspace: Workspace | None

    def account(self, asked: str | None = "") -> str:
        """Return ``asked``, else who pays in the workspace, else the only account without a parent.

        Raises InputError when that is not clear.
        """
        if asked:
            return asked
        if self.workspace:
            return payer_of(self.workspace, self.accounts)
        roots = [each.id for each in self.accounts.tree() if each.parent is None]
        if len(roots) != 1:
            raise InputError(
                "Say which account: this ledger has {n} without a parent that you may see.",
                advice="mailwright accounts list shows them.",
                n=len(roots),
            )
        return roots[0]


@contextmanager
def opened(where: Where) -> Iterator[Books]:
    """Open the ledger, and close it at the end. Raises InputError, StorageError."""
    workspace = None if where.ledger else opened_workspace(where.workspace)
    store = open_store(workspace) if workspace else _named(where.ledger)
    try:
        yield Books(store, Ledger(store), Accounts(store), workspace)
    finally:
        store.close()


def _named(url: str) -> Store:
    """A misspelt path makes no new ledger."""
    with Database(with_password(url)) as database:
        found = database.url
    path = Path(found.database or "")
    if found.get_backend_name() == "sqlite" and not path.is_file():
        raise StorageError("This file does not exist.", advice="Check the path.", place=path)
    return Store(found)
