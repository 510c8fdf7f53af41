"""Moving versions, saved runs and the index of pictures from the workspace's own file to a team's database."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from templates.store.database import Database
from templates.store.tables import proof, run, run_answer, run_mail, run_shot, version, version_content
from templates.store.versions import take_turns

Row = sa.Row[Any]


def move_documents(source: Database, target: Database) -> int:
    """Copy versions, runs and pictures that ``target`` does not have; returns how many versions. All of it or nothing.

    A template's history goes on where the one in ``target`` ends; one that went its own way there stays as it is.
    """
    with source.reading() as own, target.writing() as team:
        take_turns(team)
        templates = own.execute(sa.select(version.c.template).distinct()).scalars().all()
        missing = [row for template in templates for row in _missing(own, team, template)]
        _copy_contents(own, team, missing)
        if missing:
            team.execute(sa.insert(version), [_without_id(row) for row in missing])
        _copy_pictures(own, team)
        _copy_runs(own, team)
    return len(missing)


def _missing(own: sa.Connection, team: sa.Connection, template: str) -> list[Row]:
    """The template's versions that came after the newest one of the target, oldest first."""
    query = sa.select(version).where(version.c.template == template).order_by(version.c.id)
    here, there = own.execute(query).all(), team.execute(query).all()
    if not there:
        return list(here)
    known = [_identity(row) for row in here]
    newest = _identity(there[-1])
    return list(here[known.index(newest) + 1 :]) if newest in known else []


def _identity(row: Row) -> tuple[object, ...]:
    return row.created, row.author, row.kind, row.text, row.sides


def _without_id(row: Row) -> dict[str, Any]:
    """The target counts for itself."""
    return {name: value for name, value in row._asdict().items() if name != "id"}


def _copy_contents(own: sa.Connection, team: sa.Connection, rows: list[Row]) -> None:
    for digest in sorted({digest for row in rows for digest in (row.text, row.sides)}):
        one = version_content.c.digest == digest
        if not team.execute(sa.select(version_content.c.digest).where(one)).first():
            team.execute(sa.insert(version_content), own.execute(sa.select(version_content).where(one)).one()._asdict())


def _copy_pictures(own: sa.Connection, team: sa.Connection) -> None:
    """The newer one of two stays."""
    for row in own.execute(sa.select(proof)).all():
        same = sa.and_(*(column == row._mapping[column.name] for column in proof.primary_key))
        there = team.execute(sa.select(proof.c.created).where(same)).scalar()
        if there is None or there < row.created:
            team.execute(sa.delete(proof).where(same))
            team.execute(sa.insert(proof), row._asdict())


def _copy_runs(own: sa.Connection, team: sa.Connection) -> None:
    """A run's id is its own everywhere: one that is there is this one."""
    there = set(team.execute(sa.select(run.c.id)).scalars())
    for row in own.execute(sa.select(run)).all():
        if row.id not in there:
            team.execute(sa.insert(run), row._asdict())
            for table in (run_mail, run_shot, run_answer):
                rows = own.execute(sa.select(table).where(table.c.run == row.id)).all()
                if rows:
                    team.execute(sa.insert(table), [_without_id(each) for each in rows])
