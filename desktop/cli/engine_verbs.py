"""``mailwright engines``: its verbs and flags; what they do stands in ``engines``."""

from __future__ import annotations

from typing import Annotated

import typer

from desktop.cli.console import guarded

app = typer.Typer(help="The browsers that take the pictures: which are here, and how to add the others.")

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for a program to read.")]


@app.callback(invoke_without_command=True)
@guarded
def list_(context: typer.Context, json: Json = False) -> None:
    """List the browsers that take the pictures: which are here, for how many clients, and how to add the others."""
    from desktop.cli.engines import list_engines

    if context.invoked_subcommand is None:
        list_engines(as_json=json)


@app.command()
@guarded
def add(engine: Annotated[str, typer.Argument(help="chromium, firefox or webkit.")]) -> None:
    """Fetch a browser that only Mailwright uses; 100 to 200 MB."""
    from desktop.cli.engines import add_engine

    add_engine(engine)
