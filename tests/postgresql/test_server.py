"""The PostgreSQL server that tests stand on: each database empty, each crash a real one, and nothing left behind."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.postgresql import server

ROOT = Path(__file__).parents[2]
CHILD = """
from tests.postgresql.server import running
with running() as server:
    print(server.admin_url, server.folder, flush=True)
    input()
"""


def ask(url: str, statement: str):
    with psycopg.connect(url) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else None


def test_a_database_is_empty_and_on_loopback(postgresql_url, postgresql_server):
    """Its owner makes tables in it without being an administrator; a second one has none of them."""
    assert re.fullmatch(r"postgresql://ann@127\.0\.0\.1:\d+/test_\d+", postgresql_url)
    ask(postgresql_url, "CREATE TABLE here (n int)")
    assert ask(postgresql_url, "SELECT usesuper FROM pg_user WHERE usename = current_user") == [(False,)]
    with postgresql_server.database() as other:
        assert ask(other, "SELECT count(*) FROM pg_tables WHERE tablename = 'here'") == [(0,)]
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(other)


def test_logins_go_with_the_last_database(postgresql_server):
    """They may connect and may not read what is not theirs; the next test makes the same ones anew."""
    for _ in range(2):
        with postgresql_server.database() as url:
            bob = postgresql_server.login("bob@studio", url)
            assert ask(bob, "SELECT current_user") == [("bob@studio",)]
            ask(url, 'CREATE TABLE t (n int); GRANT INSERT ON t TO "bob@studio"')
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                ask(bob, "SELECT * FROM t")


def test_a_login_with_a_password_has_to_give_it(postgresql_url, postgresql_server):
    """The right one is let in, a wrong one is refused."""
    url = postgresql_server.login("bob", postgresql_url, password="a/b c")
    assert ask(url, "SELECT current_user") == [("bob",)]
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(url.replace("a%2Fb", "b"))


def test_connections_are_cut(postgresql_url, postgresql_server):
    """What was in flight is lost, another database is not touched, and a new connection is let in."""
    with postgresql_server.database() as other, psycopg.connect(other) as elsewhere:
        connection = psycopg.connect(postgresql_url)
        assert postgresql_server.cut(postgresql_url) == 1
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
        connection.close()
        assert elsewhere.execute("SELECT 1").fetchall() == [(1,)]
    assert ask(postgresql_url, "SELECT 1") == [(1,)]


def test_a_stopped_server_starts_where_it_was(postgresql_url, private_postgresql):
    """While it is stopped nobody gets in; what was committed is there afterwards, at the same URL."""
    ask(postgresql_url, "CREATE TABLE kept (n int)")
    private_postgresql.stop()
    with pytest.raises(psycopg.OperationalError, match="refused"):
        psycopg.connect(postgresql_url)
    private_postgresql.start()
    assert ask(postgresql_url, "SELECT * FROM kept") == []


@pytest.mark.usefixtures("postgresql_server")
def test_a_killed_test_process_leaves_nothing():
    """Neither a server nor its folder, though it could not tidy up."""
    command = [sys.executable, "-c", CHILD]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as child:
        url, folder = child.stdout.readline().split()
        assert ask(url, "SELECT 1") == [(1,)]
        child.kill()
        assert child.stdout.read() == ""  # ends with the last who holds it, which is the guard
    assert not Path(folder).exists()
    with pytest.raises(psycopg.OperationalError, match="refused"):
        psycopg.connect(url)


def test_debians_folder_is_found_without_path(tmp_path, monkeypatch):
    """Its newest version counts, by number; what is on PATH goes before; with neither, the reason is said."""
    for version in ("9.6", "15", "17"):
        lay(tmp_path / "postgresql" / version / "bin")
    monkeypatch.setattr(server, "DEBIAN", tmp_path / "postgresql")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert server.programs() == tmp_path / "postgresql/17/bin"
    monkeypatch.setenv("PATH", str(lay(tmp_path / "own")))
    assert server.programs() == tmp_path / "own"
    monkeypatch.setattr(server, "DEBIAN", tmp_path / "none")
    (tmp_path / "own/pg_ctl").unlink()
    with pytest.raises(server.NoPostgreSQLError, match="install the package postgresql"):
        server.programs()


def lay(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("initdb", "pg_ctl"):
        (folder / name).touch(0o755)
    return folder
