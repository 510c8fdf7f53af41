"""How long an account's tokens last at the pace at which they were spent lately.

An account without a parent counts with all below it, because it can take their tokens back; a sub-account counts with
its own tokens alone, because the pool above is not its to spend.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from renderers.budget.reading import balances_of, see
from renderers.budget.spending import below
from renderers.budget.store import Store
from renderers.budget.tables import account as accounts
from renderers.budget.tables import bucket, entry
from renderers.budget.turn import now_in, settings_of

LOOK_BACK = timedelta(days=28)
"""Four whole weeks, so that each weekday counts alike."""
SHORTEST = timedelta(days=7)
"""Over how long the pace is taken at least: the first day with 300 pictures is no 300 a day."""
HORIZON = timedelta(days=5 * 366)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Forecast:
    """``pace``: tokens a day. ``until``: the day on which the last is used or ends, by the account's zone.

    ``until`` is None when nothing was spent lately, and when the tokens last for more than five years.
    """

    pace: float
    until: date | None


@dataclass
class _Tokens:
    """Available tokens at a moment of the forecast, those that end first in front: (last moment or None, how many).

    All in UTC: Python subtracts times of one zone as if clocks were never changed.
    """

    at: datetime
    rows: list[tuple[datetime | None, float]]

    def use(self, pace: float, end: datetime) -> bool:
        """Spend until ``end``; False when they were used up before, at ``self.at``."""
        while self.rows:
            last, n = self.rows[0]
            used_up = self.at + timedelta(days=min(n / pace, 2 * HORIZON.days))
            gone = used_up if last is None else min(used_up, last)
            if gone >= end:  # the budget comes in just then
                self.rows[0] = (last, n - (end - self.at) / _DAY * pace)
                self.at = end
                return True
            self.at = max(self.at, gone)
            del self.rows[0]
        return False


def forecast(store: Store, account: str) -> Forecast:
    """Say how long the available tokens last. Raises InputError, NotAllowed, StorageError.

    The pace is what was charged in the last 28 days, or since the first charge if that is less, but never taken over
    less than a week. Tokens with a last day end on it, used or not; a monthly budget comes in when a month begins, as
    if the account above could always give it.
    """
    ids = _counted(store, account)
    balances_of(store, ids)  # frees what ran out
    with store.reading() as connection:
        row = connection.execute(sa.select(accounts).where(accounts.c.id == account)).one()
        now = now_in(connection, store.clock)
        pace = _pace(connection, ids, now)
        left = sa.select(bucket.c.expires, sa.func.sum(bucket.c.available).label("n")).where(bucket.c.available > 0)
        rows = connection.execute(left.where(bucket.c.account.in_(ids)).group_by(bucket.c.expires)).all()
    if not pace:
        return Forecast(0.0, None)
    settings = settings_of(row.settings)
    zone = ZoneInfo(settings.zone)
    ends = [(_end_of(each.expires, zone), float(each.n)) for each in rows]
    tokens = _Tokens(now, sorted(ends, key=lambda each: (each[0] is None, each[0] or now)))
    budget = settings.monthly if row.parent and not row.closed else None
    return Forecast(pace, _until(tokens, pace, zone, budget, carry_over=settings.carry_over))


def _counted(store: Store, account: str) -> list[str]:
    """The accounts whose tokens count."""
    with store.reading() as connection:
        see(connection, account)
        parent = connection.execute(sa.select(accounts.c.parent).where(accounts.c.id == account)).scalar()
        return [account] if parent else [row.id for row in connection.execute(below(account))]


def _pace(connection: sa.Connection, ids: Sequence[str], now: datetime) -> float:
    charged = (entry.c.account.in_(ids), entry.c.spent != 0)
    first: datetime | None = connection.execute(sa.select(sa.func.min(entry.c.at)).where(*charged)).scalar()
    if first is None:
        return 0.0
    span = min(max(now - first, SHORTEST), LOOK_BACK)
    lately = sa.select(sa.func.sum(entry.c.spent)).where(*charged, entry.c.at >= now - span)
    return int(connection.execute(lately).scalar() or 0) / (span / _DAY)


def _until(tokens: _Tokens, pace: float, zone: ZoneInfo, budget: int | None, *, carry_over: bool) -> date | None:
    """The day on which nothing is left, month by month when there is a budget."""
    end = tokens.at + HORIZON
    while tokens.at < end:
        stage = min(_next_month(tokens.at.astimezone(zone)), end) if budget else end
        if not tokens.use(pace, stage):
            return tokens.at.astimezone(zone).date()
        if budget:
            # A reset brings the account to its budget; what it had above that goes back.
            tokens.rows = [*(tokens.rows if carry_over else ()), (None, float(budget))]
    return None


def _next_month(moment: datetime) -> datetime:
    """The midnight at which the month after ``moment``, in the account's zone, begins."""
    later = moment.date().replace(day=1) + timedelta(days=32)
    return datetime(later.year, later.month, 1, tzinfo=moment.tzinfo).astimezone(UTC)


def _end_of(expires: str, zone: ZoneInfo) -> datetime | None:
    """The last moment of tokens' last day."""
    if not expires:
        return None
    day = date.fromisoformat(expires) + _DAY
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC) - timedelta(microseconds=1)
