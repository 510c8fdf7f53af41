"""How the command line speaks: sentences and progress on the terminal, JSON for programs, one line for a failure."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ParamSpec

import typer

from desktop.errors import explain, system_language
from templates.errors import Cancelled, MailwrightError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Params = ParamSpec("Params")
_ENDLESS = 10_000  # columns
STOPPED = 130  # what a shell expects after Ctrl+C
FAILED = 1


def guarded(command: Callable[Params, None]) -> Callable[Params, None]:
    """Turn an expected failure of ``command`` into one sentence and exit status 1, Ctrl+C into 130."""

    @functools.wraps(command)
    def run(*args: Params.args, **kwargs: Params.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except Cancelled as error:
            say(explain(error, system_language()))
            raise typer.Exit(STOPPED) from error
        except MailwrightError as error:
            _report(error, as_json=bool(kwargs.get("json")))
            raise typer.Exit(FAILED) from error
        except KeyboardInterrupt as error:  # before or after the work that can be cancelled
            stopped = Cancelled("The work was stopped.", advice="What was finished by then is kept.")
            say(explain(stopped, system_language()))
            raise typer.Exit(STOPPED) from error

    return run


def _report(error: MailwrightError, *, as_json: bool) -> None:
    if as_json:
        place = error.place
        where = {"file": place.file, "line": place.line, "column": place.column} if place else None
        kind = type(error).__name__
        answer({"error": {"kind": kind, "what": error.what, "where": where, "advice": error.advice}})
    else:
        terminal(stderr=True).print(f"[bold red]{_escape(explain(error, system_language()))}[/]", highlight=False)


def terminal(*, stderr: bool = False) -> Console:
    """The terminal; made when something is said, because Rich takes a moment to load."""
    from rich.console import Console

    return _errors() if stderr else Console(soft_wrap=True)


@functools.cache
def _errors() -> Console:
    """One for all: what is said while a progress bar is shown stands above it only if both know each other."""
    from rich.console import Console

    return Console(stderr=True, soft_wrap=True)


def columns() -> int:
    """How wide a table may be. In a pipe nothing is broken, because programs read line by line."""
    screen = terminal()
    return screen.width if screen.is_terminal or "COLUMNS" in os.environ else _ENDLESS


def show_table(table: Table, *, long_lines: bool = False) -> None:
    """Print a table whose cells are words and no markup; ``long_lines`` are left to the terminal, as paths want it."""
    from rich.text import Text

    screen = terminal()
    screen.width = _ENDLESS if long_lines else columns()
    with screen.capture() as printed:
        screen.print(table, markup=False, highlight=False)
    for line in Text.from_ansi(printed.get()).split():
        line.rstrip()  # what fills up the last column would make empty lines
        screen.print(line)


def say(text: str, *, style: str = "") -> None:
    """Say one line to the person, on standard error, so that standard output stays clean for results."""
    terminal(stderr=True).print(_escape(text), style=style, highlight=False)


def answer(value: Any) -> None:
    """Give a program its answer: JSON on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


@contextmanager
def progress(title: str, *, quiet: bool = False) -> Iterator[Callable[[int, int, str], None]]:
    """Show a progress bar while the body runs; yields ``update(done, total, what)``. Silent with ``quiet``."""
    if quiet:
        yield lambda done, total, what: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    screen = terminal(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bars = Progress(*columns, TextColumn("[dim]{task.fields[what]}"), console=screen)
    task = bars.add_task(title, total=None, what="")

    def update(done: int, total: int, what: str) -> None:
        bars.update(task, completed=done, total=total, what=what if done < total else "")

    if screen.is_terminal:
        bars.start()
    try:
        yield update
    finally:
        has_counted = bars.tasks[0].total is not None  # else no bar is left behind
        bars.live.transient = not has_counted
        if screen.is_terminal:
            bars.stop()
        elif has_counted:
            screen.print(bars)


def _escape(text: str) -> str:
    from rich.markup import escape

    return escape(text)
