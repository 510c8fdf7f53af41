"""Looking at accounts: what a login may see, and balances after all that ran out."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from renderers.budget.draws import sources
from renderers.budget.limits import left_this_month
from renderers.budget.roles import Role, demand, login_here, rank_here
from renderers.budget.store import Store
from renderers.budget.tables import account, bucket
from renderers.budget.turn import STEP_BACK, Turn, no_account, now_in
from renderers.budget.values import NOTHING, Balance


def see(connection: sa.Connection, account_id: str, role: Role = "viewer") -> None:
    """Raise InputError when there is no such account, NotAllowed when the login has not the role in it."""
    see_all(connection, [account_id], role)


def see_all(connection: sa.Connection, account_ids: Sequence[str], role: Role = "viewer") -> None:
    """``see`` for each of some accounts, with one question."""
    dialect = connection.dialect.name
    login = login_here() if dialect == "postgresql" else sa.literal("")
    query = sa.select(account.c.id, rank_here(dialect).label("rank"), login.label("login"))
    found = {row.id: row for row in connection.execute(query.where(account.c.id.in_(account_ids)))}
    for account_id in account_ids:
        if account_id not in found:
            raise no_account(account_id)
        demand(found[account_id].rank, role, account_id, found[account_id].login)


def balance_of(store: Store, account_id: str) -> Balance:
    """What the account has of its own. Raises InputError, NotAllowed, StorageError."""
    return balances_of(store, [account_id])[account_id]


def balances_of(store: Store, account_ids: Sequence[str]) -> dict[str, Balance]:
    """The balances of some accounts, as of one moment."""
    for account_id in due_among(store, account_ids):
        store.tidy(account_id)
    with store.reading() as connection:
        see_all(connection, account_ids)
        rows = connection.execute(_SUMS.where(bucket.c.account.in_(account_ids))).all()
    found = {row.account: Balance(int(row.available), int(row.reserved), int(row.spent)) for row in rows}
    return {account_id: found.get(account_id, NOTHING) for account_id in account_ids}


def affordable_by(store: Store, account_id: str) -> int:
    """How many tokens a reservation of the account may have at most. Raises InputError, NotAllowed, StorageError."""

    def look(turn: Turn) -> int:
        held = turn.hold(account_id, "viewer")
        own, *pools = sources(turn, held)
        free = own.balance.available + sum(min(p.balance.available, left_this_month(turn, p)) for p in pools)
        return 0 if held.closed else min(free, left_this_month(turn, held))

    return store.do(look)


def due_among(store: Store, account_ids: Sequence[str]) -> list[str]:
    """Those of the accounts where something ran out, or whose clock was set back."""
    with store.reading() as connection:
        now = now_in(connection, store.clock)
        over = sa.or_(account.c.due_at <= now, account.c.last_at > now + STEP_BACK)
        query = sa.select(account.c.id).where(account.c.id.in_(account_ids), over)
        return list(connection.execute(query).scalars())


_SUMS = sa.select(
    bucket.c.account,
    sa.func.sum(bucket.c.available).label("available"),
    sa.func.sum(bucket.c.reserved).label("reserved"),
    sa.func.sum(bucket.c.spent).label("spent"),
).group_by(bucket.c.account)
