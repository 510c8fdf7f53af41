"""A workspace's own ledger with a history, and an empty one of a team on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.store import Store
from renderers.budget.tables import metadata


@pytest.fixture
def own(tmp_path: Path, clock) -> Iterator[Store]:
    """An agency with 1,000 tokens; 100 of them went to Acme, which spent 3."""
    store = Store(f"sqlite:///{tmp_path / 'workspace.db'}", clock=clock)
    accounts, ledger = Accounts(store), Ledger(store)
    accounts.begin("own", name="The agency", zone="UTC", tokens=1000)
    accounts.create("own-acme", parent="own", name="Acme", hard_limit=50)
    accounts.tie("own-acme", brands=["acme"])
    accounts.give_role("own-acme", "carol", "member")
    ledger.allocate("own", "own-acme", 100)
    run = ledger.reserve("own-acme", 5, key="run-1", template="welcome.en")
    ledger.settle(run, 3, client="gmail-web")
    ledger.release(run)
    yield store
    store.close()


@pytest.fixture
def team(book) -> Store:
    """Nothing in it yet."""
    with book.store.database.writing() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(sa.delete(table))
    return book.store
