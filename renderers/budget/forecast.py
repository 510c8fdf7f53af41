"""How long an account's tokens last at the pace at which they were spent lately.

An account without a parent counts with all below it, because it can take their tokens back; a sub-account counts with
its own tokens alone, because the pool above is not its to spend.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from renderers.budget.reading import balance_of, see
from renderers.budget.settings import AccountSettings
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
            if gone > end:
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
    balance_of(store, account)  # frees what ran out
    with store.reading() as connection:
        see(connection, account)
        now = now_in(connection, store.clock)
        row = connection.execute(sa.select(accounts).where(accounts.c.id == account)).one()
        whose = sa.select(accounts.c.id).where(accounts.c.id == account) if row.parent else below(account)
        pace = _pace(connection, whose, now)
        left = sa.select(bucket.c.expires, sa.func.sum(bucket.c.available).label("n")).where(bucket.c.available > 0)
        rows = connection.execute(left.where(bucket.c.account.in_(whose)).group_by(bucket.c.expires)).all()
    if not pace:
        return Forecast(0.0, None)
    settings = settings_of(row.settings)
    zone = ZoneInfo(settings.zone)
    ends = [(_end_of(each.expires, zone), float(each.n)) for each in rows]
    tokens = _Tokens(now, sorted(ends, key=lambda each: (each[0] is None, each[0] or now)))
    return Forecast(pace, _until(tokens, pace, settings, gets_budget=row.parent is not None))


def _pace(connection: sa.Connection, whose: sa.Select[tuple[str]], now: datetime) -> float:
    spent = sa.select(sa.func.min(entry.c.at), sa.func.sum(entry.c.spent))
    spent = spent.where(entry.c.account.in_(whose), entry.c.spent != 0)
    first: datetime | None = connection.execute(spent).one()[0]
    if first is None:
        return 0.0
    span = min(max(now - first, SHORTEST), LOOK_BACK)
    n = connection.execute(spent.where(entry.c.at >= now - span)).one()[1]
    return int(n or 0) / (span / _DAY)


def _until(tokens: _Tokens, pace: float, settings: AccountSettings, *, gets_budget: bool) -> date | None:
    """The day on which nothing is left, month by month."""
    zone = ZoneInfo(settings.zone)
    budget = settings.monthly if gets_budget else None
    end = tokens.at + HORIZON
    while tokens.at < end:
        next_month = _next_month(tokens.at.astimezone(zone)) if budget else end
        if not tokens.use(pace, min(next_month, end)):
            return tokens.at.astimezone(zone).date()
        if budget:
            # A reset brings the account to its budget; what it had above that goes back.
            tokens.rows = [*(tokens.rows if settings.carry_over else ()), (None, float(budget))]
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
