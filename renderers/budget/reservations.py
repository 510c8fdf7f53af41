"""Reservations: tokens are set aside before a run, charged as its pictures arrive, and freed when it ends or dies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from renderers.budget.draws import DRAWN, charge, draw, give_back, in_order, now_drawn
from renderers.budget.errors import LeaseEnded, TokensMissing
from renderers.budget.held import Held
from renderers.budget.limits import note_levels, refuse_beyond_limit
from renderers.budget.tables import account, entry, reservation
from renderers.budget.turn import Turn
from renderers.budget.values import About, Reservation
from templates.errors import InputError


def reserve(turn: Turn, account_id: str, n: int, key: str, lease_s: float, about: About) -> Reservation:
    """Set ``n`` tokens aside, all or none. Raises TokensMissing, InputError for a key that was used for other work."""
    held = turn.open(account_id, "member")
    values = {
        "id": uuid4().hex,
        "account": account_id,
        "key": key,
        "wanted": n,
        "lease_s": lease_s,
        "lease_until": held.now + timedelta(seconds=lease_s),
        "state": "open",
        "actor": held.who(about.actor),
        "template": about.template,
        "run": about.run,
    }
    if turn.connection.execute(_INSERT[turn.connection.dialect.name], values).first() is None:
        return _again(turn, held, key, n)
    made = _read(values)
    _draw(turn, held, made, n)
    return replace(made, draws=now_drawn(turn, made.id))


def settle(
    turn: Turn, found: Reservation, delivered: int, key: str, about: About, *, is_new: bool = False
) -> Reservation:
    """Charge ``delivered`` more and lengthen the lease; nothing when the account paid for ``key`` before, in any run.

    ``is_new``: nobody else can have used the key, unless the connection broke after it was.
    Raises LeaseEnded when the tokens are not there any more, InputError for more than was reserved.
    """
    held = turn.hold(found.account, "member")
    found, is_paid = _found(turn, found, charge_key(found.account, key))
    if is_paid and (turn.is_again or not is_new):
        return found
    if delivered > found.wanted - found.spent:
        raise InputError(
            "{delivered} pictures were delivered, and this run may charge {left} more.",
            advice="Reserve as many tokens as there are new pictures.",
            delivered=delivered,
            left=found.wanted - found.spent,
        )
    before, late = found.draws, max(0, delivered - found.remaining)
    if late:
        found = _draw_late(turn, held, found, late)
    told = replace(_about(found), client=about.client, template=about.template or found.template)
    charge(
        turn, found.draws, delivered, replace(told, actor=about.actor or found.actor), charge_key(found.account, key)
    )
    if delivered:  # before the run may be said to have ended: what it has set aside counts as used
        note_levels(turn, held, late)
    left = found.remaining - delivered
    state = found.state if found.state != "open" or left else "settled"
    found = _renewed(turn, held, found, state=state)
    return replace(found, draws=now_drawn(turn, found.id, before))


def paid(connection: sa.Connection, account_id: str, keys: Sequence[str]) -> set[str]:
    """Return those of the ``keys`` that the account paid for, from its own tokens or a pool above."""
    told = {charge_key(account_id, key): key for key in keys}
    found: set[str] = set()
    for some in batched(told):
        rows = connection.execute(sa.select(entry.c.key).where(entry.c.key.in_(some)))
        found.update(told[key] for key in rows.scalars())
    return found


def charge_key(account_id: str, key: str) -> str:
    """What the entries of a charge are found by again."""
    return f"settle:{account_id}/{key}"  # no id has a slash: no two accounts share a key in the pool above them


def renew(turn: Turn, found: Reservation) -> Reservation:
    """Lengthen the lease. Raises LeaseEnded when it ran out."""
    held = turn.hold(found.account, "member")
    found = _fresh(turn, found)
    if found.state != "open":
        raise _ended(found)
    return _renewed(turn, held, found)


def release(turn: Turn, found: Reservation) -> Reservation:
    """Free what is still set aside; nothing when it ended already."""
    turn.hold(found.account, "member")
    found = _fresh(turn, found)
    if found.state != "open":
        return found
    give_back(turn, found.draws, _about(found), key=f"release:{uuid4().hex}")
    return replace(_change(turn, found, state="released"), draws=now_drawn(turn, found.id, found.draws))


def _again(turn: Turn, held: Held, key: str, n: int) -> Reservation:
    """The same run once more: what was charged stays charged, and what had been freed is set aside again."""
    row = turn.connection.execute(sa.select(reservation).filter_by(account=held.id, key=key)).one()
    found = _fresh(turn, _read(row._asdict()))
    if found.wanted != n:
        raise InputError(
            "The key {key} stands for another run, of {wanted} tokens.",
            advice="Give each run a key of its own.",
            key=key,
            wanted=found.wanted,
        )
    if found.state in {"lapsed", "released"}:
        _draw(turn, held, found, n - found.spent)
        found = replace(found, state="open", draws=now_drawn(turn, found.id, found.draws))
    if found.state == "open":
        found = _renewed(turn, held, found, state="open")
    return found


def _draw(turn: Turn, held: Held, found: Reservation, n: int) -> None:
    refuse_beyond_limit(turn, held, n)
    draw(turn, held, n, _about(found), key=f"reserve:{found.id}:{uuid4().hex}")
    held.last_at = held.now  # it may have no entry of its own: all from the pool
    for each in turn.held.values():
        if each.entries or each is held:
            each.wake_at(_until(held, found))


def _draw_late(turn: Turn, held: Held, found: Reservation, n: int) -> Reservation:
    """A picture came after the lease had run out: its token is set aside again, if there is one."""
    if found.state == "released" or held.closed:
        raise _ended(found)
    try:
        _draw(turn, held, found, n)
    except TokensMissing as missing:
        raise _ended(found) from missing
    return replace(found, draws=now_drawn(turn, found.id, found.draws))


def _fresh(turn: Turn, told: Reservation) -> Reservation:
    """The reservation as the database has it; its account is locked."""
    return _found(turn, told, "")[0]


def _found(turn: Turn, told: Reservation, charge_of: str) -> tuple[Reservation, bool]:
    """The reservation as the database has it, and whether there is a charge of that key.

    Of the account that was locked and whose role was asked: nobody ends another account's run under his own name.
    """
    asked = {"reservation_id": told.id, "of_account": told.account, "charge": charge_of}
    rows = turn.connection.execute(_FOUND, asked).all()
    if not rows:
        raise InputError("There is no such reservation.", advice="Reserve first.")
    first = rows[0]
    made = _read({each.name: getattr(first, each.name) for each in reservation.c})
    return replace(made, draws=in_order(row for row in rows if row.source is not None)), first.is_paid


def _read(values: Mapping[str, Any]) -> Reservation:
    return Reservation(**values)


def _change(turn: Turn, found: Reservation, **values: Any) -> Reservation:
    changed = replace(found, **values)
    told = {"reservation_id": found.id, "new_state": changed.state, "until": changed.lease_until}
    turn.connection.execute(_CHANGE, told)
    return changed


def _renewed(turn: Turn, held: Held, found: Reservation, **values: Any) -> Reservation:
    """Lengthen the lease; the account remembers when, so that a clock that is set back afterwards shows."""
    until = _until(held, found)
    held.last_at = held.now
    held.wake_at(until)
    return _change(turn, found, lease_until=until, **values)


def _until(held: Held, found: Reservation) -> datetime:
    """When a lease that is given now ends."""
    return held.now + timedelta(seconds=found.lease_s)


def _about(found: Reservation) -> About:
    return About(actor=found.actor, template=found.template, run=found.run, payer=found.account, reservation=found.id)


def _ended(found: Reservation) -> LeaseEnded:
    return LeaseEnded(
        "The tokens of this run are not set aside any more; the picture was not charged.",
        advice="Run the preview again.",
        account=found.account,
    )


def open_of(connection: sa.Connection, run: str) -> list[Reservation]:
    """Return what a run still has set aside, whoever pays."""
    wanted = sa.select(reservation).where(reservation.c.run == run, reservation.c.state == "open")
    return [_read(row._asdict()) for row in connection.execute(wanted)]


def batched(keys: Iterable[str], most: int = 500) -> Iterator[list[str]]:
    """Yield the keys in lists that a statement can hold."""
    rest = list(keys)
    while rest:
        yield rest[:most]
        rest = rest[most:]


_CHARGES = entry.alias("charges")
_FOUND = (
    sa.select(
        *reservation.c,
        *DRAWN,
        sa.exists().where(_CHARGES.c.key == sa.bindparam("charge")).label("is_paid"),
    )
    .outerjoin(entry, entry.c.reservation == reservation.c.id)
    .outerjoin(account, account.c.id == entry.c.account)
    .where(reservation.c.id == sa.bindparam("reservation_id"), reservation.c.account == sa.bindparam("of_account"))
    .group_by(reservation.c.id, entry.c.account, account.c.path, entry.c.expires)
)
_KEY = ("account", "key")
# RETURNING, because PostgreSQL's driver does not say how many rows an INSERT wrote.
_CHANGE = (
    sa.update(reservation)
    .where(reservation.c.id == sa.bindparam("reservation_id"))
    .values(state=sa.bindparam("new_state"), lease_until=sa.bindparam("until"))
)
_INSERT = {
    "sqlite": sqlite.insert(reservation).on_conflict_do_nothing(index_elements=_KEY).returning(reservation.c.id),
    "postgresql": postgresql.insert(reservation)
    .on_conflict_do_nothing(index_elements=_KEY)
    .returning(reservation.c.id),
}
