"""The database: readers beside a writer, all or nothing, and one sentence for whatever goes wrong."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from templates.errors import EngineError, InputError, StorageError
from templates.store.database import Database, open_database


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """A database of its own in ``tmp_path``, with one table beside the real ones."""
    database = open_database("", tmp_path)
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        connection.exec_driver_sql("CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (id))")
    return database


def _count(connection: sa.Connection) -> int:
    return int(connection.exec_driver_sql("SELECT count(*) FROM parent").scalar_one())


def test_what_is_written_is_all_there_or_not_at_all(database: Database) -> None:
    """An exception on the way takes everything back, tables included."""

    def half() -> None:
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO parent VALUES (1)")
            connection.exec_driver_sql("CREATE TABLE third (id INTEGER)")
            _ = 1 / 0

    with pytest.raises(ZeroDivisionError):
        half()
    with database.reading() as connection:
        assert _count(connection) == 0
        assert "third" not in sa.inspect(connection).get_table_names()


def test_a_reader_keeps_its_state_while_another_writes(database: Database) -> None:
    """Both at once, without waiting, and the reader sees one state throughout."""
    with database.reading() as reader:
        assert _count(reader) == 0
        with database.writing() as writer:
            writer.exec_driver_sql("INSERT INTO parent VALUES (1)")
        assert _count(reader) == 0
    with database.reading() as reader:
        assert _count(reader) == 1


def test_keys_are_checked(database: Database) -> None:
    """A child without its parent is refused with SQLite's own words."""
    with pytest.raises(StorageError, match="FOREIGN KEY"), database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO child VALUES (7)")


def test_writers_wait_for_each_other(database: Database) -> None:
    """Twenty threads that read and then write lose no update."""

    def add() -> None:
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO parent VALUES (?)", (_count(connection) + 1,))

    threads = [threading.Thread(target=add) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert _count(connection) == 20


def test_a_database_that_stays_locked_is_reported(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """After waiting, the message names the likely cause."""
    monkeypatch.setattr("templates.store.database._WAIT", 0.05)
    with (
        database.writing(),
        Database(database.url) as other,
        pytest.raises(StorageError, match="keeps the database locked"),
        other.writing(),
    ):
        pass


DAMAGED = {
    "text": b"this is not a database, it is a note to myself\n" * 100,
    "torn header": b"SQLite format 3\x00" + b"\xff" * 4096,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_reported_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    """Nothing is written over what may still be saved."""
    path = tmp_path / "workspace.db"
    path.write_bytes(content)
    with pytest.raises(StorageError, match=r"workspace\.db: This .* damaged.*Restore it"):
        open_database("", tmp_path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_damaged_page_is_reported(tmp_path: Path) -> None:
    """Damage further in shows when that part is read."""
    open_database("", tmp_path).close()
    path = tmp_path / "workspace.db"
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    with pytest.raises(StorageError, match="database is damaged"):
        open_database("", tmp_path)
    assert path.read_bytes() == content


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    """It is what SQLite itself leaves when a program dies at its first step."""
    (tmp_path / "workspace.db").write_bytes(b"")
    with open_database("", tmp_path) as database, database.reading() as connection:
        assert "proof" in sa.inspect(connection).get_table_names()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """It has tables, but none of ours."""
    with sqlite3.connect(tmp_path / "workspace.db") as theirs:
        theirs.execute("CREATE TABLE bookmarks (url TEXT)")
    theirs.close()
    with pytest.raises(StorageError, match="another program"):
        open_database("", tmp_path)


def test_a_folder_that_is_missing_is_reported(tmp_path: Path) -> None:
    """SQLite cannot make it."""
    with pytest.raises(StorageError, match="cannot be opened"):
        open_database("", tmp_path / "none")


def test_a_read_only_database_is_reported(database: Database, tmp_path: Path) -> None:
    """Reading still works."""
    database.close()
    path = tmp_path / "workspace.db"
    with Database(f"sqlite:///file:{path}?mode=ro&uri=true") as closed:
        with closed.reading() as connection:
            assert _count(connection) == 0
        with pytest.raises(StorageError, match="read-only"), closed.writing() as connection:
            connection.exec_driver_sql("INSERT INTO parent VALUES (1)")


def test_sqlite_on_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the advice to use PostgreSQL, and before a file is made."""
    mounts = [("/", "ext4"), (str(tmp_path.resolve()), "cifs")]
    monkeypatch.setattr("templates.store.network_drive.system_mounts", lambda: mounts)
    with pytest.raises(StorageError, match=r"network drive.*\(cifs\).*PostgreSQL"):
        open_database("", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["nonsense", "mysql://server/x", "http://example.com", "://", "postgresql://s:port/x"])
def test_what_is_no_url_of_a_database_is_refused(tmp_path: Path, url: str) -> None:
    """The message shows how one is written."""
    with pytest.raises(InputError, match=r"not the URL.*postgresql://user@server"):
        open_database(url, tmp_path)


def test_postgresql_without_its_driver_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver is for teams only, so it may be missing."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(EngineError, match=r"psycopg.*pip install"):
        open_database("postgresql://ann@localhost/mailwright", tmp_path)


def test_a_password_never_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the name that messages use nor in what is printed."""
    monkeypatch.setattr("templates.store.database.sa.create_engine", lambda *_, **__: None)
    assert Database("postgresql://ann:pw@server/x").name == "postgresql+psycopg://ann:***@server/x"
    asked = "postgresql://ann@server/x?password=pw&sslpassword=pw&sslmode=require"
    assert Database(asked).name == "postgresql+psycopg://ann@server/x?sslmode=require"


_KILLED = """
import os, signal, sys
from pathlib import Path
from templates.store.database import open_database
with open_database("", Path(sys.argv[1])).writing() as connection:
    connection.exec_driver_sql("INSERT INTO parent VALUES (1)")
    print("ready", flush=True)
    sys.stdin.read()
"""


def test_a_killed_writer_leaves_nothing_behind(database: Database, tmp_path: Path) -> None:
    """Neither half a transaction nor a lock."""
    command = [sys.executable, "-c", _KILLED, tmp_path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        writer.kill()
    with database.writing() as connection:
        assert _count(connection) == 0
