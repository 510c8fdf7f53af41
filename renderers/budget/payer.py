"""Who pays for a run, and what is to know about it before it does: pools that are drawn on, limits that are near."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.budget.cost import Cost
from renderers.budget.draws import sources
from renderers.budget.limits import left_this_month, used_this_month
from renderers.budget.store import Store
from renderers.budget.turn import Turn


@dataclass(frozen=True)
class Payer:
    """What one account pays."""

    cost: Cost
    name: str
    pools: tuple[tuple[str, int], ...] = ()  # names of accounts above whose pool is drawn on, and for how many tokens
    used: int = 0  # tokens of this month, before
    soft_limit: int | None = None
    hard_limit: int | None = None

    @property
    def passes_soft_limit(self) -> bool:
        """Whether the month's use is then beyond what the account wants to be warned of."""
        return self.soft_limit is not None and self.cost.tokens > 0 and self.used + self.cost.tokens > self.soft_limit

    @property
    def is_limited(self) -> bool:
        """Whether it is the month's limit that refuses, not an empty purse."""
        return self.hard_limit is not None and max(0, self.hard_limit - self.used) == self.cost.available


def payer_of(store: Store, cost: Cost) -> Payer:
    """Look at the account that is to pay ``cost``. Raises InputError, NotAllowed, StorageError."""

    def look(turn: Turn) -> Payer:
        held = turn.hold(cost.account, "viewer")
        missing, pools = cost.tokens, []
        for source in sources(turn, held):
            there = source.balance.available
            taken = min(missing, there if source is held else min(there, left_this_month(turn, source)))
            missing -= taken
            if taken and source is not held:
                pools.append((source.name, taken))
        kept = held.settings
        return Payer(cost, held.name, tuple(pools), used_this_month(turn, held), kept.soft_limit, kept.hard_limit)

    return store.do(look)
