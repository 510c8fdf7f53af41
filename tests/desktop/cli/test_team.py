"""``mailwright team``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from psycopg import sql

from renderers.budget.purse import open_purse
from renderers.budget.store import CHAIN, Store
from templates.workspace import Workspace

FRENCH = {"LC_ALL": "fr_FR.UTF-8"}


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    """A workspace that spent 3 tokens on this computer."""
    workspace = Workspace.create(tmp_path / "agency", name="Agency")
    with open_purse(workspace) as purse:
        purse.ledger.settle(purse.ledger.reserve("agency", 3, key="run"), 3)
    return workspace.root


def test_a_workspace_joins_a_team(run, agency, postgresql_url):
    """What it spent moves with it; status, balance and audit tell the same from then on."""
    done = run("team", "init", postgresql_url, cwd=agency)
    assert done.returncode == 0, done.stderr
    assert "Moved to the team's ledger: 3 entries of 1 account." in done.stderr
    assert "workspace.db stays as it was." in done.stderr
    shown = json.loads(run("team", "status", "--json", cwd=agency).stdout)
    assert (shown["account"], shown["login"], shown["role"]) == ("agency", "ann", "owner")
    assert shown["balance"] == {"available": 997, "reserved": 0, "spent": 3}
    assert [shown[each]["url"] for each in ("database", "ledger")] == [postgresql_url] * 2
    assert "everything adds up" in run("tokens", "audit", cwd=agency).stderr
    again = run("team", "migrate", cwd=agency)
    assert "There was nothing to move." in again.stderr


def test_a_password_is_asked_for_once_and_never_written(
    run, agency, postgresql_url, postgresql_server, kept_passwords, monkeypatch
):
    """Neither into the workspace nor on the screen."""
    url = postgresql_server.login("bob", postgresql_url, password="right")
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "right")
    database = sql.Identifier(url.rpartition("/")[2])
    postgresql_server.admin(sql.SQL("ALTER DATABASE {} OWNER TO bob").format(database))
    done = run("team", "init", url.replace(":right@", "@"), "--json", cwd=agency)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["login"] == "bob"
    assert list(kept_passwords.values()) == ["right"]
    assert "right" not in (agency / "workspace.toml").read_text("utf-8")
    monkeypatch.setattr("typer.prompt", None)
    status = run("team", "status", cwd=agency)
    assert status.returncode == 0
    assert "right" not in status.stdout + done.stdout + done.stderr
    assert "997" in run("tokens", "balance", cwd=agency).stdout
    with Workspace.open(agency).database() as database:
        assert database.url.password == "right"


def test_tokens_that_stay_behind_are_named(run, agency, tmp_path, postgresql_url):
    """When the workspace joins an account that is there; ``migrate`` moves them."""
    other = Workspace.create(tmp_path / "other", name="Other").root
    assert run("team", "init", postgresql_url, "--only-ledger", cwd=other).returncode == 0
    done = run("team", "init", postgresql_url, "--only-ledger", "--account", "other", cwd=agency)
    assert "joined the account other, as ann" in done.stderr
    assert "Left in workspace.db: 997 tokens." in done.stderr
    moved = json.loads(run("team", "migrate", "--json", cwd=agency).stdout)
    assert moved["moved"] == {"accounts": 1, "entries": 3}
    assert '[database]\nurl = ""' in (agency / "workspace.toml").read_text("utf-8")


def test_a_second_account_of_a_team_begins_with_nothing(run, tmp_path, postgresql_url):
    """And is told how to buy; the first one has its 1,000 tokens."""
    told = []
    for name in ("First", "Second"):
        root = Workspace.create(tmp_path / name, name=name).root
        told.append(run("team", "init", postgresql_url, "--only-ledger", cwd=root).stderr)
    assert "Available there now: 1,000." in told[0]
    assert "mailwright tokens grant" not in told[0]
    assert "Available there now: 0." in told[1]
    assert 'mailwright tokens grant second 1000 --note "order 123"' in told[1].replace("\n", " ")


def test_a_server_that_does_not_answer(run, agency):
    """``init`` changes nothing; ``status`` says which one it is, and its exit status too."""
    before = (agency / "workspace.toml").read_text("utf-8")
    away = "postgresql://ann@127.0.0.1:1/mailwright"
    done = run("team", "init", away.replace("ann@", "ann:secret@"), cwd=agency)
    assert done.returncode == 1
    assert "secret" not in done.stderr
    assert (agency / "workspace.toml").read_text("utf-8") == before
    (agency / "workspace.toml").write_text(before.replace('[ledger]\nurl = ""', f'[ledger]\nurl = "{away}"'), "utf-8")
    status = run("team", "status", cwd=agency)
    assert status.returncode == 1
    assert status.stdout.count("✓") == 1
    assert "✗" in status.stdout
    told = json.loads(run("team", "status", "--json", cwd=agency).stdout)
    assert (told["database"]["reachable"], told["ledger"]["reachable"]) == (True, False)


def test_a_workspace_without_a_team(run, agency):
    """Everything is on this computer, in the person's language."""
    status = run("team", "status", cwd=agency)
    assert status.returncode == 0
    assert "no team: everything is on this computer" in status.stderr
    assert "997 tokens" in status.stdout
    assert "Base de données" in run("team", "status", cwd=agency, env=FRENCH).stdout
    done = run("team", "migrate", cwd=agency)
    assert done.returncode == 1
    assert "no team's database" in done.stderr


def test_tables_of_another_age_are_named(run, tmp_path, postgresql_url):
    """Missing ones, and those that a newer version made; looking changes nothing."""
    root = Workspace.create(tmp_path / "agency", name="Agency").root
    path = root / "workspace.toml"
    path.write_text(
        path.read_text("utf-8").replace('[ledger]\nurl = ""', f'[ledger]\nurl = "{postgresql_url}"'), "utf-8"
    )
    for _ in range(2):
        status = run("team", "status", cwd=root)
        assert status.returncode == 0
        assert "no tables yet" in status.stdout
    store = Store(postgresql_url)
    with store.database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE {CHAIN.count} SET version_num = 'm9999'")
    store.close()
    assert "a newer Mailwright made its tables (m9999)" in run("team", "status", cwd=root).stdout
