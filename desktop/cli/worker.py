"""``mailwright worker``: this computer takes pictures for a farm."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from desktop.cli.console import say
from desktop.cli.words import counted, said
from renderers.engines.offers import offers
from renderers.render.farm.offering import Offering, agreed
from renderers.render.farm.service import own, serve


def work_for(scheduler: str, lanes: int | None, host: str) -> None:
    """Take pictures for the farm at ``scheduler`` until Ctrl+C, and say what is offered to it."""
    asyncio.run(_served(scheduler, lanes, host))
    say(said("The worker has ended."))


async def _served(scheduler: str, lanes: int | None, host: str) -> None:
    offering = await own(lanes)
    say(said("Engines: {engines}; {lanes} at once.", engines=_engines(offering), lanes=_pictures(offering)))

    def ready(workers: Sequence[Offering]) -> None:
        say(said("Ready, for {scheduler}. Ctrl+C ends the worker.", scheduler=scheduler), style="green")
        most = agreed(workers)
        if most and most.resource != offering.resource:
            engines = _about(most)
            say(said("Most of the farm has others, so that this one is not used: {engines}.", engines=engines))

    await serve(scheduler, offering, host=host, on_ready=ready)


def _pictures(offering: Offering) -> str:
    return counted(offering.lanes, "{n} picture", "{n} pictures")


def _engines(offering: Offering) -> str:
    """Names with versions, such as "Chromium 156.0.8078.79"."""
    known = offers()
    return ", ".join(f"{known[kind].name} {known[kind].find().version}" for kind in offering.engines)


def _about(offering: Offering) -> str:
    """Everything that has to be the same, fonts too."""
    return "; ".join([str(offering.versions), offering.platform, *offering.engines.values()])
