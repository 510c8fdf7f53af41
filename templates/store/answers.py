"""What people answered to a run of previews: approved, to be changed, or a comment; to one picture or to all of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Literal

import sqlalchemy as sa

from templates.errors import InputError
from templates.store.database import Database
from templates.store.tables import run_answer

Verdict = Literal["approved", "changes", "comment"]
Source = Literal["desktop", "sheet"]
LONGEST_COMMENT = 10_000


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Answer:
    """One person's word; ``place`` is the shot's, None where the run as a whole is meant. ``id`` is 0 until kept."""

    run: str
    place: int | None
    verdict: Verdict
    comment: str
    author: str
    created: datetime = field(default_factory=_now)
    source: Source = "desktop"
    id: int = 0


def keep_answer(database: Database, answer: Answer) -> Answer:
    """Keep an answer and return it; one that was kept before is not kept twice. Raises InputError, StorageError."""
    if len(answer.comment) > LONGEST_COMMENT:
        raise InputError("This comment is too long: at most {most} characters.", most=LONGEST_COMMENT)
    values = {name: value for name, value in asdict(answer).items() if name != "id"}
    same = [run_answer.c[name] == value for name, value in values.items() if name != "source"]
    with database.writing() as connection:
        found = connection.execute(sa.select(run_answer).where(*same)).first()
        if found is None:
            made = sa.insert(run_answer).values(values).returning(*run_answer.c)
            found = connection.execute(made).one()
    return Answer(**found._asdict())


def answers_to(database: Database, run_id: str) -> list[Answer]:
    """Return the answers to a run, oldest first. Raises StorageError."""
    query = sa.select(run_answer).where(run_answer.c.run == run_id).order_by(run_answer.c.created, run_answer.c.id)
    with database.reading() as connection:
        return [Answer(**row._asdict()) for row in connection.execute(query)]


def take_back_answer(database: Database, answer_id: int) -> None:
    """Delete an answer. Raises StorageError."""
    with database.writing() as connection:
        connection.execute(sa.delete(run_answer).where(run_answer.c.id == answer_id))


def standing_of(answers: list[Answer]) -> Verdict | None:
    """Return where the run as a whole stands: the last word on it; None as long as nobody judged it."""
    whole = [answer.verdict for answer in answers if answer.place is None and answer.verdict != "comment"]
    return whole[-1] if whole else None
