"""The history of a template: every save once, contents kept once, names, and a size that stays bounded."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from templates.errors import InputError, StorageError
from templates.snapshot import Snapshot
from templates.store.database import Database, open_database
from templates.store.moving import move_history
from templates.store.tables import version_content
from templates.store.thinning import NEWEST
from templates.store.versions import (
    name_version,
    remember_version,
    version_snapshot,
    versions_of,
)

ANN = "ann@studio"


def contents(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(version_content)).scalar_one())


def test_a_save_can_be_read_again(either: Database) -> None:
    """Text, sides, who and when; the newest first."""
    first = Snapshot("<mjml>é</mjml>\r\n", {"template.toml": "format = 1", "data/default.json": "{}"})
    remember_version(either, "welcome.en", first, author=ANN)
    made = remember_version(either, "welcome.en", Snapshot("two"), author="bob@studio")
    newest, oldest = versions_of(either, "welcome.en")
    assert newest == made
    assert (newest.author, newest.kind, newest.name) == ("bob@studio", "save", "")
    assert newest.created >= oldest.created
    assert version_snapshot(either, oldest.id) == first
    assert version_snapshot(either, newest.id) == Snapshot("two")


def test_templates_have_their_own_histories(either: Database) -> None:
    """What one saves is not in the other's list."""
    remember_version(either, "welcome.en", Snapshot("one"), author=ANN)
    assert versions_of(either, "welcome.fr") == []


def test_saving_the_same_again_is_no_new_version(either: Database) -> None:
    """Neither a row nor a content."""
    one = remember_version(either, "x", Snapshot("one"), author=ANN)
    assert remember_version(either, "x", Snapshot("one"), author=ANN) == one
    assert len(versions_of(either, "x")) == 1


def test_another_side_alone_is_a_new_version(either: Database) -> None:
    """The text is still kept once."""
    remember_version(either, "x", Snapshot("one", {"template.txt": "a"}), author=ANN)
    remember_version(either, "x", Snapshot("one", {"template.txt": "b"}), author=ANN)
    assert len(versions_of(either, "x")) == 2
    assert contents(either) == 3


def test_going_back_is_seen(either: Database) -> None:
    """A save of what was there before says so, and costs no content."""
    for text in ("one", "two", "one"):
        made = remember_version(either, "x", Snapshot(text), author=ANN)
    assert made.kind == "restored"
    assert contents(either) == 3  # one, two, no sides


def test_a_version_gets_a_name(either: Database) -> None:
    """Later, when it is kept, and again; blanks are put in order."""
    first = remember_version(either, "x", Snapshot("one"), author=ANN)
    name_version(either, first.id, "  Before   the sale ")
    second = remember_version(either, "x", Snapshot("two"), author=ANN, kind="named", name="Sale")
    assert [version.name for version in versions_of(either, "x")] == ["Sale", "Before the sale"]
    assert remember_version(either, "x", Snapshot("two"), author=ANN, name="Big sale").id == second.id
    name_version(either, first.id, "")
    assert [version.name for version in versions_of(either, "x")] == ["Big sale", ""]


def test_a_name_has_an_end(either: Database) -> None:
    """A page of text is refused, and nothing is changed."""
    with pytest.raises(InputError, match="at most 120"):
        remember_version(either, "x", Snapshot("one"), author=ANN, name="x" * 121)
    assert versions_of(either, "x") == []


def test_what_is_gone_is_said(either: Database) -> None:
    """Naming and reading a version that was thinned out meanwhile."""
    with pytest.raises(InputError, match="not kept any more"):
        name_version(either, 17, "x")
    with pytest.raises(InputError, match="not kept any more"):
        version_snapshot(either, 17)


def test_a_damaged_content_is_said(either: Database) -> None:
    """The window shows a sentence, not zlib's own."""
    made = remember_version(either, "x", Snapshot("one"), author=ANN)
    with either.writing() as connection:
        connection.execute(sa.update(version_content).values(data=b"?"))
    with pytest.raises(StorageError, match="damaged"):
        version_snapshot(either, made.id)


def test_the_history_follows_a_renamed_template(either: Database) -> None:
    """Under the new name it is all there."""
    remember_version(either, "old", Snapshot("one"), author=ANN)
    move_history(either, "old", "new")
    assert versions_of(either, "old") == []
    assert len(versions_of(either, "new")) == 1


def test_times_never_run_backwards(either: Database) -> None:
    """A file's own date, or a clock that was set back, does not come before the version before."""
    now = datetime.now(UTC)
    remember_version(either, "x", Snapshot("one"), author=ANN, created=now)
    remember_version(either, "x", Snapshot("two"), author=ANN, created=now - timedelta(days=3))
    newest, oldest = versions_of(either, "x")
    assert newest.created == oldest.created


def test_old_versions_and_their_contents_go(either: Database) -> None:
    """Of many saves on one day long ago the last stays, with the first of all; what has a name stays too."""
    long_ago = datetime.now(UTC).replace(hour=12, minute=0) - timedelta(days=30)
    for number in range(60):
        when = long_ago + timedelta(minutes=number)
        name = "Keep me" if number == 5 else ""
        remember_version(either, "x", Snapshot(f"{number}"), author=ANN, created=when, name=name)
    kept = [version_snapshot(either, version.id).text for version in versions_of(either, "x")]
    assert kept == [*(f"{number}" for number in range(59, 59 - NEWEST, -1)), "19", "5", "0"]
    assert contents(either) == len(kept) + 1


def test_many_may_save_at_once(either: Database, tmp_path: Path) -> None:
    """Two people, two threads: every save is there, and no content that one needs is cleared away by another."""
    long_ago = datetime.now(UTC) - timedelta(days=3000)

    def save(author: str) -> None:
        with open_database(str(either.url), tmp_path) as own:
            for number in range(NEWEST + 3):
                remember_version(own, author, Snapshot(f"{number % 7}"), author=author, created=long_ago)

    threads = [threading.Thread(target=save, args=(name,)) for name in ("ann", "bob", "cleo")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name in ("ann", "bob", "cleo"):
        versions = versions_of(either, name)
        assert len(versions) == NEWEST + 1
        assert version_snapshot(either, versions[0].id).text == f"{(NEWEST + 2) % 7}"
