"""What a wish would cost, and who pays: asked before anything is rendered, off the GUI thread."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.proofs.wallet import Wallet
from desktop.proofs.wish import Wish
from renderers.budget.cost import Cost
from renderers.budget.payer import Payer, payer_of
from renderers.budget.purse import Purse
from renderers.plan import Plan
from renderers.preview import plan
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.workspace import Workspace


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
        paying = purse.payers(workspace)
        accounts = dict.fromkeys(paying(name) for name in wish.templates)
        costs = [Cost(account, 0, purse.ledger.affordable(account)) for account in accounts]
    return tuple(payer_of(purse.ledger.store, cost) for cost in costs)
