"""Answers of a sheet in the workspace."""

from __future__ import annotations

import json

import pytest

from renderers.proofs.approval.answers import read_answers
from renderers.proofs.approval.keep_answers import keep_sheet_answers
from renderers.proofs.approval.verdicts import verdicts
from renderers.proofs.runs.reading import kept_run
from templates.errors import InputError
from templates.store.answers import Answer, keep_answer


def test_a_file_is_kept_once(agency, keep_run, answers):
    """Read again, nothing is new; a later file brings only what changed."""
    run = keep_run().run
    first = read_answers(json.dumps(answers((None, "approved", ""), (1, "changes", "Larger"))))
    found, new = keep_sheet_answers(agency, first)
    assert (found, [each.place for each in new]) == (run, [None, 1])
    assert keep_sheet_answers(agency, first)[1] == []
    later = read_answers(json.dumps(answers((None, "approved", ""), (2, "comment", "Nice"))))
    assert [each.place for each in keep_sheet_answers(agency, later)[1]] == [2]
    stored = kept_run(agency, run.id).answers
    assert {(each.place, each.verdict, each.comment, each.author, each.source) for each in stored} == {
        (None, "approved", "", "Ada", "sheet"),
        (1, "changes", "Larger", "Ada", "sheet"),
        (2, "comment", "Nice", "Ada", "sheet"),
    }


@pytest.mark.parametrize(
    ("values", "row", "told"),
    [({"run": "f" * 32}, (0, "approved", ""), "does not have"), ({}, (99, "approved", ""), "pictures that the run")],
)
def test_answers_to_something_else_are_refused(agency, keep_run, answers, values, row, told):
    """Another workspace's run, and pictures that are not in it; nothing of them is kept."""
    run = keep_run().run
    with pytest.raises(InputError, match=told):
        keep_sheet_answers(agency, read_answers(json.dumps(answers((1, "approved", ""), row, **values))))
    assert kept_run(agency, run.id).answers == ()


def test_the_last_word_counts(agency, keep_run, answers):
    """A comment changes no verdict."""
    run = keep_run().run
    for number, row in enumerate(
        [(None, "changes", ""), (None, "approved", ""), (None, "comment", "Hm"), (1, "comment", "!")]
    ):
        moment = f"2026-11-04T08:15:3{number}.000Z"
        values = answers(answers=[{"place": row[0], "verdict": row[1], "comment": row[2], "created": moment}])
        keep_sheet_answers(agency, read_answers(json.dumps(values)))
    assert verdicts(kept_run(agency, run.id).answers) == {None: "approved", 1: "comment"}


def test_a_clock_that_is_ahead_has_not_the_last_word(agency, keep_run, answers):
    """What is said later counts, and the same file is still kept once."""
    run = keep_run().run
    early = {"place": None, "verdict": "approved", "comment": "", "created": "2099-01-01T00:00:00.000Z"}
    read = read_answers(json.dumps(answers(answers=[early])))
    assert [len(keep_sheet_answers(agency, read)[1]) for _ in range(2)] == [1, 0]
    with agency.database() as database:
        keep_answer(database, Answer(run.id, None, "changes", "", "Ben"))
    assert verdicts(kept_run(agency, run.id).answers) == {None: "changes"}
