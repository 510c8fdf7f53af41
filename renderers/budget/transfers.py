"""Moving tokens between an account and the one above it."""

from __future__ import annotations

from renderers.budget.errors import TokensMissing
from renderers.budget.held import Held
from renderers.budget.values import About, Kind


def move(kind: Kind, giver: Held, taker: Held, n: int, about: About, key: str) -> None:
    """Move ``n`` available tokens, with their last days; two entries for each day. Raises TokensMissing."""
    available = giver.balance.available
    if n > available:
        raise TokensMissing(
            "{wanted} tokens were to be moved and {available} are free in {account}.",
            advice="Move fewer, or wait until the runs that are under way have ended.",
            wanted=n,
            available=available,
            account=giver.id,
        )
    for expires, taken in list(giver.soonest_first(n)):
        giver.add(kind, expires, available=-taken, about=_other(about, taker), key=key)
        taker.add(kind, expires, available=taken, about=_other(about, giver), key=key)


def take(held: Held, n: int, about: About, key: str) -> None:
    """Take ``n`` available tokens out of the account. Raises TokensMissing."""
    available = held.balance.available
    if n > available:
        raise TokensMissing(
            "{wanted} tokens were to be taken out and {available} are free in {account}.",
            advice="Take fewer, or wait until the runs that are under way have ended.",
            wanted=n,
            available=available,
            account=held.id,
        )
    for expires, taken in list(held.soonest_first(n)):
        held.add("adjust", expires, available=-taken, about=about, key=key)


def _other(about: About, held: Held) -> About:
    return About(actor=about.actor, run=about.run, note=about.note, other=held.id)
