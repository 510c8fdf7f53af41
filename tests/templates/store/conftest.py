"""Databases of both kinds: SQLite always, PostgreSQL where a server and its driver are installed."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from templates.store.database import Database, open_database


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """The URL of a server of its own, reached through a socket in its folder and gone after the tests."""
    if not shutil.which("pg_ctl") or not shutil.which("initdb"):
        pytest.skip("PostgreSQL is not installed")
    if importlib.util.find_spec("psycopg") is None:
        pytest.skip("psycopg, the driver of PostgreSQL, is not installed")
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        folder = Path(name)
        run = partial(subprocess.run, check=True, capture_output=True, user=_owner(folder), cwd=folder)
        run(["initdb", "-D", folder / "data", "-U", "ann", "-A", "trust", "--no-sync"])
        server = ["pg_ctl", "-D", folder / "data", "-w"]
        run([*server, "-o", f"-c listen_addresses='' -k {folder} -F", "-l", folder / "log", "start"])
        yield f"postgresql://ann@/postgres?host={folder}"
        run([*server, "-m", "immediate", "stop"])


def _owner(folder: Path) -> str | None:
    """Who runs the server: PostgreSQL refuses root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    try:
        shutil.chown(folder, "postgres")
    except LookupError:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    return "postgres"


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind."""
    url = "" if request.param == "sqlite" else request.getfixturevalue("postgresql_url")
    with open_database(url, tmp_path) as database:
        yield database
        if url:
            with database.writing() as connection:
                connection.exec_driver_sql("DROP SCHEMA public CASCADE")
                connection.exec_driver_sql("CREATE SCHEMA public")
