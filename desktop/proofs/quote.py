"""What a wish would cost, and who pays: asked before anything is rendered, off the GUI thread."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.proofs.wallet import Wallet
from desktop.proofs.wish import Wish
from renderers.budget.cost import Cost
from renderers.budget.draws import sources
from renderers.budget.limits import used_this_month
from renderers.budget.purse import Purse
from renderers.budget.turn import Turn
from renderers.plan import Plan
from renderers.preview import plan
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.workspace import Workspace


@dataclass(frozen=True)
class Payer:
    """What one account pays, and what is to know about it before it does."""

    cost: Cost
    name: str
    pools: tuple[tuple[str, int], ...] = ()  # accounts above whose pool is drawn on, and for how many tokens
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


@dataclass(frozen=True)
class Quote:
    """The plan of a wish, and its payers: those who would pay also where there is nothing to pay."""

    plan: Plan
    payers: tuple[Payer, ...]

    @property
    def missing(self) -> Payer | None:
        """The first account that has too few tokens."""
        return next((each for each in self.payers if each.cost.left < 0), None)


async def quote(workspace: Workspace, wish: Wish, wallet: Wallet, pool: RenderPool, cache: PictureCache) -> Quote:
    """Ask what the wish costs. Raises BrowserMissingError, and like the ledger."""
    purse = await asyncio.to_thread(wallet.open)
    planned = await plan(
        workspace,
        wish.templates,
        profiles=wish.clients,
        modes=wish.modes,
        data=(wish.data_set,),
        segments=(wish.segment,),
        cache=cache,
        pool=pool,
        purse=purse,
    )
    return Quote(planned, await asyncio.to_thread(_payers, workspace, wish, purse, planned.costs))


def _payers(workspace: Workspace, wish: Wish, purse: Purse, costs: Sequence[Cost]) -> tuple[Payer, ...]:
    if not costs:
        payer_of = purse.payers(workspace)
        accounts = dict.fromkeys(payer_of(name) for name in wish.templates)
        costs = [Cost(account, 0, purse.ledger.affordable(account)) for account in accounts]
    return tuple(_payer(purse, cost) for cost in costs)


def _payer(purse: Purse, cost: Cost) -> Payer:
    def look(turn: Turn) -> Payer:
        held = turn.hold(cost.account, "viewer")
        missing, pools = cost.tokens, []
        for source in sources(turn, held):
            taken = min(missing, source.balance.available)
            missing -= taken
            if taken and source is not held:
                pools.append((source.name, taken))
        kept = held.settings
        used = used_this_month(turn, held)
        return Payer(cost, held.name, tuple(pools), used, kept.soft_limit, kept.hard_limit)

    return purse.ledger.store.do(look)
