"""Thinning out a history: recent versions all, older ones by hour, day and month, named ones always."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from templates.store.thinning import MOST, NEWEST, Dated, superfluous

NOW = datetime(2026, 11, 21, 12, 45, tzinfo=UTC)


def history(ages: list[timedelta], named: frozenset[int] = frozenset()) -> list[Dated]:
    return [Dated(-place, NOW - age, place in named) for place, age in enumerate(sorted(ages))]


ages = st.lists(st.integers(0, 5 * 365 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes)), max_size=400)


@given(ages, st.frozensets(st.integers(0, 400)))
def test_a_history_is_bounded(ages: list[timedelta], named: frozenset[int]) -> None:
    """What stays are the named ones, the newest, the oldest, and so many more."""
    versions = history(ages, named)
    gone = set(superfluous(versions, NOW))
    kept = [version for version in versions if version.id not in gone]
    unnamed = [version for version in versions if not version.named]
    assert not any(version.named for version in versions if version.id in gone)
    assert sum(not version.named for version in kept) <= MOST
    assert set(unnamed[:NEWEST] + unnamed[-1:]) <= set(kept)


@given(ages)
def test_thinning_twice_is_thinning_once(ages: list[timedelta]) -> None:
    """What was kept stays kept as long as no time passes."""
    versions = history(ages)
    gone = set(superfluous(versions, NOW))
    assert superfluous([version for version in versions if version.id not in gone], NOW) == []


def test_the_further_back_the_fewer() -> None:
    """Of many saves in an hour of yesterday one stays, of many on a day of last month one, of the years before few."""
    minute = timedelta(minutes=1)
    newest = [minute * place for place in range(NEWEST)]
    yesterday = [timedelta(hours=26) + minute * place for place in range(30)]
    last_month = [timedelta(days=31) + minute * place for place in range(30)]
    versions = history([*newest, *yesterday, *last_month, timedelta(days=2000), timedelta(days=2001)])
    gone = set(superfluous(versions, NOW))
    kept = [NOW - version.created for version in versions if version.id not in gone]
    assert kept[:NEWEST] == newest
    assert kept[NEWEST:] == [yesterday[0], last_month[0], timedelta(days=2001)]
