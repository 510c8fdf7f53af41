"""Moving accounts to a team's ledger: their chains are copied as they are, so that every hash and statement holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from renderers.budget.accounts import FIRST_NOTE
from renderers.budget.audit import faults_of
from renderers.budget.hash_chain import START
from renderers.budget.new_account import demand_some_owner
from renderers.budget.reading import due_among, see
from renderers.budget.roles import login_here, rank_of
from renderers.budget.store import Store
from renderers.budget.tables import account, alert, bucket, entry, member, reservation, tie
from renderers.budget.turn import deepest_first
from templates.errors import InputError, StorageError

_LOCK = 0x6D77_6D76  # "mwmv": PostgreSQL's number of the lock of whoever moves accounts
_BATCH = 1000
_WHOLE = (bucket, reservation, tie, alert)
"""Tables whose rows of an account are replaced; entries are added."""
Row = sa.Row[Any]


@dataclass(frozen=True)
class Moved:
    """What was not in the team's ledger before."""

    accounts: int
    entries: int


def is_as_begun(source: Store) -> bool:
    """Has nothing happened in this ledger but its beginning? Then nothing is lost with it."""
    begun = sa.or_(entry.c.kind == "setting", sa.and_(entry.c.kind == "grant", entry.c.note == FIRST_NOTE))
    with source.reading() as connection:
        accounts = connection.execute(sa.select(account.c.id).limit(2)).all()
        return len(accounts) < 2 and not connection.execute(sa.select(entry.c.key).where(~begun).limit(1)).first()


def same_chain(source: Store, target: Store, account_id: str) -> bool:
    """Is the account in both ledgers one and the same, though one of them may know more of it?"""
    with source.reading() as own, target.reading() as team:
        one, other = _row(own, account_id), _row(team, account_id)
        return one is not None and other is not None and _is_same(own, team, one, other)


def move_accounts(source: Store, target: Store) -> Moved:
    """Copy what ``target`` does not have yet of the accounts of ``source``; all of it or nothing.

    A root that is new there gets the login as its owner. Raises InputError when runs are under way or another account
    has the same id, NotAllowed, StorageError when ``source`` does not add up.
    """
    _make_ready(source)
    with source.reading() as own, target.database.writing() as team:
        rows = own.execute(sa.select(account).order_by(account.c.path)).all()
        if team.dialect.name == "postgresql":
            team.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            _lock(team, rows)
        behind = _behind(own, team, rows)
        added = sum(_copy(own, team, row, known) for row, known in behind)
    return Moved(len(behind), added)


def _make_ready(source: Store) -> None:
    """Free what ran out; then nothing may be set aside, and all must add up."""
    with source.reading() as connection:
        ids = connection.execute(sa.select(account.c.id)).scalars().all()
    for account_id in due_among(source, ids):
        source.tidy(account_id)
    with source.reading() as connection:
        aside = int(connection.execute(sa.select(sa.func.sum(bucket.c.reserved))).scalar() or 0)
        if aside:
            raise InputError(
                "Pictures are being taken: {n} tokens are set aside for them.",
                advice="Wait until that has ended, and try again. Nothing was moved.",
                n=aside,
            )
        if next(faults_of(connection), None):
            raise StorageError(
                "The ledger in workspace.db does not add up, so that nothing was moved.",
                advice="mailwright tokens audit says what is wrong; mailwright team init URL --account ID begins anew.",
            )


def _lock(team: sa.Connection, rows: Iterable[Row]) -> None:
    """Keep everybody else from those that are there, in the order in which all lock."""
    for account_id in deepest_first(row.path for row in rows):
        team.execute(sa.select(account.c.id).where(account.c.id == account_id).with_for_update())


def _behind(own: sa.Connection, team: sa.Connection, rows: Iterable[Row]) -> list[tuple[Row, Row | None]]:
    """The accounts that the team's ledger does not have, or not to the end, with what it has of them."""
    found = []
    made: set[str] = set()
    for row in rows:
        known = _row(team, row.id)
        if known is None:
            if row.parent is None:
                demand_some_owner(team)
            elif row.parent not in made:
                see(team, row.parent, "owner")
            made.add(row.id)
        elif not _is_same(own, team, row, known):
            raise InputError(
                "The team's ledger has another account {account}.",
                advice="Nothing was moved: the tokens in workspace.db stay there.",
                account=row.id,
            )
        elif known.entries >= row.entries:
            continue
        else:
            see(team, row.id, "owner")
        found.append((row, known))
    return found


def _is_same(own: sa.Connection, team: sa.Connection, one: Row, other: Row) -> bool:
    """As far as both go, their entries are the same."""
    if (one.path, one.created) != (other.path, other.created):
        return False
    last = min(one.entries, other.entries)
    return _hash(own, one.id, last) == _hash(team, other.id, last)


def _copy(own: sa.Connection, team: sa.Connection, row: Row, known: Row | None) -> int:
    """Copy an account, or what came after ``known``; returns how many entries."""
    if known is None:
        team.execute(sa.insert(account).values(row._asdict()))
        _copy_members(own, team, row)
    else:
        team.execute(sa.update(account).where(account.c.id == row.id).values(row._asdict()))
    for table in _WHOLE:
        team.execute(sa.delete(table).where(table.c.account == row.id))
        _insert(team, table, own.execute(sa.select(table).where(table.c.account == row.id)).all())
    since = known.entries if known else 0
    query = sa.select(entry).where(entry.c.account == row.id, entry.c.number > since).order_by(entry.c.number)
    for some in own.execution_options(yield_per=_BATCH).execute(query).partitions():
        _insert(team, entry, some)
    return int(row.entries) - since


def _copy_members(own: sa.Connection, team: sa.Connection, row: Row) -> None:
    """The roles that were given already, and whoever moves a root owns it."""
    given = {each.login: each.rank for each in own.execute(sa.select(member).where(member.c.account == row.id))}
    if row.parent is None and team.dialect.name == "postgresql":
        given[team.execute(sa.select(login_here())).scalar_one()] = rank_of("owner")
    if given:
        rows = [{"account": row.id, "login": login, "rank": rank} for login, rank in given.items()]
        team.execute(sa.insert(member), rows)


def _insert(team: sa.Connection, table: sa.Table, rows: Iterable[Row]) -> None:
    values = [row._asdict() for row in rows]
    if values:
        team.execute(sa.insert(table), values)


def _row(connection: sa.Connection, account_id: str) -> Row | None:
    return connection.execute(sa.select(account).where(account.c.id == account_id)).one_or_none()


def _hash(connection: sa.Connection, account_id: str, number: int) -> str:
    """The hash of one entry; that of none is what comes before the first."""
    query = sa.select(entry.c.hash).where(entry.c.account == account_id, entry.c.number == number)
    return str(connection.execute(query).scalar() or START)
