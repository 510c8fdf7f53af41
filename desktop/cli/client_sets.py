"""``mailwright clients presets`` and ``opens``: sets of clients, and in which clients the mails are opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from desktop.cli.audience import percent
from desktop.cli.console import answer, say, show_table
from desktop.cli.places import opened_workspace
from desktop.cli.words import counted, said, tenths
from desktop.errors import system_language
from renderers.clients.clients_file import CLIENTS, read_clients_file
from renderers.clients.opens.covering import covering
from renderers.clients.opens.export import read_export
from renderers.clients.opens.opens import Opens, keep_opens, opens_in
from renderers.clients.own_presets import audience_preset, own_presets, wanted_clients
from renderers.clients.presets import Preset, presets
from renderers.clients.profile import profile
from renderers.clients.words import profile_name
from templates.dynamic.contact_names import bare
from templates.errors import InputError
from templates.workspace import Workspace

_SHOWN = 20  # lines that nobody knows


def list_presets(workspace: Path | None, *, as_json: bool) -> None:
    """Print every set of clients: shipped ones, and in a workspace its own."""
    opened = _workspace(workspace)
    mine = dict(_own(opened)) if opened else {}
    every = {**presets(), **mine}
    if as_json:
        answer([_as_data(one, own=id_ in mine) for id_, one in every.items()])
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in (said("Id"), said("Name")):
        table.add_column(heading, no_wrap=True)
    table.add_column(said("Clients"), justify="right", no_wrap=True)
    for one in every.values():
        table.add_row(one.id, one.name(system_language()), str(len(one.clients)))
    show_table(table)
    for one in mine.values():
        if one.unknown:
            say(said("{preset}: not known here: {ids}.", preset=one.id, ids=", ".join(one.unknown)), style="yellow")


def read_opens(
    workspace: Path | None, source: Path | None, asked: int | None, assigned: Sequence[str], *, as_json: bool
) -> None:
    """Read an export of opens, or change what is known of it, and say which clients cover the audience."""
    opened = opened_workspace(workspace)
    file = read_clients_file(opened)
    opens = opens_in(file)
    if source is not None:
        today = date.today()
        opens = replace(opens, source=source.name, read=today, lines=read_export(source))
    opens = replace(opens, percent=asked or opens.percent, names=_assigned(opened, opens.names, assigned))
    if source is not None or asked is not None or assigned:
        keep_opens(opened, file, opens)
    if as_json:
        answer(_opens_data(opens))
    elif not opens.lines:
        say(said("Nothing is known yet: name the CSV that your sending service exports."))
    else:
        _print_opens(opens)
        _tell_strangers(opens, assigned)


def _workspace(named: Path | None) -> Workspace | None:
    """The workspace around is welcome and not needed."""
    try:
        return opened_workspace(named)
    except InputError:
        if named is not None:
            raise
        return None


def _own(workspace: Workspace) -> Iterator[tuple[str, Preset]]:
    file = read_clients_file(workspace)
    audience = audience_preset(file)
    if audience:
        yield audience.id, audience
    yield from own_presets(file).items()


def _assigned(
    workspace: Workspace, names: Mapping[str, tuple[str, ...]], assigned: Sequence[str]
) -> Mapping[str, tuple[str, ...]]:
    """``NAME=client,client``; with nothing behind the sign the line is left out of the count."""
    more: dict[str, tuple[str, ...]] = {}
    for each in assigned:
        name, sign, clients = each.rpartition("=")
        if not sign or not name.strip():
            raise InputError(
                "{text} says of no line whose it is.",
                advice='Write NAME=CLIENT, such as "Mailo=roundcube-web".',
                text=each,
            )
        ids = [part.strip() for part in clients.split(",") if part.strip()]
        more[name.strip()] = wanted_clients(workspace, ids)
    return {**names, **more}


def _print_opens(opens: Opens) -> None:
    from rich.table import Table

    language = system_language()
    table = Table(box=None, pad_edge=False)
    for heading in (said("Id"), said("Client")):
        table.add_column(heading, no_wrap=True)
    table.add_column(said("Opens"), justify="right", no_wrap=True)
    for id_, share in sorted(opens.shares.items(), key=lambda pair: -pair[1]):
        table.add_row(id_, profile_name(profile(id_), language), said("{share}%", share=tenths(100 * share)))
    show_table(table)
    unmatched = list(opens.unmatched.items())
    for name, share in unmatched[:_SHOWN]:
        say(said("{share}%: {name} is no client that is known.", share=tenths(100 * share), name=name), style="yellow")
    if unmatched:
        say(said('--assign "NAME=CLIENT" says whose it is, --assign "NAME=" leaves it out.'), style="dim")
    _tell_covering(opens)


def _tell_strangers(opens: Opens, assigned: Sequence[str]) -> None:
    """A misspelt name gives nothing to anybody."""
    names = {bare(name) for name in opens.lines}
    for each in assigned:
        name = each.rpartition("=")[0].strip()
        if bare(name) not in names:
            say(said("{file} has no line {name}.", file=opens.source, name=name), style="yellow")


def _tell_covering(opens: Opens) -> None:
    chosen = covering(opens.shares, opens.percent)
    clients = counted(len(chosen), "{n} client", "{n} clients")
    reached = percent(sum(opens.shares[id_] for id_ in chosen))
    say(
        said("{clients} cover {share}% of your audience: {ids}.", clients=clients, share=reached, ids=", ".join(chosen))
    )
    say(said("`mailwright preview --clients audience` takes their pictures; {file} has it all.", file=CLIENTS))


def _opens_data(opens: Opens) -> dict[str, Any]:
    return {
        "source": opens.source,
        "read": opens.read.isoformat() if opens.read else None,
        "shares": dict(opens.shares),
        "unmatched": dict(opens.unmatched),
        "percent": opens.percent,
        "clients": list(covering(opens.shares, opens.percent)),
    }


def _as_data(one: Preset, *, own: bool) -> dict[str, Any]:
    return {"id": one.id, "names": dict(one.names), "own": own, "clients": list(one.clients)}
