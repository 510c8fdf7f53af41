"""``mailwright proofs list``, ``show``, ``give-up`` and ``delete``: what was kept of previews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.console import answer, columns, say, show_table, terminal
from desktop.cli.places import opened_workspace
from desktop.cli.saved_runs import named_run
from desktop.cli.words import counted, said
from desktop.errors import explain, system_language
from renderers.budget.purse import open_purse
from renderers.clients.words import MODE_NAMES, translated
from renderers.proofs.runs.forgetting import delete_run
from renderers.proofs.runs.reading import kept_run
from renderers.proofs.runs.record import KeptShot
from renderers.proofs.runs.resuming import give_up
from templates.errors import InputError
from templates.store.answers import Verdict
from templates.store.run_facts import RunFacts, facts_of_runs

if TYPE_CHECKING:
    from rich.table import Table

_SHOWN_ID = 8
_WIDE = 100  # columns of a terminal in which all have room


def list_runs(workspace: Path | None, templates: Sequence[str], *, as_json: bool) -> None:
    """Print every saved run."""
    opened = opened_workspace(workspace)
    with opened.database() as database:
        every = facts_of_runs(database)
    for name in {*templates} - {each.run.template for each in every}:
        opened.template(name)  # one that is deleted may have runs, and one without runs has to be there
    found = [each for each in every if not templates or each.run.template in templates]
    if as_json:
        answer([_run_as_data(each) for each in found])
    elif found:
        show_table(_table(found, is_wide=columns() >= _WIDE))
    else:
        say(said("Nothing was proofed yet: mailwright preview takes pictures and keeps them."))


def show_run(named: str, workspace: Path | None, *, as_json: bool) -> None:
    """Print the pictures of a run."""
    from rich.table import Table

    opened, run = named_run(named, workspace)
    whole = kept_run(opened, run.id)
    if as_json:
        with opened.database() as database:
            facts = next(each for each in facts_of_runs(database, run.template) if each.run.id == run.id)
        answer({**_run_as_data(facts), "pictures": [_picture_as_data(kept) for kept in whole.shots]})
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (said("Client"), said("Mode"), said("Data set"), said("Segment"), said("Picture")):
        table.add_column(heading)
    for kept in whole.shots:
        shot, mode = kept.shot, translated(MODE_NAMES[kept.shot.mode], system_language())
        table.add_row(shot.profile, mode, shot.data_set, shot.segment, picture_of(kept))
    heading = f"{run.template}  {moment(run.created)}  {run.id}"
    terminal().print(heading, style="bold", markup=False, highlight=False)
    show_table(table, long_lines=True)


def give_up_run(named: str, workspace: Path | None, *, as_json: bool) -> None:
    """Let an interrupted run be over."""
    opened, run = named_run(named, workspace)
    if not run.is_interrupted():
        raise InputError("This run was not interrupted.", advice="Only such a run can be given up.")
    with open_purse(opened) as purse:
        if not give_up(opened, run, purse):
            raise InputError("Somebody else goes on with this run.", advice="Wait until it is done.")
    if as_json:
        answer({"id": run.id, "state": "stopped"})
    else:
        say(said("Given up. What it has is kept, and its tokens are free."), style="green")


def delete_saved_run(named: str, workspace: Path | None, *, as_json: bool) -> None:
    """Delete a run for good."""
    opened, run = named_run(named, workspace)
    removed = delete_run(opened, run.id)
    if as_json:
        answer({"id": run.id, "files": removed})
    else:
        files = counted(removed, "{n} picture file", "{n} picture files")
        say(said("Deleted, and {files} with it.", files=files), style="green")


def moment(when: datetime) -> str:
    """Say date and time by the clock of this computer."""
    return f"{when.astimezone():%Y-%m-%d %H:%M}"


def verdict_of(verdict: Verdict | None) -> str:
    """Say what people said; empty as long as they said nothing."""
    if verdict is None:
        return ""
    return {"approved": said("approved"), "changes": said("changes wanted"), "comment": said("commented")}[verdict]


def state_of(facts: RunFacts) -> str:
    """Say how a run ended."""
    if facts.run.is_interrupted():
        return said("interrupted")
    names = {"running": said("under way"), "done": said("whole"), "stopped": said("stopped"), "failed": said("failed")}
    if facts.run.state == "done" and facts.failed:
        return said("{n} failed", n=facts.failed)
    return names[facts.run.state]


def _table(found: Sequence[RunFacts], *, is_wide: bool) -> Table:
    """Make the table, without names and answers as long as there are none; clients where there is room."""
    from rich.table import Table

    named, answered = any(each.run.name for each in found), any(each.verdict for each in found)
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(said("Run"), style="dim", no_wrap=True)
    for heading in (said("Time"), said("Template")):
        table.add_column(heading, no_wrap=True)
    if named:
        table.add_column(said("Name"), overflow="fold")
    for heading in (said("Pictures"), said("Clients")) if is_wide else (said("Pictures"),):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in (said("State"), said("Answer")) if answered else (said("State"),):
        table.add_column(heading, overflow="fold")
    for each in found:
        table.add_row(*_cells(each, is_wide=is_wide, named=named, answered=answered))
    return table


def _cells(each: RunFacts, *, is_wide: bool, named: bool, answered: bool) -> Iterator[str]:
    yield from (each.run.id[:_SHOWN_ID], moment(each.run.created), each.run.template)
    if named:
        yield each.run.name
    yield str(each.taken) if each.taken == each.shots else f"{each.taken}/{each.shots}"
    if is_wide:
        yield str(each.clients)
    yield state_of(each)
    if answered:
        yield verdict_of(each.verdict)


def picture_of(kept: KeptShot) -> str:
    """Say where a picture is, or why there is none."""
    if kept.picture is not None:
        return str(kept.picture)
    if kept.error is not None:
        return explain(kept.error, system_language())
    return said("its file is gone") if kept.is_taken else said("not taken")


def _run_as_data(facts: RunFacts) -> dict[str, Any]:
    run = facts.run
    return {
        "id": run.id,
        "template": run.template,
        "name": run.name or None,
        "created": run.created.isoformat(),
        "state": "interrupted" if run.is_interrupted() else run.state,
        "author": run.author,
        "version": run.version,
        "pictures": facts.shots,
        "taken": facts.taken,
        "failed": facts.failed,
        "clients": facts.clients,
        "data": list(facts.data_sets),
        "segments": list(facts.segments),
        "answer": facts.verdict,
    }


def _picture_as_data(kept: KeptShot) -> dict[str, Any]:
    shot = kept.shot
    return {
        "client": shot.profile,
        "mode": shot.mode,
        "data": shot.data_set,
        "segment": shot.segment,
        "file": str(kept.picture) if kept.picture else None,
        "width": kept.saved.width or None,
        "height": kept.saved.height or None,
        "error": str(kept.error) if kept.error else None,
    }
