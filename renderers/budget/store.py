"""Where accounts and ledger are kept, and how an operation on them is done: once, whatever breaks on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa

from renderers.budget.turn import Clock, Due, Turn, now_in
from renderers.budget.upkeep import look_after
from templates.store.database import Database
from templates.store.database_errors import ConnectionLostError
from templates.store.migrate import Chain, migrate

CHAIN = Chain(Path(__file__).parent / "migrations", "alembic_version_ledger")
"""Counted apart from the workspace's tables: one ledger serves workspaces of different versions of Mailwright."""
_TRIES = 3
T = TypeVar("T")


class Store:
    """A ledger's database. Threads may share one; processes open their own."""

    def __init__(self, url: str | sa.URL, *, clock: Clock | None = None) -> None:
        """Open ``url`` (SQLAlchemy's; SQLite or PostgreSQL) and bring its tables up to date.

        ``clock`` stands in for the database's own in tests. Raises InputError for a URL that is none, StorageError when
        the database is damaged, newer than this version, on a network drive (SQLite only) or cannot be reached.
        """
        self.database = Database(url)
        self.clock = clock
        try:
            migrate(self.database, CHAIN)
        except BaseException:
            self.database.close()
            raise

    @property
    def is_shared(self) -> bool:
        """A server that people log in to, as opposed to a file of this computer."""
        return self.database.url.get_backend_name() == "postgresql"

    def do(self, work: Callable[[Turn], T]) -> T:
        """Do ``work`` in one transaction and return what it returns; all of it is kept or nothing.

        An account where something ran out is looked after first. When the connection breaks, ``work`` is done once
        more: it must find out by its key whether the first time counted. Raises what ``work`` raises, StorageError.
        """
        for attempt in range(_TRIES):
            try:
                return self._do_now(work, is_again=attempt > 0)
            except ConnectionLostError:
                if attempt == _TRIES - 1:
                    raise
        raise AssertionError("unreachable")

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One consistent state of the ledger. Raises StorageError."""
        with self.database.reading() as connection:
            yield connection

    def tidy(self, account_id: str) -> None:
        """Free what ran out in the account: leases, expired tokens, the month's budget. Raises InputError."""
        while True:
            try:
                with self.database.writing() as connection:
                    turn = Turn(connection, self.clock, upkeep=True)
                    look_after(turn, account_id)
                    turn.write()
                return
            except Due as above:  # the account that a month's budget comes from
                self.tidy(above.account_id)

    def now(self) -> datetime:
        """What the database's clock says, in UTC."""
        with self.reading() as connection:
            return now_in(connection, self.clock)

    def close(self) -> None:
        """Close the connections; the object may be used again."""
        self.database.close()

    def _do_now(self, work: Callable[[Turn], T], *, is_again: bool) -> T:
        while True:
            try:
                with self.database.writing() as connection:
                    turn = Turn(connection, self.clock, is_again=is_again)
                    result = work(turn)
                    turn.write()
                return result
            except Due as due:
                self.tidy(due.account_id)
