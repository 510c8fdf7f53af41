"""Which versions of a template may go: the further back, the fewer are kept, so that a history cannot grow for ever.

Kept are the newest 40, then the last of each hour for two days, of each day for 60 days and of each month for three
years, and the oldest of all: at most 185. A version with a name is kept until somebody deletes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NEWEST = 40
_PERIODS = ((timedelta(days=2), "%Y%m%d%H"), (timedelta(days=60), "%Y%m%d"), (timedelta(days=3 * 366), "%Y%m"))
MOST = NEWEST + 2 * 24 + 1 + 60 + 1 + 36 + 1 + 1
"""Versions without a name that are kept of one template; a period that has begun counts too."""


@dataclass(frozen=True)
class Dated:
    """What decides about one version."""

    id: int
    created: datetime  # with a zone
    named: bool


def superfluous(versions: Sequence[Dated], now: datetime) -> list[int]:
    """Return the ids of those that may go; ``versions`` are one template's, newest first."""
    unnamed = [version for version in versions if not version.named]
    kept = {version.id for version in (*unnamed[:NEWEST], *unnamed[-1:])}
    periods: set[str] = set()
    for version in unnamed[NEWEST:]:
        period = _period(version, now)
        if period and period not in periods:
            periods.add(period)
            kept.add(version.id)
    return [version.id for version in unnamed if version.id not in kept]


def _period(version: Dated, now: datetime) -> str:
    """The hour, day or month of which only the last version is kept; "" when it is too long ago."""
    age = now - version.created
    return next((version.created.strftime(form) for most, form in _PERIODS if age <= most), "")
