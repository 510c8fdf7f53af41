"""``mailwright engines``: what is here, and adding what is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from desktop.cli.console import answer, progress, say, show_table, terminal
from desktop.cli.words import counted, said
from desktop.errors import explain, system_language, what
from renderers.blocking import wait_for
from renderers.engines.install import install, name_of, percent
from renderers.engines.inventory import Entry, inventory
from renderers.engines.offers import NAMES
from renderers.render.cast import STAND_IN

if TYPE_CHECKING:
    from rich.table import Table


def list_engines(*, as_json: bool) -> None:
    """Print every kind, and what is to be known of each."""
    entries = inventory()
    if as_json:
        answer([_as_data(each) for each in entries])
        return
    screen = terminal()
    show_table(_table(entries))
    for each in entries:
        if notes := "\n".join(_notes(each)):
            screen.print(f"\n{notes}", highlight=False, markup=False)


def add_engine(kind: str) -> None:
    """Fetch it, with a bar; Ctrl+C ends that. Raises InputError, EngineError, Cancelled."""
    with progress(name_of(kind)) as update:
        wait_for(lambda: install(kind, lambda line: update(percent(line) or 0, 100, "")))
    entry = next(each for each in inventory() if each.kind == kind)
    if entry.missing:
        say(explain(entry.missing, system_language()), style="yellow")
    elif entry.browser:
        say(said("{name} is here: {path}", name=entry.name, path=entry.browser.path), style="green")


def _table(entries: list[Entry]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column(said("Browser"), no_wrap=True)
    table.add_column(said("Version"), no_wrap=True)
    table.add_column(said("Clients"), justify="right")
    table.add_column(said("Program"), overflow="fold")
    for each in entries:
        version = each.browser.version if each.browser else said("missing")
        path = str(each.browser.path) if each.browser else ""
        table.add_row(each.name, version, str(each.clients), path)
    return table


def _notes(entry: Entry) -> Iterator[str]:
    if entry.missing:
        command = f"mailwright engines add {entry.kind}" if entry.can_be_added else entry.command
        reason = what if command else explain
        yield f"{reason(entry.missing, system_language())} {_consequence(entry)}"
        if command:
            yield said("To add {name}: {command}", name=entry.name, command=command)
    elif lacking := [*_lacks(entry)]:
        yield said("{name} here: {what}.", name=entry.name, what="; ".join(lacking))


def _consequence(entry: Entry) -> str:
    clients = counted(entry.clients, "{n} client", "{n} clients")
    if entry.kind == STAND_IN:
        return said("Without it no pictures are taken.")
    if entry.is_client:
        return said("Its own pictures are drawn by another browser, after what is known of it.")
    return said("Until then {name} takes the pictures of {clients}, and their labels say so.",
                name=NAMES[STAND_IN], clients=clients)  # fmt: skip


def _lacks(entry: Entry) -> Iterator[str]:
    can = entry.capabilities
    if can and not can.scale:
        yield said("mails do not see how dense the screen is")
    if can and not can.dark:
        yield said("no dark mode")
    if can and not can.intercept:
        yield said("mails are made inert before they are loaded, because requests cannot be refused one by one")
    if can and not can.scripts_off:
        yield said("scripts are stopped by the mail's policy alone")


def _as_data(entry: Entry) -> dict[str, Any]:
    found = entry.browser
    return {
        "engine": entry.kind,
        "name": entry.name,
        "is_client": entry.is_client,
        "clients": entry.clients,
        "path": str(found.path) if found else None,
        "kind": found.kind if found else None,
        "version": found.version if found else None,
        "capabilities": asdict(entry.capabilities) if entry.capabilities else None,
        "missing": str(entry.missing) if entry.missing else None,
        "command": entry.command or None,
    }
