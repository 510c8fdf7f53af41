"""Tokens set aside and charged, a second, beside the least that any ledger does on the same database.

``bare`` is that least: one transaction to set a token aside and one to charge it, each of which reads the balance for
update, changes it, adds one entry and commits, through the same engine of SQLAlchemy; ``driver`` is the same without
SQLAlchemy. ``ledger`` is ``reserve`` and ``settle`` with a key, as a run does it for one picture. All wait for the
disk. They take turns, round by round; the figures are those of the fastest rounds, as whatever else the machine does
only slows them (aim: ``times bare`` up to 3). ``own`` accounts are one a process, ``shared`` is one for all of them.

``--profile`` shows where the ledger's time goes in one process instead.
"""

from __future__ import annotations

import cProfile
import multiprocessing
import pstats
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import count
from multiprocessing.synchronize import Barrier
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
import sqlalchemy as sa
from report import Row, report

from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from templates.store.database import Database
from tests.postgresql.server import NoPostgreSQLError, running

PAIRS = 80  # of all processes in one round
ROUNDS = 20
WORKERS = 4
PLENTY = 1_000_000_000
Spend = Callable[[int], None]  # sets one token aside and charges it; its number is new
CROWDS = ((1, "own"), (WORKERS, "own"), (WORKERS, "shared"))
PATIENCE = 300  # seconds

AMOUNTS = ("available", "reserved", "spent", "entries")
METADATA = sa.MetaData()
BALANCE = sa.Table(
    "bare_balance",
    METADATA,
    sa.Column("account", sa.String, primary_key=True),
    *(sa.Column(name, sa.BigInteger, sa.CheckConstraint(f"{name} >= 0")) for name in AMOUNTS),
)
ENTRY = sa.Table(
    "bare_entry",
    METADATA,
    sa.Column("account", sa.String, primary_key=True),
    sa.Column("number", sa.BigInteger, primary_key=True),
    sa.Column("kind", sa.String),
    *(sa.Column(name, sa.BigInteger) for name in AMOUNTS[:3]),
    sa.Column("key", sa.String),
    sa.UniqueConstraint("account", "key"),
)
MINE = BALANCE.c.account == sa.bindparam("a_account")
READ = sa.select(*(BALANCE.c[name] for name in AMOUNTS)).where(MINE).with_for_update()
CHANGE = sa.update(BALANCE).where(MINE).values({name: sa.bindparam(name) for name in AMOUNTS})
ADD = sa.insert(ENTRY)
READ_ALONE = "SELECT available, reserved, spent, entries FROM bare_balance WHERE account = ?"
CHANGE_ALONE = "UPDATE bare_balance SET available = ?, reserved = ?, spent = ?, entries = ? WHERE account = ?"
ADD_ALONE = "INSERT INTO bare_entry VALUES (?, ?, ?, ?, ?, ?, ?)"


def main() -> None:
    """Measure each database that can be had here."""
    with TemporaryDirectory() as folder:
        sqlite = f"sqlite:///{Path(folder) / 'ledger.db'}"
        if "--profile" in sys.argv:
            _profile(sqlite)
            return
        rows = list(_measured("SQLite", sqlite))
    try:
        with running(durable=True) as server, server.database() as url:
            rows += _measured("PostgreSQL", url)
    except NoPostgreSQLError as error:
        print(f"Without PostgreSQL: {error}.")
    report("ledger", rows)


def _measured(name: str, url: str) -> Iterator[Row]:
    _prepare(url)
    for crowd, (workers, accounts) in enumerate(CROWDS):
        driver, bare, ledger = (min(taken) for taken in _crowd(url, workers, accounts, crowd))
        yield {
            "database": name,
            "processes": workers,
            "accounts": accounts,
            "driver /s": PAIRS / driver,
            "bare /s": PAIRS / bare,
            "ledger /s": PAIRS / ledger,
            "times bare": ledger / bare,
        }


def _prepare(url: str) -> None:
    """The same accounts for both, with more tokens than are spent."""
    with Ledger(url) as ledger:
        accounts = Accounts(ledger.store)
        with ledger.store.database.writing() as connection:
            METADATA.create_all(connection)
            rows = [{"account": f"{each}", **dict.fromkeys(AMOUNTS, 0), "available": PLENTY} for each in range(WORKERS)]
            connection.execute(sa.insert(BALANCE), rows)
        for number in range(WORKERS):
            accounts.create(f"{number}")
            ledger.grant(f"{number}", PLENTY, note="for the benchmark")


def _crowd(url: str, workers: int, accounts: str, crowd: int) -> tuple[list[float], ...]:
    """Return the seconds that all pairs take on each of ROADS, round by round."""
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(workers + 1, timeout=PATIENCE)
    processes = [
        context.Process(target=_work, args=(url, str(each if accounts == "own" else 0), PAIRS // workers, together,
                                            count((crowd * WORKERS + each) * ROUNDS * PAIRS)))
        for each in range(workers)
    ]  # fmt: skip
    for process in processes:
        process.start()
    together.wait()
    taken = [[_lap(together) for _ in ROADS] for _ in range(ROUNDS)]
    for process in processes:
        process.join()
    return tuple(map(list, zip(*taken, strict=True)))


def _lap(together: Barrier) -> float:
    together.wait()
    started = time.perf_counter()
    together.wait()
    return time.perf_counter() - started


def _work(url: str, account: str, pairs: int, together: Barrier, numbers: Iterator[int]) -> None:
    with ExitStack() as stack:
        spends = [stack.enter_context(road(url, account)) for road in ROADS]
        for spend in spends:
            spend(next(numbers))  # the first statements are compiled and prepared
        together.wait()
        for spend in spends * ROUNDS:
            together.wait()
            for _ in range(pairs):
                spend(next(numbers))
            together.wait()


@contextmanager
def _ledger(url: str, account: str) -> Iterator[Spend]:
    with Ledger(url) as ledger:

        def spend(number: int) -> None:
            run = ledger.reserve(account, 1, key=f"run {number}", template="welcome.en", run=f"{number}")
            ledger.settle(run, 1, key=f"picture {number}", client="gmail-web")

        yield spend


@contextmanager
def _bare(url: str, account: str) -> Iterator[Spend]:
    with Database(url) as database:

        def move(kind: str, number: int, *by: int) -> None:
            with database.writing() as connection:
                row = connection.execute(READ, {"a_account": account}).one()
                now = _moved(row, by)
                connection.execute(CHANGE, {"a_account": account, **dict(zip(AMOUNTS, now, strict=True))})
                entry = {**dict(zip(AMOUNTS, by, strict=False)), "number": now[-1], "kind": kind}
                connection.execute(ADD, {"account": account, "key": f"{kind} {number}", **entry})

        yield _spend_by(move)


@contextmanager
def _alone(url: str, account: str) -> Iterator[Spend]:
    begin, execute, close = _driver(url)

    def move(kind: str, number: int, *by: int) -> None:
        begin()
        now = _moved(execute(READ_ALONE, (account,)).fetchone(), by)
        execute(CHANGE_ALONE, (*now, account))
        execute(ADD_ALONE, (account, now[-1], kind, *by, f"{kind} {number}"))
        execute("COMMIT", ())

    yield _spend_by(move)
    close()


def _moved(row: Sequence[int], by: tuple[int, ...]) -> tuple[int, ...]:
    return row[0] + by[0], row[1] + by[1], row[2] + by[2], row[3] + 1


def _spend_by(move: Callable[..., None]) -> Spend:
    def spend(number: int) -> None:
        move("reserve", number, -1, 1, 0)
        move("settle", number, 0, -1, 1)

    return spend


def _driver(url: str) -> tuple[Callable[[], Any], Callable[[str, tuple[object, ...]], Any], Callable[[], None]]:
    """How a transaction begins, how a statement is run, and how to go."""
    if url.startswith("sqlite"):
        file = sqlite3.connect(sa.make_url(url).database or "", timeout=30, isolation_level=None)
        file.execute("PRAGMA journal_mode = WAL")
        return lambda: file.execute("BEGIN IMMEDIATE"), file.execute, file.close
    server = psycopg.connect(url, autocommit=True)

    def execute(statement: str, values: tuple[object, ...]) -> Any:
        locked = f"{statement} FOR UPDATE" if statement is READ_ALONE else statement
        return server.execute(locked.replace("?", "%s").encode(), values)

    return lambda: server.execute("BEGIN"), execute, server.close


ROADS = (_alone, _bare, _ledger)


def _profile(url: str) -> None:
    _prepare(url)
    with _ledger(url, "0") as spend, cProfile.Profile() as profile:
        for number in range(PAIRS):
            spend(number)
    pstats.Stats(profile).sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    main()
