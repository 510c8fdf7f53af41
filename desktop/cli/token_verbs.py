"""``mailwright tokens``: its verbs and flags; what they do stands in ``tokens`` and ``token_reports``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from desktop.cli.console import guarded

if TYPE_CHECKING:
    from desktop.cli.ledgers import Where

app = typer.Typer(help="What accounts have, get and spend. One token is one new picture.", no_args_is_help=True)
NEGATIVE = {"ignore_unknown_options": True}  # or "-5" would be an option; what is none is refused in ``amounts``
DAY = ["%Y-%m-%d"]

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for a program to read.")]
Folder = Annotated[Path | None, typer.Option("--workspace", "-w", help="The workspace (default: the one around).")]
Url = Annotated[str, typer.Option("--ledger", metavar="URL", help="A ledger by its URL, instead of a workspace's.")]
Amount = Annotated[
    list[str], typer.Argument(metavar="[ACCOUNT] N", help="The account (default: who pays) and how many.")
]
Account = Annotated[str, typer.Argument(metavar="ACCOUNT", help="The account (default: who pays).")]
Key = Annotated[str, typer.Option(help="With the same key it is done once, however often it is called.")]
Note = Annotated[str, typer.Option(help="Why: it stands in the history for ever.")]


class Words(TyperCommand):
    """Takes words of which the first may be left out; its usage line says ``[ACCOUNT] N``, not ``{[ACCOUNT] N}...``."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """As people write it."""
        pieces = super().collect_usage_pieces(ctx)
        return [piece.removesuffix("...").removeprefix("{").removesuffix("}") for piece in pieces]


@app.command(cls=Words, context_settings=NEGATIVE)
@guarded
def grant(
    words: Amount,
    note: Note,
    expires: Annotated[datetime | None, typer.Option(formats=DAY, help="The last day of these tokens.")] = None,
    key: Key = "",
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Add bought tokens to an account: tokens grant acme 500 --note "order 123"."""
    from desktop.cli.tokens import grant_tokens

    day = expires.date() if expires else None
    grant_tokens(_where(workspace, ledger), words, note, day, key, as_json=json)


@app.command(cls=Words, context_settings=NEGATIVE)
@guarded
def adjust(
    words: Amount, note: Note, key: Key = "", workspace: Folder = None, ledger: Url = "", json: Json = False
) -> None:
    """Correct an account; with a minus tokens are taken out: tokens adjust acme -5 --note "counted twice"."""
    from desktop.cli.tokens import adjust_tokens

    adjust_tokens(_where(workspace, ledger), words, note, key, as_json=json)


@app.command(cls=Words, context_settings=NEGATIVE)
@guarded
def allocate(
    words: Annotated[
        list[str], typer.Argument(metavar="[PARENT] CHILD N", help="From which account to which below it, how many.")
    ],
    note: Note = "",
    key: Key = "",
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Move tokens to the account right below: tokens allocate acme-paris 200."""
    from desktop.cli.tokens import allocate_tokens

    allocate_tokens(_where(workspace, ledger), words, note, key, as_json=json)


@app.command("give-back", cls=Words, context_settings=NEGATIVE)
@guarded
def give_back(
    words: Annotated[
        list[str], typer.Argument(metavar="CHILD [PARENT] N|all", help="From which account to the one above, how many.")
    ],
    note: Note = "",
    key: Key = "",
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Move free tokens back to the account above: tokens give-back acme-paris all."""
    from desktop.cli.tokens import give_tokens_back

    give_tokens_back(_where(workspace, ledger), words, note, key, as_json=json)


@app.command()
@guarded
def balance(account: Account = "", workspace: Folder = None, ledger: Url = "", json: Json = False) -> None:
    """Show what an account has, what a run may take, and how long it lasts."""
    from desktop.cli.tokens import show_balance

    show_balance(_where(workspace, ledger), account, as_json=json)


@app.command()
@guarded
def history(
    account: Account = "",
    kind: Annotated[
        list[str] | None,
        typer.Option(
            help="grant, allocate, return, reserve, settle, release, expire, adjust, setting; may be repeated."
        ),
    ] = None,
    since: Annotated[datetime | None, typer.Option(formats=DAY, help="The first day.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=DAY, help="The last day.")] = None,
    template: Annotated[str, typer.Option(help="Of this template only.")] = "",
    text: Annotated[str, typer.Option(help="With this in note, template, run, client, person or account.")] = "",
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write all of them to a file instead.")] = None,
    limit: Annotated[int, typer.Option(min=0, help="The newest so many; 0 for all.")] = 50,
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Show an account's entries, the newest at the end."""
    from desktop.cli.token_history import Wanted, show_history

    wanted = Wanted(kind or [], since, until, template, text)
    show_history(_where(workspace, ledger), account, wanted, csv, limit, as_json=json)


@app.command()
@guarded
def spending(
    account: Account = "",
    by: Annotated[str, typer.Option(help="template, client, person or account.")] = "template",
    month: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m"], metavar="2026-11", help="In this month of the account's zone.")
    ] = None,
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Show where an account's tokens went, those of the accounts below included."""
    from desktop.cli.token_history import show_spending

    show_spending(_where(workspace, ledger), account, by, month, as_json=json)


@app.command()
@guarded
def statement(
    month: Annotated[str, typer.Option(metavar="2026-11", help="The month, in the account's time zone.")],
    account: Account = "",
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it as CSV.")] = None,
    pdf: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it as PDF.")] = None,
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Write an account's statement of a month. Keep it: audit finds later whether somebody rewrote the ledger."""
    from desktop.cli.token_proofs import write_statement

    write_statement(_where(workspace, ledger), account, month, csv, pdf, as_json=json)


@app.command()
@guarded
def audit(
    statement: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A statement's CSV that must still be true; may be repeated."),
    ] = None,
    workspace: Folder = None,
    ledger: Url = "",
    json: Json = False,
) -> None:
    """Recompute every balance and every hash of the ledger; exit status 1 when something is wrong."""
    from desktop.cli.token_proofs import audit_ledger

    audit_ledger(_where(workspace, ledger), statement or [], as_json=json)


def _where(workspace: Path | None, ledger: str) -> Where:
    from desktop.cli.ledgers import Where

    return Where(workspace, ledger)
