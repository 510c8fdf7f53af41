"""``mailwright proofs``: its verbs and flags; what they do stands in ``proofs`` and ``proof_work``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli import approval_verbs
from desktop.cli.console import guarded

app = typer.Typer(help="Saved previews: what was proofed, and whether it still is true.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for a program to read.")]
Folder = Annotated[Path | None, typer.Option("--workspace", "-w", help="The workspace (default: the one around).")]
Run = Annotated[
    str, typer.Argument(metavar="RUN", help="A run by its id or name, or a template: the latest run of it.")
]
Templates = Annotated[list[str] | None, typer.Option("--template", help="Only this one; may be repeated.")]
Account = Annotated[str, typer.Option(help="The account that pays (default: the workspace's).")]


@app.command("list")
@guarded
def list_(template: Templates = None, workspace: Folder = None, json: Json = False) -> None:
    """List the saved runs, the newest first."""
    from desktop.cli.proofs import list_runs

    list_runs(workspace, template or [], as_json=json)


@app.command()
@guarded
def show(run: Run, workspace: Folder = None, json: Json = False) -> None:
    """Show the pictures of a run, and where their files are."""
    from desktop.cli.proofs import show_run

    show_run(run, workspace, as_json=json)


@app.command()
@guarded
def status(
    template: Templates = None,
    check: Annotated[bool, typer.Option("--check", help="Exit status 1 when something is not green.")] = False,
    workspace: Folder = None,
    json: Json = False,
) -> None:
    """Say of each template whether it was proofed as it stands. Takes no picture, costs nothing."""
    from desktop.cli.proof_work import show_status

    show_status(workspace, template or [], check=check, as_json=json)


@app.command()
@guarded
def recheck(
    template: Templates = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what is stale, and what it costs.")] = False,
    account: Account = "",
    workspace: Folder = None,
    json: Json = False,
) -> None:
    """Take anew what is not as it would be now, and list every picture that looks different."""
    from desktop.cli.proof_work import recheck_proofs

    recheck_proofs(workspace, template or [], account, dry_run=dry_run, as_json=json)


@app.command()
@guarded
def resume(run: Run, account: Account = "", workspace: Folder = None, json: Json = False) -> None:
    """Take the rest of a run that was interrupted or stopped, and of those that were asked for with it."""
    from desktop.cli.proof_work import go_on_with

    go_on_with(run, workspace, "rest", account, as_json=json)


@app.command()
@guarded
def retry(run: Run, account: Account = "", workspace: Folder = None, json: Json = False) -> None:
    """Try again what failed in a run."""
    from desktop.cli.proof_work import go_on_with

    go_on_with(run, workspace, "failed", account, as_json=json)


@app.command("give-up")
@guarded
def give_up(run: Run, workspace: Folder = None, json: Json = False) -> None:
    """Let an interrupted run be over; the tokens that it set aside are free at once."""
    from desktop.cli.proofs import give_up_run

    give_up_run(run, workspace, as_json=json)


@app.command()
@guarded
def delete(run: Run, workspace: Folder = None, json: Json = False) -> None:
    """Delete a run, with the pictures that no other one shows. This cannot be undone."""
    from desktop.cli.proofs import delete_saved_run

    delete_saved_run(run, workspace, as_json=json)


app.registered_commands.extend(approval_verbs.app.registered_commands)
