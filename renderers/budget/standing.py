"""How accounts stand now: what they have, what they used this month, which of their tokens end when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from renderers.budget.accounts import Account
from renderers.budget.reading import balances_of
from renderers.budget.store import Store
from renderers.budget.tables import alert, bucket, entry, reservation
from renderers.budget.turn import now_in
from renderers.budget.values import Balance


@dataclass(frozen=True)
class Standing:
    """One account at one moment."""

    balance: Balance
    used: int  # this month, by its own runs and by others that drew from its pool: charged, or set aside
    level: int  # the highest alert level of this month, in per cent; 0 for none
    ending: tuple[tuple[date, int], ...] = ()  # free tokens by their last day


def standings(store: Store, accounts: Sequence[Account]) -> dict[str, Standing]:
    """Return how each account stands. Raises InputError, NotAllowed, StorageError."""
    ids = [each.id for each in accounts]
    balances = balances_of(store, ids)
    with store.reading() as connection:
        now = now_in(connection, store.clock)
        used: dict[str, int] = defaultdict(int)
        levels: dict[str, int] = {}
        for begin, those in _by_month(accounts, now).items():
            used.update(_used(connection, those, begin))
            levels |= _levels(connection, those, f"{begin:%Y-%m}")
        ending = _ending(connection, ids)
    return {each: Standing(balances[each], used[each], levels.get(each, 0), tuple(ending[each])) for each in ids}


def _by_month(accounts: Iterable[Account], now: datetime) -> dict[datetime, list[str]]:
    """The accounts by the moment at which their month began."""
    found: dict[datetime, list[str]] = defaultdict(list)
    for each in accounts:
        here = now.astimezone(ZoneInfo(each.settings.zone))
        found[datetime(here.year, here.month, 1, tzinfo=here.tzinfo)].append(each.id)
    return found


def _used(connection: sa.Connection, ids: Sequence[str], begin: datetime) -> dict[str, int]:
    """By account what its runs used since ``begin``, wherever from, and what others drew from its pool."""
    still = sa.case((reservation.c.state == "open", entry.c.reserved), else_=0)
    spent = sa.case((entry.c.at >= begin, entry.c.spent), else_=0)
    found: dict[str, int] = defaultdict(int)
    for side, not_twice in ((entry.c.payer, sa.true()), (entry.c.account, entry.c.payer != entry.c.account)):
        query = (
            sa.select(side, sa.func.sum(still + spent))
            .join(reservation, reservation.c.id == entry.c.reservation)
            .where(side.in_(ids), not_twice, sa.or_(entry.c.at >= begin, reservation.c.state == "open"))
            .group_by(side)
        )
        for account, n in connection.execute(query):
            found[account] += int(n)
    return found


def _levels(connection: sa.Connection, ids: Sequence[str], month: str) -> dict[str, int]:
    query = (
        sa.select(alert.c.account, sa.func.max(alert.c.level))
        .where(alert.c.account.in_(ids), alert.c.month == month)
        .group_by(alert.c.account)
    )
    return {account: int(level) for account, level in connection.execute(query)}


def _ending(connection: sa.Connection, ids: Sequence[str]) -> dict[str, list[tuple[date, int]]]:
    query = (
        sa.select(bucket.c.account, bucket.c.expires, bucket.c.available)
        .where(bucket.c.account.in_(ids), bucket.c.expires != "", bucket.c.available > 0)
        .order_by(bucket.c.expires)
    )
    found: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for account, expires, available in connection.execute(query):
        found[account].append((date.fromisoformat(expires), int(available)))
    return found
