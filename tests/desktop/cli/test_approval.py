"""The proof sheet and its answers on the command line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from PIL import Image
from typer.testing import CliRunner

from desktop.cli.approval_verbs import app
from desktop.cli.saved_runs import named_run
from renderers.proofs.approval.answers import checksum
from templates.errors import InputError
from templates.store.answers import answers_to
from templates.store.runs import Note, SavedMail, SavedRun, SavedShot, begin_run, name_run, note_shots
from templates.workspace import Workspace

FIRST, LATEST = "abcd1" + "0" * 27, "abcd2" + "0" * 27


@pytest.fixture
def saved(workspace: Path) -> Workspace:
    """Two runs of welcome.en with one picture each."""
    opened = Workspace.open(workspace)
    out = io.BytesIO()
    Image.new("RGB", (375, 700), "#1d5b4c").save(out, "JPEG")
    (workspace / "proofs").mkdir(exist_ok=True)
    (workspace / "proofs/one.jpg").write_bytes(out.getvalue())
    shot = SavedShot(0, "default", "", "apple-mail-iphone", "dark", "k", "proofs/one.jpg", 375, 700, 375)
    begun = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
    with opened.database() as database:
        for days, run_id in enumerate((FIRST, LATEST)):
            at = begun + timedelta(days=days)
            begin_run(database, SavedRun(run_id, run_id, "welcome.en", at, at, at, "done", "anna@studio"), [shot])
            note_shots(database, [Note(run_id, shot, SavedMail("default", "", "Kettlewren", "Welcome", "Hello"))])
        name_run(database, FIRST, "For the client")
    return opened


@pytest.fixture
def call(workspace: Path) -> Callable[..., Result]:
    """``call("sheet", …)`` in that workspace."""

    def call(verb: str, *arguments: object, typed: bytes | None = None) -> Result:
        told = [verb, *map(str, arguments), "--workspace", str(workspace)]
        return CliRunner().invoke(app, told, input=typed, catch_exceptions=False, env={"COLUMNS": "200"})

    return call


def answers(**values: object) -> bytes:
    """A file as the sheet saves it."""
    at = "2026-11-04T08:15:30.250Z"
    rows = [
        {"place": None, "verdict": "approved", "comment": "", "created": at},
        {"place": 0, "verdict": "changes", "comment": "Larger", "created": at},
    ]
    file = {"format": "mailwright-answers", "version": 1, "run": LATEST, "template": "welcome.en", "author": "Ada",
            "saved": at, "answers": rows} | values  # fmt: skip
    return json.dumps(file | {"checksum": checksum(file)}).encode()


def test_a_sheet_is_written(saved, call, tmp_path):
    """Of a template's latest run, in a language, as one file that says how it went."""
    out = tmp_path / "proof.html"
    done = call("sheet", "welcome.en", "--out", out, "--language", "fr", "--json")
    assert json.loads(done.stdout) == {"run": LATEST, "template": "welcome.en", "file": str(out), "pictures": 1}
    assert "Bon à tirer" in out.read_text("utf-8")
    assert "1 picture is in" in call("sheet", LATEST[:6], "--out", out).stderr
    assert "no proof sheet in de" in call("sheet", LATEST, "--out", out, "--language", "de").stderr


def test_answers_are_kept_once(saved, call, tmp_path):
    """From a file, then from a mail on standard input: nothing is new any more."""
    file = tmp_path / "a.mailwright-answers.json"
    file.write_bytes(answers())
    told = call("answers", file).stderr
    assert "2 new answers from Ada to the run of welcome.en of 4 November 2026." in told
    assert "welcome.en: Approved" in told
    assert "Apple Mail, iPhone · Dark: Changes wanted – Larger" in told
    assert json.loads(call("answers", "-", "--json", typed=answers()).stdout)["new"] == []
    with saved.database() as database:
        assert [each.source for each in answers_to(database, LATEST)] == ["sheet", "sheet"]


def test_what_is_none_is_refused(saved, call):
    """With one sentence and exit status 1."""
    done = call("answers", "-", typed=b"Thank you, it is lovely!")
    assert done.exit_code == 1
    assert "no answers to a proof sheet" in done.stderr


def test_a_run_is_approved(saved, call):
    """By whoever is said; or changes are wanted."""
    assert "welcome.en: Approved – Lovely" in call("approve", "For the client", "--comment", "Lovely").stderr
    done = call("approve", FIRST, "--changes", "--by", "Ben", "--json")
    assert json.loads(done.stdout)["answer"]["author"] == "Ben"
    with saved.database() as database:
        assert [each.verdict for each in answers_to(database, FIRST)] == ["approved", "changes"]


def test_a_run_is_found_by_what_people_call_it(saved, workspace):
    """Its id, the beginning of it, its name, its template's name or folder."""
    for named, run_id in [
        (FIRST, FIRST),
        (LATEST[:5], LATEST),
        ("For the client", FIRST),
        ("welcome.en", LATEST),
        (str(workspace / "templates/welcome.en"), LATEST),
    ]:
        assert named_run(named, workspace)[1].id == run_id
    for named, told in [("abcd", "several runs"), ("abc", "no saved run"), ("welcome.fr", "not proofed yet")]:
        with pytest.raises(InputError, match=told):
            named_run(named, workspace)
