"""A long history in parts: the newest entries first, as many at a time as somebody looks at."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from renderers.budget.entries import Filter
from renderers.budget.reading import see
from renderers.budget.store import Store
from renderers.budget.tables import entry
from renderers.budget.values import Balance, Entry


@dataclass(frozen=True)
class Sums:
    """What a filter lets through: how many entries, and what they add."""

    entries: int
    added: Balance


def page_of(store: Store, account_id: str, where: Filter, *, n: int, before: int | None = None) -> list[Entry]:
    """The ``n`` newest entries that a filter lets through, or the next ones ``before`` that number, newest first.

    Raises InputError, NotAllowed, StorageError.
    """
    conditions = [entry.c.account == account_id, *where.conditions()]
    if before is not None:
        conditions.append(entry.c.number < before)
    with store.reading() as connection:
        see(connection, account_id)
        query = sa.select(entry).where(*conditions).order_by(entry.c.number.desc()).limit(n)
        return [Entry(**row._mapping) for row in connection.execute(query)]


def sums_of(store: Store, account_id: str, where: Filter) -> Sums:
    """How many entries a filter lets through, and their sums. Raises InputError, NotAllowed, StorageError."""
    added = (sa.func.coalesce(sa.func.sum(each), 0) for each in (entry.c.available, entry.c.reserved, entry.c.spent))
    with store.reading() as connection:
        see(connection, account_id)
        query = sa.select(sa.func.count(), *added).where(entry.c.account == account_id, *where.conditions())
        count, *sums = connection.execute(query).one()
    return Sums(int(count), Balance(*(int(each) for each in sums)))
