"""``mailwright team``: its verbs and flags; what they do stands in ``team``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.console import guarded

app = typer.Typer(help="Several workstations, one PostgreSQL database.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for a program to read.")]
Folder = Annotated[Path | None, typer.Option("--workspace", "-w", help="The workspace (default: the one around).")]

# One line a paragraph: the terminal's width breaks it.
INIT = "\n\n".join(
    (
        "Connect the workspace to a team's PostgreSQL, and move there what its own file holds.",
        "It makes the tables and moves accounts, with every entry, and versions of templates. If the ledger has the "
        "account already and your login has a role in it, the workspace joins that one, and tokens of its own file "
        "stay behind: team migrate moves them later. Last of all workspace.toml gets the URL, never a password: that "
        "one is asked for and kept in the system's keyring. When something fails, workspace.toml is as it was; call "
        "it again.",
        "Close the windows of this workspace before: those that are open go on with the old file.",
        "Who may connect to the database is set in PostgreSQL; what each login may do with tokens, by accounts role.",
    )
)
MIGRATE = "\n\n".join(
    (
        "Bring the team's tables up to date, and move what only the workspace's own file holds.",
        "Call it after an update of Mailwright, after writing a URL into workspace.toml by hand, or when tokens were "
        "left behind. It may be called at any time: what is there already stays, and so does the file.",
    )
)


@app.command(help=INIT)
@guarded
def init(
    url: Annotated[str, typer.Argument(metavar="URL", help="postgresql://login@server/database; the database exists.")],
    account: Annotated[str, typer.Option(metavar="ID", help="Who pays (default: as before).")] = "",
    only_ledger: Annotated[
        bool,
        typer.Option("--only-ledger", help="Share tokens only: for an agency whose companies keep their own data."),
    ] = False,
    workspace: Folder = None,
    json: Json = False,
) -> None:
    """Connect the workspace to a team's PostgreSQL."""
    from desktop.cli.team import connect

    connect(workspace, url, account, only_ledger=only_ledger, as_json=json)


@app.command()
@guarded
def status(workspace: Folder = None, json: Json = False) -> None:
    """Show where database and ledger are, whether they answer, and who pays; exit status 1 when one does not."""
    from desktop.cli.team import show_status

    show_status(workspace, as_json=json)


@app.command(help=MIGRATE)
@guarded
def migrate(workspace: Folder = None, json: Json = False) -> None:
    """Bring the team's tables up to date, and move what only the workspace's own file holds."""
    from desktop.cli.team import bring_up_to_date

    bring_up_to_date(workspace, as_json=json)
