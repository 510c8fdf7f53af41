"""What a list of saved runs says of each."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from templates.snapshot import Snapshot
from templates.store.answers import Answer, keep_answer
from templates.store.database import Database
from templates.store.run_facts import facts_of_runs
from templates.store.runs import Note, SavedRun, SavedShot, begin_run, note_shots
from templates.store.versions import remember_version

NOW = datetime.now(UTC)
TEXT = "<mjml/>"
RUN = SavedRun(
    "r1", "b1", "welcome.en", NOW, NOW, None, "running", "ann@studio", "", hashlib.sha256(TEXT.encode()).hexdigest()
)
SHOTS = [
    SavedShot(0, "default", "", "gmail-web", "light"),
    SavedShot(1, "minimal", "loyal", "gmail-web", "dark"),
    SavedShot(2, "default", "", "gmail-ios", "light"),
]


def test_a_run_is_counted(either: Database) -> None:
    """Pictures, failures, clients, data sets and segments; the newest run comes first."""
    begin_run(either, RUN, SHOTS)
    begin_run(either, replace(RUN, id="r2", template="welcome.fr", created=NOW + timedelta(hours=1)), [])
    note_shots(either, [Note("r1", replace(SHOTS[0], key="k", path="proofs/k.jpg"))])
    note_shots(either, [Note("r1", replace(SHOTS[1], error="{}"))])
    empty, facts = facts_of_runs(either)
    assert (empty.run.id, empty.shots, empty.data_sets) == ("r2", 0, ())
    assert (facts.shots, facts.taken, facts.failed, facts.left, facts.clients) == (3, 1, 1, 1, 2)
    assert (facts.data_sets, facts.segments) == (("default", "minimal"), ("", "loyal"))
    assert [each.run.id for each in facts_of_runs(either, "welcome.en")] == ["r1"]


def test_the_version_with_its_text_is_named(either: Database) -> None:
    """One that somebody gave a name, else when it was saved; none when it is not kept."""
    begin_run(either, RUN, [])
    assert facts_of_runs(either)[0].version_date is None
    saved = remember_version(either, "welcome.en", Snapshot(TEXT, {}), author="ann@studio")
    assert facts_of_runs(either)[0].version_date == saved.created
    remember_version(either, "welcome.en", Snapshot(TEXT, {}), author="ann@studio", name="Final")
    assert facts_of_runs(either)[0].version_name == "Final"


def test_the_last_word_on_the_whole_counts(either: Database) -> None:
    """Not one on a single picture, and no comment."""
    begin_run(either, RUN, SHOTS)
    for place, verdict in ((None, "changes"), (None, "approved"), (1, "changes"), (None, "comment")):
        keep_answer(either, Answer("r1", place, verdict, "", "Ann"))
    assert facts_of_runs(either)[0].verdict == "approved"
