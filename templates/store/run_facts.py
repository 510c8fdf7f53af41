"""What a list of saved runs says of each: counted by the database, so that not every picture is read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from templates.store.answers import Verdict
from templates.store.database import Database
from templates.store.runs import SavedRun
from templates.store.tables import run, run_answer, run_shot, version


@dataclass(frozen=True)
class RunFacts:
    """A run and what it holds.

    Of ``shots`` pictures ``taken`` are there and ``failed`` failed; the others were not taken. ``version_name`` and
    ``version_date`` are of the saved version with the text that the run is of: "" and None where it is not kept (any
    more). ``verdict`` is the last word on the run as a whole.
    """

    run: SavedRun
    shots: int
    taken: int
    failed: int
    clients: int
    data_sets: tuple[str, ...]
    segments: tuple[str, ...]
    version_name: str = ""
    version_date: datetime | None = None
    verdict: Verdict | None = None

    @property
    def left(self) -> int:
        """How many pictures were never taken."""
        return self.shots - self.taken - self.failed


def facts_of_runs(database: Database, template: str = "") -> list[RunFacts]:
    """Return the runs with what they hold, newest first: of one template, or all. Raises StorageError."""
    query = sa.select(run).order_by(run.c.created.desc(), run.c.id)
    query = query.where(run.c.template == template) if template else query
    with database.reading() as connection:
        found = [SavedRun(**row._asdict()) for row in connection.execute(query)]
        counts, mails = _counts(connection), _mails(connection)
        versions, verdicts = _versions(connection), _verdicts(connection)
    return [
        RunFacts(
            each,
            *counts.get(each.id, (0, 0, 0, 0)),
            data_sets=tuple(sorted({data_set for data_set, _ in mails[each.id]})),
            segments=tuple(sorted({segment for _, segment in mails[each.id]})),
            version_name=versions.get((each.template, each.version), ("", None))[0],
            version_date=versions.get((each.template, each.version), ("", None))[1],
            verdict=verdicts.get(each.id),
        )
        for each in found
    ]


def _counts(connection: sa.Connection) -> dict[str, tuple[int, int, int, int]]:
    """Shots, pictures, failures and clients by run."""
    taken = sa.func.sum(sa.case((run_shot.c.key != "", 1), else_=0))
    failed = sa.func.sum(sa.case((sa.and_(run_shot.c.key == "", run_shot.c.error != ""), 1), else_=0))
    clients = sa.func.count(sa.distinct(run_shot.c.profile))
    query = sa.select(run_shot.c.run, sa.func.count(), taken, failed, clients).group_by(run_shot.c.run)
    return {row[0]: (int(row[1]), int(row[2]), int(row[3]), int(row[4])) for row in connection.execute(query)}


def _mails(connection: sa.Connection) -> defaultdict[str, list[tuple[str, str]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    query = sa.select(run_shot.c.run, run_shot.c.data_set, run_shot.c.segment).distinct()
    for run_id, data_set, segment in connection.execute(query):
        found[run_id].append((data_set, segment))
    return found


def _versions(connection: sa.Connection) -> dict[tuple[str, str], tuple[str, datetime | None]]:
    """Name and date by template and text: a version with a name first, else the newest."""
    query = sa.select(version.c.template, version.c.text, version.c.name, version.c.created).order_by(version.c.id)
    query = query.where(version.c.text.in_(sa.select(run.c.version)))
    found: dict[tuple[str, str], tuple[str, datetime | None]] = {}
    for template, text, name, created in connection.execute(query):
        if name or not found.get((template, text), ("", None))[0]:
            found[template, text] = name, created
    return found


def _verdicts(connection: sa.Connection) -> dict[str, Verdict]:
    query = sa.select(run_answer.c.run, run_answer.c.verdict).order_by(run_answer.c.created, run_answer.c.id)
    judged = connection.execute(query.where(run_answer.c.place.is_(None), run_answer.c.verdict != "comment"))
    return {row.run: row.verdict for row in judged}
