"""Versions and pictures that move to a team's database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from renderers.budget.team.documents import move_documents
from templates.snapshot import Snapshot
from templates.store.answers import Answer, answers_to, keep_answer
from templates.store.database import Database, open_database
from templates.store.proofs import SavedProof, latest, remember
from templates.store.runs import (
    Note,
    SavedMail,
    SavedRun,
    SavedShot,
    begin_run,
    mails_of_run,
    note_shots,
    saved_runs,
    shots_of_run,
)
from templates.store.versions import remember_version, version_snapshot, versions_of

NOW = datetime(2026, 3, 1, tzinfo=UTC)
PROOF = SavedProof("welcome.en", "default", "", "gmail-web", "key", 640, 900, "proofs/a.jpg")


def save(database: Database, text: str, template: str = "welcome.en") -> None:
    remember_version(database, template, Snapshot(text, {}), author="ann@studio")


def texts(database: Database, template: str = "welcome.en") -> list[str]:
    """Newest first."""
    return [version_snapshot(database, each.id).text for each in versions_of(database, template)]


@pytest.fixture
def own(tmp_path) -> Iterator[Database]:
    """Two versions of one template and one of another, and a picture."""
    with open_database("", tmp_path) as database:
        for text in ("one", "two"):
            save(database, text)
        save(database, "one", "news.fr")
        remember(database, PROOF)
        yield database


@pytest.fixture
def team(database_url, tmp_path) -> Iterator[Database]:
    """Empty, on each database."""
    with open_database(database_url, tmp_path) as database:
        yield database


def test_versions_and_pictures_move_once(own, team):
    """In their order, with their contents; what is there already does not come again."""
    assert move_documents(own, team) == 3
    assert texts(team) == ["two", "one"]
    assert texts(team, "news.fr") == ["one"]
    assert latest(team, "welcome.en", "gmail-web") == PROOF
    assert move_documents(own, team) == 0
    assert texts(team) == ["two", "one"]


def test_a_history_goes_on_where_it_ended(own, team):
    """What was saved here since follows; a history that went on in the team stays as it is there."""
    move_documents(own, team)
    save(own, "three")
    save(team, "theirs", "news.fr")
    save(own, "ours", "news.fr")
    assert move_documents(own, team) == 1
    assert texts(team) == ["three", "two", "one"]
    assert texts(team, "news.fr") == ["theirs", "one"]


def test_the_newer_picture_stays(own, team):
    """Whoever took it."""
    remember(team, replace(PROOF, key="newer", created=PROOF.created + timedelta(hours=1)))
    move_documents(own, team)
    found = latest(team, "welcome.en", "gmail-web")
    assert found is not None
    assert found.key == "newer"


def test_saved_runs_move_once(own, team):
    """With their pictures, inbox lines and answers."""
    shot = SavedShot(0, "default", "", "gmail-web", "light")
    begin_run(own, SavedRun("r1", "b1", "welcome.en", NOW, NOW, NOW, "done", "ann@studio"), [shot])
    note_shots(own, [Note("r1", replace(shot, key="k"), SavedMail("default", "", "Acme", "Hello", "There"))])
    keep_answer(own, Answer("r1", None, "approved", "", "Bob", NOW))
    for _ in range(2):
        move_documents(own, team)
    assert [run.id for run in saved_runs(team)] == ["r1"]
    assert [shot.key for shot in shots_of_run(team, "r1")] == ["k"]
    assert [mail.subject for mail in mails_of_run(team, "r1")] == ["Hello"]
    assert [answer.verdict for answer in answers_to(team, "r1")] == ["approved"]
