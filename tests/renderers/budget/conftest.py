"""A small agency's ledger on each database, with a clock that stands until a test moves it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.store import Store
from renderers.budget.tables import metadata
from renderers.budget.values import Balance


@dataclass
class Clock:
    """What the databases' own clocks are replaced by."""

    now: datetime = datetime(2026, 11, 10, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Forward, or back when negative: ``move(hours=-1)``."""
        self.now += timedelta(**by)

    def to(self, *moment: int) -> None:
        """Set it: ``to(2026, 12, 1, 0, 30)``, in UTC."""
        self.now = datetime(*moment, tzinfo=UTC)  # type: ignore[misc,arg-type]  # a date has three numbers or more


@dataclass(frozen=True)
class Book:
    """A ledger with its accounts: ``agency`` with 1,000 tokens, and ``acme`` below it with none."""

    store: Store
    clock: Clock

    @property
    def ledger(self) -> Ledger:
        return Ledger(self.store)

    @property
    def accounts(self) -> Accounts:
        return Accounts(self.store)

    def balances(self, *ids: str) -> list[Balance]:
        return [self.ledger.balance(each) for each in ids]

    def kinds(self, account: str) -> list[str]:
        """The kinds of the account's entries but for settings, oldest first."""
        return [each.kind for each in self.ledger.history(account) if each.kind != "setting"]

    def sql(self, statement: str, **values: object) -> None:
        """Change the database behind the ledger's back."""
        with self.store.database.writing() as connection:
            assert connection.execute(sa.text(statement), values).rowcount


def fill(store: Store) -> None:
    """Make the agency and its first sub-account."""
    accounts, ledger = Accounts(store), Ledger(store)
    accounts.create("agency", name="The agency")
    accounts.create("acme", parent="agency")
    ledger.grant("agency", 1000, note="order 1")


@pytest.fixture
def clock() -> Clock:
    """Tuesday, 10 November 2026, at noon."""
    return Clock()


@pytest.fixture(scope="module")
def migrated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a database that one module's tests share, one after the other: migrating takes longer than they do."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("ledger") / "ledger.db"
        Store(f"sqlite:///{path}").close()
        yield f"sqlite:///{path}"
        return
    with request.getfixturevalue("postgresql_server").database() as url:
        Store(url).close()
        yield url


@pytest.fixture
def book(migrated: str, clock: Clock, tmp_path: Path) -> Iterator[Book]:
    """The agency's ledger, new for each test."""
    url = sa.make_url(migrated)
    if url.database and url.get_backend_name() == "sqlite":
        url = url.set(database=str(shutil.copy(url.database, tmp_path / "ledger.db")))
    store = Store(url, clock=clock)
    if store.is_shared:
        tables = ", ".join(metadata.tables)
        with store.database.writing() as connection:
            connection.exec_driver_sql(f"TRUNCATE {tables}")
    fill(store)
    yield Book(store, clock)
    store.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test with a ``book`` runs on both databases."""
    if "migrated" in metafunc.fixturenames:
        metafunc.parametrize("migrated", ["sqlite", "postgresql"], indirect=True, scope="module")


@pytest.fixture
def sqlite_book(tmp_path: Path, clock: Clock) -> Iterator[Book]:
    """The same on SQLite only, for what does not ask the database."""
    store = Store(f"sqlite:///{tmp_path / 'ledger.db'}", clock=clock)
    fill(store)
    yield Book(store, clock)
    store.close()
