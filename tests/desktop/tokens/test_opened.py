"""The ledger is asked in jobs; what goes wrong there is told, and asking again is possible."""

from __future__ import annotations

import threading

from renderers.budget.errors import TokensMissing
from templates.errors import InputError
from templates.files import write_text


def settle(tokens, qtbot) -> None:
    qtbot.waitUntil(lambda: not tokens.is_reading and not tokens.jobs.running, timeout=10_000)


def test_nothing_is_opened_before_somebody_asks(tokens, workspace):
    """Making it costs nothing: no job, no database."""
    assert (tokens.facts, tokens.error, tokens.jobs.running) == (None, None, [])


def test_accounts_are_read_off_the_gui_thread(tokens, qtbot, monkeypatch):
    """Figures and the payer are there afterwards; asking while it is under way reads once more."""
    threads = []
    monkeypatch.setattr(
        "desktop.tokens.opened.read_facts", lambda purse: threads.append(threading.current_thread()) or purse.account
    )
    tokens.read()
    tokens.read()
    settle(tokens, qtbot)
    assert len(threads) == 2
    assert threading.main_thread() not in threads


def test_a_change_reads_again(tokens, qtbot):
    """Whoever shows the accounts need not ask."""
    tokens.read()
    settle(tokens, qtbot)
    assert tokens.facts.find("north").standing.balance.available == 0
    tokens.act("", lambda purse, job: purse.ledger.allocate("agency", "north", 30))
    settle(tokens, qtbot)
    assert tokens.facts.find("north").standing.balance.available == 30


def test_a_refused_change_tells_why_and_changes_nothing(tokens, qtbot):
    """The error is the job's; the accounts are as they were."""
    job = tokens.act("", lambda purse, job: purse.ledger.allocate("agency", "north", 5000))
    with qtbot.waitSignal(job.failed) as told:
        pass
    settle(tokens, qtbot)
    assert isinstance(told.args[0], TokensMissing)
    assert (tokens.error, tokens.facts.find("north").standing.balance.available) == (None, 0)


def test_what_was_mended_works_at_the_next_try(tokens, workspace, qtbot):
    """The settings are read anew, so that a wrong account in workspace.toml needs no restart."""
    path = workspace.root / "workspace.toml"
    good = path.read_text("utf-8")
    write_text(path, good.replace('account = ""', 'account = "nobody"'))
    tokens.read()
    settle(tokens, qtbot)
    assert isinstance(tokens.error, InputError)
    assert "nobody" in str(tokens.error)
    assert tokens.facts is None
    write_text(path, good)
    tokens.read()
    settle(tokens, qtbot)
    assert (tokens.error, tokens.facts.payer) == (None, "agency")


def test_nothing_is_asked_after_it_was_closed(tokens, qtbot):
    """A timer that fires late finds nothing to do."""
    tokens.close()
    tokens.read()
    settle(tokens, qtbot)
    assert tokens.facts is None
