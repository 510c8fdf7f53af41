"""An account as one transaction holds it: its row, its buckets of tokens, and the entries that are being added.

Nothing here asks the database: an operation reads what it needs, moves tokens in memory, and ``Turn`` writes it all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from renderers.budget.hash_chain import entry_hash
from renderers.budget.settings import AccountSettings
from renderers.budget.values import About, Balance, Kind
from templates.locks import user_name

_user = cache(user_name)  # the system is asked once: it looks through its list of users
NEVER = ""
"""The ``expires`` of tokens that stay."""


@dataclass
class Bucket:
    """The tokens of an account that end on the same day."""

    available: int = 0
    reserved: int = 0
    spent: int = 0


@dataclass
class Held:
    """A locked account. ``rank`` is what the login may do in it; ``now`` is the database's clock."""

    id: str
    path: str
    parent: str | None
    name: str
    closed: bool
    settings: AccountSettings
    month: str
    alerted: int
    alert_month: str
    number: int
    head: str
    last_at: datetime | None
    due_at: datetime | None
    rank: int
    now: datetime
    login: str
    buckets: dict[str, Bucket] = field(default_factory=dict)
    entries: list[dict[str, Any]] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    """The buckets that changed."""

    @property
    def depth(self) -> int:
        """0 for an account without a parent."""
        return self.path.count("/") - 2

    @property
    def balance(self) -> Balance:
        """The sums of the buckets."""
        rows = self.buckets.values()
        return Balance(sum(b.available for b in rows), sum(b.reserved for b in rows), sum(b.spent for b in rows))

    @property
    def today(self) -> date:
        """The date in the account's zone."""
        return self.now.astimezone(ZoneInfo(self.settings.zone)).date()

    @property
    def this_month(self) -> str:
        """Such as "2026-11"."""
        return f"{self.today:%Y-%m}"

    def soonest_first(self, n: int) -> Iterator[tuple[str, int]]:
        """Choose ``n`` available tokens (or all there are) as (expires, how many): what ends first goes first."""
        for expires in sorted(self.buckets, key=lambda day: day or "9999"):
            taken = min(n, self.buckets[expires].available)
            if taken > 0:
                n -= taken
                yield expires, taken

    def begin_of(self, day: date) -> datetime:
        """Midnight in the account's zone."""
        return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(self.settings.zone))

    def end_of(self, expires: str) -> datetime:
        """When tokens that end on that day are gone: the midnight after it."""
        return self.begin_of(date.fromisoformat(expires) + timedelta(days=1))

    def add(
        self,
        kind: Kind,
        expires: str,
        *,
        available: int = 0,
        reserved: int = 0,
        spent: int = 0,
        about: About,
        key: str,
    ) -> None:
        """Append an entry and move its tokens. An amount below nothing is a fault of ours."""
        held = self.buckets.setdefault(expires, Bucket())
        held.available += available
        held.reserved += reserved
        held.spent += spent
        if min(held.available, held.reserved, held.spent) < 0:
            raise AssertionError(f"{kind} would leave {held} in {self.id}")
        self.number += 1
        values: dict[str, Any] = {
            "account": self.id,
            "number": self.number,
            "kind": kind,
            "available": available,
            "reserved": reserved,
            "spent": spent,
            "expires": expires,
            "at": self.now,
            "login": self.login,
            "key": key,
            "part": sum(entry["key"] == key for entry in self.entries),
            **vars(about),
            "actor": self.who(about.actor),
        }
        self.head = values["hash"] = entry_hash(self.head, values)
        self.entries.append(values)
        self.touched.add(expires)
        self.last_at = self.now
        if expires and available > 0:
            self.wake_at(self.end_of(expires))

    def who(self, actor: str) -> str:
        """Who acts: as the caller says, else the database's login, else the computer's user."""
        return actor or self.login or _user()

    def wake_at(self, moment: datetime) -> None:
        """See to it that the account is looked after at ``moment`` at the latest."""
        self.due_at = moment if self.due_at is None else min(self.due_at, moment)
