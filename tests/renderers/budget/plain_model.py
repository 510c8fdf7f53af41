"""The rules of tokens once more, in dicts and lists: what each operation does, with no database and no laziness.

Written from what the ledger promises, to be held against what it does. Leases end and tokens expire the moment the
clock says so; only a month's budget is given when somebody looks, as two accounts may want the last tokens.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from renderers.budget.errors import LeaseEnded, TokensMissing
from templates.errors import InputError


class Refused(Exception):  # noqa: N818 - an answer, not a failure
    """What the ledger is to refuse with: the class of its error."""

    def __init__(self, error: type[Exception]) -> None:
        super().__init__(error.__name__)
        self.error = error


@dataclass
class Purse:
    """An account. ``free`` is by last day; "" for tokens that stay."""

    id: str
    parent: Purse | None
    free: dict[str, int] = field(default_factory=dict)
    spent: int = 0
    used: list[tuple[datetime, int]] = field(default_factory=list)
    month: str = ""
    paid: set[str] = field(default_factory=set)
    closed: bool = False
    pool_open: bool = False
    monthly: int | None = None
    carry_over: bool = False
    hard_limit: int | None = None

    @property
    def available(self) -> int:
        return sum(self.free.values())

    @property
    def depth(self) -> int:
        return self.parent.depth + 1 if self.parent else 0

    def take(self, n: int) -> list[tuple[str, int]]:
        """Take ``n`` tokens that are there, those that end first: (last day, how many)."""
        taken = []
        for day in sorted(self.free, key=lambda day: day or "9999"):
            some = min(n, self.free[day])
            self.free[day] -= some
            n -= some
            taken.append((day, some))
        return [(day, some) for day, some in taken if some]

    def put(self, tokens: list[tuple[str, int]]) -> None:
        for day, some in tokens:
            self.free[day] = self.free.get(day, 0) + some


@dataclass
class Run:
    """A reservation. ``aside`` is (whose tokens, their last day, how many)."""

    owner: Purse
    wanted: int
    lease: timedelta
    since: datetime  # when the lease was given
    aside: list[tuple[Purse, str, int]] = field(default_factory=list)
    spent: int = 0
    state: str = "open"

    @property
    def until(self) -> datetime:
        return self.since + self.lease

    @property
    def remaining(self) -> int:
        return sum(some for _, _, some in self.aside)


class PlainLedger:
    """All accounts and runs, at the moment ``now``."""

    def __init__(self, now: datetime, zone: str) -> None:
        self.now, self.zone = now, ZoneInfo(zone)
        self.purses: dict[str, Purse] = {}
        self.runs: dict[tuple[str, str], Run] = {}
        self.done: dict[tuple[str, str, str], int] = {}
        self.granted = self.adjusted = self.expired = 0

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def balance(self, name: str) -> tuple[int, int, int]:
        purse = self.purses[name]
        aside = sum(some for run in self.runs.values() for whose, _, some in run.aside if whose is purse)
        return purse.available, aside, purse.spent

    def move_clock(self, to: datetime) -> None:
        """What ran out by then has ended. A lease lasts no longer than it was given for when the clock goes back."""
        self.now = to
        for run in self.runs.values():
            run.since = min(run.since, to)
        self.run_out()

    def run_out(self) -> None:
        for run in self.runs.values():
            if run.state == "open" and run.until <= self.now:
                self._free(run, "lapsed")
        for purse in self.purses.values():
            for day, some in purse.free.items():
                if day and day < self.today.isoformat():
                    self.expired += some
                    purse.free[day] = 0

    def look(self, name: str) -> None:
        """The month's budget is given, after the account above had its own."""
        purse, this = self.purses[name], f"{self.today:%Y-%m}"
        if purse.monthly is None or purse.parent is None or purse.closed or purse.month >= this:
            return
        self.look(purse.parent.id)
        months = _months(purse.month, this) if purse.carry_over and purse.month else 1
        purse.month = this
        wanted = months * purse.monthly if purse.carry_over else purse.monthly - purse.available
        if wanted < 0:
            purse.parent.put(purse.take(-wanted))
        else:
            purse.put(purse.parent.take(min(wanted, purse.parent.available)))

    def create(self, name: str, parent: str | None, pool_open: bool, monthly: int | None) -> None:
        above = self.purses[parent] if parent else None
        _refuse(InputError, name in self.purses or (above is not None and above.closed))
        self.purses[name] = Purse(name, above, pool_open=pool_open, monthly=monthly)

    def change(self, name: str, monthly: int | None, carry_over: bool, hard_limit: int | None, pool: bool) -> None:
        purse = self.purses[name]
        _refuse(InputError, monthly is not None and purse.parent is None)
        if purse.monthly is None:
            self._make_up_for_nothing(purse)
        purse.monthly, purse.carry_over, purse.hard_limit, purse.pool_open = monthly, carry_over, hard_limit, pool
        self.look(name)

    def close(self, name: str) -> None:
        purse = self.purses[name]
        if purse.parent:
            purse.parent.put(purse.take(purse.available))
        purse.closed = True

    def reopen(self, name: str) -> None:
        self.purses[name].closed = False
        self._make_up_for_nothing(self.purses[name])

    def grant(self, name: str, n: int, expires: date | None, key: str) -> None:
        if self._first(name, "grant", n, key):
            _refuse(InputError, self.purses[name].closed or n < 1 or (expires is not None and expires < self.today))
            self.purses[name].put([(expires.isoformat() if expires else "", n)])
            self.granted += n
            self._note(name, "grant", n, key)

    def adjust(self, name: str, n: int, key: str) -> None:
        if self._first(name, "adjust", n, key):
            purse = self.purses[name]
            _refuse(InputError, n == 0)
            _refuse(TokensMissing, -n > purse.available)
            if n > 0:
                purse.put([("", n)])
            else:
                purse.take(-n)
            self.adjusted += n
            self._note(name, "adjust", n, key)

    def move(self, kind: str, child: str, parent: str, n: int, key: str) -> None:
        """Allocate or give back."""
        if self._first(child, kind, n, key):
            below, above = self.purses[child], self.purses[parent]
            giver, taker = (above, below) if kind == "allocate" else (below, above)
            _refuse(InputError, below.parent is not above or n < 1 or (kind == "allocate" and below.closed))
            _refuse(TokensMissing, n > giver.available)
            taker.put(giver.take(n))
            self._note(child, kind, n, key)

    def reserve(self, name: str, n: int, key: str, lease_s: int) -> Run:
        owner, run = self.purses[name], self.runs.get((name, key))
        _refuse(InputError, owner.closed or (run is not None and run.wanted != n))
        if run is None:
            run = Run(owner, n, timedelta(seconds=lease_s), self.now)
            self._draw(run, n)
            self.runs[name, key] = run
        elif run.state in {"lapsed", "released"}:
            self._draw(run, n - run.spent)
            run.state = "open"
        if run.state == "open":
            run.since = self.now
        return run

    def settle(self, run: Run, n: int, key: str) -> None:
        """Charge ``n``; late, when there still are tokens. An account pays once for a key."""
        if key in run.owner.paid:
            return
        _refuse(InputError, n > run.wanted - run.spent)
        if n > run.remaining:
            _refuse(LeaseEnded, run.state == "released" or run.owner.closed)
            try:
                self._draw(run, n)
            except Refused:
                raise Refused(LeaseEnded) from None
        self._charge(run, n)
        run.since = self.now
        run.owner.paid |= {key} if key and n else set()
        if run.state == "open" and not run.remaining:
            run.state = "settled"

    def renew(self, run: Run) -> None:
        _refuse(LeaseEnded, run.state != "open")
        run.since = self.now

    def release(self, run: Run) -> None:
        if run.state == "open":
            self._free(run, "released")
            self.run_out()

    def affordable(self, owner: Purse) -> int:
        there = owner.available + sum(self._to_be_had(pool) for pool in _sources(owner)[1:])
        return there if owner.hard_limit is None else max(0, min(there, owner.hard_limit - self._used(owner)))

    def _to_be_had(self, pool: Purse) -> int:
        """What those below may draw: what is there, up to the pool's own limit of the month."""
        if pool.hard_limit is None:
            return pool.available
        return max(0, min(pool.available, pool.hard_limit - self._used(pool)))

    def _make_up_for_nothing(self, purse: Purse) -> None:
        """Months in which an account was closed or had no budget are as if it had got none for the first time."""
        if purse.month < f"{self.today:%Y-%m}":
            purse.month = ""

    def _draw(self, run: Run, n: int) -> None:
        """The account's own tokens first, then the pools above, as far up as they are open."""
        _refuse(TokensMissing, n > self.affordable(run.owner))
        for purse in _sources(run.owner):
            taken = purse.take(min(n, purse.available if purse is run.owner else self._to_be_had(purse)))
            n -= sum(some for _, some in taken)
            run.aside += [(purse, day, some) for day, some in taken]

    def _used(self, owner: Purse) -> int:
        """What its runs used, wherever from, and what others used of it."""
        first = datetime(self.today.year, self.today.month, 1, tzinfo=self.zone)
        open_runs = [run for run in self.runs.values() if run.state == "open"]
        aside = sum(some for run in open_runs for purse, _, some in run.aside if owner in (run.owner, purse))
        return aside + sum(n for at, n in owner.used if at >= first)

    def _charge(self, run: Run, n: int) -> None:
        run.spent += n
        run.owner.used.append((self.now, n))
        left = []
        for purse, day, some in sorted(run.aside, key=lambda part: (-part[0].depth, part[1] or "9999")):
            charged = min(n, some)
            purse.spent += charged
            if purse is not run.owner:
                purse.used.append((self.now, charged))
            n -= charged
            left.append((purse, day, some - charged))
        run.aside = left

    def _free(self, run: Run, state: str) -> None:
        for purse, day, some in run.aside:
            purse.put([(day, some)])
        run.aside, run.state = [], state

    def _first(self, name: str, kind: str, n: int, key: str) -> bool:
        """Whether the operation of this key is still to be done; the key of another one is refused."""
        before = self.done.get((name, kind, key))
        _refuse(InputError, before is not None and before != n)
        return before is None

    def _note(self, name: str, kind: str, n: int, key: str) -> None:
        if key:
            self.done[name, kind, key] = n


def _refuse(error: type[Exception], refused: bool) -> None:
    if refused:
        raise Refused(error)


def _sources(owner: Purse) -> list[Purse]:
    """Whose tokens it may draw on, the own ones first."""
    found = [owner]
    while (above := found[-1].parent) and above.pool_open and not above.closed:
        found.append(above)
    return found


def _months(last: str, this: str) -> int:
    return (int(this[:4]) - int(last[:4])) * 12 + int(this[5:]) - int(last[5:])
