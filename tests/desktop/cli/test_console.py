"""What is said on a terminal and in a pipe."""

from __future__ import annotations

import functools
import io
import re

import pytest
import typer
from rich.table import Table

from desktop.cli import console
from desktop.cli.console import guarded, progress, say, show_table

LONG = "/srv/pictures/" + "f" * 150 + ".jpg"


class Screen(io.StringIO):
    """A terminal that remembers what was sent to it."""

    def isatty(self) -> bool:
        """Say that a person looks at it."""
        return True


def test_what_is_said_stands_above_the_bar(monkeypatch) -> None:
    """On a line of its own, not behind the bar."""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(console, "_errors", functools.cache(console._errors.__wrapped__))  # looks at the terminal once
    monkeypatch.setenv("TERM", "xterm")
    with progress("Pictures") as update:
        say("It costs 3 tokens.")
        update(3, 3, "")
    assert re.search(r"[\r\n](\x1b\[[0-9;?]*[A-Za-z])*It costs 3 tokens\.\n", screen.getvalue())


def test_a_bar_that_counted_nothing_is_not_left_behind(capsys) -> None:
    """One that did is."""
    with progress("Pictures"):
        pass
    with progress("Companies") as update:
        update(2, 2, "")
    (shown,) = capsys.readouterr().err.splitlines()
    assert shown.startswith("Companies ")
    assert "2/2" in shown


def test_a_pipe_gets_whole_lines_and_cells_are_no_markup(capsys, monkeypatch) -> None:
    """A path is not broken, nothing fills up the lines, and brackets are brackets."""
    monkeypatch.delenv("COLUMNS", raising=False)
    table = Table("Name", "File", box=None, pad_edge=False)
    table.add_row("Draft [v2] [/b]", LONG)
    show_table(table)
    assert capsys.readouterr().out.splitlines() == ["Name             File", f"Draft [v2] [/b]  {LONG}"]


def test_a_narrow_terminal_breaks_cells_unless_paths_are_shown(capsys, monkeypatch) -> None:
    """What breaks the lines of paths is the terminal itself, so that they can be copied."""
    monkeypatch.setenv("COLUMNS", "60")
    for long_lines, lines in ((False, 4), (True, 2)):
        table = Table("Name", box=None, pad_edge=False)
        table.columns[0].overflow = "fold"
        table.add_row(LONG)
        show_table(table, long_lines=long_lines)
        assert len(capsys.readouterr().out.splitlines()) == lines


def test_control_c_before_the_work_is_said_in_french(capsys, monkeypatch) -> None:
    """It ends with the exit status that a shell expects."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")

    @guarded
    def command() -> None:
        raise KeyboardInterrupt

    with pytest.raises(typer.Exit) as ended:
        command()
    assert ended.value.exit_code == 130
    assert "Le travail a été arrêté" in capsys.readouterr().err
