"""Saved runs of previews: which pictures were taken of a template, of what version, and what became of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

import sqlalchemy as sa

from templates.errors import InputError
from templates.store.database import Database
from templates.store.proofs import SavedProof, note_latest
from templates.store.tables import proof, run, run_mail, run_shot

RunState = Literal["running", "done", "stopped", "failed"]
SILENCE = timedelta(seconds=40)
"""A run that goes on and gave no sign of life for so long was interrupted: its program is gone."""
LONGEST_NAME = 120


@dataclass(frozen=True)
class SavedRun:
    """One template's pictures, taken at once; ``batch`` names what was asked for together with it.

    ``version`` is the SHA-256 of the template's text, ``author`` ``user@host``, ``account`` who paid. ``name`` is "" as
    long as nobody gave one.
    """

    id: str
    batch: str
    template: str
    created: datetime
    beat: datetime
    ended: datetime | None
    state: RunState
    author: str
    account: str = ""
    version: str = ""
    name: str = ""

    def is_interrupted(self, now: datetime | None = None) -> bool:
        """Whether it goes on by its record, and nobody works on it any more.

        A sign of life that is still to come was given before a clock was set back: it says nothing either.
        """
        return self.state == "running" and abs((now or datetime.now(UTC)) - self.beat) > SILENCE


@dataclass(frozen=True)
class SavedMail:
    """What stands in the inbox for one data set and segment."""

    data_set: str
    segment: str
    sender: str
    subject: str
    preheader: str


@dataclass(frozen=True)
class SavedShot:
    """One picture of a run; ``place`` counts from 0 in the order in which they were asked for.

    Without a ``key`` there is no picture: it failed (``error``, JSON) or was not taken. ``path`` is from the
    workspace's root, sizes are in pixels, ``cast`` is JSON. ``mail`` and ``shown`` are fingerprints of the mail as it
    is sent and as the client shows it.
    """

    place: int
    data_set: str
    segment: str
    profile: str
    mode: str
    key: str = ""
    path: str = ""
    width: int = 0
    height: int = 0
    content_width: int = 0
    cast: str = ""
    mail: str = ""
    shown: str = ""
    error: str = ""


def begin_run(database: Database, begun: SavedRun, shots: Sequence[SavedShot]) -> None:
    """Note a run that begins, with the shots it is to take. Raises StorageError."""
    with database.writing() as connection:
        connection.execute(sa.insert(run).values(asdict(begun)))
        if shots:
            connection.execute(sa.insert(run_shot), [{"run": begun.id, **asdict(shot)} for shot in shots])


@dataclass(frozen=True)
class Note:
    """What became of one shot; ``mail`` is its inbox line where it is the first of its mail, ``latest`` its picture."""

    run: str
    shot: SavedShot
    mail: SavedMail | None = None
    latest: SavedProof | None = None


def note_shots(database: Database, notes: Sequence[Note]) -> None:
    """Note what became of shots, all or none; it is a sign of life too. Raises StorageError."""
    with database.writing() as connection:
        for note in notes:
            _note(connection, note)
        runs = {note.run for note in notes}
        connection.execute(sa.update(run).where(run.c.id.in_(runs)).values(beat=datetime.now(UTC)))


def _note(connection: sa.Connection, note: Note) -> None:
    values = asdict(note.shot)
    place = values.pop("place")
    mine = (run_shot.c.run == note.run, run_shot.c.place == place)
    is_there = connection.execute(sa.update(run_shot).where(*mine).values(values)).rowcount
    if note.mail is not None and is_there:  # somebody may have deleted the run meanwhile
        mail = note.mail
        same = (run_mail.c.run == note.run, run_mail.c.data_set == mail.data_set, run_mail.c.segment == mail.segment)
        connection.execute(sa.delete(run_mail).where(*same))
        connection.execute(sa.insert(run_mail).values(run=note.run, **asdict(mail)))
    if note.latest is not None:
        note_latest(connection, note.latest)


def give_sign(database: Database, run_ids: Sequence[str]) -> None:
    """Show that runs go on, also while they wait for slow pictures. Raises StorageError."""
    with database.writing() as connection:
        connection.execute(sa.update(run).where(run.c.id.in_(run_ids)).values(beat=datetime.now(UTC)))


def take_up_runs(database: Database, run_ids: Collection[str]) -> bool:
    """Take runs that were interrupted, or have ended, in hand again, all or none.

    False when somebody else was quicker with one of them. Raises StorageError.
    """
    now = datetime.now(UTC)
    free = sa.or_(run.c.state != "running", run.c.beat < now - SILENCE, run.c.beat > now + SILENCE)
    with database.writing() as connection:
        taken = connection.execute(
            sa.update(run).where(run.c.id.in_(run_ids), free).values(state="running", beat=now, ended=None)
        )
        if taken.rowcount == len(run_ids):
            return True
        connection.rollback()
        return False


def end_run(database: Database, run_id: str, state: RunState) -> None:
    """Note that a run ended, and how. Raises StorageError."""
    now = datetime.now(UTC)
    with database.writing() as connection:
        connection.execute(sa.update(run).where(run.c.id == run_id).values(state=state, beat=now, ended=now))


def saved_runs(database: Database, template: str = "", *, batch: str = "") -> list[SavedRun]:
    """Return the runs, newest first: of one template or batch, or all. Raises StorageError."""
    query = sa.select(run).order_by(run.c.created.desc(), run.c.id)
    query = query.where(run.c.template == template) if template else query
    query = query.where(run.c.batch == batch) if batch else query
    with database.reading() as connection:
        return [SavedRun(**row._asdict()) for row in connection.execute(query)]


def saved_run(database: Database, run_id: str) -> SavedRun:
    """Return one run. Raises InputError when it is gone, StorageError."""
    with database.reading() as connection:
        row = connection.execute(sa.select(run).where(run.c.id == run_id)).one_or_none()
    if row is None:
        raise InputError("This run of previews is gone.", advice="Choose another one.")
    return SavedRun(**row._asdict())


def shots_of_run(database: Database, run_id: str) -> list[SavedShot]:
    """Return what a run shows, in its order. Raises StorageError."""
    columns = [column for column in run_shot.c if column.name != "run"]
    query = sa.select(*columns).where(run_shot.c.run == run_id).order_by(run_shot.c.place)
    with database.reading() as connection:
        return [SavedShot(**row._asdict()) for row in connection.execute(query)]


def shots_before(database: Database, later: SavedRun) -> list[tuple[SavedRun, SavedShot]]:
    """Return the latest picture of each client and mode, data set and segment of a template before a run of it.

    However many runs there are: the database chooses. Raises StorageError.
    """
    view = (run_shot.c.data_set, run_shot.c.segment, run_shot.c.profile, run_shot.c.mode)
    place = sa.func.row_number().over(partition_by=view, order_by=(run.c.created.desc(), run.c.id)).label("rank")
    older = (run.c.template == later.template, run.c.created < later.created, run_shot.c.key != "")
    both = run_shot.join(run, run_shot.c.run == run.c.id)
    ranked = sa.select(run_shot.c.run, run_shot.c.place, place).select_from(both).where(*older).subquery()
    is_it = sa.and_(ranked.c.run == run_shot.c.run, ranked.c.place == run_shot.c.place, ranked.c.rank == 1)
    columns = [column for column in run_shot.c if column.name != "run"]
    with database.reading() as connection:
        rows = connection.execute(sa.select(*columns, run_shot.c.run.label("in_run")).join(ranked, is_it)).all()
        ids = {row.in_run for row in rows}
        runs = connection.execute(sa.select(run).where(run.c.id.in_(ids)))
        by_id = {row.id: SavedRun(**row._asdict()) for row in runs}
    return [(by_id[row.in_run], SavedShot(*row[:-1])) for row in rows]


def mails_of_run(database: Database, run_id: str) -> list[SavedMail]:
    """Return the inbox lines of a run. Raises StorageError."""
    columns = [column for column in run_mail.c if column.name != "run"]
    with database.reading() as connection:
        found = connection.execute(sa.select(*columns).where(run_mail.c.run == run_id))
        return [SavedMail(**row._asdict()) for row in found]


def name_run(database: Database, run_id: str, name: str) -> None:
    """Give a run a name; "" takes it away. Raises InputError for one that is too long, StorageError."""
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        raise InputError("This name is too long: at most {most} characters.", most=LONGEST_NAME)
    with database.writing() as connection:
        connection.execute(sa.update(run).where(run.c.id == run_id).values(name=name))


def forget_run(database: Database, run_id: str) -> list[str]:
    """Delete a run; return the paths of pictures that nothing refers to any more. Raises StorageError."""
    with database.writing() as connection:
        mine = run_shot.c.run == run_id
        paths = {path for (path,) in connection.execute(sa.select(run_shot.c.path).where(mine, run_shot.c.path != ""))}
        connection.execute(sa.delete(run).where(run.c.id == run_id))
        return sorted(paths - _referred(connection, paths))


def _referred(connection: sa.Connection, paths: Iterable[str]) -> set[str]:
    wanted = list(paths)
    queries = [sa.select(table.c.path).where(table.c.path.in_(wanted)) for table in (run_shot, proof)]
    return {path for query in queries for (path,) in connection.execute(query)}
