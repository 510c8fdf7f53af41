"""Where the tokens of a reservation come from: its own account first, then the pools above that are open to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from renderers.budget.errors import TokensMissing
from renderers.budget.held import Held
from renderers.budget.limits import left_this_month
from renderers.budget.tables import account, entry
from renderers.budget.turn import Turn
from renderers.budget.values import About, Draw


def draw(turn: Turn, held: Held, n: int, about: About, key: str) -> None:
    """Set ``n`` tokens aside, soonest to expire first. Raises TokensMissing."""
    found: list[tuple[Held, str, int]] = []
    missing = n
    for source in sources(turn, held):
        # The account's own limit is on all that it takes, a pool's on what is taken from it.
        most = missing if source is held else min(missing, left_this_month(turn, source))
        taken = [(source, expires, some) for expires, some in source.soonest_first(most)]
        missing -= sum(some for _, _, some in taken)
        found += taken
        if not missing:
            break
    else:
        raise _missing(held, n, n - missing)
    for source, expires, some in found:
        source.add("reserve", expires, available=-some, reserved=some, about=about, key=key)


def sources(turn: Turn, held: Held) -> Iterator[Held]:
    """Yield the account and, one above the other, those whose pool is open to the one below.

    Each is locked when it is asked for: whoever has tokens enough keeps nobody from the pool.
    """
    yield held
    while held.parent is not None:
        held = turn.hold(held.parent)
        if not held.settings.pool_open or held.closed:
            return
        yield held


def draws_of(turn: Turn, reservation_id: str) -> tuple[Draw, ...]:
    """What is set aside and charged, as of the transaction."""
    return in_order(turn.connection.execute(_DRAWS, {"id": reservation_id}))


def in_order(rows: Iterable[Any]) -> tuple[Draw, ...]:
    """Read rows of ``DRAWN``: the account's own first, soonest to expire first."""
    ordered = sorted(rows, key=lambda row: (-row.path.count("/"), row.expires or "9999"))
    return tuple(Draw(row.source, row.expires, int(row.drawn), int(row.charged)) for row in ordered)


def now_drawn(turn: Turn, reservation_id: str, before: tuple[Draw, ...] = ()) -> tuple[Draw, ...]:
    """Return ``before``, the draws as they were read, and what this transaction added to them."""
    sums = {(each.account, each.expires): each for each in before}
    for held in turn.held.values():
        for made in held.entries:
            if made["reservation"] == reservation_id:
                at = (held.id, made["expires"])
                old = sums.get(at, Draw(*at, 0, 0))
                sums[at] = Draw(*at, old.reserved + made["reserved"], old.spent + made["spent"])
    return tuple(sums.values())


def charge(turn: Turn, draws: tuple[Draw, ...], n: int, about: About, key: str) -> None:
    """Charge ``n`` of the tokens that are set aside; there are as many."""
    for each in draws:
        some = min(n, each.reserved)
        if some:
            turn.hold(each.account).add("settle", each.expires, reserved=-some, spent=some, about=about, key=key)
            n -= some


def give_back(turn: Turn, draws: tuple[Draw, ...], about: About, key: str) -> None:
    """Free all that is still set aside."""
    for each in draws:
        if each.reserved:
            held = turn.hold(each.account)
            held.add("release", each.expires, available=each.reserved, reserved=-each.reserved, about=about, key=key)


def _missing(held: Held, wanted: int, available: int) -> TokensMissing:
    return TokensMissing(
        "This takes {wanted} tokens, and {available} are left in the account {account}.",
        advice="Choose fewer clients, or ask for more: mailwright tokens allocate, or tokens grant to buy.",
        wanted=wanted,
        available=available,
        account=held.id,
    )


DRAWN = (
    entry.c.account.label("source"),
    account.c.path,
    entry.c.expires,
    sa.func.sum(entry.c.reserved).label("drawn"),
    sa.func.sum(entry.c.spent).label("charged"),
)
"""A reservation's draws as columns, of its entries and their accounts, by account and last day."""
_DRAWS = (
    sa.select(*DRAWN)
    .join(account, account.c.id == entry.c.account)
    .where(entry.c.reservation == sa.bindparam("id"))
    .group_by(entry.c.account, account.c.path, entry.c.expires)
)
