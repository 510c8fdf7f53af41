"""Migrations: whoever opens a database first, and whatever broke off, the tables are up to date or untouched."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from templates.errors import StorageError
from templates.store.database import FILES, Database, open_database
from templates.store.migrate import MIGRATIONS, WORKSPACE, Chain, migrate, revisions
from templates.store.tables import metadata


def _dump(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.fixture
def newer(tmp_path: Path) -> Chain:
    """A folder of migrations with one more than this version has: it makes a table, fills it, and makes another."""
    folder = tmp_path / "100% newer" / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    made = Chain(folder, WORKSPACE.count)
    last = revisions(made)[-1]
    (folder / "versions" / "m9999_more.py").write_text(
        "import os, signal\n"
        "from alembic import op\n"
        f"revision, down_revision = 'm9999', '{last}'\n"
        "def upgrade():\n"
        "    op.execute('CREATE TABLE one (id INTEGER)')\n"
        "    op.execute('INSERT INTO one VALUES (1)')\n"
        "    if os.environ.get('DIE'):\n"
        "        os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
        "    op.execute('CREATE TABLE two (id INTEGER)')\n"
    )
    return made


def test_the_migrations_make_the_tables_that_queries_name(tmp_path: Path) -> None:
    """The two descriptions are the same."""
    with open_database("", tmp_path) as database, database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_migrations_stand_in_one_row() -> None:
    """The numbers in the names are the versions that alembic sees, each after the one before."""
    script = ScriptDirectory(str(MIGRATIONS))
    row = [revision.revision for revision in script.walk_revisions()]
    assert row[::-1] == revisions()
    assert len(script.get_heads()) == 1


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    """The second time there is nothing to do, and alembic is not even loaded for it."""
    open_database("", tmp_path).close()
    before = _dump(tmp_path / FILES[0])
    script = (
        "import sys; from pathlib import Path; from templates.store.database import open_database;"
        "open_database('', Path(sys.argv[1])); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("False", "")
    assert _dump(tmp_path / FILES[0]) == before


def test_an_older_database_keeps_its_rows(tmp_path: Path, newer: Chain) -> None:
    """What is new comes beside what was there; a percent sign in the path does no harm."""
    with open_database("", tmp_path) as database:
        with database.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO proof VALUES ('t', 'd', '', 'p', 'k', 1, 2, 'x.png', '2026-11-21 10:00:00.000000')"
            )
        migrate(database, newer)
        with database.reading() as connection:
            assert connection.exec_driver_sql("SELECT template FROM proof").scalar_one() == "t"
            assert {"one", "two"} <= set(sa.inspect(connection).get_table_names())


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path, newer: Chain) -> None:
    """Both versions are named."""
    with Database(f"sqlite:///{tmp_path / FILES[0]}") as database:
        migrate(database, newer)
    before = _dump(tmp_path / FILES[0])
    with pytest.raises(StorageError, match=rf"newer Mailwright .*m9999; this one knows {revisions()[-1]}.*Update"):
        open_database("", tmp_path)
    assert _dump(tmp_path / FILES[0]) == before


_MIGRATE = """
import sys
from pathlib import Path
from templates.store.database import Database
from templates.store.migrate import Chain, migrate
sys.stdin.readline()
migrate(Database(f"sqlite:///{sys.argv[1]}"), Chain(Path(sys.argv[2]), "alembic_version"))
"""


def test_a_migration_that_was_killed_starts_again(
    tmp_path: Path, newer: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    """kill -9 half way leaves the old tables, and the next opening brings the new ones."""
    path = tmp_path / FILES[0]
    open_database("", tmp_path).close()
    before = _dump(path)
    monkeypatch.setenv("DIE", "1")
    done = subprocess.run([sys.executable, "-c", _MIGRATE, path, newer.folder], input=b"\n", capture_output=True)
    assert done.returncode != 0
    assert done.stderr == b""
    assert _dump(path) == before
    monkeypatch.delenv("DIE")
    with Database(f"sqlite:///{path}") as database:
        migrate(database, newer)
        with database.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM one").scalar_one() == 1
            assert "two" in sa.inspect(connection).get_table_names()


def test_two_processes_may_open_a_new_database_at_once(tmp_path: Path, newer: Chain) -> None:
    """Each step is run by one of them only, and none fails."""
    path = tmp_path / FILES[0]
    command = [sys.executable, "-c", _MIGRATE, path, newer.folder]
    processes = [subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.flush()
    errors = [process.communicate()[1] for process in processes]
    assert errors == [b""] * 3
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM one").fetchone() == (1,)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("m9999",)]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_threads_may_open_new_databases_at_once(tmp_path: Path) -> None:
    """alembic itself is not made for it, so they take turns; the same database or others, all are complete."""
    folders = [tmp_path / name for name in "aabbccdd"]
    errors: list[BaseException] = []
    barrier = threading.Barrier(len(folders))

    def open_it(folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        barrier.wait()
        try:
            with open_database("", folder) as database, database.reading() as connection:
                connection.exec_driver_sql("SELECT * FROM proof")
        except BaseException as error:  # noqa: BLE001 - handed to the test's own thread
            errors.append(error)

    threads = [threading.Thread(target=open_it, args=(folder,)) for folder in folders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
