"""Stores the answers of a sheet with the run that they are to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from renderers.proofs.approval.answers import SheetAnswers
from templates.errors import InputError
from templates.store.answers import Answer, answers_to, keep_answer
from templates.store.runs import SavedRun, saved_run, shots_of_run
from templates.workspace import Workspace


def keep_sheet_answers(workspace: Workspace, read: SheetAnswers) -> tuple[SavedRun, list[Answer]]:
    """Store what a sheet brought back; return its run, and the answers that were not known before.

    Raises InputError when this workspace has no such run or the run no such picture (nothing is stored then),
    StorageError.
    """
    with workspace.database() as database:
        try:
            run = saved_run(database, read.run)
        except InputError:
            raise InputError(
                "These answers are to a run of {template} that this workspace does not have.",
                advice="Open the workspace in which the sheet was made; perhaps the run was deleted.",
                template=read.template,
            ) from None
        places = {shot.place for shot in shots_of_run(database, run.id)} | {None}
        if any(each.place not in places for each in read.answers):
            raise InputError(
                "These answers are to pictures that the run does not have.",
                advice="Ask for the small file that the sheet saves, attached.",
            )
        known = answers_to(database, run.id)
        kept = [keep_answer(database, each) for each in _dated(_answers(read), known)]
    ids = {answer.id for answer in known}
    return run, [answer for answer in dict.fromkeys(kept) if answer.id not in ids]


def _answers(read: SheetAnswers) -> list[Answer]:
    return [
        Answer(read.run, each.place, each.verdict, each.comment, read.author, each.created, "sheet")
        for each in read.answers
    ]


def _dated(answers: list[Answer], known: list[Answer]) -> list[Answer]:
    """Answers of a clock that is ahead are of now: else they would be the last word until their day has come."""
    now = datetime.now(UTC)
    last = {(each.author, each.place): (each.verdict, each.comment) for each in known}
    return [
        each if each.created <= now else replace(each, created=now)
        for each in answers
        if each.created <= now or last.get((each.author, each.place)) != (each.verdict, each.comment)
    ]
