"""What a wish would cost, and who pays: asked before anything is rendered, off the GUI thread."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.proofs.wallet import Wallet
from renderers.budget.cost import Cost
from renderers.budget.payer import Payer, payer_of
from renderers.budget.purse import Purse
from renderers.budget.till import Till
from renderers.clients.profile import profile
from renderers.engines.offers import missing_engines
from renderers.plan import Plan
from renderers.preview import plan_shots
from renderers.proofs.audience_cover import Covered, cover, reaching
from renderers.proofs.picture_budget import Selection, reduced, select
from renderers.proofs.proof import Shot
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from renderers.wish import Wish
from templates.workspace import Workspace


@dataclass(frozen=True)
class Asked:
    """A wish, at most how many ``new`` pictures of it (None: all), and in which clients the mails are opened.

    ``shares`` are parts of one by profile id, empty where nobody knows; ``percent`` of the audience is to be covered.
    """

    wish: Wish
    most: int | None = None
    shares: Mapping[str, float] = field(default_factory=dict)
    percent: int = 90


@dataclass(frozen=True)
class Quote:
    """The plan of a wish, and its payers: those who would pay also where there is nothing to pay.

    ``shots`` are what is taken. ``selection`` says whom a budget leaves out; ``first`` are the pictures that cover most
    of the audience, where it is known; ``missing_engines`` how many clients another engine draws, by theirs.
    """

    plan: Plan
    payers: tuple[Payer, ...]
    shots: tuple[Shot, ...] = ()
    selection: Selection | None = None
    first: tuple[Covered, ...] = ()
    missing_engines: Mapping[str, int] = field(default_factory=dict)

    @property
    def missing(self) -> Payer | None:
        """The first account that has too few tokens."""
        return next((each for each in self.payers if each.cost.left < 0), None)

    @property
    def clients(self) -> int:
        """How many clients there is a picture for."""
        return len({shot.profile for shots in self.plan.groups.values() for shot in shots})


async def quote(workspace: Workspace, asked: Asked, wallet: Wallet, pool: RenderPool, cache: PictureCache) -> Quote:
    """Ask what the wish costs. Raises BrowserMissingError, and like the ledger."""
    purse = await asyncio.to_thread(wallet.open)
    wish = asked.wish
    planned = await plan_shots(workspace, wish.shots, cache=cache, pool=pool, purse=purse)
    selection = None
    if asked.most is not None:
        selection = await asyncio.to_thread(select, planned, wish.clients, asked.most, asked.shares)
        if selection.left_out:
            wish = replace(wish, clients=selection.clients)
            less = reduced(planned, wish.clients)
            planned = replace(less, costs=await Till(workspace, purse).costs(less.new))
    return Quote(
        planned,
        await asyncio.to_thread(payers_of, workspace, wish.templates, purse, planned.costs),
        tuple(wish.shots),
        selection,
        tuple(reaching(cover(planned.groups, asked.shares), asked.percent)) if asked.shares else (),
        await asyncio.to_thread(_missing_engines, wish.clients, pool),
    )


def _missing_engines(clients: Sequence[str], pool: RenderPool) -> Mapping[str, int]:
    """An engine that is here, and only cannot show a client's screen, is not missing."""
    names = Counter(cast.instead_of for each in clients if (cast := pool.casts(profile(each))[0]).instead_of)
    return {name: count for name, count in names.items() if missing_engines({name})}


def payers_of(workspace: Workspace, templates: Sequence[str], purse: Purse, costs: Sequence[Cost]) -> tuple[Payer, ...]:
    """Return who pays these costs; without any, who would. Raises like the ledger."""
    if not costs:
        paying = purse.payers(workspace)
        accounts = dict.fromkeys(paying(name) for name in templates)
        costs = [Cost(account, 0, purse.ledger.affordable(account)) for account in accounts]
    return tuple(payer_of(purse.ledger.store, cost) for cost in costs)
