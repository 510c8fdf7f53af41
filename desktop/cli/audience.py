"""Which pictures of a run cover most of an audience, and which clients a budget of pictures leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from desktop.cli.console import say
from desktop.cli.words import counted, said
from renderers.blocking import wait_for
from renderers.budget.purse import Purse
from renderers.clients.clients_file import read_clients_file
from renderers.clients.opens.opens import opens_in
from renderers.plan import Plan
from renderers.preview import plan_shots
from renderers.proofs.audience_cover import Covered, cover, reaching
from renderers.proofs.picture_budget import Selection, select
from renderers.render.cache import PictureCache
from renderers.wish import Wish
from templates.workspace import Workspace

_NAMED = 12  # clients in one sentence


@dataclass(frozen=True)
class Audience:
    """In which clients the mails are opened: parts of one by profile; empty where nobody knows."""

    shares: Mapping[str, float]
    percent: int

    @classmethod
    def of(cls, workspace: Workspace) -> Audience:
        """Read it. Raises InputError for a damaged file."""
        opens = opens_in(read_clients_file(workspace))
        return cls(opens.shares, opens.percent)


def tell_groups(planned: Plan, audience: Audience) -> None:
    """Say how many pictures the clients share, and which few cover most of the audience."""
    shots = [shot for shots in planned.groups.values() for shot in shots]
    clients = {shot.profile for shot in shots}
    if len(clients) < 2:
        return
    told = {
        "clients": counted(len(clients), "{n} client", "{n} clients"),
        "pictures": counted(planned.pictures, "{n} picture", "{n} pictures"),
    }
    first = reaching(cover(planned.groups, audience.shares), audience.percent)
    if not first:
        if planned.pictures < len(shots):
            say(said("{clients}, {pictures}.", **told))
        return
    names = ", ".join(map(_named, first))
    share = percent(first[-1].total)
    if len(first) == planned.pictures:
        say(said("{clients}, {pictures}: {share}% of your audience.", share=share, **told))
    else:
        more = {"n": len(first), "share": share, "names": names}
        say(said("{clients}, {pictures}; these {n} cover {share}% of your audience: {names}.", **told, **more))


def within_budget(
    workspace: Workspace,
    wish: Wish,
    most: int,
    audience: Audience,
    purse: Purse,
    cache: PictureCache,
    contact: Mapping[str, Any] | None = None,
    *,
    quiet: bool = False,
) -> tuple[str, ...]:
    """Return the clients whose pictures cover most with at most so many new ones, and say who is left out.

    ``quiet`` says nothing. Raises like ``plan``.
    """
    planned = wait_for(partial(plan_shots, workspace, wish.shots, contact=contact, cache=cache, purse=purse))
    selection = select(planned, wish.clients, most, audience.shares)
    if selection.left_out and not quiet:
        _tell_left_out(selection, most)
    return selection.clients


def percent(share: float) -> int:
    """A part of one as whole percents; never rounded up to what is not reached."""
    return int(share * 100 + 1e-6)


def _tell_left_out(selection: Selection, most: int) -> None:
    left_out = counted(len(selection.left_out), "{n} client is left out", "{n} clients are left out")
    told = {"most": counted(most, "{n} new picture", "{n} new pictures"), "left_out": left_out}
    names = _listed(selection.left_out)
    if selection.covered is None:
        say(said("At most {most}: {left_out} ({names}).", names=names, **told), style="yellow")
    else:
        share = percent(selection.covered)
        line = said(
            "At most {most}, {share}% of your audience: {left_out} ({names}).", share=share, names=names, **told
        )
        say(line, style="yellow")


def _listed(clients: Sequence[str]) -> str:
    return ", ".join(clients[:_NAMED]) + (", …" if len(clients) > _NAMED else "")


def _named(covered: Covered) -> str:
    """A picture by the first client that gets it."""
    more = len(covered.clients) - 1
    first = covered.clients[0]
    return said("{client} (and {n} more)", client=first, n=more) if more else first
