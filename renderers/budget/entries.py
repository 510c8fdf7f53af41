"""Reading entries: all of an account, or those that a filter lets through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from renderers.budget.tables import entry
from renderers.budget.values import Entry, Kind


@dataclass(frozen=True)
class Filter:
    """Which entries; an empty field lets all through."""

    kinds: frozenset[Kind] = frozenset()
    since: datetime | None = None  # with a zone
    until: datetime | None = None  # not included
    template: str = ""
    client: str = ""
    actor: str = ""
    text: str = ""  # anywhere in note, template, run, client, actor or other account; upper and lower case alike

    def conditions(self) -> list[sa.ColumnElement[bool]]:
        """As conditions of a query."""
        columns = entry.c
        same = {columns.template: self.template, columns.client: self.client, columns.actor: self.actor}
        found = [column == wanted for column, wanted in same.items() if wanted]
        if self.kinds:
            found.append(columns.kind.in_(sorted(self.kinds)))
        if self.since:
            found.append(columns.at >= self.since)
        if self.until:
            found.append(columns.at < self.until)
        if self.text:
            where = (columns.note, columns.template, columns.run, columns.client, columns.actor, columns.other)
            found.append(sa.or_(*(column.icontains(self.text, autoescape=True) for column in where)))
        return found


def entries_of(connection: sa.Connection, account_id: str, where: Filter) -> Iterator[Entry]:
    """Yield the account's entries, oldest first."""
    query = sa.select(entry).where(entry.c.account == account_id, *where.conditions()).order_by(entry.c.number)
    for row in connection.execution_options(yield_per=1000).execute(query):
        yield Entry(**row._mapping)
