"""Stretches of time, by the calendar of the account."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.tokens.period import stretch
from desktop.tokens.statement_page import months_of

NOW = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)


def days(period: str, zone: str = "UTC") -> list[str]:
    return [f"{each:%Y-%m-%d}" if each else "" for each in stretch(period, zone, NOW)]


def test_months_begin_where_the_account_is():
    """In Paris it is April already, so that last month is March."""
    assert days("month") == ["2026-03-01", ""]
    assert days("month", "Europe/Paris") == ["2026-04-01", ""]
    assert days("last", "Europe/Paris") == ["2026-03-01", "2026-04-01"]
    assert days("last") == ["2026-02-01", "2026-03-01"]


def test_days_are_counted_with_today():
    """Thirty days are today and the 29 before; all time has no ends."""
    assert days("30") == ["2026-03-02", ""]
    assert days("365") == ["2025-04-01", ""]
    assert days("all") == ["", ""]


def test_statements_are_offered_since_the_account_was_made(agency):
    """The newest first; a clock that was set back leaves the month of now."""
    account = agency.accounts[0].account
    december = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert months_of(account, december) == ["2026-12", "2026-11", "2026-10", "2026-09", "2026-08"]
    assert months_of(account, datetime(2026, 7, 1, tzinfo=UTC)) == ["2026-07"]
