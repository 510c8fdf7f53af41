"""``mailwright export``: templates in a zip, in Jinja or in the language of a sending service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from desktop.cli.console import FAILED, answer, progress, say
from desktop.cli.places import locate_all
from desktop.errors import advice, system_language, what
from templates.delivery.export import Exported, export_zip, language
from templates.dialects.finding import Finding


@dataclass(frozen=True)
class AskedFor:
    """In which words the zip is written: a dialect, its form ("" is that of each template's kind), a data set.

    ``accept`` writes templates without what the language cannot say.
    """

    data: str
    dialect: str
    form: str
    accept: bool


def write_zip(named: Sequence[Path], workspace: Path | None, path: Path, asked_for: AskedFor, *, as_json: bool) -> None:
    """Export the named templates (all when none is named) to ``path``; exits with 1 when some are left out."""
    language(asked_for.dialect, asked_for.form)  # a misspelt one is said before anything is opened
    opened, templates = locate_all(named, workspace)
    with progress("Export", quiet=as_json) as update:
        done = export_zip(
            opened,
            path,
            templates if named else (),
            data=asked_for.data,
            dialect=asked_for.dialect,
            form=asked_for.form,
            accept=asked_for.accept,
            on_progress=update,
        )
    if as_json:
        answer(_as_data(done))
    else:
        _tell(done)
    if done.left_out:
        raise typer.Exit(FAILED)


def _tell(done: Exported) -> None:
    spoken = system_language()
    for name, findings in done.findings:
        if findings:
            say(f"{name}: left out" if name in done.left_out else name, style="bold")
        for one in findings:
            say(f"  {one.place}: {what(one.error, spoken)}", style="red" if one.level == "refusal" else "yellow")
            say(f"    {advice(one.error, spoken)} [{one.code}]", style="dim")
    if done.templates:
        say(f"{len(done.templates)} templates and {done.pictures} pictures in {done.path}", style="green")
    else:
        say("Nothing was written.", style="red")
    if done.left_out:
        say(f"{len(done.left_out)} left out: {', '.join(done.left_out)}", style="red")
        say("With --accept they are written without what cannot be said.")


def _as_data(done: Exported) -> dict[str, object]:
    spoken = [{"template": name, **_finding(one)} for name, findings in done.findings for one in findings]
    return {
        "zip": str(done.path) if done.templates else None,
        "templates": list(done.templates),
        "pictures": done.pictures,
        "left_out": list(done.left_out),
        "findings": spoken,
    }


def _finding(one: Finding) -> dict[str, object]:
    place = one.place
    where = {"file": place.file, "line": place.line, "column": place.column} if place else None
    return {
        "code": one.code,
        "level": one.level,
        "what": one.error.what,
        "where": where,
        "advice": one.error.advice,
    }
