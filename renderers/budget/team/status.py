"""How a workspace's databases are: where, whether they answer, how old their tables are, and who pays from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import sqlalchemy as sa

from renderers.budget.accounts import Account, Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.purse import ledger_url, payer_of
from renderers.budget.roles import Role
from renderers.budget.store import CHAIN, Store
from renderers.budget.team.address import knock
from renderers.budget.team.rights import login_of
from renderers.budget.values import Balance
from templates.errors import MailwrightError
from templates.store.database import FILES, Database
from templates.store.migrate import WORKSPACE as TABLES
from templates.store.migrate import Chain, revision, revisions
from templates.store.passwords import with_password, without_password
from templates.workspace import Workspace


@dataclass(frozen=True)
class Place:
    """One database. ``url`` shows no password; that of a file is its path."""

    url: str
    is_team: bool
    known: str  # the version of the tables that this Mailwright makes
    found: str | None = None  # the version that is there
    trouble: MailwrightError | None = None

    @property
    def is_current(self) -> bool:
        """Are its tables as this version wants them?"""
        return self.found == self.known


@dataclass(frozen=True)
class Payer:
    """Who pays, as the login sees it."""

    account: Account
    login: str
    balance: Balance
    affordable: int
    people: dict[str, Role]


@dataclass(frozen=True)
class Status:
    """Both databases; ``payer`` is None when the ledger cannot tell, and ``trouble`` then says why."""

    database: Place
    ledger: Place
    payer: Payer | None
    trouble: MailwrightError | None


def team_status(workspace: Workspace) -> Status:
    """Look at everything and change nothing."""
    shared = workspace.settings.database.url
    own = sa.URL.create("sqlite", database=str(workspace.root / FILES[0]))
    database = _place(with_password(shared) if shared else own, TABLES)
    ledger = _place(ledger_url(workspace), CHAIN)
    if not ledger.is_current:
        return Status(database, ledger, None, None)
    try:
        return Status(database, ledger, _payer(workspace), None)
    except MailwrightError as error:
        return Status(database, ledger, None, error)


def _place(url: str | sa.URL, chain: Chain) -> Place:
    parsed = sa.make_url(url)
    is_team = parsed.get_backend_name() == "postgresql"
    bare = without_password(parsed) if is_team else str(parsed.database)
    place = Place(bare, is_team, revisions(chain)[-1])
    if not is_team and not Path(bare).exists():
        return place
    try:
        knock(parsed)
        with Database(parsed) as database:
            return replace(place, found=revision(database, chain))
    except MailwrightError as error:
        return replace(place, trouble=error)


def _payer(workspace: Workspace) -> Payer:
    store = Store(ledger_url(workspace))
    try:
        ledger, accounts = Ledger(store), Accounts(store)
        account = accounts.get(payer_of(workspace, accounts))
        login = login_of(store)
        return Payer(account, login, ledger.balance(account.id), ledger.affordable(account.id),
                     accounts.roles(account.id) if login else {})  # fmt: skip
    finally:
        store.close()
