"""What happens by itself, as soon as anybody looks: leases run out, tokens expire, months begin."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from renderers.budget import monthly
from renderers.budget.draws import draws_of, give_back
from renderers.budget.held import Held
from renderers.budget.tables import account, entry, reservation
from renderers.budget.turn import Due, Turn, deepest_first, now_in, went_back
from renderers.budget.values import About


def look_after(turn: Turn, account_id: str) -> None:
    """Do what is due in one account, and note when it must be looked after next.

    Raises InputError; Due for the account above, when a month's budget is to come from tokens that may have expired.
    """
    wrong = _wrong_leases(turn, account_id)
    for each in deepest_first(_paths(turn, account_id, wrong)):
        turn.hold(each)
    held = turn.hold(account_id)
    if went_back(held):
        held.last_at = held.now
    for found in wrong:
        _lapse_or_shorten(turn, found)
    _expire(held)
    if monthly.is_due(held) and held.parent:
        monthly.give(held, _ready(turn, held.parent))
    held.due_at = _next(turn, held)


def _ready(turn: Turn, account_id: str) -> Held:
    """The account above, when its own month has begun and what expired has left. Raises Due."""
    above = turn.hold(account_id)
    if above.due_at is not None and above.due_at <= above.now:
        raise Due(account_id)
    return above


def _wrong_leases(turn: Turn, account_id: str) -> list[str]:
    """The reservations, of this account or drawing on it, whose lease ran out or lasts longer than it was given for.

    The latter when the clock was set back.
    """
    now = now_in(turn.connection, turn.clock)
    rows = turn.connection.execute(sa.select(reservation).where(*_open(account_id))).all()
    return [row.id for row in rows if not now < row.lease_until <= now + timedelta(seconds=row.lease_s)]


def _open(account_id: str) -> tuple[sa.ColumnElement[bool], ...]:
    """What makes a reservation concern an account: it is open, and its own or drawing on it."""
    drawing = sa.exists().where(entry.c.reservation == reservation.c.id, entry.c.account == account_id)
    return reservation.c.state == "open", sa.or_(reservation.c.account == account_id, drawing)


def _paths(turn: Turn, account_id: str, reservations: list[str]) -> list[str]:
    """Of all accounts that may change: this one, its parent, and those of the reservations."""
    own = sa.select(account.c.parent).where(account.c.id == account_id, account.c.parent.is_not(None))
    drawn = sa.select(entry.c.account).where(entry.c.reservation.in_(reservations))
    owners = sa.select(reservation.c.account).where(reservation.c.id.in_(reservations))
    wanted = sa.or_(account.c.id == account_id, *(account.c.id.in_(each) for each in (own, drawn, owners)))
    return list(turn.connection.execute(sa.select(account.c.path).where(wanted)).scalars())


def _lapse_or_shorten(turn: Turn, reservation_id: str) -> None:
    """Free the tokens of a reservation, or end its lease in time, unless somebody was quicker than our locks."""
    row = turn.connection.execute(sa.select(reservation).where(reservation.c.id == reservation_id)).one()
    owner = turn.hold(row.account)
    if row.state == "open" and row.lease_until <= owner.now:
        _lapse(turn, row)
    elif row.state == "open":
        until = min(row.lease_until, owner.now + timedelta(seconds=row.lease_s))
        turn.connection.execute(sa.update(reservation).where(reservation.c.id == row.id).values(lease_until=until))
        for each in turn.held.values():
            each.wake_at(until)


def _lapse(turn: Turn, row: sa.Row[Any]) -> None:
    about = About(
        actor=monthly.ACTOR,
        payer=row.account,
        reservation=row.id,
        template=row.template,
        run=row.run,
        note="The lease ran out.",
    )
    give_back(turn, draws_of(turn, row.id), about, key=f"lapse:{row.id}:{uuid4().hex}")
    turn.connection.execute(sa.update(reservation).where(reservation.c.id == row.id).values(state="lapsed"))


def _expire(held: Held) -> None:
    for expires, found in list(held.buckets.items()):
        if expires and found.available and date.fromisoformat(expires) < held.today:
            about = About(actor=monthly.ACTOR, note=expires)
            held.add("expire", expires, available=-found.available, about=about, key=f"expire:{expires}:{held.number}")


def _next(turn: Turn, held: Held) -> datetime | None:
    """When a lease, tokens or the month end next."""
    lease = turn.connection.execute(sa.select(sa.func.min(reservation.c.lease_until)).where(*_open(held.id))).scalar()
    ends = [held.end_of(expires) for expires, found in held.buckets.items() if expires and found.available]
    if lease is not None:
        ends.append(lease)
    if held.settings.monthly is not None and held.parent:
        ends.append(held.begin_of(_next_month(held.today)))
    return min(ends, default=None)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
