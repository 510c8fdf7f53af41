"""``mailwright team``: what its verbs do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from desktop.cli.console import FAILED, answer, say, terminal
from desktop.cli.places import opened_workspace
from desktop.cli.words import counted, said, tokens
from desktop.errors import explain, system_language
from renderers.budget.team.address import address_of, log_in
from renderers.budget.team.chains import Moved
from renderers.budget.team.setup import Joined, Migrated, init_team, migrate_team
from renderers.budget.team.status import Place, Status, team_status
from templates.workspace import Workspace


def connect(named: Path | None, url: str, account: str, *, only_ledger: bool, as_json: bool) -> None:
    """Connect the workspace to its team's database, and say what that changed."""
    workspace = opened_workspace(named)
    address = log_in(address_of(url), _ask_password)
    done = init_team(workspace, address, account, only_ledger=only_ledger)
    if as_json:
        answer({**asdict(done), "url": address.url, "balance": done.balance._asdict(),
                "left": done.left._asdict() if done.left else None})  # fmt: skip
        return
    for sentence in _sentences(done):
        say(sentence, style="green")
    if done.left:
        say(said("Left in workspace.db: {tokens}. mailwright team migrate moves them.",
                 tokens=tokens(done.left.available)), style="yellow")  # fmt: skip
    if done.versions or (done.moved and done.moved.accounts):
        say(said("workspace.db stays as it was. Windows that are open use it still: close and open them again."))


def show_status(named: Path | None, *, as_json: bool) -> None:
    """Print how the databases are; exit status 1 when one does not answer."""
    workspace = opened_workspace(named)
    found = team_status(workspace)
    if as_json:
        answer(_as_data(found))
    else:
        _print(workspace, found)
    if found.database.trouble or found.ledger.trouble or found.trouble:
        raise typer.Exit(FAILED)


def bring_up_to_date(named: Path | None, *, as_json: bool) -> None:
    """Migrate, and say what moved."""
    done = migrate_team(opened_workspace(named))
    if as_json:
        answer(asdict(done))
        return
    for sentence in _migrated(done):
        say(sentence, style="green")
    if done.versions or (done.moved and done.moved.accounts):
        say(said("workspace.db stays as it was."))


def _ask_password() -> str:
    return str(typer.prompt(said("Password of the database"), hide_input=True, err=True))


def _sentences(done: Joined) -> Iterator[str]:
    names = {"account": done.account, "login": done.login}
    if done.how == "moved" and done.moved:
        yield _moved(done.moved)
    if done.versions:
        yield said("Versions of templates moved: {n}.", n=done.versions)
    if done.how == "joined":
        yield said("The workspace joined the account {account}, as {login}.", **names)
    else:
        yield said("The account {account} is in the team's ledger, and {login} is its owner.", **names)
    yield said("Available there now: {n}.", n=done.balance.available)
    if done.how not in {"moved", "joined"} and not done.balance.available:
        yield said('Enter what you buy: mailwright tokens grant {account} 1000 --note "order 123".', **names)


def _moved(moved: Moved) -> str:
    entries = counted(moved.entries, "{n} entry", "{n} entries")
    accounts = counted(moved.accounts, "{n} account", "{n} accounts")
    return said("Moved to the team's ledger: {entries} of {accounts}.", entries=entries, accounts=accounts)


def _migrated(done: Migrated) -> Iterator[str]:
    changes = [change for change in (done.database, done.ledger) if change and change[0] != change[1]]
    if changes:
        yield said("The team's tables are up to date now.")
    else:
        yield said("The team's tables were up to date.")
    if done.moved and done.moved.accounts:
        yield _moved(done.moved)
    if done.versions:
        yield said("Versions of templates moved: {n}.", n=done.versions)
    if not done.versions and not (done.moved and done.moved.accounts):
        yield said("There was nothing to move.")


def _print(workspace: Workspace, found: Status) -> None:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for heading, text in _lines(workspace, found):
        grid.add_row(heading, text)
    terminal().print(grid, markup=False, highlight=False)
    if found.trouble:
        say(explain(found.trouble, system_language()), style="red")
    if not found.ledger.is_team and not found.ledger.trouble:
        say(said("This workspace has no team: everything is on this computer. mailwright team init URL changes that."))


def _lines(workspace: Workspace, found: Status) -> Iterator[tuple[str, str]]:
    yield said("Workspace"), f"{workspace.settings.name}  ({workspace.root})"
    yield said("Database"), found.database.url
    yield "", _state(found.database)
    yield said("Ledger"), found.ledger.url
    yield "", _state(found.ledger)
    payer = found.payer
    if not payer:
        return
    name = payer.account.id if payer.account.name == payer.account.id else f"{payer.account.name}  ({payer.account.id})"
    yield said("Account"), name
    if payer.login:
        yield said("Login"), f"{payer.login} ({said(payer.account.role) if payer.account.role else said('no role')})"
        yield said("People"), ", ".join(f"{login} ({said(role)})" for login, role in payer.people.items())
    yield said("Available"), tokens(payer.balance.available)
    yield said("Set aside"), tokens(payer.balance.reserved)
    yield said("Spent"), tokens(payer.balance.spent)
    yield said("A run may take"), tokens(payer.affordable)


def _state(place: Place) -> str:
    if place.trouble:
        return "✗ " + explain(place.trouble, system_language())
    if place.is_current:
        return "✓ " + said("answers; its tables are up to date ({known})", known=place.known)
    if place.found is None:
        return said("no tables yet; they are made with the first use ({known})", known=place.known)
    if place.found > place.known:
        return "✗ " + said("a newer Mailwright made its tables ({found}); this one knows {known}", found=place.found,
                           known=place.known)  # fmt: skip
    return said("its tables are older ({found}, this Mailwright has {known}): mailwright team migrate",
                found=place.found, known=place.known)  # fmt: skip


def _as_data(found: Status) -> dict[str, Any]:
    payer = found.payer
    return {
        "database": _place_data(found.database),
        "ledger": _place_data(found.ledger),
        "account": payer.account.id if payer else None,
        "login": payer.login if payer else None,
        "role": payer.account.role if payer else None,
        "balance": payer.balance._asdict() if payer else None,
        "affordable": payer.affordable if payer else None,
        "people": payer.people if payer else None,
        "error": str(found.trouble) if found.trouble else None,
    }


def _place_data(place: Place) -> dict[str, Any]:
    return {
        "url": place.url,
        "team": place.is_team,
        "reachable": place.trouble is None,
        "tables": place.found,
        "known": place.known,
        "error": str(place.trouble) if place.trouble else None,
    }
