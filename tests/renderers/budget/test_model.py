"""Random operations on the ledger, each held against a plain model of it, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from renderers.budget.accounts import Accounts
from renderers.budget.errors import LeaseEnded, TokensMissing
from renderers.budget.ledger import Ledger
from renderers.budget.reading import balances_of
from renderers.budget.store import Store
from renderers.budget.tables import metadata
from renderers.budget.values import Balance, Reservation
from templates.errors import InputError
from tests.renderers.budget.plain_model import PlainLedger, Refused, Run

START = datetime(2026, 1, 30, 12, tzinfo=UTC)
REFUSALS = (TokensMissing, LeaseEnded, InputError)
pick = st.integers(0, 5)
tokens = st.integers(0, 12)
keys = st.sampled_from(["", "", "", "a", "b"])
budgets = st.none() | st.integers(0, 15)


class LedgerMachine(RuleBasedStateMachine):
    """The ledger and its model, side by side; time passes only when a rule says so."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store, self.ledger, self.accounts = store, Ledger(store), Accounts(store)
        self.now = START
        store.clock = lambda: self.now
        self.runs: list[tuple[Reservation, Run]] = []
        self.unseen = False
        with store.database.writing() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(table.delete())

    @initialize(
        zone=st.sampled_from(["UTC", "Europe/Paris", "Pacific/Auckland"]),
        pools=st.tuples(st.booleans(), st.booleans()),
        n=st.integers(1, 40),
    )
    def begin(self, zone: str, pools: tuple[bool, bool], n: int) -> None:
        """Three levels from the first step on."""
        self.model = PlainLedger(self.now, zone)
        for name, parent, pool in (("top", None, pools[0]), ("mid", "top", pools[1]), ("low", "mid", False)):
            self.accounts.create(name, parent=parent, pool_open=pool, **({} if parent else {"zone": zone}))
            self.model.create(name, parent, pool, None)
        self.grant(0, n, None, "")

    @rule(above=pick, pool=st.booleans(), monthly=budgets)
    def create(self, above: int, pool: bool, monthly: int | None) -> None:
        name, parent = f"sub{len(self.model.purses) % 6}", self._name(min(above, 4) % 2)
        self._both(
            lambda: self.accounts.create(name, parent=parent, pool_open=pool, monthly=monthly),
            lambda: self.model.create(name, parent, pool, monthly),
        )

    @rule(who=pick, n=tokens, days=st.none() | st.integers(-1, 40), key=keys)
    def grant(self, who: int, n: int, days: int | None, key: str) -> None:
        name = self._name(who)
        expires: date | None = None if days is None else self.model.today + timedelta(days=days)
        self._both(
            lambda: self.ledger.grant(name, n, note="bought", expires=expires, key=key),
            lambda: self.model.grant(name, n, expires, key),
            name,
        )

    @rule(who=pick, n=st.integers(-8, 8), key=keys)
    def adjust(self, who: int, n: int, key: str) -> None:
        name = self._name(who)
        self._both(
            lambda: self.ledger.adjust(name, n, note="corrected", key=key),
            lambda: self.model.adjust(name, n, key),
            name,
        )

    @rule(who=pick, n=tokens, key=keys)
    def allocate(self, who: int, n: int, key: str) -> None:
        child, parent = self._pair(who)
        self._both(
            lambda: self.ledger.allocate(parent, child, n, key=key),
            lambda: self.model.move("allocate", child, parent, n, key),
            child,
        )

    @rule(who=pick, n=tokens, key=keys)
    def give_back(self, who: int, n: int, key: str) -> None:
        child, parent = self._pair(who)
        self._both(
            lambda: self.ledger.give_back(child, parent, n, key=key),
            lambda: self.model.move("return", child, parent, n, key),
            child,
        )

    @rule(who=pick, n=tokens, key=st.sampled_from("abcdefgh"), lease=st.sampled_from([10, 60, 5000, 100_000]))
    def reserve(self, who: int, n: int, key: str, lease: int) -> None:
        name, runs = self._name(who), []
        self._both(
            lambda: self.ledger.reserve(name, n, key=key, lease_s=lease),
            lambda: runs.append(self.model.reserve(name, n, key, lease)) or runs[0],
        )

    @rule(which=pick, again=st.booleans())
    def reserve_again(self, which: int, again: bool) -> None:
        """A run that is repeated, sometimes for another number of pictures."""
        if self.runs:
            made, _ = self._run(which)
            n = made.wanted + (not again)
            self._both(
                lambda: self.ledger.reserve(made.account, n, key=made.key, lease_s=1),
                lambda: self.model.reserve(made.account, n, made.key, 1),
            )

    @rule(which=pick, n=st.integers(0, 4), key=keys)
    def settle(self, which: int, n: int, key: str) -> None:
        if self.runs:
            made, run = self._run(which)
            key = key if n else ""
            self._both(lambda: self.ledger.settle(made, n, key=key), lambda: self.model.settle(run, n, key) or run)

    @rule(which=pick)
    def settle_all(self, which: int) -> None:
        if self.runs:
            made, run = self._run(which)
            n = run.wanted - run.spent
            self._both(lambda: self.ledger.settle(made, n), lambda: self.model.settle(run, n, "") or run)

    @rule(which=pick)
    def renew(self, which: int) -> None:
        if self.runs:
            made, run = self._run(which)
            self._both(lambda: self.ledger.renew(made), lambda: self.model.renew(run) or run)

    @rule(which=pick)
    def release(self, which: int) -> None:
        if self.runs:
            made, run = self._run(which)
            self._both(lambda: self.ledger.release(made), lambda: self.model.release(run) or run)

    @rule(who=pick, monthly=budgets, carry=st.booleans(), limit=budgets, pool=st.booleans())
    def change(self, who: int, monthly: int | None, carry: bool, limit: int | None, pool: bool) -> None:
        name = self._name(who)
        self._both(
            lambda: self.accounts.change(name, monthly=monthly, carry_over=carry, hard_limit=limit, pool_open=pool),
            lambda: self.model.change(name, monthly, carry, limit, pool),
        )

    @rule(who=pick, closed=st.booleans())
    def close_or_reopen(self, who: int, closed: bool) -> None:
        name = self._name(who)
        if closed:
            self._both(lambda: self.accounts.close(name), lambda: self.model.close(name))
        else:
            self._both(lambda: self.accounts.reopen(name), lambda: self.model.reopen(name))

    @rule(tens=st.integers(1, 60), seen=st.booleans(), order=st.randoms(use_true_random=False))
    def wait_seconds(self, tens: int, seen: bool, order: Any) -> None:
        self._move_clock(timedelta(seconds=10 * tens), seen, order)

    @rule(days=st.integers(1, 70), seen=st.booleans(), order=st.randoms(use_true_random=False))
    def wait_days(self, days: int, seen: bool, order: Any) -> None:
        self._move_clock(timedelta(days=days), seen, order)

    @rule(order=st.randoms(use_true_random=False))
    def set_clock_back(self, order: Any) -> None:
        self._move_clock(-timedelta(hours=1), True, order)

    @invariant()
    def balances_are_the_models(self) -> None:
        """And never below nothing; what came in is there, spent or expired."""
        if self.unseen or not hasattr(self, "model"):
            return
        names = list(self.model.purses)
        found = balances_of(self.store, names)
        for name in names:
            self.model.look(name)
        assert found == {name: Balance(*self.model.balance(name)) for name in names}
        assert all(min(balance) >= 0 for balance in found.values())
        there = sum(balance.available + balance.reserved for balance in found.values())
        spent = sum(balance.spent for balance in found.values())
        assert there == self.model.granted + self.model.adjusted - spent - self.model.expired
        assert self.ledger.audit() == []

    def teardown(self) -> None:
        self.unseen = False
        self.balances_are_the_models()

    def _both(self, real: Callable[[], Any], modelled: Callable[[], Any], name: str = "") -> None:
        """Do it here and there: both refuse alike, or both come to the same."""
        self.unseen = False
        expected, made = _outcome(modelled), _outcome(real)
        if isinstance(expected, type) or isinstance(made, type):
            assert made is expected
            return
        if isinstance(made, Balance):
            assert made == Balance(*self.model.balance(name))
        if isinstance(made, Reservation):
            assert (made.state, made.remaining, made.spent) == (expected.state, expected.remaining, expected.spent)
            assert made.state != "open" or made.lease_until == expected.until
            self.runs = [(made, expected), *(pair for pair in self.runs if pair[1] is not expected)]

    def _move_clock(self, by: timedelta, seen: bool, order: Any) -> None:
        """Unless ``seen``, the next operation is the first that meets what ran out; months begin in any order."""
        month = f"{self.model.today:%Y-%m}"
        self.now += by
        self.model.move_clock(self.now)
        self.unseen = not seen and month == f"{self.model.today:%Y-%m}"
        if not self.unseen:
            names = list(self.model.purses)
            order.shuffle(names)
            for name in names:
                self.ledger.balance(name)
                self.model.look(name)

    def _name(self, who: int) -> str:
        return list(self.model.purses)[who % len(self.model.purses)]

    def _pair(self, who: int) -> tuple[str, str]:
        """A child and its parent; at times the one above that."""
        below = [purse for purse in self.model.purses.values() if purse.parent]
        purse = below[who % len(below)]
        assert purse.parent
        return purse.id, "top" if who == 5 else purse.parent.id

    def _run(self, which: int) -> tuple[Reservation, Run]:
        return self.runs[which % len(self.runs)]


def _outcome(work: Callable[[], Any]) -> Any:
    """What it returns, or the class of the error that it refuses with."""
    try:
        return work()
    except Refused as refused:
        return refused.error
    except REFUSALS as error:
        return type(error)


def play(url: str, examples: int, steps: int) -> None:
    with_limits = settings(
        max_examples=examples,
        stateful_step_count=steps,
        suppress_health_check=list(HealthCheck),
    )
    store = Store(url)
    try:
        run_state_machine_as_test(lambda: LedgerMachine(store), settings=with_limits)
    finally:
        store.close()


def test_whatever_is_done_the_ledger_does_what_a_plain_model_does(database_url: str) -> None:
    """Balances, refusals and leases are the model's after every step, and the audit finds nothing."""
    play(database_url, examples=25, steps=30)


@pytest.mark.slow
def test_whatever_is_done_for_long_the_ledger_does_what_a_plain_model_does(database_url: str) -> None:
    """The same for hundreds of longer lives."""
    play(database_url, examples=400, steps=60)
