"""Many processes spend from one budget, and some are killed: what was delivered is charged, and nothing else."""

from __future__ import annotations

import multiprocessing
import random
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.store import Store
from renderers.budget.values import NOTHING, Balance
from tests.renderers.budget.spender import HOUR, Work, spend, told

LINE = len("published 1000\n")
POOL, TEAMS = "agency", ("acme", "bravo", "corto")


@dataclass(frozen=True)
class Size:
    """Of one proof."""

    processes: int
    spends: int
    budget: int

    @property
    def victims(self) -> int:
        return self.processes // 3


SMALL, FULL = Size(6, 30, 100), Size(16, 200, 1000)


def prove(url: str, folder: Path, size: Size, seed: int) -> Counter[str]:
    """Spend in two waves; return what became of the pictures, and how many tokens were charged."""
    chance = random.Random(seed)
    store = Store(url)
    _fill(store, size.budget)
    works = [
        Work(
            url,
            TEAMS[number % len(TEAMS)],
            range(number * size.spends, (number + 1) * size.spends),
            folder / f"{number}",
        )
        for number in range(size.processes)
    ]
    for number in chance.sample(range(size.processes), size.victims):
        works[number] = replace(works[number], is_victim=True)
    with _started(works) as processes:
        _kill_victims(works, processes, chance, most=size.budget * 3 // 4 // size.processes)
        _join(works, processes)
    aside = _balance(Ledger(store)).reserved
    assert size.victims <= aside <= 2 * size.victims, "the killed hold no more than they were about to spend"
    again = [replace(_unfinished(work), is_victim=False) for work in works if work.is_victim]
    with _started(again) as processes:
        _join(again, processes)
    store.close()
    return _check(url, works, size)


def _fill(store: Store, budget: int) -> None:
    """A third of the tokens is the teams' own, the others are in a pool that they may draw on."""
    accounts, ledger = Accounts(store), Ledger(store)
    accounts.create(POOL, pool_open=True)
    ledger.grant(POOL, budget, note="order 1")
    for team in TEAMS:
        accounts.create(team, parent=POOL)
        ledger.allocate(POOL, team, budget // 9)


@contextmanager
def _started(works: list[Work]) -> Iterator[list[BaseProcess]]:
    """Real processes, as fast as the system makes them; none outlives the test."""
    made: Any = multiprocessing.get_context(
        "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    )
    if made.get_start_method() == "forkserver":
        made.set_forkserver_preload([spend.__module__])
    all_there = made.Barrier(len(works))
    processes = [made.Process(target=spend, args=(work, all_there)) for work in works]
    try:
        for process in processes:
            process.start()
        yield processes
    finally:
        for process in processes:
            process.kill()
            process.join()
            process.close()


def _kill_victims(works: list[Work], processes: list[BaseProcess], chance: random.Random, most: int) -> None:
    """Each after some of its own pictures, and then at any point of the next one."""
    left = {number: chance.randint(1, most * LINE) for number, work in enumerate(works) if work.is_victim}
    while left:
        ended = wait([processes[number].sentinel for number in left], timeout=0.002)
        for number, after in list(left.items()):
            log, sentinel = works[number].log, processes[number].sentinel
            if sentinel in ended or (log.exists() and log.stat().st_size >= after):
                wait([sentinel], timeout=chance.uniform(0, 0.03))
                processes[number].kill()
                del left[number]


def _join(works: list[Work], processes: list[BaseProcess]) -> None:
    """Wait for all; nothing went wrong in any of them."""
    for work, process in zip(works, processes, strict=True):
        process.join()
        assert [what for kind, what in told(work.log) if kind == "failed"] == []
        assert process.exitcode == (-signal.SIGKILL if work.is_victim else 0)
    assert all(len(told(work.log)) == len(work.pictures) for work in works if not work.is_victim)


def _unfinished(work: Work) -> Work:
    """What a killed process had not told the end of, the one that it was at included."""
    ended = {int(what) for _, what in told(work.log)}
    return replace(work, pictures=[each for each in work.pictures if each not in ended], log=work.log.with_suffix(".2"))


def _check(url: str, works: list[Work], size: Size) -> Counter[str]:
    """Charged are exactly the published pictures, once each; what the dead set aside is free when its lease ends."""
    logs = [path for work in works for path in (work.log, work.log.with_suffix(".2"))]
    ends = [end for log in logs for end in told(log)]
    assert sorted(int(what) for _, what in ends) == list(range(size.processes * size.spends))
    with Ledger(url) as ledger:
        assert _balance(ledger) == (0, size.victims, size.budget - size.victims), (
            "the budget is spent, to the last token"
        )
        entries = [entry for account in (POOL, *TEAMS) for entry in ledger.history(account) if entry.spent]
    charged = Counter({int(entry.key.rpartition(" ")[2]): entry.spent for entry in entries})
    assert len(entries) == len(charged)
    assert charged == Counter(int(what) for kind, what in ends if kind == "published")
    with Ledger(url, clock=lambda: datetime.now(UTC) + timedelta(seconds=2 * HOUR)) as later:
        assert _balance(later) == (size.victims, 0, size.budget - size.victims)
        assert later.audit() == []
    return Counter(kind for kind, _ in ends) + Counter(charged=charged.total())


def _balance(ledger: Ledger) -> Balance:
    return sum((ledger.balance(account) for account in (POOL, *TEAMS)), NOTHING)


def test_exactly_the_delivered_pictures_are_charged_whoever_is_killed(database_url: str, tmp_path: Path) -> None:
    """Six processes, two of them killed; what they had begun is repeated with the same keys."""
    assert prove(database_url, tmp_path, SMALL, seed=7)["charged"] == SMALL.budget - SMALL.victims


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_exactly_the_delivered_pictures_are_charged_in_a_crowd(database_url: str, tmp_path: Path, seed: int) -> None:
    """Sixteen processes with 200 pictures each and 1,000 tokens; a third of them is killed."""
    assert prove(database_url, tmp_path, FULL, seed)["charged"] == FULL.budget - FULL.victims
