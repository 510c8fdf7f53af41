"""The index of saved proofs: which picture was taken last of a template, so that a window can show it at once."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

import sqlalchemy as sa

from templates.store.database import Database
from templates.store.tables import proof


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class SavedProof:
    """A picture that was saved: of what, where it is, and its size in pixels."""

    template: str
    data_set: str
    segment: str  # "" when no segment was chosen
    profile: str
    key: str  # of the picture cache: the same key is the same picture
    width: int
    height: int
    path: str  # from the workspace's root
    created: datetime = field(default_factory=_now)


def remember(database: Database, saved: SavedProof) -> None:
    """Note ``saved`` as the latest picture of its template, data set, segment and profile. Raises StorageError."""
    with database.writing() as connection:
        note_latest(connection, saved)


def note_latest(connection: sa.Connection, saved: SavedProof) -> None:
    """Do what ``remember`` does as a part of something larger."""
    connection.execute(sa.delete(proof).where(*_same(saved.template, saved.profile, saved.data_set, saved.segment)))
    connection.execute(sa.insert(proof).values(asdict(saved)))


def latest(
    database: Database, template: str, profile: str, *, data_set: str = "default", segment: str = ""
) -> SavedProof | None:
    """Return the latest saved picture, or None when none was taken. Raises StorageError."""
    with database.reading() as connection:
        row = connection.execute(sa.select(proof).where(*_same(template, profile, data_set, segment))).one_or_none()
    return SavedProof(**row._asdict()) if row else None


def _same(template: str, profile: str, data_set: str, segment: str) -> list[sa.ColumnElement[bool]]:
    columns = proof.c
    return [
        columns.template == template,
        columns.profile == profile,
        columns.data_set == data_set,
        columns.segment == segment,
    ]
