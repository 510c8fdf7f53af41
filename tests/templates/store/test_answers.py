"""What people answered to a run, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from templates.errors import InputError
from templates.store.answers import Answer, answers_to, keep_answer, standing_of, take_back_answer
from templates.store.database import Database
from templates.store.runs import SavedRun, begin_run, forget_run

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def begun(either: Database) -> None:
    """One run to answer to."""
    begin_run(either, SavedRun("r1", "b1", "welcome.en", NOW, NOW, None, "done", "ann@studio"), [])


def test_an_answer_is_kept_once(either: Database) -> None:
    """Whoever reads the same file twice has the same answers."""
    said = Answer("r1", 3, "changes", "The logo is too small.", "Bob", NOW, "sheet")
    kept = keep_answer(either, said)
    assert keep_answer(either, said) == kept
    assert answers_to(either, "r1") == [kept]
    assert (kept.place, kept.comment, kept.created, kept.source) == (3, said.comment, NOW, "sheet")
    take_back_answer(either, kept.id)
    assert answers_to(either, "r1") == []


def test_the_last_word_on_the_whole_run_counts(either: Database) -> None:
    """Comments and words on single pictures do not decide."""
    said = [(None, "changes"), (None, "approved"), (2, "changes"), (None, "comment")]
    for minute, (place, verdict) in enumerate(said):
        keep_answer(either, Answer("r1", place, verdict, "", "Bob", NOW.replace(minute=minute)))
    assert standing_of(answers_to(either, "r1")) == "approved"
    assert standing_of([]) is None


def test_a_comment_has_an_end(either: Database) -> None:
    """A megabyte of text is refused, and nothing is kept of it."""
    with pytest.raises(InputError, match="too long"):
        keep_answer(either, Answer("r1", None, "comment", "x" * 10_001, "Bob", NOW))
    assert answers_to(either, "r1") == []


def test_answers_go_with_their_run(either: Database) -> None:
    """Nothing of a run that was deleted stays."""
    keep_answer(either, Answer("r1", None, "approved", "", "Bob", NOW))
    forget_run(either, "r1")
    assert answers_to(either, "r1") == []
