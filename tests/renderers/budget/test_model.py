"""Random operations on the ledger, each held against a plain model of it, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import event

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
Draw = Callable[[st.SearchStrategy[Any]], Any]
tokens = st.integers(0, 12)
keys = st.sampled_from(["", "a", "b"])
budgets = st.none() | st.integers(1, 15)
OFTEN = {
    "settle": 5, "reserve": 4, "wait_seconds": 3, "settle_all": 2, "reserve_again": 2, "wait_days": 2, "allocate": 2,
    "change": 2, "give_back": 1, "grant": 1, "adjust": 1, "renew": 1, "release": 1, "set_clock_back": 1, "close": 1,
    "reopen": 1, "ask": 1, "create": 1,
}  # fmt: skip
OF_A_RUN = {"reserve_again", "settle", "settle_all", "renew", "release"}


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
        n=st.integers(10, 40),
    )
    def begin(self, zone: str, pools: tuple[bool, bool], n: int) -> None:
        """Three levels with tokens from the first step on."""
        self.model = PlainLedger(self.now, zone)
        for name, parent, pool in (("top", None, pools[0]), ("mid", "top", pools[1]), ("low", "mid", False)):
            self.accounts.create(name, parent=parent, pool_open=pool, **({} if parent else {"zone": zone}))
            self.model.create(name, parent, pool, None)
        self.ledger.grant("top", n, note="bought")
        self.model.grant("top", n, None, "")
        for parent, child, share in (("top", "mid", n // 2), ("mid", "low", n // 4)):
            self.ledger.allocate(parent, child, share)
            self.model.move("allocate", child, parent, share, "")

    @rule(what=st.sampled_from([each for each, often in OFTEN.items() for _ in range(often)]), given=st.data())
    def step(self, what: str, given: st.DataObject) -> None:
        """One rule for all, or every other example would have no runs, or no time that passes."""
        if what in OF_A_RUN and not self.runs:
            what = "reserve"
        getattr(self, f"_{what}")(given.draw)

    def _create(self, draw: Draw) -> None:
        name, parent = draw(st.sampled_from(["sub0", "sub1", "sub2"])), draw(st.sampled_from(["top", "mid"]))
        pool, monthly = draw(st.booleans()), draw(budgets)
        self._both(
            lambda: self.accounts.create(name, parent=parent, pool_open=pool, monthly=monthly),
            lambda: self.model.create(name, parent, pool, monthly),
        )

    def _grant(self, draw: Draw) -> None:
        name, n, key, days = self._name(draw), draw(tokens), draw(keys), draw(st.none() | st.integers(-1, 40))
        expires: date | None = None if days is None else self.model.today + timedelta(days=days)
        self._both(
            lambda: self.ledger.grant(name, n, note="bought", expires=expires, key=key),
            lambda: self.model.grant(name, n, expires, key),
            name,
        )

    def _adjust(self, draw: Draw) -> None:
        name, n, key = self._name(draw), draw(st.integers(-8, 8)), draw(keys)
        self._both(
            lambda: self.ledger.adjust(name, n, note="corrected", key=key),
            lambda: self.model.adjust(name, n, key),
            name,
        )

    def _allocate(self, draw: Draw) -> None:
        (child, parent), n, key = self._pair(draw), draw(tokens), draw(keys)
        self._both(
            lambda: self.ledger.allocate(parent, child, n, key=key),
            lambda: self.model.move("allocate", child, parent, n, key),
            child,
        )

    def _give_back(self, draw: Draw) -> None:
        (child, parent), n, key = self._pair(draw), draw(tokens), draw(keys)
        self._both(
            lambda: self.ledger.give_back(child, parent, n, key=key),
            lambda: self.model.move("return", child, parent, n, key),
            child,
        )

    def _reserve(self, draw: Draw) -> None:
        name, n, key = self._name(draw), draw(st.integers(0, 6)), draw(st.sampled_from("abcdefgh"))
        lease = draw(st.sampled_from([10, 60, 5000, 100_000]))
        self._both(
            lambda: self.ledger.reserve(name, n, key=key, lease_s=lease),
            lambda: self.model.reserve(name, n, key, lease),
        )

    def _reserve_again(self, draw: Draw) -> None:
        """A run that is repeated, sometimes for another number of pictures."""
        made, _ = self._run(draw)
        n = made.wanted + draw(st.sampled_from([0, 0, 0, 1]))
        self._both(
            lambda: self.ledger.reserve(made.account, n, key=made.key, lease_s=1),
            lambda: self.model.reserve(made.account, n, made.key, 1),
        )

    def _settle(self, draw: Draw) -> None:
        (made, run), n, key = self._run(draw), draw(st.integers(1, 3)), draw(keys)
        self._both(lambda: self.ledger.settle(made, n, key=key), lambda: self.model.settle(run, n, key) or run)

    def _settle_all(self, draw: Draw) -> None:
        """Whatever is left, which may be nothing."""
        made, run = self._run(draw)
        n = run.wanted - run.spent
        self._both(lambda: self.ledger.settle(made, n), lambda: self.model.settle(run, n, "") or run)

    def _renew(self, draw: Draw) -> None:
        made, run = self._run(draw)
        self._both(lambda: self.ledger.renew(made), lambda: self.model.renew(run) or run)

    def _release(self, draw: Draw) -> None:
        made, run = self._run(draw)
        self._both(lambda: self.ledger.release(made), lambda: self.model.release(run) or run)

    def _ask(self, draw: Draw) -> None:
        """What a window shows before a run."""
        name = self._name(draw)
        purse = self.model.purses[name]
        self._both(lambda: self.ledger.affordable(name), lambda: 0 if purse.closed else self.model.affordable(purse))
        assert self.ledger.paid(name, ["a", "b"]) == purse.paid

    def _change(self, draw: Draw) -> None:
        name, monthly, carry = self._name(draw), draw(budgets), draw(st.booleans())
        limit, pool = draw(st.none() | st.integers(0, 15)), draw(st.booleans())
        self._both(
            lambda: self.accounts.change(name, monthly=monthly, carry_over=carry, hard_limit=limit, pool_open=pool),
            lambda: self.model.change(name, monthly, carry, limit, pool),
        )

    def _close(self, draw: Draw) -> None:
        name = self._name(draw)
        self._both(lambda: self.accounts.close(name), lambda: self.model.close(name))

    def _reopen(self, draw: Draw) -> None:
        name = draw(st.sampled_from([purse.id for purse in self.model.purses.values() if purse.closed] or ["low"]))
        self._both(lambda: self.accounts.reopen(name), lambda: self.model.reopen(name))

    def _wait_seconds(self, draw: Draw) -> None:
        self._move_clock(timedelta(seconds=10 * draw(st.integers(1, 60))), draw)

    def _wait_days(self, draw: Draw) -> None:
        self._move_clock(timedelta(days=draw(st.sampled_from([1, 2, 9, 31, 70]))), draw)

    def _set_clock_back(self, draw: Draw) -> None:
        """What nobody saw end before has not ended."""
        self.unseen = False
        self.balances_are_the_models()
        self._move_clock(-timedelta(hours=1), draw)

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
        if isinstance(made, int):
            assert made == expected
        if isinstance(made, Balance):
            assert made == Balance(*self.model.balance(name))
        if isinstance(made, Reservation):
            assert (made.state, made.remaining, made.spent) == (expected.state, expected.remaining, expected.spent)
            assert made.state != "open" or made.lease_until == expected.until
            self.runs = [(made, expected), *(pair for pair in self.runs if pair[1] is not expected)]

    def _move_clock(self, by: timedelta, draw: Draw) -> None:
        """Sometimes the next operation is the first that meets what ran out; months begin in any order."""
        month = f"{self.model.today:%Y-%m}"
        self.now += by
        self.model.move_clock(self.now)
        self.unseen = by > timedelta() and month == f"{self.model.today:%Y-%m}" and draw(st.booleans())
        if not self.unseen:
            for name in draw(st.permutations(list(self.model.purses))):
                self.ledger.balance(name)
                self.model.look(name)

    def _name(self, draw: Draw) -> str:
        return str(draw(st.sampled_from(list(self.model.purses))))

    def _pair(self, draw: Draw) -> tuple[str, str]:
        """A child and its parent; at times another account above."""
        parents = {purse.id: purse.parent.id for purse in self.model.purses.values() if purse.parent}
        child = draw(st.sampled_from(list(parents)))
        return child, draw(st.sampled_from([parents[child]] * 5 + ["top"]))

    def _run(self, draw: Draw) -> tuple[Reservation, Run]:
        """The last one more often than others."""
        made: tuple[Reservation, Run] = self.runs[min(draw(st.integers(0, 5)), len(self.runs) - 1)]
        return made


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
    if not store.is_shared:  # what a crash leaves is not asked here, and the disk is slow
        event.listen(store.database.engine, "connect", lambda driver, _: driver.execute("PRAGMA synchronous = OFF"))
        store.close()  # connections from here on
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
