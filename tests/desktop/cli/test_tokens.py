"""``mailwright tokens``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlalchemy as sa

from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from templates.workspace import Workspace

FRENCH = {"LC_ALL": "fr_FR.UTF-8"}


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    """A workspace whose account ``agency`` has 1,000 tokens, 100 of them in ``acme``, which spent 3."""
    root = Workspace.create(tmp_path / "agency", name="Agency").root
    accounts = Accounts(url_of(root))
    accounts.begin("agency", name="Agency", zone="UTC", tokens=1000)
    accounts.create("acme", parent="agency", name="Acme")
    with Ledger(accounts.store) as ledger:
        ledger.allocate("agency", "acme", 100)
        for n, template in enumerate(["welcome.en", "welcome.en", "news.fr"]):
            run = ledger.reserve("acme", 2, key=f"run-{n}", template=template, actor="ann@studio")
            ledger.settle(run, 1, client="gmail-web")
            ledger.release(run)
    return root


@pytest.fixture
def tokens(run, agency):
    """``tokens("balance", …)`` in the agency's folder: what it said."""

    def call(*arguments: object, env: dict[str, str] | None = None) -> str:
        done = run("tokens", *arguments, cwd=agency, env=env)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    return call


def url_of(root: Path) -> str:
    return f"sqlite:///{root / 'workspace.db'}"


def test_tokens_are_bought_once(tokens):
    """The account may be left out; the same key again adds nothing."""
    bought = ("--note", "order 12", "--expires", "2099-12-31", "--key", "12")
    assert "agency got 500 tokens. Available there now: 1,400." in tokens("grant", 500, *bought)
    assert "Available there now: 1,400." in tokens("grant", "agency", 500, *bought)
    assert "order 12 · valid until 2099-12-31" in tokens("history", "--kind", "grant")


def test_a_correction_may_be_negative(tokens):
    """A number with a minus is no option."""
    assert "acme got 5 tokens. Available there now: 102." in tokens("adjust", "acme", 5, "--note", "gift")
    assert "Taken out of acme: 5 tokens." in tokens("adjust", "acme", "-5", "--note", "mistake")
    assert "Taken out of agency: 1 token." in tokens("adjust", "-1", "--note", "mistake")


def test_tokens_move_down_and_up(tokens):
    """The account above may be left out; everything goes back with one word."""
    assert "Moved from agency to acme: 3 tokens. Available there now: 100." in tokens("allocate", "acme", 3)
    assert "Available there now: 101." in tokens("allocate", "agency", "acme", 1)
    assert "Moved from acme to agency: 1 token. Available there now: 100." in tokens("give-back", "acme", "agency", 1)
    assert "Available there now: 0." in tokens("give-back", "acme", "all")
    assert "nothing to give back" in tokens("give-back", "acme", "all")


def test_a_program_gets_the_balance(run, agency):
    """After each movement."""
    moved = json.loads(run("tokens", "allocate", "acme", 3, "--json", cwd=agency).stdout)
    assert moved == {"account": "acme", "available": 100, "reserved": 0, "spent": 3}
    told = json.loads(run("tokens", "balance", "acme", "--json", cwd=agency).stdout)
    assert (told["available"], told["affordable"]) == (100, 100)
    assert told["forecast"]["pace"] == pytest.approx(3 / 7, abs=0.01)


def test_a_balance_shows_what_can_be_had(run, tokens, agency):
    """An open pool above counts for a run, though it is not the account's own."""
    assert run("accounts", "set", "agency", "--pool-open", cwd=agency).returncode == 0
    text = tokens("balance", "acme")
    assert "Available        97" in text
    assert "A run may take  997" in text
    assert "At this pace (0.43 a day) it lasts until" in text
    assert "À ce rythme (0,43 par jour)" in tokens("balance", "acme", env=FRENCH)


def test_the_history_is_filtered(tokens):
    """By kind, day, template and text; the newest of many, in the order in which they came."""
    assert tokens("history", "acme", "--kind", "settle").count("Gmail, web") == 3
    assert tokens("history", "acme", "--kind", "settle", "--template", "news.fr").count("Gmail, web") == 1
    assert "There are no such entries." in tokens("history", "acme", "--until", "2020-01-01")
    assert "Allocated" in tokens("history", "acme", "--since", "2020-01-01", "--text", "agency")
    lines = tokens("history", "acme", "--limit", 2).splitlines()
    assert [line.split()[0] for line in lines[1:3]] == ["9", "10"]
    assert "Earlier entries: 8" in lines[3]
    assert "ann@studio" in lines[2]
    assert "ann@studio" not in tokens("history", "acme", env={"COLUMNS": "80"})


def test_the_history_goes_to_a_file_whole(run, agency, tmp_path):
    """Whatever is shown."""
    path = tmp_path / "history.csv"
    done = run("tokens", "history", "acme", "--limit", 1, "--csv", path, "--json", cwd=agency)
    assert [each["kind"] for each in json.loads(done.stdout)] == ["release"]
    assert path.read_text("utf-8").count("\n") == 11


def test_spending_is_told_apart(run, tokens, agency):
    """By template, client, person and account; the accounts below count in."""
    by_template = tokens("spending")
    assert by_template.index("welcome.en") < by_template.index("news.fr")
    assert "Altogether: 3 tokens." in by_template
    assert "Gmail, web" in tokens("spending", "acme", "--by", "client")
    done = run("tokens", "spending", "--by", "person", "--json", cwd=agency)
    assert json.loads(done.stdout) == [{"name": "ann@studio", "n": 3}]
    assert "Nothing was spent." in tokens("spending", "--by", "account", "--month", "2020-01")


def test_a_statement_proves_the_ledger_later(run, tokens, agency, tmp_path):
    """Who rewrites a chain cannot rewrite what was handed out."""
    path = tmp_path / "acme.csv"
    month = json.loads(run("tokens", "history", "acme", "--json", cwd=agency).stdout)[-1]["at"][:7]
    assert str(path) in tokens("statement", "acme", "--month", month, "--csv", path)
    assert "everything adds up" in tokens("audit", "--statement", path)
    text = path.read_text("utf-8")
    path.write_text(text[:-10] + "0" * 8 + "\r\n", "utf-8")
    done = run("tokens", "audit", "--statement", path, cwd=agency)
    assert done.returncode == 1
    assert "another hash" in done.stdout


def test_the_audit_finds_what_was_changed(run, tokens, agency):
    """With a sentence for each fault, and exit status 1."""
    assert "12 entries in 2 accounts: everything adds up." in tokens("audit")
    engine = sa.create_engine(url_of(agency))
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE ledger_entry SET available = 5000 WHERE account = 'agency' AND number = 1")
    engine.dispose()
    done = run("tokens", "audit", cwd=agency)
    assert done.returncode == 1
    assert "Entry 1 of agency was changed" in done.stdout
    told = json.loads(run("tokens", "audit", "--json", cwd=agency).stdout)
    assert told["entries"] == 12
    assert len(told["faults"]) > 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("grant", "many", "--note", "x"), "many is no number of tokens."),
        (("grant", "9" * 13, "--note", "x"), "Give a whole number from 1 to 1000000000."),
        (("grant", "nobody", "5", "--note", "x"), "There is no account nobody."),
        (("grant", "5", "--note", " "), "A note is missing."),
        (("allocate", "agency", "5"), "agency has no account above."),
        (("allocate", "acme", "5000"), "900 are free"),
        (("history", "--kind", "gift"), "There is no kind of entry gift."),
        (("spending", "--by", "weekday"), "It can be told by template"),
        (("statement", "--month", "2026-01"), "Say where the statement goes."),
        (("balance", "--ledger", "sqlite:///missing.db"), "This file does not exist."),
        (("balance", "--ledger", "somewhere"), "not the URL of a database"),
    ],
)
def test_a_slip_is_answered(run, agency, arguments, sentence):
    """With one sentence and exit status 1; nothing was made."""
    before = sorted(agency.iterdir())
    done = run("tokens", *arguments, cwd=agency)
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert sorted(agency.iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("adjust", "acme", "-5", "--nots", "x", "--note", "y"), "There is no option --nots."),
        (("grant", "a", "b", "5", "--note", "x"), "Name the accounts, then how many tokens."),
        (("allocate", "5"), "Name the accounts, then how many tokens."),
        (("grant", "5"), "Missing option '--note'"),
    ],
)
def test_a_wrong_call_shows_the_right_one(run, agency, arguments, sentence):
    """Exit status 2, with the usage as people write it."""
    done = run("tokens", *arguments, cwd=agency)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert " N" in done.stderr.splitlines()[0]
    assert "{" not in done.stderr.splitlines()[0]


def test_a_ledger_with_several_accounts_needs_a_name(run, agency):
    """Unless the workspace says who pays."""
    with Ledger(url_of(agency)) as ledger:
        Accounts(ledger.store).create("beta")
    done = run("tokens", "balance", "--ledger", url_of(agency))
    assert "this ledger has 2 without a parent" in done.stderr
    assert "Acme" in run("tokens", "balance", "acme", "--ledger", url_of(agency)).stdout
