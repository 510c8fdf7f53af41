"""The history of templates: every save is a version. Contents are kept once, compressed, whatever refers to them."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import sqlalchemy as sa

from templates.errors import InputError, StorageError
from templates.snapshot import Snapshot
from templates.store.database import Database
from templates.store.tables import version, version_content
from templates.store.thinning import Dated, superfluous

Kind = Literal["found", "save", "named", "restored", "unsaved"]
LONGEST_NAME = 120
_LOCK = 0x6D77_7673  # "mwvs": PostgreSQL's number of the lock that writers of versions take


@dataclass(frozen=True)
class Version:
    """A template as it was. ``found`` was written by somebody else, ``unsaved`` was typed and given up."""

    id: int
    template: str
    created: datetime
    author: str  # user@host
    kind: Kind
    name: str  # "" as long as nobody gave one


def remember_version(
    database: Database,
    template: str,
    snapshot: Snapshot,
    *,
    author: str,
    kind: Kind = "save",
    name: str = "",
    created: datetime | None = None,
) -> Version:
    """Keep ``snapshot`` as the newest version and return it; what is the newest already is only named.

    A save of what an older version holds is ``restored``. Older versions are thinned out (``thinning``). Raises
    StorageError, InputError for a name that is too long.
    """
    now = datetime.now(UTC)
    contents = {_digest(text): text for text in (snapshot.text, snapshot.sides_json)}
    text, sides = _digest(snapshot.text), _digest(snapshot.sides_json)
    with database.writing() as connection:
        take_turns(connection)
        older = connection.execute(_rows(template)).all()
        if older and (older[0].text, older[0].sides) == (text, sides):
            if name:
                _rename(connection, older[0].id, name)
            return _found(connection, older[0].id)
        _keep(connection, contents)
        again = kind == "save" and any((row.text, row.sides) == (text, sides) for row in older)
        values = {
            "template": template,
            "created": max(created or now, older[0].created) if older else created or now,
            "author": author,
            "kind": "restored" if again else kind,
            "name": "",
            "text": text,
            "sides": sides,
        }
        made = connection.execute(sa.insert(version).values(values).returning(version.c.id)).scalar_one()
        if name:
            _rename(connection, made, name)
        _thin_out(connection, template, now)
        return _found(connection, made)


def versions_of(database: Database, template: str) -> list[Version]:
    """Return the versions of a template, newest first. Raises StorageError."""
    with database.reading() as connection:
        return [_version(row) for row in connection.execute(_rows(template))]


def version_snapshot(database: Database, version_id: int) -> Snapshot:
    """Return what a version holds. Raises InputError when it is gone, StorageError when it is damaged."""
    text, sides = sa.alias(version_content), sa.alias(version_content)
    query = (
        sa.select(text.c.data, sides.c.data)
        .select_from(version.join(text, version.c.text == text.c.digest).join(sides, version.c.sides == sides.c.digest))
        .where(version.c.id == version_id)
    )
    with database.reading() as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        raise _gone()
    try:
        held = [zlib.decompress(data).decode() for data in row]
        return Snapshot(held[0], json.loads(held[1]))
    except (zlib.error, ValueError) as error:
        raise StorageError("This version is damaged.", advice="Choose another one.") from error


def name_version(database: Database, version_id: int, name: str) -> None:
    """Give a version a name; "" takes it away. Raises InputError, StorageError."""
    with database.writing() as connection:
        _rename(connection, version_id, name)


def _rows(template: str) -> sa.Select[tuple[object, ...]]:
    return sa.select(version).where(version.c.template == template).order_by(version.c.id.desc())


def _version(row: sa.Row[tuple[object, ...]]) -> Version:
    return Version(row.id, row.template, row.created, row.author, row.kind, row.name)


def _found(connection: sa.Connection, version_id: int) -> Version:
    return _version(connection.execute(sa.select(version).where(version.c.id == version_id)).one())


def take_turns(connection: sa.Connection) -> None:
    """Nobody may clear away a content that another writer is about to refer to. SQLite's writers wait anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))


def _keep(connection: sa.Connection, contents: dict[str, str]) -> None:
    there = sa.select(version_content.c.digest).where(version_content.c.digest.in_(contents))
    known = set(connection.execute(there).scalars())
    for digest, text in contents.items():
        if digest not in known:
            data = zlib.compress(text.encode())
            connection.execute(sa.insert(version_content).values(digest=digest, data=data))


def _rename(connection: sa.Connection, version_id: int, name: str) -> None:
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        raise InputError("This name is too long: at most {most} characters.", most=LONGEST_NAME)
    done = connection.execute(sa.update(version).where(version.c.id == version_id).values(name=name))
    if not done.rowcount:
        raise _gone()


def _thin_out(connection: sa.Connection, template: str, now: datetime) -> None:
    dated = [Dated(row.id, row.created, bool(row.name)) for row in connection.execute(_rows(template))]
    gone = superfluous(dated, now)
    if not gone:
        return
    connection.execute(sa.delete(version).where(version.c.id.in_(gone)))
    used = sa.union(sa.select(version.c.text), sa.select(version.c.sides))
    connection.execute(sa.delete(version_content).where(version_content.c.digest.not_in(used)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _gone() -> InputError:
    return InputError("This version is not kept any more.", advice="Choose another one.")
