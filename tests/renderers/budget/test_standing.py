"""How accounts stand: balances, the month's use, alerts, tokens that end."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.standing import standings
from renderers.budget.store import Store

BEGIN = datetime(2026, 3, 30, 12, tzinfo=UTC)


class Clock:
    now = BEGIN

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Store:
    return Store(f"sqlite:///{tmp_path / 'ledger.db'}", clock=clock)


def test_a_month_counts_what_was_charged_and_what_is_set_aside(store, clock):
    """Last month's tokens are in the balance and not in the use; open reservations are in both."""
    ledger, accounts = Ledger(store), Accounts(store)
    accounts.create("agency")
    accounts.create("acme", parent="agency", hard_limit=20, alert_levels=[50])
    ledger.grant("agency", 100, note="Order 1", expires=date(2026, 5, 1))
    ledger.allocate("agency", "acme", 40)
    ledger.settle(ledger.reserve("acme", 6, key="march"), 6)
    clock.now += timedelta(days=5)
    ledger.settle(ledger.reserve("acme", 12, key="april", lease_s=900), 10)
    found = standings(store, accounts.tree())
    acme = found["acme"]
    assert (acme.balance, acme.used, acme.level) == ((22, 2, 16), 12, 50)
    assert acme.ending == ((date(2026, 5, 1), 22),)
    assert (found["agency"].used, found["agency"].level) == (0, 0)
    store.close()


def test_a_month_begins_at_midnight_of_the_account(store, clock):
    """In New York it is still March when UTC writes the first of April."""
    ledger, accounts = Ledger(store), Accounts(store)
    for id_, zone in (("here", "UTC"), ("there", "America/New_York")):
        accounts.create(id_, zone=zone)
        ledger.grant(id_, 10, note="Order 1")
        ledger.settle(ledger.reserve(id_, 3, key="run"), 3)
    clock.now = datetime(2026, 4, 1, 2, tzinfo=UTC)
    assert {id_: each.used for id_, each in standings(store, accounts.tree()).items()} == {"here": 0, "there": 3}
    store.close()
