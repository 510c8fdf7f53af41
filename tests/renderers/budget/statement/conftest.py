"""Statements to write: of a sub-account and of the agency that owns the pool, with everything on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.statement import Statement, statement
from renderers.budget.store import Store

HOSTILE = '<script>document.title = "owned"</script><img src="http://127.0.0.1:9/x">'
CLIENTS = (*["gmail-web"] * 3, "outlook-com", "free-web", "orange-web", "of-mine", "", "a", "b")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Statement]:
    """``made(account)``: November of ``agency`` or ``acme``, with every kind of entry, and names that are no names."""
    now = datetime(2026, 11, 10, 12, tzinfo=UTC)
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('statements') / 'ledger.db'}", clock=lambda: now)
    ledger, accounts = Ledger(store), Accounts(store)
    accounts.create("agency", name="The agency")
    accounts.create("acme", parent="agency", name=f"=Acme {HOSTILE[:100]}")
    ledger.grant("agency", 1000, note="order 1", actor="ann")
    ledger.grant("agency", 60, note="=cmd|'/c calc'!A1", expires=date(2026, 11, 14), actor="ann")
    accounts.change("agency", pool_open=True)
    accounts.change("acme", monthly=30, hard_limit=500)
    ledger.allocate("agency", "acme", 8, note=HOSTILE, actor="ann")
    ledger.adjust("agency", -5, note="-5, counted wrong", actor="ann")
    ledger.settle(ledger.reserve("acme", 9, key="unnamed", actor="jo"), 2)  # its lease runs out
    run = ledger.reserve("acme", 60, key="run", template="welcome.en", run="run 1", actor="jo")
    for n, client in enumerate(CLIENTS):
        ledger.settle(run, 5, key=str(n), client=client)
    ledger.release(run)
    now = datetime(2026, 11, 15, tzinfo=UTC)
    ledger.allocate("agency", "acme", 5)
    ledger.give_back("acme", "agency", 1)
    ledger.settle(ledger.reserve("agency", 1, key="own", template="@offer.fr"), 1, client="gmail-web")
    now = datetime(2026, 12, 1, tzinfo=UTC)
    found = {account: statement(store, account, "2026-11") for account in ("agency", "acme")}
    store.close()
    return found.__getitem__
