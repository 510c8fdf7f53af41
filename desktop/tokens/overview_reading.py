"""What the overview shows of one account: read in a job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args
from zoneinfo import ZoneInfo

from desktop.tokens.period import stretch
from renderers.budget.accounts import Account, Alert
from renderers.budget.forecast import Forecast, forecast
from renderers.budget.purse import Purse
from renderers.budget.spending import By, Spent, spending


@dataclass(frozen=True)
class Overview:
    """One account and one period."""

    account: str
    period: str
    forecast: Forecast
    alerts: tuple[Alert, ...]  # of this month, the newest first
    spending: dict[By, list[Spent]]


def read_overview(purse: Purse, account: Account, period: str) -> Overview:
    """Ask the ledger. Raises InputError, NotAllowed, StorageError."""
    store = purse.ledger.store
    now, zone = store.now(), account.settings.zone
    since, until = stretch(period, zone, now)
    month = f"{now.astimezone(ZoneInfo(zone)):%Y-%m}"
    kinds: tuple[By, ...] = get_args(By)
    return Overview(
        account.id,
        period,
        forecast(store, account.id),
        tuple(each for each in purse.accounts.alerts(account.id) if each.month == month),
        {by: spending(store, account.id, by, since=since, until=until) for by in kinds},
    )
