"""The index of saved proofs: the latest picture of each combination is found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from templates.store.database import open_database
from templates.store.proofs import SavedProof, latest, remember

SAVED = SavedProof("welcome.en", "default", "", "plain-mobile", "k1", 375, 2000, "proofs/k1.jpg")


def test_a_saved_proof_is_found_again(tmp_path: Path) -> None:
    """With its size, its path and its time in UTC, also by another process later."""
    paris = datetime(2026, 11, 21, 15, 30, 1, 5, tzinfo=timezone(timedelta(hours=1)))
    with open_database("", tmp_path) as database:
        remember(database, replace(SAVED, created=paris))
    with open_database("", tmp_path) as database:
        found = latest(database, "welcome.en", "plain-mobile")
    assert found == replace(SAVED, created=paris)
    assert found is not None
    assert found.created.tzinfo is UTC


def test_the_later_picture_replaces_the_earlier(tmp_path: Path) -> None:
    """One picture for each template, profile, data set and segment."""
    with open_database("", tmp_path) as database:
        remember(database, SAVED)
        remember(database, replace(SAVED, key="k2"))
        found = latest(database, "welcome.en", "plain-mobile")
    assert found is not None
    assert found.key == "k2"


def test_other_combinations_are_kept_apart(tmp_path: Path) -> None:
    """What was never taken is None."""
    others = [
        replace(SAVED, key="segment", segment="loyalty"),
        replace(SAVED, key="data", data_set="long"),
        replace(SAVED, key="profile", profile="plain-desktop"),
        replace(SAVED, key="template", template="welcome.fr"),
    ]
    with open_database("", tmp_path) as database:
        for saved in others:
            remember(database, saved)
        assert latest(database, "welcome.en", "plain-mobile") is None
        for saved in others:
            found = latest(database, saved.template, saved.profile, data_set=saved.data_set, segment=saved.segment)
            assert found == saved
