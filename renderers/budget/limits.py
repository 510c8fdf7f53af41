"""Limits of a month, and telling somebody when a level of it is reached."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from renderers.budget.errors import TokensMissing
from renderers.budget.held import Held
from renderers.budget.tables import alert, entry, reservation
from renderers.budget.turn import Turn
from renderers.budget.values import MOST


def used_this_month(turn: Turn, held: Held) -> int:
    """Tokens that the account used this month: what its runs did, wherever from, and what others drew from its pool.

    Charged, or set aside.
    """
    begin = held.begin_of(date.fromisoformat(f"{held.this_month}-01"))
    spent = sa.select(sa.func.sum(entry.c.spent)).where(entry.c.at >= begin)
    aside = sa.select(sa.func.sum(entry.c.reserved)).join(reservation, reservation.c.id == entry.c.reservation)
    is_own = sa.or_(reservation.c.account == held.id, entry.c.account == held.id)
    sums = (
        spent.where(entry.c.payer == held.id),  # apart from the next one: for both at once no index serves
        spent.where(entry.c.account == held.id, entry.c.payer != held.id),
        aside.where(reservation.c.state == "open", is_own),
    )
    row = turn.connection.execute(sa.select(*(each.scalar_subquery() for each in sums))).one()
    return sum(int(n or 0) for n in row)


def left_this_month(turn: Turn, held: Held) -> int:
    """How many more tokens the account's hard limit lets it use; as many as there can be without one."""
    limit = held.settings.hard_limit
    return MOST if limit is None else max(0, limit - used_this_month(turn, held))


def refuse_beyond_limit(turn: Turn, held: Held, wanted: int) -> None:
    """Raise TokensMissing when ``wanted`` more tokens would break the account's hard limit."""
    left = left_this_month(turn, held)
    if wanted > left:
        raise TokensMissing(
            "This takes {wanted} tokens, and the account {account} may use {available} more this month.",
            advice="Choose fewer clients, wait for the next month, or ask a manager to raise the limit.",
            wanted=wanted,
            available=left,
            account=held.id,
        )


def note_levels(turn: Turn, held: Held, late: int) -> None:
    """Look at the levels of the account that pays and of the pools that it drew on.

    ``late``: tokens that were set aside and charged in this very turn, so that the database does not know them yet.
    """
    for each in turn.held.values():
        if each is held or each.entries:
            note_level(turn, each, late if each is held else 0)


def note_level(turn: Turn, held: Held, late: int = 0) -> None:
    """Keep an alert when the account has used one more of its levels; each is told once a month.

    Per cent are of the month's hard limit, else its budget, else its soft limit; without any, of all it ever got.
    """
    if not held.settings.alert_levels:
        return
    used, whole = usage(turn, held, late)
    reached = [level for level in held.settings.alert_levels if whole and used * 100 >= level * whole]
    highest = max(reached, default=0)
    told = held.alerted if held.alert_month == held.this_month else 0
    for level in reached:
        if level > told:
            values = {"account": held.id, "month": held.this_month, "level": level}
            there = sa.select(alert.c.level).filter_by(**values)
            if turn.connection.execute(there).first() is None:
                turn.connection.execute(sa.insert(alert).values(**values, at=held.now, used=used, of=whole))
    held.alerted, held.alert_month = highest, held.this_month


def usage(turn: Turn, held: Held, late: int = 0) -> tuple[int, int]:
    """Return (used, of how many): what alert levels are per cent of."""
    kept = held.settings
    limits = (kept.hard_limit, kept.monthly, kept.soft_limit)
    whole = next((limit for limit in limits if limit is not None), None)
    if whole is not None:
        return used_this_month(turn, held) + late, whole
    balance = held.balance
    return balance.spent, sum(balance)
