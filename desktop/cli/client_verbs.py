"""``mailwright clients``: its verbs and flags; what they do stands in ``clients``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.console import guarded

app = typer.Typer(
    help="The e-mail clients that pictures are taken as, and what each does to a mail.", no_args_is_help=True
)

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for a program to read.")]
Folder = Annotated[Path | None, typer.Option("--workspace", "-w", help="The workspace (default: the one around).")]


@app.command("list")
@guarded
def list_(json: Json = False) -> None:
    """List every client: id, name, engine, modes, and how true its pictures are."""
    from desktop.cli.clients import list_clients

    list_clients(as_json=json)


@app.command()
@guarded
def show(client: Annotated[str, typer.Argument(help="A client's id.")], json: Json = False) -> None:
    """Show one client: what it does to mails, in order, each with source and date."""
    from desktop.cli.clients import show_client

    show_client(client, as_json=json)


@app.command()
@guarded
def explain(
    template: Annotated[Path, typer.Argument(help="A template's folder or its .mjml, or a mail as .html.")],
    client: Annotated[str, typer.Option(help="A client's id.")],
    workspace: Folder = None,
    data: Annotated[str, typer.Option(help="The data set.")] = "default",
    mode: Annotated[str, typer.Option(help="light, dark or images-off.")] = "light",
    old: Annotated[bool, typer.Option("--old", help="Also bugs that nobody confirmed for years.")] = False,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write the client's HTML to this file.")] = None,
    json: Json = False,
) -> None:
    """Say what a client does to a mail, where, and how that is known."""
    from desktop.cli.clients import AskedFor, explain_client

    explain_client(template, workspace, client, AskedFor(data, mode, old), out, as_json=json)


@app.command()
@guarded
def refresh(
    source: Annotated[
        Path | None, typer.Option("--from", help="A caniemail.json or package file (default: npm fetches it).")
    ] = None,
    json: Json = False,
) -> None:
    """Get the newest table of caniemail.com, which says what each client supports."""
    from desktop.cli.clients import refresh_table

    refresh_table(source, as_json=json)


@app.command()
@guarded
def presets(workspace: Folder = None, json: Json = False) -> None:
    """List the sets of clients: those of Mailwright, and those of the workspace."""
    from desktop.cli.client_sets import list_presets

    list_presets(workspace, as_json=json)


@app.command()
@guarded
def opens(
    source: Annotated[Path | None, typer.Argument(help="A CSV of opens by client (default: the last one).")] = None,
    workspace: Folder = None,
    percent: Annotated[
        int | None, typer.Option(min=1, max=100, help="How much of the audience is to be covered.")
    ] = None,
    assign: Annotated[
        list[str] | None, typer.Option(help="NAME=CLIENT: whose a line is that nobody knows; NAME= leaves it out.")
    ] = None,
    json: Json = False,
) -> None:
    """Read in which clients your mails are opened, and say which few cover most of the audience."""
    from desktop.cli.client_sets import read_opens

    read_opens(workspace, source, percent, assign or [], as_json=json)
