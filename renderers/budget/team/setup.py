"""Connecting a workspace to its team's databases, and bringing these up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from renderers.budget.accounts import Accounts
from renderers.budget.errors import NotAllowed
from renderers.budget.purse import START, ledger_url
from renderers.budget.reading import balance_of
from renderers.budget.store import CHAIN, Store
from renderers.budget.tables import account
from renderers.budget.team.address import Address
from renderers.budget.team.chains import Moved, is_as_begun, move_accounts, same_chain
from renderers.budget.team.documents import move_documents
from renderers.budget.team.own_file import own_file
from renderers.budget.team.rights import let_others_in, login_of
from renderers.budget.values import NOTHING, Balance
from templates.errors import InputError, Place
from templates.generate import slug_from
from templates.store.database import Database, open_database
from templates.store.migrate import WORKSPACE as TABLES
from templates.store.migrate import Chain, revision
from templates.store.passwords import with_password
from templates.store.tables import version
from templates.toml_files import update_toml
from templates.workspace import Workspace
from templates.workspace_new import WORKSPACE

How = Literal["made", "moved", "joined"]


@dataclass(frozen=True)
class Joined:
    """What ``init_team`` did. ``made``: a new account; ``moved``: the workspace's own; ``joined``: it was there."""

    account: str
    how: How
    login: str
    balance: Balance
    moved: Moved | None
    versions: int
    left: Balance | None
    """What the account in the workspace's own file still has, when that one was used and did not move."""


@dataclass(frozen=True)
class Migrated:
    """What ``migrate_team`` did; versions of tables as (before, now)."""

    database: tuple[str | None, str | None] | None  # None: the workspace's tables are in its own file
    ledger: tuple[str | None, str | None]
    moved: Moved | None
    versions: int


def init_team(workspace: Workspace, address: Address, wanted: str, *, only_ledger: bool) -> Joined:
    """Make the tables and the workspace's account at ``address``, and write both into ``workspace.toml``, last of all.

    An account of that id that is there already is joined when the login has a role in it. Otherwise the accounts in the
    workspace's own file move; without any, one is made. Raises InputError, NotAllowed, StorageError; ``workspace.toml``
    is then as it was, and the same call goes on where it broke off.
    """
    _refuse_another(workspace, address)
    with _team_store(address.full) as store, own_file(workspace.root) as own:
        wanted = wanted or workspace.settings.account or _own_account(own) or slug_from(workspace.settings.name)
        login = login_of(store)
        if not only_ledger and not _is_there(store, wanted):
            _refuse_other_company(address)
        how, moved = _account(workspace, own, store, wanted, login)
        versions = 0 if only_ledger else _documents(address.url, workspace, own)
        left = None if moved or own is None or _is_there(own, wanted) else _left(own)
        done = Joined(wanted, how, login, balance_of(store, wanted), moved, versions, left)
    told: dict[str, Any] = {"ledger": {"url": address.url}, "account": wanted}
    if not only_ledger:
        told["database"] = {"url": address.url}
    update_toml(workspace.root / WORKSPACE, told)
    return done


def migrate_team(workspace: Workspace) -> Migrated:
    """Bring the team's tables up to date and move what is only in the workspace's own file; the file stays as it is.

    May be done again at any time. Raises InputError when the workspace has no team, or another account has the id of
    one in the file; StorageError.
    """
    database, ledger = workspace.settings.database.url, ledger_url(workspace)
    if not is_team(ledger):
        raise InputError(
            "This workspace has no team's database: everything is in its own file.",
            advice="mailwright team init URL connects it to one.",
            place=workspace.root,
        )
    with own_file(workspace.root) as own:
        before = _revision(ledger, CHAIN)
        tables, versions = None, 0
        if database:
            tables = _revision(database, TABLES)
            versions = _documents(database, workspace, own)
        with _team_store(ledger) as store:
            moved = move_accounts(own, store) if own and not _is_given_up(workspace, own, store) else None
    after = _revision(ledger, CHAIN)
    return Migrated((tables, _revision(database, TABLES)) if database else None, (before, after), moved, versions)


def is_team(url: str | sa.URL) -> bool:
    """Is it a server's URL, rather than a file's?"""
    return sa.make_url(url).get_backend_name() == "postgresql"


def _refuse_another(workspace: Workspace, address: Address) -> None:
    settings = workspace.settings
    for url in (settings.ledger.url, settings.database.url):
        if url and sa.make_url(url) != sa.make_url(address.url):
            raise InputError(
                "This workspace is connected to another database already: {url}.",
                advice="Empty that url in workspace.toml first, if that is what you want.",
                place=workspace.root / WORKSPACE,
                url=url,
            )


def _refuse_other_company(address: Address) -> None:
    """Whoever brings a new account is no colleague of those whose versions are there already."""
    with Database(address.full) as database:
        if revision(database, TABLES) is None:
            return
        with database.reading() as connection:
            used = connection.execute(sa.select(version.c.id).limit(1)).first() is not None
    if used:
        raise InputError(
            "This database holds the versions of another workspace already.",
            advice="Share only the ledger with it: add --only-ledger. A colleague names the team's account: --account.",
            place=Place(address.url),
        )


@contextmanager
def _team_store(url: str | sa.URL) -> Iterator[Store]:
    store = Store(url)
    try:
        let_others_in(store.database)
        yield store
    finally:
        store.close()


def _documents(url: str, workspace: Workspace, own: Store | None) -> int:
    """Make the workspace's tables in the team's database, and move versions and pictures there."""
    with open_database(url, workspace.root) as database:
        let_others_in(database)
        return move_documents(own.database, database) if own else 0


def _revision(url: str | sa.URL, chain: Chain) -> str | None:
    with Database(with_password(url) if isinstance(url, str) else url) as database:
        return revision(database, chain)


def _account(
    workspace: Workspace, own: Store | None, store: Store, wanted: str, login: str
) -> tuple[How, Moved | None]:
    accounts = Accounts(store)
    if _is_there(store, wanted):
        _demand_role(accounts, wanted, login)
        moved = move_accounts(own, store) if own and same_chain(own, store, wanted) else None
        return "moved" if moved and moved.accounts else "joined", moved
    if own and _is_there(own, wanted):
        return "moved", move_accounts(own, store)
    settings = workspace.settings
    if not accounts.begin(wanted, name=settings.name, zone=settings.timezone, tokens=START):
        accounts.create(wanted, name=settings.name, zone=settings.timezone)
    return "made", None


def _demand_role(accounts: Accounts, wanted: str, login: str) -> None:
    if any(each.id == wanted for each in accounts.tree()):
        return
    raise NotAllowed(
        "The team's ledger has the account {account} already, and the login {login} has no role in it.",
        advice="Ask its owner for one: mailwright accounts role {account} {login} member.",
        account=wanted,
        login=login,
    )


def _is_there(store: Store, account_id: str) -> bool:
    with store.reading() as connection:
        return connection.execute(sa.select(account.c.id).where(account.c.id == account_id)).first() is not None


def _own_account(own: Store | None) -> str:
    """Who paid so far, by the workspace's own file; "" when that does not say."""
    if own is None:
        return ""
    with own.reading() as connection:
        roots = connection.execute(sa.select(account.c.id).where(account.c.parent.is_(None))).scalars().all()
    return str(roots[0]) if len(roots) == 1 else ""


def _left(own: Store) -> Balance | None:
    if is_as_begun(own):
        return None
    return sum((balance_of(own, each.id) for each in Accounts(own).tree()), NOTHING)


def _is_given_up(workspace: Workspace, own: Store, store: Store) -> bool:
    """Did nothing happen with the first tokens in the workspace's own file before it joined another account?"""
    payer = workspace.settings.account
    return is_as_begun(own) and _is_there(store, payer) and not same_chain(own, store, payer)
