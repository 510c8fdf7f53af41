"""Tables of the ledger: made beside what a database of ours has, all or none, and never by an older version."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.store import CHAIN, Store
from renderers.budget.tables import metadata
from templates.errors import StorageError
from templates.store.database import Database, open_database
from templates.store.migrate import Chain, migrate, revision, revisions


def tables(database: Database) -> set[str]:
    with database.reading() as connection:
        return set(sa.inspect(connection).get_table_names())


def test_the_migrations_make_the_tables_that_queries_name(database_url):
    """The two descriptions are the same, on both databases."""
    store = Store(database_url)
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": CHAIN.count})
        assert compare_metadata(context, metadata) == []
    store.close()


DIES = """
import os, signal, sys
import sqlalchemy as sa
from renderers.budget.store import Store
@sa.event.listens_for(sa.Engine, "before_cursor_execute")
def die(connection, cursor, statement, *rest):
    if "CREATE TABLE ledger_entry" in statement:
        print("dies", flush=True)
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
Store(sys.argv[1])
"""


def test_a_migration_that_was_killed_starts_again(database_url, tmp_path):
    """Half way it left no table; the workspace's own rows are untouched, and the next opening makes the rest."""
    with open_database(database_url, tmp_path) as database:
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO version_content VALUES ('d', 'x')" if "sqlite" in database_url else
                                       "INSERT INTO version_content VALUES ('d', 'x'::bytea)")  # fmt: skip
        before = tables(database)
        done = subprocess.run([sys.executable, "-c", DIES, database_url], capture_output=True, text=True)
        assert (done.stdout, done.stderr) == ("dies\n", "")
        assert done.returncode == -getattr(signal, "SIGKILL", signal.SIGTERM) or os.name == "nt"
        assert tables(database) == before
        with Ledger(database_url) as ledger:
            Accounts(ledger.store).begin("own", name="Own", zone="UTC", tokens=10)
            assert (ledger.balance("own"), ledger.audit()) == ((10, 0, 0), [])
        assert tables(database) == before | set(metadata.tables) | {CHAIN.count}
        with database.reading() as connection:
            assert connection.exec_driver_sql("SELECT digest FROM version_content").scalars().all() == ["d"]


@pytest.mark.parametrize("since", ["m0001", "m0002"])
def test_a_workspace_of_an_older_version_gets_the_ledger_beside_its_rows(database_url, tmp_path, since):
    """Its tables keep their own count."""
    from templates.store.migrate import MIGRATIONS, WORKSPACE

    older = Chain(tmp_path / "migrations", WORKSPACE.count)
    (older.folder / "versions").mkdir(parents=True)
    for path in (MIGRATIONS / "versions").glob("m*.py"):
        if path.stem[:5] <= since:
            shutil.copy(path, older.folder / "versions")
    with Database(database_url) as database:
        migrate(database, older)
        with database.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO proof VALUES ('t', 'd', '', 'p', 'k', 1, 2, 'x.png', '2026-11-21 10:00:00.000000')"
            )
        with Ledger(database_url) as ledger:
            Accounts(ledger.store).begin("own", name="Own", zone="UTC", tokens=10)
            assert ledger.audit() == []
        assert (revision(database, older), revision(database, CHAIN)) == (since, revisions(CHAIN)[-1])
        with open_database(database_url, tmp_path) as opened, opened.reading() as connection:
            assert connection.exec_driver_sql("SELECT template FROM proof").scalar_one() == "t"


def test_the_ledger_of_a_newer_version_is_refused_and_left_alone(database_url):
    """Both versions are named, with the advice to update."""
    with Ledger(database_url) as ledger, ledger.store.database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE {CHAIN.count} SET version_num = 'm9999'")
    with pytest.raises(StorageError, match=rf"newer Mailwright .*m9999; this one knows {revisions(CHAIN)[-1]}.*Update"):
        Ledger(database_url)
    with Database(database_url) as database:
        assert revision(database, CHAIN) == "m9999"


def test_another_programs_database_is_left_alone(database_url):
    """A ledger is not put between its tables."""
    with Database(database_url) as database:
        with database.writing() as connection:
            connection.exec_driver_sql("CREATE TABLE bookmarks (url TEXT)")
        with pytest.raises(StorageError, match="database of another program"):
            Ledger(database_url)
        assert tables(database) == {"bookmarks"}
