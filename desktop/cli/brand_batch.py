"""``mailwright brand --batch`` and ``--apply``: many companies at once, and what a person chose on the review sheet."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from desktop.cli.brand import witness_at_hand
from desktop.cli.console import FAILED, answer, progress, say, terminal
from desktop.cli.new import languages_of
from desktop.errors import advice, system_language, what
from templates.brand.batch.choices import Applied
from templates.brand.batch.companies import Plan, set_up
from templates.brand.batch.listing import BatchList
from templates.brand.batch.record import FILE as RECORD
from templates.brand.batch.record import Record
from templates.brand.batch.review import SHEET, Failure, write_review
from templates.brand.batch.run import Progress, Row, apply_choices, read_choices, read_list
from templates.errors import InputError, MailwrightError

if TYPE_CHECKING:
    from rich.table import Table

    from desktop.cli.brand_ways import Asked


def run_list(path: Path, out: Path, asked: Asked) -> None:
    """Set up a workspace in ``out`` for each company of the list, and write the review sheet."""
    companies = read_list(path)
    cancel = threading.Event()
    witness = witness_at_hand(cancel, quiet=asked.as_json) if asked.browser else None
    plan = Plan(out, languages_of(asked.language), asked.templates, asked.again, witness, explain=_said)
    with progress("Companies", quiet=asked.as_json) as update:

        def told(now: Progress) -> None:
            update(now.done, now.total, "" if now.row else f"{now.entry.source[-40:]}: {now.step}")

        rows = set_up(companies.entries, plan, told, cancel, workers=asked.workers)
    questions = review(out, companies.problems)
    if asked.as_json:
        answer(_as_data(out, rows, companies, questions))
    else:
        _tell(out, rows, companies, questions)
    if companies.problems or any(row.state in {"failed", "stopped"} for row in rows):
        raise typer.Exit(FAILED)


def apply_file(path: Path, out: Path, *, as_json: bool) -> None:
    """Write the choices of a review sheet into the brands below ``out``, and make the sheet anew."""
    choices = read_choices(path)
    if not (out / RECORD).is_file():
        raise InputError(
            "There is no batch in {folder}.", advice="Name the folder that the review sheet lies in.", folder=str(out)
        )
    with progress("Brands", quiet=as_json) as update:
        applied = apply_choices(out, choices, on_progress=update)
    Record(out).refresh()
    questions = review(out)
    failed = [one for one in applied if one.error]
    if as_json:
        answer({"applied": [_applied(one) for one in applied], "review": str(out / SHEET), "questions": questions})
    else:
        for one in applied:
            if one.kept_parts:
                say(f"Note: {one.brand} keeps what was edited by hand: {', '.join(one.kept_parts)}", style="yellow")
            if one.error:
                say(f"{one.brand}: {_said(one.error)}", style="red")
        say(f"{len(applied) - len(failed)} brands follow your choices. {_open(questions, out)}", style="green")
    if failed:
        raise typer.Exit(FAILED)


def review(out: Path, problems: Sequence[MailwrightError] = ()) -> int:
    """Write the review sheet of all companies in ``out``; return how many questions it asks."""
    record = Record(out)
    failures = [Failure(_line(one), _said(one)) for one in problems]
    failures += [Failure(source, said) for source, said in record.failures()]
    return write_review(out / SHEET, record.brand_folders(), failures, language=system_language())


def _tell(out: Path, rows: Sequence[Row], companies: BatchList, questions: int) -> None:
    terminal().print(_table(out, rows), soft_wrap=False)
    for problem in companies.problems:
        say(f"{_line(problem)}: {_said(problem)}", style="yellow")
    for row in rows:
        if row.error:
            say(f"{row.entry.source}: {_said(row.error)}", style="red")
    done = sum(1 for row in rows if row.made)
    say(f"{done} of {len(rows)} companies are in {out}. {_open(questions, out)}", style="green" if done else "")


def _table(out: Path, rows: Sequence[Row]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0))
    for title in ("company", "workspace", "templates", ""):
        table.add_column(
            title, overflow="fold", header_style="dim", justify="right" if title == "templates" else "left"
        )
    for row in rows:
        if row.made is not None:
            folder = row.made.brand_folder.relative_to(out).parts[0]
            table.add_row(Text(row.made.name), Text(folder), str(row.made.templates), Text(row.state, style="dim"))
        else:
            table.add_row(Text(row.entry.source), "", "", Text(row.state, style="red"))
    return table


def _as_data(out: Path, rows: Sequence[Row], companies: BatchList, questions: int) -> dict[str, Any]:
    record = Record(out)
    return {
        "companies": [record.companies.get(row.entry.key, {"key": row.entry.key, "state": row.state}) for row in rows],
        "problems": [
            {"line": one.place.line if one.place else None, "what": one.what, "advice": one.advice}
            for one in companies.problems
        ],
        "review": str(out / SHEET),
        "questions": questions,
    }


def _applied(one: Applied) -> dict[str, Any]:
    error = _said(one.error) if one.error else None
    return {"brand": one.brand, "choices": len(one.choices), "kept_parts": list(one.kept_parts), "error": error}


def _open(questions: int, out: Path) -> str:
    if not questions:
        return "Nothing is left to decide."
    return f"{questions} {'question is' if questions == 1 else 'questions are'} open: {out / SHEET}"


def _line(problem: MailwrightError) -> str:
    place = problem.place
    return f"{Path(place.file).name}:{place.line}" if place else ""


def _said(error: MailwrightError) -> str:
    """What happened and what to do, without the place: that is said beside it."""
    language = system_language()
    return f"{what(error, language)} {advice(error, language)}".rstrip()
