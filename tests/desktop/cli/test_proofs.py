"""``mailwright proofs``."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image

from renderers.proofs.saved import keep_picture
from renderers.render.job import RenderResult
from templates.store.runs import Note, SavedRun, SavedShot, begin_run, end_run, note_shots
from templates.store.tables import run as run_table
from templates.workspace import Workspace

FRENCH = {"LC_ALL": "fr_FR.UTF-8"}
CLIENTS = ("gmail-web", "gmail-ios")


@pytest.fixture
def add_run(workspace: Path):
    """``add_run("run-a", taken=1, state="running")``: write a run of an hour ago."""
    opened = Workspace.open(workspace)
    out = io.BytesIO()
    Image.new("RGB", (64, 90), "red").save(out, "JPEG")

    def add(run_id: str, template: str = "welcome.en", *, taken: int = 2, state: str = "done", name: str = "") -> None:
        when = datetime.now(UTC) - timedelta(hours=1)
        begun = SavedRun(run_id, f"b-{run_id}", template, when, when, None, "running", "ann@studio", name=name)
        shots = [SavedShot(place, "default", "", client, "light") for place, client in enumerate(CLIENTS)]
        with opened.database() as database:
            begin_run(database, begun, shots)
            for shot in shots[:taken]:
                key = hashlib.sha256(f"{run_id}{shot.place}".encode()).hexdigest()
                result = RenderResult(out.getvalue(), "image/jpeg", 64, 90, 64, key, cached=False)
                view = (shot.place, "default", "", shot.profile, "light")
                note_shots(database, [Note(run_id, SavedShot(*view, key, keep_picture(opened, result), 64, 90, 64))])
            if state != "running":
                end_run(database, run_id, state)  # type: ignore[arg-type]  # the test knows the states
            with database.writing() as connection:  # the pictures were signs of life
                connection.execute(sa.update(run_table).where(run_table.c.id == run_id).values(beat=when))

    return add


@pytest.fixture
def proofs(run, workspace):
    """``proofs("list", …)`` in the workspace: exit status and what it said."""

    def call(*arguments: object, env: dict[str, str] | None = None) -> tuple[int, str]:
        done = run("proofs", *arguments, cwd=workspace, env=env)
        return done.returncode, done.stdout + done.stderr

    return call


def test_runs_are_listed_with_what_they_hold(proofs, add_run):
    """In French too, and as data for a program."""
    assert "Nothing was proofed yet" in proofs("list")[1]
    add_run("aaaa1111", name="For Ann")
    add_run("bbbb2222", "welcome.fr", taken=1, state="running")
    said = proofs("list")[1]
    assert "For Ann" in said
    assert "interrupted" in said
    assert "1/2" in said
    assert "interrompue" in proofs("list", env=FRENCH)[1]
    listed = json.loads(proofs("list", "--template", "welcome.en", "--json")[1])
    assert [(each["id"], each["taken"], each["state"]) for each in listed] == [("aaaa1111", 2, "done")]


def test_the_list_fits_a_narrow_terminal(proofs, add_run):
    """No template's name is broken, and what no run has takes no room; a name is no markup."""
    add_run("aaaa1111", "gdpr-requalification.en")
    said = proofs("list", env={"COLUMNS": "80"})[1]
    assert "gdpr-requalification.en" in said
    assert "Name" not in said
    assert "Answer" not in said
    add_run("bbbb2222", name="Draft [v2] [/b]")
    assert "Draft [v2] [/b]" in proofs("list")[1]


def test_a_template_that_is_misspelt_or_was_not_proofed(proofs, add_run):
    """Each is said, and what to do."""
    add_run("aaaa1111")
    assert proofs("list", "--template", "welcom.en") == (1, "There is no template `welcom.en`. Is it `welcome.en`?\n")
    assert proofs("list", "--template", "welcome.fr")[0] == 0
    for named in ("welcome.fr", "templates/welcome.fr"):
        assert proofs("show", named)[1].startswith("welcome.fr was not proofed yet.")


def test_a_run_is_shown_with_its_files(proofs, add_run, workspace):
    """By its name, the beginning of its id, or its template."""
    add_run("aaaa1111", taken=1, name="For Ann")
    assert "not taken" in proofs("show", "For Ann")[1]
    shown = json.loads(proofs("show", "aaaa", "--json")[1])
    files = [picture["file"] for picture in shown["pictures"]]
    assert files[0] in proofs("show", "aaaa", env={"COLUMNS": "60"})[1]
    assert Path(files[0]).is_file()
    assert files[1] is None


def test_a_run_is_deleted_with_its_files(proofs, add_run):
    """And cannot be named any more."""
    add_run("aaaa1111")
    assert "2 picture files" in proofs("delete", "aaaa1111")[1]
    assert proofs("show", "aaaa1111")[0] == 1


def test_only_an_interrupted_run_is_given_up(proofs, add_run):
    """Its tokens are free then, and it counts as stopped."""
    add_run("aaaa1111")
    add_run("bbbb2222", taken=1, state="running")
    assert proofs("give-up", "aaaa1111")[0] == 1
    assert "Given up" in proofs("give-up", "bbbb2222")[1]
    assert json.loads(proofs("show", "bbbb2222", "--json")[1])["state"] == "stopped"


@pytest.mark.browser
def test_a_recheck_takes_what_is_stale(proofs, add_run, workspace):
    """A dry run says what that is and takes nothing; afterwards the light is green."""
    add_run("aaaa1111")
    foreseen = json.loads(proofs("recheck", "--dry-run", "--json")[1])
    assert (foreseen["new"], foreseen["stale"][0]["stale"]) == (2, {"mail": 2})
    done = json.loads(proofs("recheck", "--json")[1])
    assert [change["why"] for change in done[0]["changed"]] == ["mail", "mail"]
    status, said = proofs("status", "--template", "welcome.en", "--template", "welcome.fr", "--check")
    assert status == 1
    assert "welcome.en  proofed as it stands" in said
    assert "welcome.fr  never proofed" in said


@pytest.mark.browser
def test_an_interrupted_run_is_taken_to_its_end(proofs, add_run):
    """What is there stays; a second time there is nothing to take."""
    add_run("aaaa1111", taken=1, state="running")
    assert json.loads(proofs("resume", "aaaa1111", "--json")[1])["taken"] == 1
    assert "nothing to take" in proofs("resume", "aaaa1111")[1]
    assert json.loads(proofs("retry", "aaaa1111", "--json")[1])["taken"] == 0


@pytest.mark.browser
def test_what_fails_again_is_said(proofs, add_run, workspace):
    """With the exit status of a failure; it is not that there was nothing to take."""
    add_run("aaaa1111", taken=1, state="running")
    path = workspace / "templates" / "welcome.en" / "template.mjml"
    path.write_text(path.read_text("utf-8").replace("{% endif %}", "", 1), "utf-8")
    for verb, as_data in (("resume", False), ("retry", True)):
        status, said = proofs(verb, "aaaa1111", *(["--json"] if as_data else []))
        assert status == 1
        assert (json.loads(said)["failed"] == 1) if as_data else ("template.mjml" in said)
        assert "nothing to take" not in said
