"""Bringing a database's tables up to date, whoever else opens it at the same moment and whatever broke off before."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from templates.errors import Place, StorageError
from templates.store.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True)
class Chain:
    """Migrations that follow each other, counted by themselves: a shared database may hold one part of the tables."""

    folder: Path
    """Has ``versions/mNNNN_*.py``; alembic's surroundings (``env.py``) are the workspace's for all."""
    count: str
    """The table with the number of the last one."""


WORKSPACE = Chain(MIGRATIONS, "alembic_version")
_ONE_AT_A_TIME = threading.Lock()  # alembic keeps its context in a module
_LOCK = 0x6D77_6462  # "mwdb": PostgreSQL's number of the lock that migrations take


def migrate(database: Database, chain: Chain = WORKSPACE) -> None:
    """Run the migrations of ``chain`` that ``database`` does not have yet, in one transaction: all of them or none.

    Two processes wait for each other. Raises StorageError when the database is newer than this version, is not one of
    ours, or refuses; it is then unchanged.
    """
    known = revisions(chain)
    found = revision(database, chain)
    if found == known[-1]:
        return
    with _ONE_AT_A_TIME, database.writing() as connection:
        if connection.dialect.name == "postgresql":  # SQLite's writers wait for each other anyway
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
        found = _revision(connection, database, chain)  # another process may have been quicker
        if found is not None and found not in known:
            raise StorageError(
                "A newer Mailwright made this database (version {found}; this one knows {known}).",
                advice="Update Mailwright; nothing was changed.",
                place=Place(database.name),
                found=found,
                known=known[-1],
            )
        if found != known[-1]:
            _upgrade(connection, chain)


def revisions(chain: Chain = WORKSPACE) -> list[str]:
    """The known versions of the tables, oldest first: the numbers in the names of the migrations."""
    return sorted(path.stem.split("_")[0] for path in (chain.folder / "versions").glob("m[0-9]*_*.py"))


def revision(database: Database, chain: Chain = WORKSPACE) -> str | None:
    """The version of the tables that the database says it has; None when it has none of the chain's.

    Raises StorageError when it is another program's.
    """
    with database.reading() as connection:
        return _revision(connection, database, chain)


def _revision(connection: sa.Connection, database: Database, chain: Chain) -> str | None:
    tables = sa.inspect(connection).get_table_names()
    if chain.count in tables:
        return connection.execute(sa.select(sa.column("version_num")).select_from(sa.table(chain.count))).scalar()
    if tables and not any(table.startswith(WORKSPACE.count) for table in tables):
        raise StorageError(
            "This is the database of another program.", advice="Choose another one.", place=Place(database.name)
        )
    return None


def _upgrade(connection: sa.Connection, chain: Chain) -> None:
    from alembic import command  # half of the time that opening takes, and most openings have nothing to migrate
    from alembic.config import Config

    config = Config(attributes={"connection": connection, "count": chain.count})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("version_locations", str(chain.folder / "versions").replace("%", "%%"))
    config.set_main_option("path_separator", "newline")  # the one that no folder of a customer has in its name
    command.upgrade(config, "head")
