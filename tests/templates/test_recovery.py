"""Recovery files: what was typed is there again, each in its own file, and nothing that is odd is believed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from templates import recovery
from templates.recovery import RecoveryFile, Unsaved, digest, discard, left_behind

WORK = Unsaved("<mjml>é\r\n", {"template.toml": "x", "data/old.json": None})
NOBODY = Path("none")


def test_what_was_written_is_found(tmp_path: Path) -> None:
    """Text, other files, what it belongs to, and who wrote it."""
    file = RecoveryFile(tmp_path, "welcome.en")
    file.write(1, WORK, "on disk")
    ((path, found),) = left_behind(tmp_path, "welcome.en", but=NOBODY)
    assert path == file.path
    assert found.unsaved == WORK
    assert found.base == digest("on disk")
    assert found.user
    assert found.host
    assert left_behind(tmp_path, "welcome.fr", but=NOBODY) == []


def test_the_own_file_is_not_what_a_crash_left(tmp_path: Path) -> None:
    """And two windows, one after the other, never write the same file."""
    old, new = RecoveryFile(tmp_path, "x"), RecoveryFile(tmp_path, "x")
    old.write(1, Unsaved("old"), "")
    new.write(1, Unsaved("new"), "")
    assert [found.text for _, found in left_behind(tmp_path, "x", but=new.path)] == ["old"]
    assert [found.text for _, found in left_behind(tmp_path, "x", but=NOBODY)] == ["new", "old"]


def test_an_older_state_never_replaces_a_newer_one(tmp_path: Path) -> None:
    """Neither text nor the end of the work: threads may come late."""
    file = RecoveryFile(tmp_path, "x")
    file.write(2, Unsaved("second"), "")
    file.write(1, Unsaved("first"), "")
    file.remove(1)
    assert left_behind(tmp_path, "x", but=NOBODY)[0][1].text == "second"
    file.remove(3)
    file.write(2, Unsaved("second"), "")
    assert left_behind(tmp_path, "x", but=NOBODY) == []
    file.remove(4)


def test_what_is_discarded_is_gone(tmp_path: Path) -> None:
    """Twice does no harm."""
    file = RecoveryFile(tmp_path, "x")
    file.write(1, WORK, "")
    discard(file.path)
    discard(file.path)
    assert left_behind(tmp_path, "x", but=NOBODY) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda good: "",
        lambda good: json.dumps(good)[:-9],
        lambda good: json.dumps([good]),
        lambda good: json.dumps({**good, "format": 2}),
        lambda good: json.dumps({**good, "template": "other"}),
        lambda good: json.dumps({**good, "sides": ["x"]}),
        lambda good: json.dumps({**good, "text": "\ud800"}),
        lambda good: json.dumps({**good, "saved": "2026-11-21T10:00:00"}),
        lambda good: "[" * 100_000,
    ],
)
def test_what_is_no_recovery_file_is_passed_over(tmp_path: Path, damage) -> None:
    """Cut off, of a newer version, of another template, made up: it stays where it is and nobody trips over it."""
    file = RecoveryFile(tmp_path, "x")
    file.write(1, Unsaved("x"), "")
    text = damage(json.loads(file.path.read_text("utf-8")))
    file.path.write_text(text, "utf-8")
    assert left_behind(tmp_path, "x", but=NOBODY) == []
    assert file.path.read_text("utf-8") == text


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace may come from a stranger."""
    monkeypatch.setattr(recovery, "_LONGEST", 1000)
    file = RecoveryFile(tmp_path, "x")
    file.write(1, Unsaved("x" * 1001), "")
    assert left_behind(tmp_path, "x", but=NOBODY) == []
