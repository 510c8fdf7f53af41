"""What a run of previews costs, said before it is run, and the levels that were reached by it."""

from __future__ import annotations

from datetime import datetime

from desktop.cli.console import say
from desktop.cli.words import counted, said, tokens
from desktop.errors import explain, system_language
from renderers.budget.cost import Cost
from renderers.budget.payer import payer_of
from renderers.budget.purse import Purse
from renderers.plan import Plan


class Receipt:
    """Tells what ``purse`` pays for one run."""

    def __init__(self, purse: Purse) -> None:
        self._purse = purse
        self._since: datetime = purse.ledger.store.now()
        self._accounts: list[str] = []

    def tell_cost(self, planned: Plan) -> None:
        """Say what the run takes and costs, who pays, and which limit it passes. Raises like the ledger."""
        self._accounts = [cost.account for cost in planned.costs]
        for notice in planned.notices:
            say(explain(notice, system_language()), style="yellow")
        new = counted(len(planned.new), "{n} new picture", "{n} new pictures")
        cached = said("{n} from the cache", n=planned.cached)
        if not planned.costs:
            say(said("{new}, {cached}: costs nothing.", new=new, cached=cached))
        for cost in planned.costs:
            say(said("{new}, {cached}: {cost}.", new=new, cached=cached, cost=_cost(cost)))
            self._warn(cost)

    def tell_levels(self) -> None:
        """Say the highest alert level that the run reached."""
        for account in self._accounts:
            new = [each for each in self._purse.accounts.alerts(account) if each.at >= self._since]
            if new:
                highest = max(new, key=lambda each: each.level)
                told = {"account": account, "level": highest.level, "used": highest.used, "of": highest.of}
                say(said("{account} has used {level}% of its tokens: {used} of {of}.", **told), style="yellow")

    def _warn(self, cost: Cost) -> None:
        payer = payer_of(self._purse.ledger.store, cost)
        for name, n in payer.pools:
            say(said("{tokens} of them from the pool of {account}.", tokens=tokens(n), account=name))
        if payer.soft_limit is not None and payer.passes_soft_limit:
            told = {"account": cost.account, "used": payer.used + cost.tokens, "limit": payer.soft_limit}
            warning = said("{account} then uses {used} tokens this month; its soft limit is {limit}.", **told)
            say(warning, style="yellow")


def _cost(cost: Cost) -> str:
    price = said("{tokens} of {account}", tokens=tokens(cost.tokens), account=cost.account)
    left = said("{n} left", n=cost.left) if cost.left >= 0 else said("only {n} there", n=cost.available)
    return f"{price}, {left}"
