"""One transaction on the ledger: accounts are locked and read, tokens move in memory, and all is written at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from renderers.budget.held import Bucket, Held
from renderers.budget.roles import Role, demand, login_here, rank_here
from renderers.budget.settings import PLAIN, AccountSettings
from renderers.budget.tables import account, bucket, entry
from templates.errors import InputError

Clock = Callable[[], datetime]
STEP_BACK = timedelta(seconds=5)
"""A clock that is further behind the last entry than this was set back; servers differ by less."""


class Due(Exception):  # noqa: N818 - not a failure: the operation is done again after the account was looked after
    """Leases, tokens or a month of this account ran out: it must be looked after before anything else."""

    def __init__(self, account_id: str) -> None:
        super().__init__(account_id)
        self.account_id = account_id


class Turn:
    """Holds the accounts of one operation.

    Accounts are locked the deepest first, so that two operations never wait for each other. ``clock`` stands in for
    the database's own in tests.
    """

    def __init__(
        self, connection: sa.Connection, clock: Clock | None = None, *, upkeep: bool = False, is_again: bool = False
    ) -> None:
        self.connection = connection
        self.is_again = is_again
        """The connection broke when this was done before: it may have counted."""
        self.clock = clock
        self._upkeep = upkeep
        self.held: dict[str, Held] = {}
        self._read: dict[str, dict[str, Any]] = {}

    def hold(self, account_id: str, role: Role | None = None) -> Held:
        """Lock an account and return it. ``role``: what the login needs there; None when it acts for a sub-account.

        Raises InputError when there is none, NotAllowed, Due.
        """
        if account_id not in self.held:
            self.held[account_id] = self._locked(account_id)
        held = self.held[account_id]
        if role:
            demand(held.rank, role, account_id, held.login)
        return held

    def open(self, account_id: str, role: Role | None = None) -> Held:
        """Like ``hold``, for an account that is to get or use tokens: raises InputError when it is closed."""
        held = self.hold(account_id, role)
        if held.closed:
            raise InputError(
                "The account {account} is closed.", advice="Open it again, or choose another one.", account=account_id
            )
        return held

    def keyed(self, account_id: str, key: str) -> int | None:
        """How many tokens the operation of that key added to the account, or took; None when there was none."""
        moved = sa.func.sum(entry.c.available)
        query = sa.select(moved).where(entry.c.account == account_id, entry.c.key == key)
        found = self.connection.execute(query).scalar()
        return None if found is None else int(found)

    def write(self) -> None:
        """Write what the operation did."""
        for held in self.held.values():
            if held.entries:  # one alone goes its own way: many take PostgreSQL's driver one more journey
                self.connection.execute(_ADD_ENTRIES, held.entries[0] if len(held.entries) == 1 else held.entries)
            for expires in held.touched:
                self._write_bucket(held, expires)
            if _columns(held) != self._read[held.id]:
                self.connection.execute(_CHANGE_ACCOUNT, {"account_id": held.id, **_columns(held)})

    def _locked(self, account_id: str) -> Held:
        dialect, asked = self.connection.dialect.name, {"account_id": account_id}
        rows = self.connection.execute(_ACCOUNT[dialect], asked).all()
        if not rows:
            raise no_account(account_id)
        held = self._held(rows[0])
        is_due = held.due_at is not None and held.due_at <= held.now
        if not self._upkeep and (is_due or went_back(held)):
            raise Due(account_id)
        # SQLite's writers are alone, so that one question does. PostgreSQL may have waited for the account's lock, and
        # would answer with the buckets from before.
        for found in rows if dialect == "sqlite" else self.connection.execute(_BUCKETS, asked):
            if found.expires is not None:
                held.buckets[found.expires] = Bucket(found.available, found.reserved, found.spent)
        self._read[account_id] = _columns(held)
        return held

    def _held(self, row: sa.Row[Any]) -> Held:
        return Held(
            id=row.id,
            path=row.path,
            parent=row.parent,
            name=row.name,
            closed=row.closed,
            settings=settings_of(row.settings),
            month=row.month,
            alerted=row.alerted,
            alert_month=row.alert_month,
            number=row.entries,
            head=row.head,
            last_at=row.last_at,
            due_at=row.due_at,
            rank=row.rank,
            now=self.clock() if self.clock else _moment(row.now),
            login=row.login,
        )

    def _write_bucket(self, held: Held, expires: str) -> None:
        now = held.buckets[expires]
        values = {"available": now.available, "reserved": now.reserved, "spent": now.spent}
        where = {"b_account": held.id, "b_expires": expires}
        if not self.connection.execute(_CHANGE_BUCKET, {**where, **values}).rowcount:
            self.connection.execute(sa.insert(bucket), {"account": held.id, "expires": expires, **values})


def _columns(held: Held) -> dict[str, Any]:
    """What of an account's row an operation may change."""
    return {
        "name": held.name,
        "closed": held.closed,
        "settings": "{}" if held.settings is PLAIN else held.settings.to_json(),
        "month": held.month,
        "alerted": held.alerted,
        "alert_month": held.alert_month,
        "entries": held.number,
        "head": held.head,
        "last_at": held.last_at,
        "due_at": held.due_at,
    }


def deepest_first(paths: Iterable[str]) -> list[str]:
    """The order in which accounts are locked; the ids at the ends of ``paths``."""
    return [path.split("/")[-2] for path in sorted(paths, key=lambda path: (-path.count("/"), path))]


def went_back(held: Held) -> bool:
    """Say whether the clock was set back since the last entry."""
    return held.last_at is not None and held.now < held.last_at - STEP_BACK


def no_account(account_id: str) -> InputError:
    """There is none of that name."""
    return InputError(
        "There is no account {account}.",
        advice="mailwright accounts list shows those that there are.",
        account=account_id,
    )


def settings_of(text: str) -> AccountSettings:
    """Read the column ``settings``; most accounts have none of their own."""
    return PLAIN if text == "{}" else AccountSettings.from_json(text)


def now_in(connection: sa.Connection, clock: Clock | None = None) -> datetime:
    """What the database's clock says, in UTC; ``clock`` stands in for it in tests."""
    if clock:
        return clock()
    return _moment(connection.execute(sa.select(_clock_of(connection.dialect.name))).scalar_one())


def _moment(told: str | datetime) -> datetime:
    """SQLite tells the time as a text."""
    return (datetime.fromisoformat(told) if isinstance(told, str) else told).astimezone(UTC)


def _clock_of(dialect: str) -> sa.ColumnElement[Any]:
    """The database's clock as a column. PostgreSQL's own ``now()`` is when the transaction began."""
    if dialect == "postgresql":
        return sa.func.clock_timestamp()
    return sa.func.strftime("%Y-%m-%dT%H:%M:%fZ", "now")


def _account_query(dialect: str) -> sa.Select[Any]:
    columns = (
        account,
        _clock_of(dialect).label("now"),
        (login_here() if dialect == "postgresql" else sa.literal("")).label("login"),
        rank_here(dialect).label("rank"),
    )
    query = sa.select(*columns).where(account.c.id == sa.bindparam("account_id"))
    if dialect == "sqlite":
        amounts = (bucket.c.expires, bucket.c.available, bucket.c.reserved, bucket.c.spent)
        return query.add_columns(*amounts).outerjoin(bucket, bucket.c.account == account.c.id)
    return query.with_for_update(of=account)


_ACCOUNT = {dialect: _account_query(dialect) for dialect in ("sqlite", "postgresql")}
_ADD_ENTRIES = sa.insert(entry)
_BUCKETS = sa.select(bucket).where(bucket.c.account == sa.bindparam("account_id"))
_CHANGE_BUCKET = (
    sa.update(bucket)
    .where(bucket.c.account == sa.bindparam("b_account"), bucket.c.expires == sa.bindparam("b_expires"))
    .values({name: sa.bindparam(name) for name in ("available", "reserved", "spent")})
)
_CHANGE_ACCOUNT = (
    sa.update(account)
    .where(account.c.id == sa.bindparam("account_id"))
    .values(
        {
            name: sa.bindparam(name)
            for name in (
                "name", "closed", "settings", "month", "alerted", "alert_month", "entries", "head", "last_at", "due_at",
            )
        }
    )
)  # fmt: skip
