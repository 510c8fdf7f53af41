"""``mailwright accounts``: its verbs and flags; what they do stands in ``accounts``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.cli.console import guarded

if TYPE_CHECKING:
    from desktop.cli.ledgers import Where

app = typer.Typer(help="Who pays for pictures: accounts, sub-accounts, their limits and people.", no_args_is_help=True)

Id = Annotated[str, typer.Argument(metavar="ID", help="The account's id.")]
Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for a program to read.")]
Folder = Annotated[Path | None, typer.Option("--workspace", "-w", help="The workspace (default: the one around).")]
Url = Annotated[str, typer.Option("--ledger", metavar="URL", help="A ledger by its URL, instead of a workspace's.")]
Monthly = Annotated[str | None, typer.Option(metavar="N|none", help="Tokens that the parent gives each month.")]
CarryOver = Annotated[bool | None, typer.Option(help="What is left of a month stays; else it goes back.")]
HardLimit = Annotated[str | None, typer.Option(metavar="N|none", help="Tokens that may be used in a month at most.")]
SoftLimit = Annotated[str | None, typer.Option(metavar="N|none", help="Tokens used in a month from which runs warn.")]
Pool = Annotated[
    bool | None, typer.Option("--pool-open/--pool-closed", help="Sub-accounts may draw on its tokens when theirs end.")
]
Alerts = Annotated[
    str | None, typer.Option(metavar="50,80,100|none", help="Per cent of the month's tokens at which somebody is told.")
]
Zone = Annotated[str | None, typer.Option(help="The time zone of its months, such as Europe/Paris.")]
Brands = Annotated[list[str] | None, typer.Option("--brand", help="A brand that it pays for; may be repeated.")]
Templates = Annotated[
    list[str] | None, typer.Option("--template", help="A template that it pays for, or a pattern: welcome.*")
]


@app.command("list")
@guarded
def list_(workspace: Folder = None, ledger: Url = "", json: Json = False) -> None:
    """List the accounts as a tree, with what each has of its own."""
    from desktop.cli.accounts import list_accounts

    list_accounts(_where(workspace, ledger), as_json=json)


@app.command()
@guarded
def show(id: Id, workspace: Folder = None, ledger: Url = "", json: Json = False) -> None:  # noqa: A002 - the argument's name in the help
    """Show one account: tokens, limits, people, and what it pays for."""
    from desktop.cli.accounts import show_account

    show_account(_where(workspace, ledger), id, as_json=json)


@app.command()
@guarded
def create(
    id: Annotated[str, typer.Argument(metavar="ID", help="Letters, digits, points and dashes: acme-paris.")],  # noqa: A002 - as above
    parent: Annotated[str, typer.Option(metavar="ID", help="The account above.")] = "",
    name: Annotated[str, typer.Option(help="What people read (default: the id).")] = "",
    monthly: Monthly = None,
    carry_over: CarryOver = None,
    hard_limit: HardLimit = None,
    soft_limit: SoftLimit = None,
    pool: Pool = None,
    alerts: Alerts = None,
    zone: Zone = None,
    brand: Brands = None,
    template: Templates = None,
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Make an account; with --parent a sub-account."""
    from desktop.cli.accounts import Asked, create_account

    asked = Asked(monthly, carry_over, hard_limit, soft_limit, pool, alerts, zone)
    create_account(_where(workspace, ledger), id, parent, name, asked, brand or [], template or [], as_json=json)


@app.command("set")
@guarded
def set_(
    id: Id,  # noqa: A002 - as above
    monthly: Monthly = None,
    carry_over: CarryOver = None,
    hard_limit: HardLimit = None,
    soft_limit: SoftLimit = None,
    pool: Pool = None,
    alerts: Alerts = None,
    zone: Zone = None,
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Change an account's budget, limits and alerts; what is not named stays."""
    from desktop.cli.accounts import Asked, set_account

    asked = Asked(monthly, carry_over, hard_limit, soft_limit, pool, alerts, zone)
    set_account(_where(workspace, ledger), id, asked, as_json=json)


@app.command()
@guarded
def rename(
    id: Id,  # noqa: A002 - as above
    name: Annotated[str, typer.Argument(metavar="NAME", help="What people read; the id stays.")],
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Give an account another name."""
    from desktop.cli.accounts import rename_account

    rename_account(_where(workspace, ledger), id, name, as_json=json)


@app.command()
@guarded
def close(id: Id, workspace: Folder = None, ledger: Url = "", json: Json = False) -> None:  # noqa: A002 - as above
    """Close an account: its free tokens go back to the one above, and no run may use it."""
    from desktop.cli.accounts import close_account

    close_account(_where(workspace, ledger), id, as_json=json)


@app.command()
@guarded
def reopen(id: Id, workspace: Folder = None, ledger: Url = "", json: Json = False) -> None:  # noqa: A002 - as above
    """Open a closed account again."""
    from desktop.cli.accounts import reopen_account

    reopen_account(_where(workspace, ledger), id, as_json=json)


@app.command()
@guarded
def role(
    id: Id,  # noqa: A002 - as above
    login: Annotated[str, typer.Argument(metavar="LOGIN", help="A login of the team's database.")],
    role: Annotated[str, typer.Argument(metavar="ROLE", help="owner, manager, member, viewer, or none.")],
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Give a login a role in an account and all below it, or take it away.

    A viewer sees, a member spends too, a manager allocates inside too, an owner buys and gives roles too.
    """
    from desktop.cli.accounts import give_role

    give_role(_where(workspace, ledger), id, login, role, as_json=json)


@app.command()
@guarded
def tie(
    id: Id,  # noqa: A002 - as above
    brand: Brands = None,
    template: Templates = None,
    nothing: Annotated[bool, typer.Option("--nothing", help="Tie it to nothing any more.")] = False,
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Say which brands and templates an account pays for, instead of those before; without any, show them."""
    from desktop.cli.accounts import tie_account

    tie_account(_where(workspace, ledger), id, brand or [], template or [], nothing=nothing, as_json=json)


def _where(workspace: Path | None, ledger: str) -> Where:
    from desktop.cli.ledgers import Where

    return Where(workspace, ledger)
