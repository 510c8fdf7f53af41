"""What the database knows of a template follows it when it gets another name."""

from __future__ import annotations

import sqlalchemy as sa

from templates.store.database import Database
from templates.store.tables import proof, run, version


def move_history(database: Database, old: str, new: str) -> None:
    """Let versions, saved runs and latest pictures follow a template that was renamed. Raises StorageError."""
    with database.writing() as connection:
        connection.execute(sa.delete(proof).where(proof.c.template == new))  # of one that had the name before
        for table in (version, run, proof):
            connection.execute(sa.update(table).where(table.c.template == old).values(template=new))
