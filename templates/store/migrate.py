"""Bringing a database's tables up to date, whoever else opens it at the same moment and whatever broke off before."""

from __future__ import annotations

import threading
from pathlib import Path

import sqlalchemy as sa

from templates.errors import Place, StorageError
from templates.store.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = threading.Lock()  # alembic keeps its context in a module
_LOCK = 0x6D77_6462  # "mwdb": PostgreSQL's number of the lock that migrations take


def migrate(database: Database, *, migrations: Path = MIGRATIONS) -> None:
    """Run the migrations that ``database`` does not have yet, in one transaction: all of them or none.

    Two processes wait for each other. Raises StorageError when the database is newer than this version, is not one of
    ours, or refuses; it is then unchanged.
    """
    known = revisions(migrations)
    with database.reading() as connection:
        found = _revision(connection, database)
    if found == known[-1]:
        return
    with _ONE_AT_A_TIME, database.writing() as connection:
        if connection.dialect.name == "postgresql":  # SQLite's writers wait for each other anyway
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
        found = _revision(connection, database)  # another process may have been quicker
        if found is not None and found not in known:
            raise StorageError(
                "A newer Mailwright made this database (version {found}; this one knows {known}).",
                advice="Update Mailwright; nothing was changed.",
                place=Place(database.name),
                found=found,
                known=known[-1],
            )
        if found != known[-1]:
            _upgrade(connection, migrations)


def revisions(migrations: Path = MIGRATIONS) -> list[str]:
    """The known versions of the tables, oldest first: the numbers in the names of the migrations."""
    return sorted(path.stem.split("_")[0] for path in (migrations / "versions").glob("m[0-9]*_*.py"))


def _revision(connection: sa.Connection, database: Database) -> str | None:
    """The version that the database says it has; None for an empty one."""
    tables = sa.inspect(connection).get_table_names()
    if "alembic_version" in tables:
        return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if tables:
        raise StorageError(
            "This is the database of another program.", advice="Choose another one.", place=Place(database.name)
        )
    return None


def _upgrade(connection: sa.Connection, migrations: Path) -> None:
    from alembic import command  # half of the time that opening takes, and most openings have nothing to migrate
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
