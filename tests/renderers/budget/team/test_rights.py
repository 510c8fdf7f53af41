"""What PostgreSQL itself lets a team's logins do: use the ledger, and never change what is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.store import Store
from renderers.budget.team.rights import RIGHTS, let_others_in, login_of
from templates.errors import StorageError
from templates.store.database import open_database
from templates.store.versions import versions_of


@pytest.fixture
def store(postgresql_url) -> Iterator[Store]:
    """A ledger that Ann made, with the workspace's tables beside it."""
    open_database(postgresql_url, None).close()  # type: ignore[arg-type]  # a server has no folder
    made = Store(postgresql_url)
    yield made
    made.close()


def test_a_colleague_works_with_the_tables(store, postgresql_url, postgresql_server):
    """Reserving, charging, reading versions: all that a role allows, without an administrator's help."""
    assert login_of(store) == "ann"
    let_others_in(store.database)
    Accounts(store).begin("agency", name="Agency", zone="UTC", tokens=100)
    Accounts(store).give_role("agency", "bob", "owner")
    url = postgresql_server.login("bob", postgresql_url)
    with Ledger(url) as ledger:
        assert login_of(ledger.store) == "bob"
        accounts = Accounts(ledger.store)
        accounts.create("acme", parent="agency", monthly=20)
        accounts.tie("acme", brands=["acme"])
        run = ledger.reserve("acme", 5, key="run")
        ledger.settle(run, 5)
        accounts.close("acme")
        assert ledger.audit() == []
    with open_database(url, None) as database:  # type: ignore[arg-type]  # as above
        assert versions_of(database, "welcome.en") == []


def test_nobody_but_the_tables_owner_changes_an_entry(store, postgresql_url, postgresql_server):
    """The database refuses it, whatever the role in the account."""
    let_others_in(store.database)
    Accounts(store).begin("agency", name="Agency", zone="UTC", tokens=100)
    url = postgresql_server.login("bob", postgresql_url)
    with Ledger(url) as ledger:
        for statement in ("UPDATE ledger_entry SET available = 5", "DELETE FROM ledger_entry", "DELETE FROM account"):
            with pytest.raises(StorageError, match="permission denied"), ledger.store.database.writing() as connection:
                connection.execute(sa.text(statement))


def test_rights_that_an_administrator_gave_stay(store, postgresql_url, postgresql_server):
    """Whoever chose who may read the ledger is not overruled."""
    postgresql_server.login("bob", postgresql_url)
    with store.database.writing() as connection:
        connection.exec_driver_sql("GRANT SELECT ON ledger_entry TO bob")
    let_others_in(store.database)
    question = "SELECT relname FROM pg_class WHERE relacl::text LIKE '%,=%' OR relacl::text LIKE '{=%'"
    with store.database.reading() as connection:
        opened = set(connection.execute(sa.text(question)).scalars())
    assert opened & set(RIGHTS) == set(RIGHTS) - {"ledger_entry"}


def test_a_file_has_no_logins(own):
    """Nothing is asked of SQLite."""
    let_others_in(own.database)
    assert login_of(own) == ""
