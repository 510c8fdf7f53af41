"""What the ledger speaks of: balances, entries, reservations. Amounts are whole tokens; one token is one picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

Kind = Literal["grant", "allocate", "return", "reserve", "settle", "release", "expire", "adjust", "setting"]
"""``setting`` moves nothing: limits and budgets that were changed, so that the chain proves them too."""
KINDS: tuple[Kind, ...] = (
    "grant", "allocate", "return", "reserve", "settle", "release", "expire", "adjust", "setting"
)  # fmt: skip
State = Literal["open", "settled", "released", "lapsed"]
MOST = 1_000_000_000
"""Tokens in one operation."""
LONGEST_LEASE_S = 30 * 86_400
"""A run that gives no sign for a month has ended."""


class Balance(NamedTuple):
    """What an account has of its own; its parent's pool is not counted."""

    available: int
    reserved: int
    spent: int

    def __add__(self, other: object) -> Balance:  # amounts are summed, tuples are not joined
        """Add up two balances."""
        if not isinstance(other, Balance):
            return NotImplemented
        return Balance(self.available + other.available, self.reserved + other.reserved, self.spent + other.spent)


NOTHING = Balance(0, 0, 0)


@dataclass(frozen=True)
class About:
    """What an entry tells besides its amounts."""

    actor: str = ""  # who asked for it: user@host, or the name that the caller gave
    template: str = ""
    run: str = ""
    client: str = ""  # the e-mail client of the picture
    note: str = ""
    other: str = ""  # the account on the other side
    payer: str = ""  # whose reservation it is
    reservation: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of an account's ledger; ``available``, ``reserved`` and ``spent`` are what it adds (or takes)."""

    account: str
    number: int  # from 1, without gaps
    kind: Kind
    available: int
    reserved: int
    spent: int
    expires: str  # the tokens' last day, or ""
    at: datetime  # UTC, by the database's clock
    actor: str
    login: str
    payer: str
    other: str
    reservation: str
    template: str
    run: str
    client: str
    note: str
    key: str
    part: int
    hash: str

    @property
    def n(self) -> int:
        """How many tokens it is about, whatever the direction."""
        return max(abs(self.available), abs(self.reserved), abs(self.spent))


@dataclass(frozen=True)
class Draw:
    """Where the tokens of a reservation come from."""

    account: str
    expires: str
    reserved: int  # still
    spent: int  # already


@dataclass(frozen=True)
class Reservation:
    """Tokens that are set aside for a run, as they were when it was returned. Its key finds it again."""

    id: str
    account: str
    key: str
    wanted: int
    lease_s: float
    lease_until: datetime
    state: State
    actor: str = ""
    template: str = ""
    run: str = ""
    draws: tuple[Draw, ...] = ()

    @property
    def remaining(self) -> int:
        """Tokens that are still set aside."""
        return sum(draw.reserved for draw in self.draws)

    @property
    def spent(self) -> int:
        """Tokens that were charged."""
        return sum(draw.spent for draw in self.draws)
