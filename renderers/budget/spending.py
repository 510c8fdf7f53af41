"""Where an account's tokens went: by template, e-mail client, person or account."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

import sqlalchemy as sa

from renderers.budget.reading import see
from renderers.budget.store import Store
from renderers.budget.tables import account as accounts
from renderers.budget.tables import entry

By = Literal["template", "client", "person", "account"]
_COLUMNS: dict[By, sa.Column[str]] = {
    "template": entry.c.template,
    "client": entry.c.client,
    "person": entry.c.actor,
    "account": entry.c.payer,
}


class Spent(NamedTuple):
    """``n`` tokens went to ``name``, which is "" where nothing was said."""

    name: str
    n: int


def spending(
    store: Store, account: str, by: By, *, since: datetime | None = None, until: datetime | None = None
) -> list[Spent]:
    """Return what the account's reservations and those of the accounts below were charged, most first.

    Whose tokens they were makes no difference: what a sub-account drew from the pool is the sub-account's. ``since``
    and ``until`` (not included) have a zone. Raises InputError, NotAllowed, StorageError.
    """
    name, n = _COLUMNS[by], sa.func.sum(entry.c.spent)
    query = sa.select(name.label("name"), n.label("n")).where(entry.c.spent != 0, entry.c.payer.in_(below(account)))
    if since:
        query = query.where(entry.c.at >= since)
    if until:
        query = query.where(entry.c.at < until)
    with store.reading() as connection:
        see(connection, account)
        rows = connection.execute(query.group_by(name)).all()
    return sorted((Spent(row.name, int(row.n)) for row in rows), key=lambda each: (-each.n, each.name))


def below(account: str) -> sa.Select[tuple[str]]:
    """The ids of the account and of all below it."""
    top = accounts.alias("top")
    is_below = sa.func.substr(accounts.c.path, 1, sa.func.length(top.c.path)) == top.c.path
    return sa.select(accounts.c.id).join(top, is_below).where(top.c.id == account)
