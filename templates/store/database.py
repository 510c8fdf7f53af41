"""The workspace's database: SQLite in the folder, or a team's PostgreSQL; the same code for both."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError

from templates.errors import EngineError, InputError, StorageError
from templates.store.database_errors import database_errors
from templates.store.network_drive import network_file_system
from templates.store.passwords import SECRETS, with_password

FILES = ("workspace.db", "workspace.db-wal", "workspace.db-shm")
_WAIT = 30.0  # seconds for another process's write; each of ours takes milliseconds
_PAUSE = (0.001, 0.01)  # seconds between two tries
_DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}


def open_database(url: str, root: Path) -> Database:
    """Open the database at ``url``, or the one in the folder ``root`` if empty, and bring its tables up to date.

    Makes an SQLite file that is missing. Raises InputError for a URL that is none, StorageError when the database is
    damaged, newer than this version, on a network drive (SQLite only), or cannot be reached.
    """
    from templates.store.migrate import migrate

    database = Database(with_password(url) if url else sa.URL.create("sqlite", database=str(root / FILES[0])))
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database


class Database:
    """A database and its connections. Threads may share one; processes open their own."""

    def __init__(self, url: str | sa.URL) -> None:
        self.url = _url(url)
        self.name = str(self.url.difference_update_query(SECRETS))  # for messages; a password shows as ***
        if self.url.get_backend_name() == "sqlite" and self.url.database:
            self.name = self.url.database
            _refuse_network_drive(Path(self.name))
        self.engine = _engine(self.url)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One consistent state of the database. Raises StorageError."""
        with database_errors(self.name), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":  # where by itself each statement sees a newer state
                connection.execution_options(isolation_level="REPEATABLE READ")
            with _transaction(connection, writes=False):
                yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """All of it or nothing: committed at the end, rolled back when an exception leaves. Raises StorageError.

        Writers wait for each other at the start, so that no one fails half way.
        """
        with database_errors(self.name), self.engine.connect() as connection, _transaction(connection, writes=True):
            yield connection

    def close(self) -> None:
        """Close the connections; the object may be used again."""
        self.engine.dispose()

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _url(url: str | sa.URL) -> sa.URL:
    try:
        parsed = sa.make_url(url)
        driver = _DRIVERS[parsed.get_backend_name()]
    except (ArgumentError, KeyError, ValueError):
        raise InputError(
            "This is not the URL of a database that can be used.",
            advice="Write it like postgresql://user@server/mailwright, or leave it empty.",
        ) from None
    return parsed.set(drivername=driver)


def _refuse_network_drive(path: Path) -> None:
    kind = network_file_system(path)
    if kind:
        raise StorageError(
            "SQLite loses data on a network drive, and this folder is on one ({kind}).",
            advice="Use a folder of this computer, or a PostgreSQL server: mailwright team init URL sets it up.",
            place=path,
            kind=kind,
        )


def _engine(url: sa.URL) -> sa.Engine:
    sqlite = url.get_backend_name() == "sqlite"
    try:
        engine = sa.create_engine(url, connect_args={"timeout": _WAIT} if sqlite else {})
    except ModuleNotFoundError as error:
        raise EngineError(
            "The package {module}, which talks to PostgreSQL, is missing.",
            advice='Install it with pip install "psycopg[binary]".',
            module=error.name,
        ) from error
    if sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Readers beside a writer (WAL), keys that are checked, and transactions that begin when we say so."""
    connection.isolation_level = None  # or Python's driver begins transactions by itself, and late
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def _transaction(connection: sa.Connection, *, writes: bool) -> Iterator[None]:
    """A writer takes SQLite's lock at once: a reader that turns writer may fail however long it waits.

    SQLAlchemy has an event for this, which would make every statement slower.
    """
    with connection.begin():
        if connection.dialect.name == "sqlite":
            driver: Any = connection.connection.dbapi_connection
            if writes:
                _take_write_lock(driver)
            else:
                driver.execute("BEGIN")
        yield


def _take_write_lock(driver: Any) -> None:
    """Ask again and again, everybody equally often.

    SQLite's own waiting asks ever more seldom, down to ten times a second, so that newcomers go first: among sixteen
    busy processes some got their turn only after more than half a minute. Raises sqlite3.OperationalError.
    """
    give_up = time.monotonic() + _WAIT
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        while not _begun(driver, is_last=time.monotonic() > give_up):
            time.sleep(random.uniform(*_PAUSE))  # noqa: S311 - spreads the tries; no secret
    finally:
        driver.execute(f"PRAGMA busy_timeout = {_WAIT * 1000:.0f}")


def _begun(driver: Any, *, is_last: bool) -> bool:
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if is_last or not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise
        return False
    return True
