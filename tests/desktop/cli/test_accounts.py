"""``mailwright accounts``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from desktop.cli.account_tree import bar
from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.store import Store
from renderers.budget.team.rights import let_others_in
from renderers.budget.values import Balance
from templates.workspace import Workspace

FRENCH = {"LC_ALL": "fr_FR.UTF-8"}


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    """A new workspace whose account, ``agency``, has its first tokens."""
    return Workspace.create(tmp_path / "agency", name="Agency").root


@pytest.fixture
def accounts(run, agency):
    """``accounts("list", …)`` in the agency's folder: what it said."""

    def call(*arguments: object, env: dict[str, str] | None = None) -> str:
        done = run("accounts", *arguments, cwd=agency, env=env)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    return call


def shown(run, agency: Path, account: str) -> dict[str, object]:
    """The account as data."""
    return json.loads(run("accounts", "show", account, "--json", cwd=agency).stdout)


def test_accounts_are_a_tree(accounts):
    """Each below its parent, with what it has, a bar and what was set."""
    accounts("create", "acme", "--parent", "agency", "--name", "Acme", "--monthly", "200", "--pool-open")
    accounts("create", "acme-paris", "--parent", "acme")
    accounts("create", "beta", "--parent", "agency")
    lines = accounts("list").splitlines()
    assert [re.split(r"(?<=\w) ", line)[0] for line in lines[1:5]] == [
        "agency",
        "├─ acme",
        "│  └─ acme-paris",
        "└─ beta",
    ]
    assert "Acme" in lines[2]
    assert "200 each month, open pool" in lines[2]
    assert [line.count("█") for line in lines[1:5]] == [20, 20, 0, 0]
    assert "800" in lines[1]
    assert "Compte" in accounts("list", env=FRENCH)


def test_a_narrow_terminal_gets_what_fits(accounts):
    """No line is wider, and no remark is cut into letters."""
    accounts("create", "acme", "--parent", "agency", "--name", "Acme and its many friends", "--hard-limit", "300")
    text = accounts("list", env={"COLUMNS": "80"})
    assert max(map(len, text.splitlines())) <= 80
    assert "at most 300 a" in text


def test_everything_can_be_set_when_an_account_is_made(run, agency):
    """And is in the answer for a program."""
    limits = ("--monthly", "200", "--carry-over", "--hard-limit", "300", "--soft-limit", "250", "--pool-closed")
    others = ("--alerts", "50, 80%,100", "--zone", "Europe/Paris", "--brand", "acme", "--template", "welcome.*")
    done = run("accounts", "create", "acme", "--parent", "agency", *limits, *others, "--json", cwd=agency)
    made = json.loads(done.stdout)
    assert made["settings"] == {
        "pool_open": False,
        "monthly": 200,
        "carry_over": True,
        "soft_limit": 250,
        "hard_limit": 300,
        "alert_levels": [50, 80, 100],
        "zone": "Europe/Paris",
    }
    assert (made["brands"], made["templates"], made["available"]) == (["acme"], ["welcome.*"], 200)
    assert (made["parent"], made["affordable"], made["role"]) == ("agency", 200, "owner")


def test_limits_are_taken_away_by_none(run, agency, accounts):
    """What is not named stays."""
    accounts("create", "acme", "--parent", "agency", "--monthly", "200", "--hard-limit", "300")
    accounts("set", "acme", "--monthly", "none", "--alerts", "none", "--pool-open")
    kept = shown(run, agency, "acme")["settings"]
    assert (kept["monthly"], kept["alert_levels"], kept["hard_limit"], kept["pool_open"]) == (None, [], 300, True)


def test_an_account_is_shown(accounts, agency):
    """Tokens, settings, what it pays for, the last alert."""
    accounts("create", "acme", "--parent", "agency", "--name", "Acme", "--hard-limit", "10", "--alerts", "50")
    with Ledger(f"sqlite:///{agency / 'workspace.db'}") as ledger:
        ledger.allocate("agency", "acme", 20)
        ledger.settle(ledger.reserve("acme", 6, key="run"), 6)
    text = accounts("show", "acme")
    assert text.startswith("Acme  (acme)\n")
    for line in (
        "Available       14 tokens",
        "Spent           6 tokens",
        "A run may take  4 tokens",
        "Below           agency",
    ):
        assert line in text
    assert "at most 10 a month" in text
    assert "50% of 10 used on" in text
    assert "preview --account acme" in text
    assert "whatever is not tied" in accounts("show", "agency")


def test_a_closed_account_gives_its_tokens_back(accounts, run, agency):
    """Until it is opened again."""
    accounts("create", "acme", "--parent", "agency", "--monthly", "200")
    assert "Back to agency: 200 tokens." in accounts("close", "acme")
    assert "closed" in accounts("list")
    assert shown(run, agency, "agency")["available"] == 1000
    assert "open again" in accounts("reopen", "acme")
    assert "closed" not in accounts("list")


def test_a_closed_account_without_a_parent_keeps_its_tokens(accounts, run, agency):
    """And says so, here and where its balance is asked for."""
    accounts("list")
    assert "Kept in it until it is reopened: 1,000 tokens." in accounts("close", "agency")
    assert "closed" in run("tokens", "balance", "agency", cwd=agency).stdout.splitlines()[0]


def test_names_roles_and_ties_change(accounts, run, agency):
    """Each says what it did; on one computer a role counts later."""
    assert "The best" in accounts("rename", "agency", "The best")
    assert "here everybody is owner" in accounts("role", "agency", "bob", "manager")
    assert shown(run, agency, "agency")["people"] == {"bob": "manager"}
    assert "no role in agency any more" in accounts("role", "agency", "bob", "none")
    assert "brands acme · templates welcome.*" in accounts(
        "tie", "agency", "--brand", "acme", "--template", "welcome.*"
    )
    assert "brands acme" in accounts("tie", "agency")
    assert "whatever is not tied" in accounts("tie", "agency", "--nothing")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("show", "nobody"), "There is no account nobody."),
        (("set", "agency"), "Say what to change."),
        (("set", "agency", "--hard-limit", "many"), "many is no number of tokens."),
        (("set", "agency", "--alerts", "often"), "often are no levels for alerts."),
        (("set", "agency", "--alerts", "0,500"), "0,500 are no levels for alerts."),
        (("role", "agency", "bob", "boss"), "There is no role boss."),
        (("create", "agency"), "There is an account agency already."),
    ],
)
def test_a_slip_is_answered(run, agency, arguments, sentence):
    """With one sentence and exit status 1."""
    run("accounts", "list", cwd=agency)
    done = run("accounts", *arguments, cwd=agency)
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr


def test_a_login_sees_what_its_role_allows(run, postgresql_url, postgresql_server):
    """Without one nothing, and whom to ask; here the ledger is named by its URL, without a workspace."""
    store = Store(postgresql_url)
    Accounts(store).begin("agency", name="Agency", zone="UTC", tokens=10)
    let_others_in(store.database)
    store.close()
    ann, bob = ("--ledger", postgresql_url), ("--ledger", postgresql_server.login("bob", postgresql_url))
    assert "no role in any account" in run("accounts", "list", *bob).stderr
    assert "bob is viewer of agency now." in run("accounts", "role", "agency", "bob", "viewer", *ann).stderr
    assert "viewer" in run("accounts", "list", *bob).stdout
    assert "not allowed" in run("accounts", "role", "agency", "bob", "owner", *bob).stderr
    assert "ann (owner), bob (viewer)" in run("accounts", "show", "agency", *ann).stdout


def test_what_there_is_shows_in_a_bar():
    """However little; the rest is in proportion."""
    assert bar(Balance(50, 25, 25)).plain == "█" * 10 + "▓" * 5 + "░" * 5
    assert bar(Balance(100_000, 1, 1)).plain == "█" * 18 + "▓░"
    assert bar(Balance(0, 0, 0)).plain == "·" * 20
