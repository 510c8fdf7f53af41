"""An account's month: what it began with, what happened, what was left, and the head of its chain of entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from renderers.budget.entries import Filter, entries_of
from renderers.budget.hash_chain import START
from renderers.budget.reading import balance_of, see
from renderers.budget.spending import Spent
from renderers.budget.store import Store
from renderers.budget.tables import account as accounts
from renderers.budget.tables import entry
from renderers.budget.turn import now_in, settings_of
from renderers.budget.values import KINDS, Balance, Entry, Kind
from templates.errors import InputError


class Head(NamedTuple):
    """The last entry of an account's chain at the end of a month. Its hash covers all entries before it."""

    account: str
    month: str
    number: int  # 0 when there was no entry yet; the hash is then ""
    hash: str


class KindSum(NamedTuple):
    """What the entries of one kind added up to."""

    kind: Kind
    entries: int
    available: int
    reserved: int
    spent: int


@dataclass(frozen=True)
class Statement:
    """One account's own entries of one month, in the account's zone, and what they come to.

    ``opening`` and ``closing`` are balances since the account's beginning; their ``spent`` differ by what the month
    cost. ``by_account`` tells whose runs that were: a pool also pays for the accounts below.
    """

    account: str
    name: str
    month: str  # "2026-11"
    zone: str
    opening: Balance
    closing: Balance
    by_kind: tuple[KindSum, ...]
    by_template: tuple[Spent, ...]
    by_client: tuple[Spent, ...]
    by_account: tuple[Spent, ...]
    from_pools: int  # what accounts above paid for this account's runs; it stands on their statements
    entries: tuple[Entry, ...]
    head: Head
    made: datetime
    provisional: bool  # the month was not over

    @property
    def spent(self) -> int:
        """Tokens that the account was charged."""
        return self.closing.spent - self.opening.spent

    @property
    def received(self) -> int:
        """Tokens that came in: bought, allocated, returned from below, corrected."""
        return sum(moved for each in self.entries if (moved := _moved(each)) > 0)

    @property
    def moved_out(self) -> int:
        """Tokens that left without being spent: allocated, returned, expired, corrected."""
        return -sum(moved for each in self.entries if (moved := _moved(each)) < 0)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        begin = date.fromisoformat(f"{self.month}-01")
        return (begin + timedelta(days=32)).replace(day=1) - timedelta(days=1)

    def local(self, moment: datetime) -> datetime:
        """Return ``moment`` in the account's zone."""
        return moment.astimezone(ZoneInfo(self.zone))


def statement(store: Store, account: str, month: str) -> Statement:
    """Return the statement of one month ("2026-11"). Raises InputError, NotAllowed, StorageError.

    A month begins and ends at midnight in the zone that the account has now. Each entry belongs to one month, by its
    time, so that one month's closing balance is the next one's opening balance.
    """
    year, number = _parsed(month)
    balance_of(store, account)  # writes down what ran out by now
    with store.reading() as connection:
        see(connection, account)
        row = connection.execute(sa.select(accounts).where(accounts.c.id == account)).one()
        zone = settings_of(row.settings).zone
        begin, end = _borders(year, number, zone)
        now = now_in(connection, store.clock)
        if begin > now:
            raise InputError("{month} has not begun yet.", advice="Choose this month or an earlier one.", month=month)
        entries = tuple(entries_of(connection, account, Filter(since=begin, until=end)))
        return Statement(
            account=account,
            name=row.name,
            month=month,
            zone=zone,
            opening=_balance(connection, account, begin),
            closing=_balance(connection, account, end),
            by_kind=_by_kind(entries),
            by_template=_most_first((each.template, each.spent) for each in entries),
            by_client=_most_first((each.client, each.spent) for each in entries),
            by_account=_most_first((each.payer, each.spent) for each in entries),
            from_pools=_from_pools(connection, account, begin, end),
            entries=entries,
            head=_head(connection, account, month, end),
            made=now,
            provisional=end > now,
        )


def _parsed(month: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{4})-(\d\d)", month, re.ASCII)
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) < 2000:
        raise InputError("{month} is no month.", advice="Write it like 2026-11.", month=month)
    return int(found[1]), int(found[2])


def _borders(year: int, number: int, zone: str) -> tuple[datetime, datetime]:
    begin = datetime(year, number, 1, tzinfo=ZoneInfo(zone))
    return begin, (begin + timedelta(days=32)).replace(day=1)


def _balance(connection: sa.Connection, account: str, until: datetime) -> Balance:
    columns = (entry.c.available, entry.c.reserved, entry.c.spent)
    sums = sa.select(*(sa.func.sum(column) for column in columns))
    row = connection.execute(sums.where(entry.c.account == account, entry.c.at < until)).one()
    return Balance(*(int(n or 0) for n in row))


def _by_kind(entries: Iterable[Entry]) -> tuple[KindSum, ...]:
    found = {kind: [each for each in entries if each.kind == kind] for kind in KINDS}
    return tuple(
        KindSum(
            kind,
            len(those),
            sum(each.available for each in those),
            sum(each.reserved for each in those),
            sum(each.spent for each in those),
        )
        for kind, those in found.items()
        if those
    )


def _most_first(pairs: Iterable[tuple[str, int]]) -> tuple[Spent, ...]:
    sums: Counter[str] = Counter()
    for name, n in pairs:
        sums[name] += n
    return tuple(sorted((Spent(name, n) for name, n in sums.items() if n), key=lambda each: (-each.n, each.name)))


def _from_pools(connection: sa.Connection, account: str, begin: datetime, end: datetime) -> int:
    others = (entry.c.payer == account, entry.c.account != account, entry.c.at >= begin, entry.c.at < end)
    return int(connection.execute(sa.select(sa.func.sum(entry.c.spent)).where(*others)).scalar() or 0)


def _head(connection: sa.Connection, account: str, month: str, end: datetime) -> Head:
    query = sa.select(entry.c.number, entry.c.hash).where(entry.c.account == account, entry.c.at < end)
    last = connection.execute(query.order_by(entry.c.number.desc()).limit(1)).first()
    return Head(account, month, *(last or (0, START)))


def _moved(each: Entry) -> int:
    """What an entry adds to all that the account holds, apart from what was spent."""
    return each.available + each.reserved + each.spent
