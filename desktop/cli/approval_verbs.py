"""What ``mailwright proofs`` does for the client's approval: the proof sheet, and the answers to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.console import guarded

app = typer.Typer()

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for a program to read.")]
Folder = Annotated[Path | None, typer.Option("--workspace", "-w", help="The workspace (default: the one around).")]
Run = Annotated[
    str, typer.Argument(metavar="RUN", help="A run by its id or name, or a template: the latest run of it.")
]


@app.command()
@guarded
def sheet(
    run: Run,
    out: Annotated[Path, typer.Option("--out", "-o", help="The file: .html to answer in, .pdf to sign.")],
    language: Annotated[str, typer.Option(help="en or fr (default: the template's).")] = "",
    clients: Annotated[str, typer.Option(help="Only these, with commas (default: all of the run).")] = "",
    workspace: Folder = None,
    json: Json = False,
) -> None:
    """Write the proof sheet of a run for the client's approval: proofs sheet welcome.en --out proof.html."""
    from desktop.cli.approval import write_sheet

    write_sheet(run, workspace, out, language, clients, as_json=json)


@app.command()
@guarded
def answers(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What the sheet saved, or a mail; - reads from stdin.")],
    workspace: Folder = None,
    json: Json = False,
) -> None:
    """Read what a client answered in a proof sheet, and keep it with the run."""
    from desktop.cli.approval import take_answers

    take_answers(file, workspace, as_json=json)


@app.command()
@guarded
def approve(
    run: Run,
    comment: Annotated[str, typer.Option(help="What is to be said about it.")] = "",
    changes: Annotated[bool, typer.Option("--changes", help="Not approved: changes are wanted.")] = False,
    by: Annotated[str, typer.Option(help="Who says so (default: you).")] = "",
    workspace: Folder = None,
    json: Json = False,
) -> None:
    """Approve a run as a whole, or say that changes are wanted."""
    from desktop.cli.approval import judge_run

    judge_run(run, workspace, "changes" if changes else "approved", comment, by, as_json=json)
